/** How the page of the matrix has its rows, by how many there are. */

import { expect, it } from 'vitest';
import { matrixSize } from '../../../src/outputs/matrix-rows.ts';

it.each([
  [25, 'few'],
  [300, 'few'],
  [301, 'many'],
  [1000, 'many'],
  [1001, 'drawn'],
] as const)('of %i rows, it is a matrix of %s', (rows, size) => {
  expect(matrixSize(rows)).toBe(size);
});
