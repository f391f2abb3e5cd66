/** Of rows that are to be sorted anew, the most may stay. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestRise } from '../../../../src/islands/matrix/longest-rise.ts';

/** The length of a longest rising subsequence, by its definition. */
function lengthByDefinition(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, i) => {
    const before = lengths.filter((_, k) => (values[k] ?? 0) < value);
    lengths[i] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...lengths);
}

const permutation = fc
  .integer({ min: 0, max: 60 })
  .chain((n) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }));

it('rises, and nothing that rises is longer', () => {
  fc.assert(
    fc.property(permutation, (values) => {
      const rise = longestRise(values);
      const found = values.filter((_, place) => rise.has(place));
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(found).toHaveLength(lengthByDefinition(values));
    }),
  );
});

it.each([
  [[], []],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [[2, 1, 0], [2]],
  // One that is to go from the first place to the last leaves all others where they are.
  [
    [1, 2, 3, 0],
    [0, 1, 2],
  ],
])('of %j, the places %j stay', (values, places) => {
  expect([...longestRise(values)].toSorted((a, b) => a - b)).toEqual(places);
});
