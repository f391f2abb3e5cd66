/**
 * The table of the page, as a state of the view has it. The cells stay those of the server: rows are
 * hidden, moved and marked, columns hidden, both swapped, but nothing is rendered anew.
 */

import { TEXT_KEY, type Standing } from '../../decision/filter.ts';
import { higherIsBetter } from '../../decision/scale.ts';
import type { ViewState } from '../../decision/view.ts';
import { button, find, make } from '../dom.ts';
import type { Model, Shown } from './model.ts';

export interface Grid {
  readonly update: (shown: Shown) => void;
}

export interface GridActions {
  readonly sort: (criterion: string) => void;
  readonly pick: (option: string, picked: boolean) => void;
}

/** What a search looks at: names, values and reasons of each row, in lower case. */
export function textsOf(table: HTMLTableElement): readonly string[] {
  return [...find(table, 'tbody', HTMLTableSectionElement).rows].map((row) =>
    // Of a reason, all but its heading, its date and the link to its sources.
    [...row.querySelectorAll('th, .clip, .why > :not(:first-child, .small, :last-child)')]
      .map((element) => element.textContent)
      .join(' ')
      .toLowerCase(),
  );
}

/** Takes over the table, whose columns and rows are in the order of the model. */
export function gridOf(table: HTMLTableElement, model: Model, actions: GridActions): Grid {
  const { columns, criterion } = model;
  const { options, criteria } = model.table;
  const head = find(table, 'thead tr', HTMLTableRowElement);
  const body = find(table, 'tbody', HTMLTableSectionElement);
  const caption = find(table, 'caption', HTMLElement);
  const corner = find(head, 'th', HTMLTableCellElement);
  const heads = [...head.cells].slice(1);

  const rows = [...body.rows].map((row, i) => {
    const [name = row.insertCell(), ...cells] = row.cells;
    const { slug = '', shortName = '' } = options[i] ?? {};
    const box = make('input', {
      type: 'checkbox',
      className: 'pick',
      title: 'Compare',
      ariaLabel: `Compare ${shortName}`,
      onchange: () => {
        actions.pick(slug, box.checked);
      },
    });
    const note = make('span', { className: 'standing' });
    name.append(box, note);
    return { slug, row, name, cells, box, note };
  });
  columns.forEach(({ slug, shortName, scale }, i) => {
    if (scale.kind === 'text') return;
    const sort = button(
      { className: 'sort', title: 'Sort', ariaLabel: `Sort by ${shortName}` },
      () => {
        actions.sort(slug);
      },
    );
    heads[i]?.append(sort);
  });

  let columnsShown = new Set(columns.map(({ slug }) => slug));
  let before: Shown | undefined;

  const showColumns = (wanted: Set<string>): void => {
    columns.forEach(({ slug }, i) => {
      if (wanted.has(slug) === columnsShown.has(slug)) return;
      for (const cell of [heads[i], ...rows.map(({ cells }) => cells[i])]) {
        if (cell !== undefined) cell.hidden = !wanted.has(slug);
      }
    });
    columnsShown = wanted;
  };

  const markSort = (by: ViewState['sort']): void => {
    columns.forEach(({ slug, scale }, i) => {
      if (by?.criterion !== slug) {
        heads[i]?.removeAttribute('aria-sort');
        return;
      }
      // Better first is falling worth, but the figures themselves may rise.
      const rises = scale.kind === 'quantity' && !higherIsBetter(scale);
      heads[i]?.setAttribute('aria-sort', rises === by.worseFirst ? 'descending' : 'ascending');
    });
  };

  const told = ({ failed, unproven }: Standing, { text }: ViewState): string => {
    const list = (keys: readonly string[]): string =>
      keys.map((key) => (key === TEXT_KEY ? `“${text}”` : criterion(key).shortName)).join(', ');
    if (failed.length > 0) return `Fails ${failed.length === 1 ? 'only ' : ''}${list(failed)}`;
    return unproven.length > 0 ? `Unproven: ${list(unproven)}` : '';
  };

  const markRows = ({ state, standings, rows: shown }: Shown): void => {
    const isShown = new Set(shown);
    rows.forEach(({ slug, row, name, box, note }, i) => {
      const hidden = !isShown.has(i);
      if (row.hidden !== hidden) row.hidden = hidden;
      box.checked = state.options.includes(slug);
      const standing = standings[i];
      if (hidden || standing === undefined) return;
      const text = told(standing, state);
      if (note.textContent === text) return;
      note.textContent = text;
      for (const element of [row, name]) {
        element.classList.toggle('failed', standing.verdict === 'failed');
      }
    });
  };

  /** Criteria down, options across; only what is shown is in the table. */
  const layAcross = (shown: readonly number[]): void => {
    const across = shown.flatMap((i) => rows[i] ?? []);
    head.replaceChildren(corner, ...across.map(({ name }) => name));
    body.replaceChildren(
      ...heads.flatMap((name, c) =>
        name.hidden ? [] : [make('tr', {}, name, ...across.flatMap(({ cells }) => cells[c] ?? []))],
      ),
    );
  };

  const turn = (across: boolean): void => {
    for (const { name } of rows) name.setAttribute('scope', across ? 'col' : 'row');
    for (const name of heads) name.scope = across ? 'row' : 'col';
    corner.textContent = across ? 'Criterion' : 'Option';
    table.classList.toggle('across', across);
    if (across) return;
    head.replaceChildren(corner, ...heads);
    for (const { row, name, cells } of rows) row.replaceChildren(name, ...cells);
  };

  /** Moves the rows that are not in their place already: each that moves is styled anew. */
  const arrange = (order: readonly number[]): void => {
    let there = body.firstElementChild;
    for (const { row } of order.flatMap((i) => rows[i] ?? [])) {
      if (row === there) there = row.nextElementSibling;
      else body.insertBefore(row, there);
    }
  };

  return {
    update(shown) {
      const { state, order } = shown;
      const across = state.transposed;
      const wasAcross = before?.state.transposed ?? false;
      if (state.columns !== before?.state.columns) showColumns(new Set(model.columnsOf(state)));
      if (state.sort !== before?.state.sort) markSort(state.sort);
      markRows(shown);
      if (across !== wasAcross) turn(across);
      if (across) layAcross(shown.rows);
      else {
        if (wasAcross) body.replaceChildren();
        arrange(order);
      }
      caption.textContent = `${String(shown.rows.length)} of ${String(options.length)} options on ${String(columnsShown.size)} of ${String(criteria.length)} criteria.`;
      before = shown;
    },
  };
}
