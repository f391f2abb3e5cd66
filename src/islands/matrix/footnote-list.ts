/** The footnotes below the table: of the rows, columns and modes in sight alone. */

import { find } from '../dom.ts';
import type { Update } from './follower.ts';
import type { Model, Shown } from './shown.ts';

/** Makes the list follow while it is open, and before it is printed; the page may have none. */
export function footnoteList(root: HTMLElement, model: Model): Update {
  const details = root.querySelector<HTMLDetailsElement>('details:has(> .footnotes)');
  if (details === null) return () => undefined;
  const notes = [...find(details, '.footnotes', HTMLElement).children].map((item) => {
    // The panel of its cell: `w`, the place of the cell in base 36, and the mode after the first.
    const [place = '', mode = '0'] = (item.getAttribute('data-of') ?? '').slice(1).split('-');
    const at = parseInt(place, 36);
    const width = model.columns.length;
    return { item, row: Math.floor(at / width), column: model.columns[at % width], mode };
  });
  let shown: Shown | undefined;
  const update = (): void => {
    if (shown === undefined) return;
    const rows = new Set(shown.rows);
    const columns = new Set(model.columnsOf(shown.state));
    for (const { item, row, column, mode } of notes) {
      const isSeen =
        rows.has(row) &&
        column !== undefined &&
        columns.has(column) &&
        // A rating that holds for all modes has its note once.
        (mode === 'all' || mode === String(shown.standings[row]?.mode ?? 0));
      item.toggleAttribute('hidden', !isSeen);
    }
  };
  details.addEventListener('toggle', update);
  addEventListener('beforeprint', update);
  return (next) => {
    shown = next;
    if (details.open) update();
  };
}
