/** Dominance: when no weighting can put one candidate above another. */

import { TIE } from './score.ts';

/**
 * Whether a candidate is at least as good as another on every criterion weighed whatever the unknown
 * ratings are, and better on one. Where a rating is left out for one of them only, they are not
 * compared.
 *
 * @param worst the least values of the one, in [0, 1], one for each criterion that is weighed (members
 *   of families singly); NaN where it is left out
 * @param best the greatest values of the other, in the same order
 */
export function dominates(worst: ArrayLike<number>, best: ArrayLike<number>): boolean {
  let better = false;
  for (let f = 0; f < worst.length; f++) {
    const mine = worst[f] ?? NaN;
    const theirs = best[f] ?? NaN;
    if (Number.isNaN(mine) && Number.isNaN(theirs)) continue;
    // Not the other way round, which NaN would pass.
    if (!(mine >= theirs - TIE)) return false;
    if (mine > theirs + TIE) better = true;
  }
  return better;
}
