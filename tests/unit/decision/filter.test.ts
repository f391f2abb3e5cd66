/** Filters held against a plain reading of their conditions. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  candidatePlaces,
  countLeft,
  countMatches,
  foldText,
  remains,
  requirementCondition,
  rescues,
  standings,
  tally,
  textCondition,
  type Condition,
} from '../../../src/decision/filter.ts';
import type { Verdict } from '../../../src/decision/requirement.ts';
import { criterion, option, percent } from './building.ts';

const verdict = fc.constantFrom<Verdict>('met', 'failed', 'unproven');
const filter = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }).chain((modes) => {
  const count = modes.reduce((sum, n) => sum + n, 0);
  return fc.record({
    places: fc.constant(candidatePlaces(modes)),
    hideUnproven: fc.boolean(),
    conditions: fc
      .array(fc.array(fc.tuple(verdict, fc.boolean()), { minLength: count, maxLength: count }), {
        maxLength: 4,
      })
      .map((lists) =>
        lists.map((list, i): Condition => {
          const places = [...list.entries()].filter(([, [told, not]]) => told === 'met' && not);
          return {
            key: `c${String(i)}`,
            verdicts: list.map(([told]) => told),
            inapplicable: new Set(places.map(([place]) => place)),
          };
        }),
      ),
  });
});

describe('an option', () => {
  it('is told in the mode that it is shown in: failed if that fails, else unproven if one is', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions }) => {
        standings(places, conditions).forEach((standing, i) => {
          const place = places[i]?.[standing.mode] ?? -1;
          const by = (wanted: Verdict): string[] =>
            conditions.filter((c) => c.verdicts[place] === wanted).map((c) => c.key);
          const failed = by('failed');
          const unproven = by('unproven');
          expect(standing).toEqual({
            mode: standing.mode,
            verdict: failed.length > 0 ? 'failed' : unproven.length > 0 ? 'unproven' : 'met',
            failed,
            unproven,
            inapplicable: conditions.filter((c) => c.inapplicable.has(place)).map((c) => c.key),
          });
        });
      }),
    );
  });

  it('meets conditions only if one mode meets them all, and is shown in the first that does', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions }) => {
        standings(places, conditions).forEach(({ mode, verdict: told }, i) => {
          const meets = (places[i] ?? []).map((place) =>
            conditions.every((c) => c.verdicts[place] === 'met'),
          );
          expect(told === 'met').toBe(meets.includes(true));
          if (told !== 'met') return;
          const applies = (places[i] ?? []).map(
            (place, m) => meets[m] === true && !conditions.some((c) => c.inapplicable.has(place)),
          );
          if (applies.includes(true)) expect(mode).toBe(applies.indexOf(true));
          else expect(meets[mode]).toBe(true);
        });
      }),
    );
  });

  it('does not join a mark of one mode with one of another', () => {
    const conditions: Condition[] = [
      { key: 'small', verdicts: ['met', 'failed'], inapplicable: new Set() },
      { key: 'survives', verdicts: ['failed', 'met'], inapplicable: new Set() },
    ];
    expect(standings([[0, 1]], conditions)).toEqual([
      { mode: 0, verdict: 'failed', failed: ['survives'], unproven: [], inapplicable: [] },
    ]);
    expect(standings([[0, 1]], conditions.slice(1))[0]?.mode).toBe(1);
    expect(standings([[0, 1]], [])[0]?.mode).toBe(0);
  });

  it('is counted once, and a near miss fails exactly one condition', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions, hideUnproven }) => {
        const list = standings(places, conditions);
        const { met, inapplicable, unproven, nearMisses } = tally(list);
        const below = inapplicable + (hideUnproven ? 0 : unproven);
        expect(countLeft(places, conditions, hideUnproven)).toBe(met + below);
        expect(countMatches(places, conditions, hideUnproven)).toEqual({ met, below });
        expect(list.filter((s) => remains(s.verdict, false))).toHaveLength(
          met + inapplicable + unproven,
        );
        const bands = list.map(bandOf);
        expect(bands.filter((band) => band === 'inapplicable')).toHaveLength(inapplicable);
        expect(nearMisses).toBe(list.filter((s) => s.failed.length === 1).length);
      }),
    );
  });
});

it('what does not apply to an option is no match, whatever it counts as', () => {
  const candidates = [
    option('a', { small: 10 }),
    option('b', { small: { state: 'not-applicable', counts: 'best' } }),
    option('c', { small: { state: 'not-applicable', counts: 'worst' } }),
    option('d', { small: { state: 'unknown' } }),
  ];
  const condition = requirementCondition(candidates, criterion('small', percent), {
    criterion: 'small',
    clauses: [{ kind: 'range', min: null, max: 50 }],
  });
  const list = standings(candidatePlaces([1, 1, 1, 1]), [condition]);
  expect(list.map(bandOf)).toEqual(['met', 'inapplicable', 'failed', 'unproven']);
  expect(tally(list)).toEqual({ met: 1, inapplicable: 1, unproven: 1, nearMisses: 1 });
});

describe('a way out of a dead end', () => {
  it('leaves as many as it says, and every way that leaves some is said, the best first', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions, hideUnproven }) => {
        const ways = rescues(places, conditions, hideUnproven);
        const leftBy = (drop: string): number =>
          drop === 'proof'
            ? countLeft(places, conditions, false)
            : countLeft(
                places,
                conditions.filter(({ key }) => key !== drop),
                hideUnproven,
              );
        const all = [...conditions.map(({ key }) => key), ...(hideUnproven ? ['proof'] : [])];
        for (const { drop, left } of ways) expect(leftBy(drop)).toBe(left);
        expect(ways.map(({ drop }) => drop).toSorted()).toEqual(
          all.filter((drop) => leftBy(drop) > 0).toSorted(),
        );
        const lefts = ways.map(({ left }) => left);
        expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
      }),
    );
  });
});

it('a search finds all of its words, anywhere, whatever their case', () => {
  const texts = ['two words here', 'words alone', ''];
  expect(textCondition(texts, ' WORD  two').verdicts).toEqual(['met', 'failed', 'failed']);
});

describe('a search', () => {
  it.each(["Microsoft's", 'Microsoft’s', "MICROSOFT's"])('finds %s however it is typed', (text) => {
    const texts = ['Microsoft’s own', "microsoft's", 'another'].map(foldText);
    expect(textCondition(texts, text).verdicts).toEqual(['met', 'met', 'failed']);
  });

  it.each(['air-gapped', 'air–gapped', 'air‑gapped', 'air−gapped'])('finds %s', (text) => {
    expect(textCondition([foldText('Air‑gapped sites')], text).verdicts).toEqual(['met']);
  });

  it.each([
    ['in wide letters', 'ｅｔｃｄ－３'],
    ['with what nobody sees', 'et\u00ADcd-3\u200B'],
    ['with the other marks of a keyboard', 'it´s etcd-3'],
    ['with a letter and its accent apart', 'cafe\u0301'],
    ['with joined letters', '\uFB01rewall'],
  ])('finds words %s', (_how, text) => {
    const texts = [foldText('It’s etcd‑3 behind the firewall of a café')];
    expect(textCondition(texts, text).verdicts).toEqual(['met']);
  });
});
