/** What the parts of the matrix’s controls have in common. */

import type { Matches } from '../../decision/filter.ts';
import type { ViewState } from '../../links/view.ts';
import { spoken } from '../dom.ts';
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

/** How many options a choice would leave, beside it: “12 + 3”; what the second figure is, is spoken. */
export function tellCount(element: HTMLElement, { met, below }: Matches): void {
  const more = below > 0 ? [` + ${String(below)}`, spoken(' not proven or not applicable')] : [];
  element.replaceChildren(String(met), spoken(' match'), ...more);
}
