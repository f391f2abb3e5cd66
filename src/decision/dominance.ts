/** Dominance: when no weighting can put one option above another. */

import { TIE } from './score.ts';
import { cellValue, type ValueTable } from './value-table.ts';

/**
 * Whether option `a` is at least as good as `b` on every factor whatever the unknown ratings are, and
 * better on one. Options to which different factors apply are not compared.
 *
 * @param a index of an option of the table
 * @param b index of another
 */
export function dominates(table: ValueTable, a: number, b: number): boolean {
  let better = false;
  for (let f = 0; f < table.factors.length; f++) {
    const worstOfA = cellValue(table.cells[a]?.[f] ?? [], 0);
    const bestOfB = cellValue(table.cells[b]?.[f] ?? [], 1);
    if (worstOfA === null && bestOfB === null) continue;
    if (worstOfA === null || bestOfB === null || worstOfA < bestOfB - TIE) return false;
    if (worstOfA > bestOfB + TIE) better = true;
  }
  return better;
}

/** For each option that is dominated, the first option that dominates it, by slug. */
export function dominators(table: ValueTable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  table.options.forEach((slug, b) => {
    const dominator = table.options.find((_, a) => a !== b && dominates(table, a, b));
    if (dominator !== undefined) found.set(slug, dominator);
  });
  return found;
}
