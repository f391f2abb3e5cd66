/** Dominance: when no weighting can put one candidate above another. */

import { TIE } from './score.ts';
import { cellValue, type Cell } from './value-table.ts';

/**
 * Whether `a` is at least as good as `b` on every criterion weighed whatever the unknown ratings are,
 * and better on one. Where a rating is left out for one of them only, they are not compared.
 *
 * @param a cells of a candidate, one for each criterion that is weighed (members of families singly)
 * @param b cells of another, in the same order
 */
export function dominates(a: readonly Cell[], b: readonly Cell[]): boolean {
  let better = false;
  for (let f = 0; f < a.length; f++) {
    const worstOfA = cellValue(a[f] ?? { parts: [] }, 0);
    const bestOfB = cellValue(b[f] ?? { parts: [] }, 1);
    if (worstOfA === null && bestOfB === null) continue;
    if (worstOfA === null || bestOfB === null || worstOfA < bestOfB - TIE) return false;
    if (worstOfA > bestOfB + TIE) better = true;
  }
  return better;
}
