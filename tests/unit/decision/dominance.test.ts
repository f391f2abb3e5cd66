import { expect, it } from 'vitest';
import { dominates } from '../../../src/decision/dominance.ts';

it.each([
  ['better on one, as good on the others', [0.5, 1], [0.5, 0.9], true],
  ['as good everywhere', [0.5, 1], [0.5, 1], false],
  ['worse on one', [0.4, 1], [0.5, 0.2], false],
  ['left out for both', [NaN, 1], [NaN, 0.9], true],
  ['left out for the one', [NaN, 1], [0.1, 0.9], false],
  ['left out for the other', [0.9, 1], [NaN, 0.9], false],
  ['better by a rounding error alone', [0.1 + 0.2, 1], [0.3, 1], false],
  ['worse by a rounding error alone', [0.3, 1], [0.1 + 0.2, 0.5], true],
  ['nothing weighed', [], [], false],
])('%s', (_, worst, best, expected) => {
  expect(dominates(worst, best)).toBe(expected);
});
