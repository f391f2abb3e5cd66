/** How the page of the matrix has its rows, by how many there are. */

import { expect, it } from 'vitest';
import { hasFewRows, rowsInPage } from '../../../src/outputs/matrix-rows.ts';

it.each([
  { rows: 25, isFew: true, inPage: 25 },
  { rows: 300, isFew: true, inPage: 300 },
  { rows: 301, isFew: false, inPage: 301 },
  { rows: 1000, isFew: false, inPage: 1000 },
  { rows: 1001, isFew: false, inPage: 100 },
])('of $rows rows, the page has $inPage', ({ rows, isFew, inPage }) => {
  expect(hasFewRows(rows)).toBe(isFew);
  expect(rowsInPage(rows)).toBe(inPage);
});
