/** No result is a dead end: what single thing to give up to have some, each one click. */

import { rescues } from '../../decision/filter.ts';
import { button, make } from '../dom.ts';
import type { Shown } from './model.ts';
import { leftText } from './panel.ts';

export interface WaysOut {
  /** What a condition asks for, by its key. */
  readonly nameOf: (key: string) => string;
  readonly giveUp: (key: string) => void;
  readonly showFailed: () => void;
}

/** The ways out, those that leave most first. */
export function waysOut({ state, conditions, standings }: Shown, ways: WaysOut): HTMLElement {
  const way = (text: string, act: () => void): HTMLElement =>
    make('li', {}, button({ className: 'link' }, act, text));
  const single = rescues(standings.length, conditions, state.hideUnproven);
  return make(
    'ul',
    { className: 'points' },
    ...single.map(({ drop, left }) =>
      way(`Without “${ways.nameOf(drop)}”: ${leftText(left)}`, () => {
        ways.giveUp(drop);
      }),
    ),
    way('All options, with what each fails', ways.showFailed),
  );
}
