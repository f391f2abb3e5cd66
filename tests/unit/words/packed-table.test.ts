/** The matrix as the browser gets it: all that is looked at, nothing else, and safe in a page. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTable, unpackTable, type PackedTable } from '../../../src/words/packed-table.ts';
import type { BareRating, Rating } from '../../../src/decision/rating.ts';
import { candidatesOf } from '../../../src/decision/model.ts';
import { matrix, type Matrix } from '../decision/arbitrary.ts';

const packable = ({ criteria, options }: Matrix): Parameters<typeof packTable>[0] => ({
  groups: ['even', 'odd'].map((slug) => ({ slug, name: slug, summary: 'not packed' })),
  criteria: criteria.map((c) => ({ ...c, shortName: c.name, question: 'not packed' })),
  options: options.map((o) => ({
    ...o,
    shortName: o.name,
    formerSlugs: ['was'],
    why: 'not packed',
  })),
  defaultView: criteria.slice(0, 1).map((c) => c.slug),
});

/** What filters, orders and comparisons look at, spelled out. */
function essence(rating: BareRating | undefined): BareRating {
  if (rating === undefined) return { state: 'unrated' };
  switch (rating.state) {
    case 'known':
    case 'partial': {
      const { value, basis, evidence, not } = rating;
      const finding = {
        value,
        evidence,
        ...(basis === undefined ? {} : { basis }),
        ...(not === undefined || not.length === 0
          ? {}
          : { not: not.map(({ member }) => ({ member })) }),
      };
      return rating.state === 'partial'
        ? { state: 'partial', ...finding, meets: rating.meets }
        : { state: 'known', ...finding };
    }
    case 'not-applicable':
      return { state: rating.state, counts: rating.counts };
    case 'unknown': {
      const { atLeast, atMost } = rating;
      return {
        state: 'unknown',
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
      };
    }
    case 'unrated':
      return rating;
  }
}

it('holds the value, state and worth of each rating, through JSON', () => {
  fc.assert(
    fc.property(matrix(), (given) => {
      // Texts lose their markup, which these, being of any letters, may seem to have.
      fc.pre(given.criteria.every(({ scale }) => scale.kind !== 'text'));
      const packed = packTable(packable(given));
      const json = JSON.stringify(packed);
      expect(json).not.toContain('not packed');
      expect(json).not.toContain('It is so');
      const table = unpackTable(JSON.parse(json) as PackedTable);
      table.options.forEach((option, i) => {
        const before = given.options[i];
        const ways = before === undefined ? [] : candidatesOf(before);
        expect(candidatesOf(option).map(({ mode }) => mode)).toEqual(ways.map(({ mode }) => mode));
        candidatesOf(option).forEach(({ ratings }, m) => {
          for (const { slug } of given.criteria) {
            expect(ratings[slug]).toEqual(essence(ways[m]?.ratings[slug]));
          }
        });
      });
    }),
  );
});

it('keeps what narrows a value where that is asked for', () => {
  const scale = { kind: 'flag' as const };
  const rating: Rating = {
    state: 'known',
    value: true,
    qualifier: 'on `x` only',
    why: '',
    evidence: 'documented',
    version: '1',
    checked: '2026-01-01',
    sources: [],
  };
  const given = packable({
    criteria: [{ slug: 'c', name: 'C', scale, group: 'even', formerSlugs: [] }],
    options: [{ slug: 'o', name: 'O', ratings: { c: rating }, modes: [] }],
  });
  expect(packTable(given).options[0]?.ratings).toEqual([true]);
  const { options } = unpackTable(packTable(given, { qualifiers: true }));
  expect(options[0]?.ratings).toEqual({
    c: { state: 'known', value: true, evidence: 'documented', qualifier: 'on x only' },
  });
});
