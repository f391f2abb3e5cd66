/** The heads of the columns: which are shown, each with its menu, how rows are sorted, what is asked. */

import { higherIsBetter } from '../../decision/scale.ts';
import { clausesText } from '../../words/clause-words.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import type { ViewState } from '../../links/view.ts';
import { find } from '../dom.ts';
import { headOf, type HeadActions } from './head-menu.ts';
import type { Model, Shown } from './shown.ts';

export interface ColumnHeads {
  /** The row that they are in, and what it begins with. */
  readonly head: HTMLTableRowElement;
  readonly corner: HTMLTableCellElement;
  /** In the order of the model’s columns. */
  readonly heads: readonly HTMLTableCellElement[];
  readonly shown: () => readonly TableCriterion[];
  /** Of what there is for each column, that of the columns that are shown, in their order. */
  readonly chosen: <T>(cells: readonly T[]) => readonly T[];
  /** Follows the state; returns whether other columns are shown than before. */
  readonly follow: (shown: Shown) => boolean;
  /** Makes them the heads of rows, or of columns again. */
  readonly turn: (across: boolean) => void;
}

/** What names a row or a column, as such. */
export function nameAs(cell: HTMLTableCellElement, what: 'row' | 'column'): void {
  cell.scope = what === 'column' ? 'col' : 'row';
  cell.role = `${what}header`;
}

/**
 * Takes over the heads of a table, whose columns are in the order of the model.
 *
 * @param root where the menus of columns go
 */
export function columnHeads(
  table: HTMLTableElement,
  root: HTMLElement,
  model: Model,
  actions: HeadActions,
): ColumnHeads {
  const { columns } = model;
  const head = find(table, 'thead tr', HTMLTableRowElement);
  const corner = find(head, 'th', HTMLTableCellElement);
  const heads = [...head.cells].slice(1);
  let before: ViewState | undefined;
  let shown: readonly TableCriterion[] = [];

  const menus = columns.flatMap((column, i) => {
    const link = heads[i]?.querySelector('a');
    if (link == null) return [];
    const { button, asked } = headOf(column, link, root, actions, () => ({
      worseFirst: before?.sort?.criterion === column.slug ? before.sort.worseFirst : null,
      isFiltered: before?.requirements.some((r) => r.criterion === column.slug) ?? false,
      isOnlyColumn: shown.length === 1,
    }));
    link.replaceWith(button, asked);
    return [{ column, th: heads[i], asked }];
  });

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

  return {
    head,
    corner,
    heads,
    shown: () => shown,
    chosen: (cells) => shown.flatMap((column) => cells[columns.indexOf(column)] ?? []),
    follow({ state }) {
      const now = model.columnsOf(state);
      const areOthers = now.length !== shown.length || now.some((column, i) => column !== shown[i]);
      shown = now;
      if (state.sort !== before?.sort) markSort(state.sort);
      if (state.requirements !== before?.requirements) markAsked(state);
      before = state;
      return areOthers;
    },
    turn(across) {
      for (const name of heads) nameAs(name, across ? 'row' : 'column');
      corner.textContent = across ? 'Criterion' : 'Option';
      table.classList.toggle('across', across);
    },
  };
}
