/**
 * The address bar as the permalink of a view: a step of history for each change, one step for a run
 * of typing or dragging.
 */

import { formatView, parseView, type ReadView, type ViewState } from '../links/view.ts';
import type { Vocabulary } from '../links/vocabulary.ts';

/** Browsers refuse to have the address rewritten more often than a few times a second for long. */
const PAUSE = 400;

/**
 * A change is to be seen before it is written: browsers take long over a new step, and ten times as
 * long while the page is still to be laid out.
 */
const FRAMES = 50;

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
  /** What is still to be written, and whether as a step of its own. */
  let pending: ViewState | undefined;
  let how: 'pushState' | 'replaceState' = 'replaceState';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const linkTo = (state: ViewState): string => {
    const query = formatView(vocabulary, state);
    return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}`;
  };
  const settle = (): void => {
    clearTimeout(timer);
    if (pending === undefined) return;
    const link = linkTo(pending);
    if (link !== location.href) history[how](null, '', link);
    pending = undefined;
    how = 'replaceState';
  };
  const later = (state: ViewState, pause: number): void => {
    clearTimeout(timer);
    pending = state;
    timer = setTimeout(settle, pause);
  };

  addEventListener('popstate', () => {
    clearTimeout(timer);
    pending = undefined;
    running = undefined;
    follow(parseView(vocabulary, location.search));
  });

  return {
    opened: parseView(vocabulary, location.search),
    linkTo,
    write(state, run) {
      if (run !== undefined && run === running) {
        later(state, PAUSE);
        return;
      }
      settle();
      running = run;
      how = 'pushState';
      later(state, FRAMES);
    },
    amend(state) {
      settle();
      history.replaceState(null, '', linkTo(state) + location.hash);
    },
  };
}
