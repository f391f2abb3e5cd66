/**
 * The table of the page, as a state of the view has it. The cells stay those of the server: rows are
 * hidden, moved and marked, columns hidden, both swapped, but nothing is rendered anew.
 */

import { BANDS, foldText, TEXT_KEY } from '../../decision/filter.ts';
import { higherIsBetter } from '../../decision/scale.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import type { ViewState } from '../../links/view.ts';
import { clausesText } from '../../words/clause-words.ts';
import { bandText, standingText } from '../../words/standing-words.ts';
import { find, make, spoken } from '../dom.ts';
import { clipped } from '../../words/unfollowed-lines.ts';
import { partsOfWay } from '../../links/option-list.ts';
import { headOf, type HeadActions } from './head-menu.ts';
import { longestRise } from './longest-rise.ts';
import type { Model, Shown } from './shown.ts';

export interface Grid {
  /** What a search looks at: names, values and reasons of each row, in lower case. */
  readonly texts: () => readonly string[];
  readonly update: (shown: Shown) => void;
}

export interface GridActions extends HeadActions {
  /**
   * Picks an option, by its place, or lets it go; returns whether it is picked then, since it may be one
   * too many.
   */
  readonly pick: (option: number, picked: boolean) => boolean;
}

/**
 * Takes over the table, whose columns and rows are in the order of the model, as are the reasons.
 *
 * @param root where the menus of columns go
 */
export function gridOf(
  table: HTMLTableElement,
  reasons: HTMLElement,
  root: HTMLElement,
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
      // Else each step of history would keep the state of each box.
      autocomplete: 'off',
      onchange: () => {
        box.checked = actions.pick(i, box.checked);
      },
    });
    const pick = make(
      'label',
      { className: 'pick' },
      box,
      'Compare',
      // Among many boxes, the name of each.
      spoken(` ${shortName}`),
    );
    const note = make('span', { className: 'standing' });
    const names = name.textContent;
    const way = make('span', { className: 'standing' });
    name.append(way, note, pick);
    // Where modes differ, a cell has a button for each.
    const differing = cells.map((cell) => [...cell.children]).filter((ways) => ways.length > 1);
    return { slug, row, name, names, cells, box, way, note, modes, differing, mode: 0 };
  });
  const menus = columns.flatMap((column, i) => {
    const link = heads[i]?.querySelector('a');
    if (link == null) return [];
    const head = headOf(column, link, root, actions, () => ({
      worseFirst:
        before?.state.sort?.criterion === column.slug ? before.state.sort.worseFirst : null,
      isFiltered: isFiltered(column),
      isOnlyColumn: columnsShown.length === 1,
    }));
    link.replaceWith(head.button, head.asked);
    return [{ column, th: heads[i], asked: head.asked }];
  });
  const bands = BANDS.flatMap((band) => {
    if (band === 'met') return [];
    const words = make('span', {});
    const cell = make('th', { scope: 'rowgroup', role: 'rowheader' }, words);
    return [{ band, cell, words, row: make('tr', { className: 'band', role: 'row' }, cell) }];
  });

  let before: Shown | undefined;
  let columnsShown: readonly TableCriterion[] = [];

  const isFiltered = ({ slug }: TableCriterion): boolean =>
    before?.state.requirements.some(({ criterion: asked }) => asked === slug) ?? false;

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

  /** Marks the columns that are filtered by, with what is asked of them. */
  const markAsked = ({ requirements }: ViewState): void => {
    for (const { column, th, asked } of menus) {
      const clauses = requirements.find((r) => r.criterion === column.slug)?.clauses;
      const text = clauses === undefined ? '' : clausesText(column.scale, clauses);
      if (asked.textContent !== text) asked.textContent = text;
      th?.classList.toggle('filtered', clauses !== undefined);
    }
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
      const text = standingText(standing, (key) =>
        key === TEXT_KEY ? `“${clipped(state.text)}”` : criterion(key).shortName,
      );
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
      cell.colSpan = columnsShown.length + 1;
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
    texts() {
      return rows.map(({ names, cells }, r) => {
        const elements = [...(reasons.children[r]?.children ?? [])]
          // Of a reason, all but its heading, its date and the link to its sources.
          .flatMap((reason) => [...reason.children].slice(1, -2));
        const texts = [...cells, ...elements].map((element) => element.textContent);
        return foldText([names, ...texts].join(' '));
      });
    },
    update(shown) {
      const { state, order, bands: listed } = shown;
      const across = state.transposed;
      const wasAcross = before?.state.transposed ?? false;
      const columnsNow = model.columnsOf(state);
      const otherColumns =
        columnsNow.length !== columnsShown.length ||
        columnsNow.some((column, i) => column !== columnsShown[i]);
      columnsShown = columnsNow;
      if (state.sort !== before?.state.sort) markSort(state.sort);
      if (state.requirements !== before?.state.requirements) markAsked(state);
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
      caption.textContent = `${String(shown.rows.length)} of ${String(options.length)} options on ${String(columnsShown.length)} of ${String(criteria.length)} criteria.`;
      before = shown;
    },
  };
}
