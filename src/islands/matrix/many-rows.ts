/** The matrix of more options than have their reasons in the page. Of very many, rows are drawn. */

import { find, make } from '../dom.ts';
import { drawnRows } from './drawn-rows.ts';
import { fetchedTexts } from './fetched-texts.ts';
import type { Grid, GridParts, SubjectOf } from './grid.ts';
import { defineMatrix } from './matrix-view.ts';
import { onePanel } from './one-panel.ts';
import { pageRows } from './page-rows.ts';

/**
 * Takes over rows that are in the page. Without scripts, their cells lead to the pages that have the
 * reasons; so many links would make each change of the table several times as slow.
 */
function linkedRows(parts: GridParts): Grid & { readonly subjectOf: SubjectOf } {
  const body = find(parts.table, 'tbody', HTMLTableSectionElement);
  for (const link of body.querySelectorAll<HTMLElement>('a.cell')) {
    const { className, hidden } = link;
    const button = make('button', { type: 'button', className });
    if (hidden) button.hidden = true;
    button.append(...link.childNodes);
    link.replaceWith(button);
  }
  // Before columns are left out.
  const cells = [...body.rows].map((row) => [...row.cells].slice(1));
  return {
    ...pageRows(parts, null),
    subjectOf(cell) {
      const option = cells.findIndex((row) => row.includes(cell));
      const column = cells[option]?.indexOf(cell);
      return column === undefined ? null : { option, column };
    },
  };
}

defineMatrix((parts) => {
  const { root } = parts;
  const { base = '' } = root.dataset;
  const told = root.querySelector<HTMLElement>('.drawn-told');
  const { subjectOf, ...grid } = told === null ? linkedRows(parts) : drawnRows(parts, told);
  onePanel(parts, subjectOf);
  return { ...grid, ...fetchedTexts(parts, find(root, '[name=q]', HTMLElement), base) };
});
