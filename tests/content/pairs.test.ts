/**
 * What the page of each pair says, held against the raw ratings by predicates of their own, and gone
 * or changed where a cell that it cites is changed.
 */

import { describe, expect, it } from 'vitest';
import { pairSentences } from '../../src/outputs/pair.ts';
import { claimsOf, claimText, type Claim } from '../../src/words/claims.ts';
import type { Criterion } from '../../src/decision/model.ts';
import { pairsOf } from '../../src/comparison/pairs.ts';
import type { Rating } from '../../src/decision/rating.ts';
import { IS_FOREIGN } from '../content-under-test.ts';
import { comparison } from './content.ts';

const { criteria, options, site } = comparison;
type Option = (typeof options)[number];
const pairs = pairsOf(comparison);
const EVERY = { better: 99, different: 99, oneSided: 99, prominent: criteria.map((c) => c.slug) };
const PAGE = {
  better: 5,
  different: 3,
  oneSided: 2,
  prominent: [...new Set([...site.headline, ...site.defaultView])],
};

const UNKNOWN: Rating = { state: 'unknown', looked: '', checked: '2026-01-01', sources: [] };
const raw = (option: Option, { slug }: Criterion): Rating => option.ratings[slug] ?? { state: 'unrated' };

/** The value of a rating, or undefined where it has none. */
function valueOf(rating: Rating): unknown {
  return rating.state === 'known' || rating.state === 'partial' ? rating.value : undefined;
}

/** 1 where the first is plainly better, -1 where the second is, 0 where neither is. */
function plainlyBetter({ scale }: Criterion, a: Rating, b: Rating): number {
  const [x, y] = [valueOf(a), valueOf(b)];
  if (x === undefined || y === undefined) return 0;
  if ('basis' in a && 'basis' in b && a.basis !== b.basis) return 0;
  switch (scale.kind) {
    case 'flag':
      if (scale.better === undefined || x === y) return 0;
      return x === (scale.better === 'yes') ? 1 : -1;
    case 'ordinal': {
      const order = scale.levels.map((level) => level.slug);
      const ahead = Math.sign(order.indexOf(x as string) - order.indexOf(y as string));
      return scale.better === 'last' ? ahead : ahead === 0 ? 0 : -ahead;
    }
    case 'choice': {
      const best = scale.preference ?? [];
      return Math.sign(best.indexOf(y as string) - best.indexOf(x as string));
    }
    case 'quantity': {
      const [low, high] = [Math.min(scale.worst, scale.best), Math.max(scale.worst, scale.best)];
      const within = (value: unknown): number => Math.min(high, Math.max(low, value as number));
      const ahead = Math.sign(within(x) - within(y));
      return scale.best > scale.worst ? ahead : ahead === 0 ? 0 : -ahead;
    }
    default:
      return 0;
  }
}

/** Whether the two ratings are told apart by nothing that a reader compares. */
function plainlySame({ scale }: Criterion, a: Rating, b: Rating): boolean {
  const told = (rating: Rating): unknown[] => {
    const value = valueOf(rating);
    const listed = scale.kind === 'set' && Array.isArray(value) ? [...(value as string[])].sort() : value;
    return [value === undefined ? rating.state : 'valued', listed, 'basis' in rating ? rating.basis : undefined];
  };
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}

const isOpen = (rating: Rating): boolean => rating.state === 'unknown' || rating.state === 'unrated';

/** Whether what a claim says of the two options is so. */
function isTrue(a: Option, b: Option, claim: Claim): boolean {
  const of = (slug: string): Option => (slug === a.slug ? a : b);
  switch (claim.kind) {
    case 'tally': {
      const contrasts = criteria.map((c) => plainlyBetter(c, raw(a, c), raw(b, c)));
      const same = criteria.filter(
        (c) => !isOpen(raw(a, c)) && !isOpen(raw(b, c)) && plainlySame(c, raw(a, c), raw(b, c)),
      );
      return (
        claim.better[0] === contrasts.filter((c) => c > 0).length &&
        claim.better[1] === contrasts.filter((c) => c < 0).length &&
        claim.same === same.length &&
        claim.total === criteria.length
      );
    }
    case 'better': {
      const { criterion, better, worse } = claim;
      return plainlyBetter(criterion, raw(of(better.option), criterion), raw(of(worse.option), criterion)) === 1;
    }
    case 'different': {
      const { criterion } = claim;
      const [x, y] = [raw(a, criterion), raw(b, criterion)];
      return (
        valueOf(x) !== undefined &&
        valueOf(y) !== undefined &&
        plainlyBetter(criterion, x, y) === 0 &&
        !plainlySame(criterion, x, y)
      );
    }
    case 'one-sided': {
      const { criterion, known, other } = claim;
      return (
        valueOf(raw(of(known.option), criterion)) !== undefined &&
        valueOf(raw(of(other.option), criterion)) === undefined
      );
    }
  }
}

