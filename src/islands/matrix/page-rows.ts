/**
 * The table of the page, as a state of the view has it. The cells stay those of the server: rows are
 * hidden, moved and marked, columns hidden, both swapped, but nothing is rendered anew.
 */

import { BANDS } from '../../decision/filter.ts';
import { bandText } from '../../words/standing-words.ts';
import { partsOfWay } from '../../links/option-list.ts';
import { find, keepOnly, make } from '../dom.ts';
import { columnHeads, nameAs } from './column-heads.ts';
import { captionOf, type CellSubject, type GridParts, type Rows } from './grid.ts';
import { longestRise } from './longest-rise.ts';
import { rowMarks } from './row-marks.ts';
import type { Shown } from './shown.ts';

/** Takes over the table; `texts` are the names and values of each row. */
export function pageRows({
  root,
  table,
  model,
  actions,
}: GridParts): Rows & { readonly texts: () => readonly string[] } {
  const { options } = model.table;
  const columns = columnHeads(table, root, model, actions);
  const { head, corner, heads, chosen } = columns;
  const body = find(table, 'tbody', HTMLTableSectionElement);
  const caption = find(table, 'caption', HTMLElement);

  const subjects = new WeakMap<HTMLTableCellElement, CellSubject>();
  const rows = [...body.rows].map((row, i) => {
    const [name = row.insertCell(), ...cells] = row.cells;
    cells.forEach((cell, column) => subjects.set(cell, { option: i, column }));
    const names = name.textContent;
    // Where modes differ, a cell has a part for each.
    const differing = cells.filter((cell) => cell.children.length > 1);
    const marks = rowMarks(model, i, row, name, differing, actions.pick);
    return { slug: options[i]?.slug ?? '', row, name, names, cells, marks };
  });
  const bands = BANDS.flatMap((band) => {
    if (band === 'met') return [];
    const words = make('span', {});
    const cell = make('th', { scope: 'rowgroup', role: 'rowheader' }, words);
    return [{ band, cell, words, row: make('tr', { className: 'band', role: 'row' }, cell) }];
  });

  let before: Shown | undefined;

  /** Cells of columns that are shown. Where the page has no reason for one, it was a link until now. */
  const shownCells = (cells: readonly HTMLTableCellElement[]): readonly HTMLTableCellElement[] => {
    const shown = chosen(cells);
    for (const cell of shown) {
      for (const link of cell.querySelectorAll<HTMLAnchorElement>(':scope > a')) {
        const { className, hidden } = link;
        link.replaceWith(make('button', { type: 'button', className, hidden }, ...link.childNodes));
      }
    }
    return shown;
  };

  /** Lays options down. Cells of columns that are not shown are not in the table: each costs. */
  const layDown = (): void => {
    keepOnly(head, [corner, ...chosen(heads)]);
    for (const { row, name, cells } of rows) keepOnly(row, [name, ...shownCells(cells)]);
  };

  const markRows = (shown: Shown): void => {
    const isShown = new Set(shown.rows);
    rows.forEach(({ row, marks }, i) => {
      const hidden = !isShown.has(i);
      if (row.hidden !== hidden) row.hidden = hidden;
      const standing = shown.standings[i];
      if (!hidden && standing !== undefined) marks.follow(shown, standing);
    });
    const { options: picks } = shown.state;
    if (picks === before?.state.options) return;
    const picked = new Set(picks.map((way) => partsOfWay(way).option));
    for (const { slug, marks } of rows) marks.box.checked = picked.has(slug);
  };

  /** Criteria down, options across; only what is shown is in the table. */
  const layAcross = (shown: readonly number[]): void => {
    const across = shown.flatMap((i) => rows[i] ?? []);
    const cells = across.map((row) => shownCells(row.cells));
    head.replaceChildren(corner, ...across.map(({ name }) => name));
    body.replaceChildren(
      ...chosen(heads).map((name, c) =>
        make('tr', { role: 'row' }, name, ...cells.flatMap((column) => column[c] ?? [])),
      ),
    );
  };

  const turn = (across: boolean): void => {
    for (const { name } of rows) nameAs(name, across ? 'column' : 'row');
    columns.turn(across);
  };

  /** Moves as few rows as can be: each that moves is styled and laid out anew. */
  const arrange = ({ order, bands: shown }: Shown): void => {
    const leads = new Map<number, HTMLTableRowElement>();
    for (const { band, row, cell, words } of bands) {
      const list = shown.find((one) => one.band === band)?.rows ?? [];
      const [first] = list;
      if (first === undefined) {
        row.remove();
        continue;
      }
      words.textContent = bandText(band, list.length);
      cell.colSpan = columns.shown().length + 1;
      leads.set(first, row);
      if (row.parentElement !== body) body.append(row);
    }
    const places = new Map([...body.rows].map((row, place) => [row, place]));
    const ordered = order.flatMap((i) => [leads.get(i) ?? [], rows[i]?.row ?? []].flat());
    const staying = longestRise(ordered.map((row) => places.get(row) ?? 0));
    for (const [place, row] of [...ordered.entries()].toReversed()) {
      if (!staying.has(place)) body.insertBefore(row, ordered[place + 1] ?? null);
    }
  };

  return {
    texts: () =>
      rows.map(({ names, cells }) =>
        [names, ...cells.map(({ textContent }) => textContent)].join(' '),
      ),
    subjectOf: (cell) => subjects.get(cell) ?? null,
    update(shown) {
      const { state, order, bands: listed } = shown;
      const across = state.transposed;
      const wasAcross = before?.state.transposed ?? false;
      const otherColumns = columns.follow(shown);
      markRows(shown);
      if (across !== wasAcross) turn(across);
      if (across) layAcross(shown.rows);
      else {
        if (wasAcross || otherColumns) layDown();
        if (wasAcross) body.replaceChildren(...rows.map(({ row }) => row));
        const hasBands = [listed, before?.bands ?? []].some((list) =>
          list.some(({ band }) => band !== 'met'),
        );
        if (wasAcross || hasBands || order !== before?.order) arrange(shown);
      }
      caption.textContent = captionOf(shown, model, columns.shown().length);
      before = shown;
    },
    rowBeside(row, back) {
      let next: Element | null = row;
      do next = back ? next.previousElementSibling : next.nextElementSibling;
      while (next instanceof HTMLElement && (next.hidden || next.matches('.band')));
      return next instanceof HTMLTableRowElement ? next : null;
    },
  };
}
