import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeWeighed, cellOf, cellValue, settledCell } from '../../../src/decision/value-table.ts';
import { holds, known, matrix, notApplicable, preferencesFor, UNKNOWN } from './arbitrary.ts';
import { criterion, ordinal, percent, setOf } from './building.ts';

const NO_WISHES = { wants: {}, enough: {} };
const factor = (...slugs: string[]): Parameters<typeof cellOf>[1] => ({
  slug: 'f',
  criteria: slugs.map((slug) => criterion(slug, percent)),
});

describe('a cell', () => {
  it('lies in [0, 1], its worst not above its best, and what is known is a point', () => {
    holds(
      fc.property(
        matrix().chain((given) => fc.tuple(fc.constant(given), preferencesFor(given))),
        ([{ criteria, options }, wishes]) => {
          for (const { ratings } of options) {
            for (const c of criteria) {
              if (!canBeWeighed(c.scale, wishes.wants[c.slug] ?? [])) continue;
              const own = { slug: c.slug, criteria: [c] };
              const cell = cellOf({ ratings }, own, wishes, 'left-out');
              const [worst, middle, best] = [0, 0.5, 1].map((place) => cellValue(cell, place));
              const rating = ratings[c.slug] ?? UNKNOWN;
              if (worst == null || middle == null || best == null) {
                expect(rating).toMatchObject({ state: 'not-applicable', counts: 'left-out' });
                continue;
              }
              expect([worst >= 0, worst <= middle, middle <= best, best <= 1]).toEqual([
                true,
                true,
                true,
                true,
              ]);
              expect(cell.assumed).toBe(worst < best);
              if (rating.state === 'known' && c.scale.kind !== 'set') expect(best).toBe(worst);
            }
          }
        },
      ),
      300,
    );
  });

  it('of a family lists its parts by name, in whatever order its criteria come', () => {
    const ratings = { a: known(10), b: known(20), c: known(70) };
    const one = cellOf({ ratings }, factor('c', 'a', 'b'), NO_WISHES, 'left-out');
    expect(one).toEqual(cellOf({ ratings }, factor('a', 'b', 'c'), NO_WISHES, 'left-out'));
    expect(one.parts.map((part) => part.name)).toEqual(['a', 'b', 'c']);
  });

  it('of a family none of whose members counts is one value of its own, unless all are left out', () => {
    const none = { a: UNKNOWN, b: notApplicable('left-out') };
    expect(cellOf({ ratings: none }, factor('a', 'b'), NO_WISHES, 'left-out')).toEqual({
      parts: [{ name: 'f', low: 0, high: 1, place: null }],
      assumed: true,
    });
    const gone = { a: notApplicable('left-out'), b: notApplicable('left-out') };
    expect(cellOf({ ratings: gone }, factor('a', 'b'), NO_WISHES, 'left-out').parts).toEqual([]);
  });

  it('of a level that is enough or more has the last place', () => {
    const scale = ordinal('last', 'none', 'some', 'much', 'all');
    const own = { slug: 's', criteria: [criterion('s', scale)] };
    const place = (value: string): unknown =>
      cellOf(
        { ratings: { s: known(value) } },
        own,
        { wants: {}, enough: { s: 'much' } },
        'left-out',
      ).parts;
    expect(place('all')).toEqual([{ name: 's', low: 1, high: 1, place: { index: 2, count: 3 } }]);
    expect(place('some')).toEqual([
      { name: 's', low: 0.5, high: 0.5, place: { index: 1, count: 3 } },
    ]);
  });

  it('of a set that does not apply counts as it says, whatever is wanted', () => {
    const own = { slug: 's', criteria: [criterion('s', setOf({ a: 'no', b: 'unknown' }))] };
    const ends = (counts: 'best' | 'worst' | 'left-out'): unknown =>
      [0, 1].map((end) =>
        cellValue(
          cellOf(
            { ratings: { s: notApplicable(counts) } },
            own,
            { wants: { s: ['a', 'b'] }, enough: {} },
            'left-out',
          ),
          end,
        ),
      );
    expect(ends('best')).toEqual([1, 1]);
    expect(ends('worst')).toEqual([0, 0]);
    expect(ends('left-out')).toEqual([null, null]);
  });
});

it('settles one unknown of a cell at an end of what it can be', () => {
  const ratings = { a: known(40), b: { ...UNKNOWN, atMost: 60 }, c: UNKNOWN };
  const own = factor('a', 'b', 'c');
  const cell = cellOf({ ratings }, own, NO_WISHES, 'left-out');
  const value = (slug: string, as: 'best' | 'worst'): number | null =>
    cellValue(settledCell(cell, own, slug, as), 0.5);
  expect(cellValue(cell, 0.5)).toBeCloseTo((0.4 + 0.3) / 2, 12);
  expect(value('b', 'best')).toBeCloseTo((0.4 + 0.6) / 2, 12);
  expect(value('b', 'worst')).toBeCloseTo((0.4 + 0) / 2, 12);
  expect(value('c', 'best')).toBeCloseTo((0.4 + 0.3 + 1) / 3, 12);
  expect(value('c', 'worst')).toBeCloseTo((0.4 + 0.3 + 0) / 3, 12);
});

it('weighs what has an order, and sets of which something is wanted', () => {
  const values = [{ slug: 'a', label: '' }];
  expect(canBeWeighed(percent, [])).toBe(true);
  expect(canBeWeighed({ kind: 'text' }, [])).toBe(false);
  expect(canBeWeighed({ kind: 'flag' }, [])).toBe(false);
  expect(canBeWeighed({ kind: 'flag', better: 'no' }, [])).toBe(true);
  expect(canBeWeighed({ kind: 'choice', values }, [])).toBe(false);
  expect(canBeWeighed({ kind: 'choice', values, preference: ['a'] }, [])).toBe(true);
  expect(canBeWeighed(setOf({ a: 'no' }), [])).toBe(false);
  expect(canBeWeighed(setOf({ a: 'no' }), ['a'])).toBe(true);
});