/** The criterion and the options whose cells a claim cites; of a tally, every better one. */
function cells(a: Option, b: Option, claim: Claim): readonly (readonly [Criterion, string])[] {
  if (claim.kind === 'tally') {
    return criteria
      .filter((c) => plainlyBetter(c, raw(a, c), raw(b, c)) !== 0)
      .map((c) => [c, a.slug] as const);
  }
  return [a.slug, b.slug].map((slug) => [claim.criterion, slug] as const);
}

/** Other ratings that the cell could have. */
function mutants({ scale }: Criterion, rating: Rating): readonly Rating[] {
  const value = valueOf(rating);
  if (value === undefined || (rating.state !== 'known' && rating.state !== 'partial')) {
    return [{ state: 'not-applicable', why: '', counts: 'left-out', checked: '', sources: [] }, UNKNOWN].filter(
      ({ state }) => state !== rating.state,
    ) as Rating[];
  }
  const others =
    scale.kind === 'flag'
      ? [!(value as boolean)]
      : scale.kind === 'ordinal'
        ? scale.levels.map((l) => l.slug).filter((slug) => slug !== value)
        : scale.kind === 'choice'
          ? scale.values.map((l) => l.slug).filter((slug) => slug !== value)
          : scale.kind === 'quantity'
            ? [(value as number) * 3 + 1]
            : [];
  return [UNKNOWN, ...others.map((other): Rating => ({ ...rating, value: other }))];
}

const nameOf = (slug: string): string => options.find((o) => o.slug === slug)?.shortName ?? slug;
const textsOf = (a: Option, b: Option): string[] =>
  claimsOf(a, b, criteria, PAGE).map((claim) => claimText(claim, nameOf));

describe('pairs', () => {
  it('are there, each once', () => {
    expect(new Set(pairs.map(([a, b]) => `${a.slug} ${b.slug}`)).size).toBe(pairs.length);
    expect(new Set(pairs.flat()).size).toBe(options.length);
  });

  it('say nothing that is not so, and leave out no better value', () => {
    const faults: string[] = [];
    for (const [a, b] of pairs) {
      const claims = claimsOf(a, b, criteria, EVERY);
      for (const claim of claims) {
        if (!isTrue(a, b, claim)) faults.push(`${a.slug}, ${b.slug}: ${claimText(claim, nameOf)}`);
      }
      const better = criteria.filter((c) => plainlyBetter(c, raw(a, c), raw(b, c)) !== 0);
      expect(claims.filter((c) => c.kind === 'better')).toHaveLength(better.length);
    }
    expect(faults).toEqual([]);
  });

  it('name both options and their values in each sentence', () => {
    for (const pair of pairs) {
      const sentences = pairSentences(comparison, pair);
      // Of another comparison, two options may be rated the same in everything.
      expect(sentences.length).toBeGreaterThan(IS_FOREIGN ? 0 : 1);
      for (const { text } of sentences) {
        for (const { shortName } of pair) expect(text).toContain(shortName);
        expect(text).not.toMatch(/undefined|null|NaN|`/);
      }
    }
  });

  it('no longer say a sentence once a cell that it cites has changed', () => {
    const kept: string[] = [];
    for (const [a, b] of pairs) {
      for (const claim of claimsOf(a, b, criteria, PAGE)) {
        const text = claimText(claim, nameOf);
        for (const [criterion, slug] of cells(a, b, claim)) {
          const old = slug === a.slug ? a : b;
          // Of a tally, what is no longer known is no longer better; other values may be as good.
          const changes = mutants(criterion, raw(old, criterion)).slice(0, claim.kind === 'tally' ? 1 : 9);
          for (const mutant of changes) {
            const changed: Option = { ...old, ratings: { ...old.ratings, [criterion.slug]: mutant } };
            const now = old === a ? textsOf(changed, b) : textsOf(a, changed);
            if (now.includes(text)) kept.push(`${text} (${slug}: ${JSON.stringify(mutant)})`);
          }
        }
      }
    }
    expect(kept.slice(0, 5)).toEqual([]);
  });
});
