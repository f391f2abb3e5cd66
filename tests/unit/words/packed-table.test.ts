/** The matrix as the browser gets it: all that is looked at, nothing else, and safe in a page. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTable, unpackTable, type PackedTable } from '../../../src/words/packed-table.ts';
import { hasValue, type BareRating, type Rating } from '../../../src/decision/rating.ts';
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
function essence(rating: Rating | undefined): BareRating {
  if (rating === undefined) return { state: 'unrated' };
  if (hasValue(rating)) {
    const { value, basis } = rating;
    return rating.state === 'partial'
      ? { state: 'partial', value, basis, meets: rating.meets }
      : { state: 'known', value, basis };
  }
  return rating.state === 'not-applicable'
    ? { state: rating.state, counts: rating.counts }
    : { state: rating.state };
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
      table.options.forEach(({ ratings }, i) => {
        for (const { slug } of given.criteria) {
          expect(ratings[slug]).toEqual(essence(given.options[i]?.ratings[slug]));
        }
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
    options: [{ slug: 'o', name: 'O', ratings: { c: rating } }],
  });
  expect(packTable(given).options[0]?.ratings).toEqual([true]);
  const { options } = unpackTable(packTable(given, { qualifiers: true }));
  expect(options[0]?.ratings).toEqual({
    c: { state: 'known', value: true, qualifier: 'on x only' },
  });
});
