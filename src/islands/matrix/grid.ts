/** What the table of the matrix is to its controls, however its rows come about. */

import type { HeadActions } from './head-menu.ts';
import type { Model, Shown } from './shown.ts';
import { groupDigits } from '../../words/label.ts';
import { counted } from '../../words/sentences.ts';

export interface Grid {
  /** What a search looks at: names, values and reasons of each row, in lower case, as far as they are there. */
  readonly texts: () => readonly string[];
  /** Resolves when all that a search looks at is there, or cannot be had. */
  readonly textsFetched: () => Promise<void>;
  /** What is to be said of a search, if it does not look at all of that. */
  readonly remark: () => string;
  readonly update: (shown: Shown) => void;
  /** The row after another, or before it; those that name others are passed over. */
  readonly rowBeside: (row: HTMLTableRowElement, before: boolean) => HTMLTableRowElement | null;
}

/** What a cell is about: its option and its column, by their places. */
export interface CellSubject {
  readonly option: number;
  readonly column: number;
}

/** What a cell is about; null where there is none. */
export type SubjectOf = (cell: HTMLTableCellElement) => CellSubject | null;

/** Rows, and what their cells are about; what a search looks at does not depend on how they come about. */
export interface Rows extends Omit<Grid, 'texts' | 'textsFetched' | 'remark'> {
  readonly subjectOf: SubjectOf;
}

export interface GridActions extends HeadActions {
  /**
   * Picks an option, by its place, or lets it go; returns whether it is picked then, since it may be one
   * too many.
   */
  readonly pick: (option: number, picked: boolean) => boolean;
  /** Shows the state anew, since a search looks at more than before. */
  readonly refresh: () => void;
}

/** What a grid is made of. */
export interface GridParts {
  /** The matrix with its controls; the menus of columns go there. */
  readonly root: HTMLElement;
  /** Its columns are in the order of the model, as are its rows. */
  readonly table: HTMLTableElement;
  readonly model: Model;
  readonly actions: GridActions;
  readonly shown: () => Shown;
}

/** What the table shows, in words. */
export function captionOf({ rows }: Shown, { table }: Model, columns: number): string {
  const options = counted(table.options.length, 'option');
  const criteria = counted(table.criteria.length, 'criterion', 'criteria');
  return `${groupDigits(rows.length)} of ${options} on ${String(columns)} of ${criteria}.`;
}
