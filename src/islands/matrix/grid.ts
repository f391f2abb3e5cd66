/**
 * The table of the page, as a state of the view has it. The cells stay those of the server: rows are
 * hidden, moved and marked, columns hidden, both swapped, but nothing is rendered anew.
 */

import { TEXT_KEY, type Standing } from '../../decision/filter.ts';
import { higherIsBetter } from '../../decision/scale.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import type { ViewState } from '../../links/view.ts';
import { button, find, make } from '../dom.ts';
import { clipped } from '../../words/unfollowed-lines.ts';
import { partsOfWay } from '../../links/option-list.ts';
import { longestRise } from './longest-rise.ts';
import type { Model, Shown } from './shown.ts';

export interface Grid {
  /** What a search looks at: names, values and reasons of each row, in lower case. */
  readonly texts: () => readonly string[];
  readonly update: (shown: Shown) => void;
}

export interface GridActions {
  readonly sort: (criterion: string) => void;
  /**
   * Picks an option, by its place, or lets it go; returns whether it is picked then, since it may be one
   * too many.
   */
  readonly pick: (option: number, picked: boolean) => boolean;
}

/** Takes over the table, whose columns and rows are in the order of the model, as are the reasons. */
export function gridOf(
  table: HTMLTableElement,
  reasons: HTMLElement,
  model: Model,
  actions: GridActions,
): Grid {
  const { columns, criterion } = model;
  const { options, criteria } = model.table;
  const head = find(table, 'thead tr', HTMLTableRowElement);
  const body = find(table, 'tbody', HTMLTableSectionElement);
  const caption = find(table, 'caption', HTMLElement);
  const corner = find(head, 'th', HTMLTableCellElement);
  const heads = [...head.cells].slice(1);

  const rows = [...body.rows].map((row, i) => {
    const [name = row.insertCell(), ...cells] = row.cells;
    const { slug = '', shortName = '', modes = [] } = options[i] ?? {};
    const box = make('input', {
      type: 'checkbox',
      className: 'pick',
      // Else each step of history would keep the state of each box.
      autocomplete: 'off',
      title: 'Compare',
      ariaLabel: `Compare ${shortName}`,
      onchange: () => {
        box.checked = actions.pick(i, box.checked);
      },
    });
    const note = make('span', { className: 'standing' });
    const names = name.textContent;
    const way = make('span', { className: 'standing' });
    name.append(box, way, note);
    // Where modes differ, a cell has a button for each.
    const differing = cells.map((cell) => [...cell.children]).filter((ways) => ways.length > 1);
    return { slug, row, name, names, cells, box, way, note, modes, differing, mode: 0 };
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

  let before: Shown | undefined;
  let columnsShown: readonly TableCriterion[] = [];

  /** Of the cells of a row, those whose columns are shown. */
  const chosen = <T>(cells: readonly T[]): readonly T[] =>
    columnsShown.flatMap((column) => cells[columns.indexOf(column)] ?? []);

  /** Lays options down. Cells of columns that are not shown are not in the table: each costs. */
  const layDown = (): void => {
    head.replaceChildren(corner, ...chosen(heads));
    for (const { row, name, cells } of rows) row.replaceChildren(name, ...chosen(cells));
  };

  const markSort = (by: ViewState['sort']): void => {
    heads.forEach((name, i) => {
      const { slug, scale } = columns[i] ?? {};
      // Better first is falling worth, but the figures themselves may rise.
      const rises = scale?.kind === 'quantity' && !higherIsBetter(scale);
      const end = rises === by?.worseFirst ? 'descending' : 'ascending';
      name.ariaSort = slug === by?.criterion ? end : null;
    });
  };

  const told = ({ failed, unproven }: Standing, { text }: ViewState): string => {
    const list = (keys: readonly string[]): string =>
      keys
        .map((key) => (key === TEXT_KEY ? `“${clipped(text)}”` : criterion(key).shortName))
        .join(', ');
    if (failed.length > 0) return `Fails ${failed.length === 1 ? 'only ' : ''}${list(failed)}`;
    return unproven.length > 0 ? `Unproven: ${list(unproven)}` : '';
  };

  /** Shows an option in one of its modes, and says in which where something is asked for. */
  const showMode = (row: (typeof rows)[number], mode: number, isAsked: boolean): void => {
    const text = isAsked ? row.modes[mode]?.name : undefined;
    const said = text === undefined ? '' : `As ${text}`;
    if (row.way.textContent !== said) row.way.textContent = said;
    if (row.mode === mode) return;
    row.mode = mode;
    for (const ways of row.differing) {
      ways.forEach((element, i) => {
        element.toggleAttribute('hidden', i !== mode);
      });
    }
  };

  const markRows = ({ state, conditions, standings, rows: shown }: Shown): void => {
    const isShown = new Set(shown);
    rows.forEach((each, i) => {
      const { row, name, note } = each;
      const hidden = !isShown.has(i);
      if (row.hidden !== hidden) row.hidden = hidden;
      const standing = standings[i];
      if (hidden || standing === undefined) return;
      showMode(each, standing.mode, conditions.length > 0);
      const text = told(standing, state);
      if (note.textContent === text) return;
      note.textContent = text;
      const failed = standing.verdict === 'failed';
      row.classList.toggle('failed', failed);
      name.classList.toggle('failed', failed);
    });
    if (state.options === before?.state.options) return;
    const picked = new Set(state.options.map((way) => partsOfWay(way).option));
    for (const { slug, box } of rows) box.checked = picked.has(slug);
  };

  /** Criteria down, options across; only what is shown is in the table. */
  const layAcross = (shown: readonly number[]): void => {
    const across = shown.flatMap((i) => rows[i] ?? []);
    head.replaceChildren(corner, ...across.map(({ name }) => name));
    body.replaceChildren(
      ...chosen(heads).map((name) => {
        const c = heads.indexOf(name);
        return make('tr', { role: 'row' }, name, ...across.flatMap(({ cells }) => cells[c] ?? []));
      }),
    );
  };

  const turn = (across: boolean): void => {
    const lead = (name: HTMLTableCellElement, column: boolean): void => {
      name.scope = column ? 'col' : 'row';
      name.role = column ? 'columnheader' : 'rowheader';
    };
    for (const { name } of rows) lead(name, across);
    for (const name of heads) lead(name, !across);
    corner.textContent = across ? 'Criterion' : 'Option';
    table.classList.toggle('across', across);
  };

  /** Moves as few rows as can be: each that moves is styled and laid out anew. */
  const arrange = (order: readonly number[]): void => {
    const places = new Map([...body.rows].map((row, place) => [row, place]));
    const ordered = order.flatMap((i) => rows[i]?.row ?? []);
    const staying = longestRise(ordered.map((row) => places.get(row) ?? 0));
    for (const [place, row] of [...ordered.entries()].toReversed()) {
      if (!staying.has(place)) body.insertBefore(row, ordered[place + 1] ?? null);
    }
  };

  return {
    texts() {
      return rows.map(({ names, cells }, r) => {
        const elements = [...(reasons.children[r]?.children ?? [])]
          // Of a reason, all but its heading, its date and the link to its sources.
          .flatMap((reason) => [...reason.children].slice(1, -2));
        const texts = [...cells, ...elements].map((element) => element.textContent);
        return [names, ...texts].join(' ').toLowerCase();
      });
    },
    update(shown) {
      const { state, order } = shown;
      const across = state.transposed;
      const wasAcross = before?.state.transposed ?? false;
      const otherColumns = state.columns !== before?.state.columns;
      if (otherColumns) columnsShown = model.columnsOf(state);
      if (state.sort !== before?.state.sort) markSort(state.sort);
      markRows(shown);
      if (across !== wasAcross) turn(across);
      if (across) layAcross(shown.rows);
      else {
        if (wasAcross || otherColumns) layDown();
        if (wasAcross) body.replaceChildren(...rows.map(({ row }) => row));
        if (wasAcross || order !== before?.order) arrange(order);
      }
      caption.textContent = `${String(shown.rows.length)} of ${String(options.length)} options on ${String(columnsShown.length)} of ${String(criteria.length)} criteria.`;
      before = shown;
    },
  };
}
