/** Moving in the table by keyboard. */

import { isModified } from '../modifier-keys.ts';
import type { Grid } from './grid.ts';

/** Arrow keys lead from cell to cell, since there are too many to pass them all with Tab. */
export function walk(event: KeyboardEvent, { rowBeside }: Pick<Grid, 'rowBeside'>): void {
  const { key, target } = event;
  if (!key.startsWith('Arrow') || isModified(event) || !(target instanceof Element)) return;
  event.preventDefault();
  const cell = target.closest<HTMLTableCellElement>('th, td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const back = /Up|Left/.test(key);
  const next = /Left|Right/.test(key)
    ? row.cells[cell.cellIndex + (back ? -1 : 1)]
    : rowBeside(row, back)?.cells[cell.cellIndex];
  next?.querySelector<HTMLElement>(':is(a, button, input):not([hidden])')?.focus();
}
