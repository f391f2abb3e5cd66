/**
 * The address bar as the permalink of a view: a step of history for each change, one step for a run
 * of typing or dragging.
 */

import { formatView, parseView, type ReadView, type ViewState } from '../links/view.ts';
import type { Vocabulary } from '../links/vocabulary.ts';
import { HistorySteps } from './history-steps.ts';

/** How long a run of typing may rest before it is written, in milliseconds. */
const PAUSE = 400;

export class AddressBar {
  /** What the address asked for when the page was opened. */
  readonly opened: ReadView;
  readonly #vocabulary: Vocabulary;
  readonly #steps = new HistorySteps();
  #run: string | undefined;

  /** @param follow called with each state that the reader goes back to */
  constructor(vocabulary: Vocabulary, follow: (read: ReadView) => void) {
    this.#vocabulary = vocabulary;
    this.opened = parseView(vocabulary, location.search);
    addEventListener('popstate', () => {
      this.#steps.forget();
      this.#run = undefined;
      follow(parseView(vocabulary, location.search));
    });
  }

  /** The link to a state. */
  linkTo(state: ViewState): string {
    const query = formatView(this.#vocabulary, state);
    return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}`;
  }

  /** Writes a state as a step that can be undone; states of one run in a row are one step. */
  write(state: ViewState, run?: string): void {
    const link = this.linkTo(state);
    if (run !== undefined && run === this.#run) this.#steps.amend(link, PAUSE);
    else this.#steps.step(link);
    this.#run = run;
  }

  /** Rewrites the present step. */
  amend(state: ViewState): void {
    this.#steps.amend(this.linkTo(state) + location.hash);
  }
}
