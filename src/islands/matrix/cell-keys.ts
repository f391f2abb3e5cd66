/** Moving in the table by keyboard. */

import { isModified } from '../modifier-keys.ts';

/** Arrow keys lead from cell to cell, since there are too many to pass them all with Tab. */
export function walk(event: KeyboardEvent): void {
  const { key, target } = event;
  if (!key.startsWith('Arrow') || isModified(event) || !(target instanceof Element)) return;
  event.preventDefault();
  const cell = target.closest<HTMLTableCellElement>('th, td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const beside = (from: Element): Element | null => {
    const next = /Up|Left/.test(key) ? from.previousElementSibling : from.nextElementSibling;
    const isPassed = next instanceof HTMLElement && (next.hidden || next.matches('.band'));
    return isPassed ? beside(next) : next;
  };
  const next = /Left|Right/.test(key) ? beside(cell) : beside(row)?.children[cell.cellIndex];
  next?.querySelector<HTMLElement>('button:not([hidden]), input, a')?.focus();
}
