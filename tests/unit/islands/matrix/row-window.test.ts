/** Which rows of a long table are in sight, against looking at each row in turn. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  rowLayout,
  widened,
  type RowGroup,
  type Span,
} from '../../../../src/islands/matrix/row-window.ts';

const HEIGHTS = { row: 100, name: 30 };

/** How high each row is, one after the other. */
const heightsOf = (groups: readonly RowGroup[]): readonly number[] =>
  groups.flatMap(({ rows, isNamed }) => [
    ...(isNamed ? [HEIGHTS.name] : []),
    ...Array<number>(rows).fill(HEIGHTS.row),
  ]);

/** By definition: the rows that begin above the bottom and end below the top. */
function inSight(heights: readonly number[], top: number, bottom: number): Span {
  let y = 0;
  const places = heights.flatMap((height, place) => {
    const begin = y;
    y += height;
    return begin < bottom && y > top && bottom > top ? [place] : [];
  });
  const [from = 0] = places;
  return { from, to: from + places.length };
}

const groupsOfRows = fc
  .tuple(fc.nat(60), fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }))
  .map(([first, others]): RowGroup[] => [
    { rows: first, isNamed: false },
    ...others.map((rows) => ({ rows, isNamed: true })),
  ]);

it('finds the rows of which some part is in sight', () => {
  fc.assert(
    fc.property(
      groupsOfRows,
      fc.integer({ min: -500, max: 25_000 }),
      fc.integer({ min: -10, max: 2000 }),
      (groups, top, height) => {
        const heights = heightsOf(groups);
        const layout = rowLayout(groups, HEIGHTS);
        const found = layout.between(top, top + height);
        const expected = inSight(heights, top, top + height);
        expect(found.to - found.from).toBe(expected.to - expected.from);
        if (found.to > found.from) expect(found.from).toBe(expected.from);
        expect(layout.count).toBe(heights.length);
        expect(layout.height).toBe(heights.reduce((a, b) => a + b, 0));
      },
    ),
  );
});

it('says where each row begins', () => {
  const layout = rowLayout(
    [
      { rows: 2, isNamed: false },
      { rows: 2, isNamed: true },
    ],
    HEIGHTS,
  );
  expect([0, 1, 2, 3, 4, 5].map(layout.topOf)).toEqual([0, 100, 200, 230, 330, 430]);
});

it.each([
  [{ from: 5, to: 8 }, 2, 20, { from: 3, to: 10 }],
  [{ from: 1, to: 19 }, 4, 20, { from: 0, to: 20 }],
  [{ from: 0, to: 0 }, 3, 0, { from: 0, to: 0 }],
])('%j with %i more on either side, of %i', (span, more, count, expected) => {
  expect(widened(span, more, count)).toEqual(expected);
});
