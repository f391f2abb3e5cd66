/** What the parts of the matrix’s controls have in common. */

import type { ViewState } from '../../links/view.ts';
import type { Shown } from './shown.ts';

/** Makes a part of the page follow the state. */
export type Update = (shown: Shown) => void;

/** A part of the page that follows the state. */
export interface Panel {
  readonly element: HTMLElement;
  readonly update: Update;
}

/** Changes the state; changes of one run in a row, as in typing, are one step of history. */
export type Change = (change: Partial<ViewState>, run?: string) => void;

/** How many options a choice would leave. */
export function leftText(count: number): string {
  return count === 0 ? 'none left' : `${String(count)} left`;
}
