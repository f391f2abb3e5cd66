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
  let pending: { readonly timer: ReturnType<typeof setTimeout>; readonly link: string } | undefined;

  const linkTo = (state: ViewState): string => {
    const query = formatView(vocabulary, state);
    return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}`;
  };
  const settle = (): void => {
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    history.replaceState(null, '', pending.link);
    pending = undefined;
  };

  addEventListener('popstate', () => {
    clearTimeout(pending?.timer);
    pending = undefined;
    running = undefined;
    follow(parseView(vocabulary, location.search));
  });

  return {
    opened: parseView(vocabulary, location.search),
    linkTo,
    write(state, run) {
      const link = linkTo(state);
      if (run !== undefined && run === running) {
        clearTimeout(pending?.timer);
        pending = { timer: setTimeout(settle, PAUSE), link };
        return;
      }
      settle();
      running = run;
      if (link !== location.href) history.pushState(null, '', link);
    },
    amend(state) {
      settle();
      history.replaceState(null, '', linkTo(state) + location.hash);
    },
  };
}
