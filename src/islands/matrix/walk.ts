/** Moving in the table by keyboard. */

/** Arrow keys lead from cell to cell, since there are too many to pass them all with Tab. */
export function walk(event: KeyboardEvent): void {
  const { key, target } = event;
  if (!/^Arrow(?:Up|Down|Left|Right)$/.test(key)) return;
  if (!(target instanceof Element) || target.closest('[popover]') !== null) return;
  event.preventDefault();
  const cell = target.closest<HTMLTableCellElement>('th, td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const beside = (from: Element): Element | null => {
    const next =
      key === 'ArrowUp' || key === 'ArrowLeft'
        ? from.previousElementSibling
        : from.nextElementSibling;
    return next instanceof HTMLElement && next.hidden ? beside(next) : next;
  };
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const next = sideways ? beside(cell) : beside(row)?.children[cell.cellIndex];
  next?.querySelector<HTMLElement>('button, input, a')?.focus();
}
