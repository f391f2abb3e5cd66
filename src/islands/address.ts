/**
 * The address bar as the permalink of a view: a step of history for each change, one step for a run
 * of typing or dragging.
 */

import { formatView, parseView, type ReadView, type ViewState } from '../decision/view.ts';
import type { Vocabulary } from '../decision/vocabulary.ts';

/** Browsers refuse to have the address rewritten more often than a few times a second for long. */
const PAUSE = 400;

export interface Address {
  /** What the address asked for when the page was opened. */
  readonly opened: ReadView;
  /** The link to a state. */
  readonly linkTo: (state: ViewState) => string;
  /** Writes a state as a step that can be undone; states of one run in a row are one step. */
  readonly write: (state: ViewState, run?: string) => void;
  /** Rewrites the present step. */
  readonly amend: (state: ViewState) => void;
}

/** Follows and writes the address; `follow` is called with each state that the reader goes back to. */
export function address(vocabulary: Vocabulary, follow: (read: ReadView) => void): Address {
  let running: string | undefined;
  let pending:
    { readonly how: 'pushState' | 'replaceState'; readonly state: ViewState } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const linkTo = (state: ViewState): string => {
    const query = formatView(vocabulary, state);
    return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}`;
  };
  const settle = (): void => {
    clearTimeout(timer);
    if (pending === undefined) return;
    const link = linkTo(pending.state);
    if (link !== location.href) history[pending.how](null, '', link);
    pending = undefined;
  };
  const later = (next: typeof pending, pause: number): void => {
    clearTimeout(timer);
    pending = next;
    timer = setTimeout(settle, pause);
  };

  addEventListener('popstate', () => {
    later(undefined, 0);
    running = undefined;
    follow(parseView(vocabulary, location.search));
  });

  return {
    opened: parseView(vocabulary, location.search),
    linkTo,
    write(state, run) {
      if (run !== undefined && run === running) {
        later({ how: pending?.how ?? 'replaceState', state }, PAUSE);
        return;
      }
      settle();
      running = run;
      // To write it takes the browser longer than the change itself, which is to be seen at once.
      later({ how: 'pushState', state }, 0);
    },
    amend(state) {
      settle();
      history.replaceState(null, '', linkTo(state) + location.hash);
    },
  };
}
