/** No result is a dead end: what single thing to give up to have some, each one click. */

import { rescues } from '../../decision/filter.ts';
import type { ViewState } from '../../links/view.ts';
import { button, make } from '../dom.ts';
import type { Model, Shown } from './shown.ts';

/** In quotes, within which others are single. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/**
 * The ways out, those that leave most first.
 *
 * @param nameOf what a condition asks for, by its key
 * @param without what to change to drop a condition
 * @param take takes a way
 */
export function waysOut(
  { places }: Model,
  { state, conditions }: Shown,
  nameOf: (key: string) => string,
  without: (key: string) => Partial<ViewState>,
  take: (change: Partial<ViewState>) => void,
): HTMLElement {
  const way = (text: string, change: Partial<ViewState>): HTMLElement => {
    const act = (): void => {
      take(change);
    };
    return make('li', {}, button({ className: 'link' }, act, text));
  };
  return make(
    'ul',
    { className: 'points' },
    ...rescues(places, conditions, state.hideUnproven).map(({ drop, left }) =>
      way(`Without ${quoted(nameOf(drop))}: ${String(left)} left`, without(drop)),
    ),
    way('Show all options, with what each fails', { dimFailed: true }),
  );
}
