/**
 * The address bar as a history of steps. Browsers limit how often a page may write it (WebKit throws
 * after 100 times in 30 seconds, Chromium ignores it): what is refused is kept, merged with what comes
 * after it, and written once it is allowed.
 */

/** How long to wait before asking again, in milliseconds. */
const AGAIN = 1000;

/** What a reader does, or a browser, just before the page is left. */
const LEAVING = ['click', 'focusout', 'beforeunload', 'pagehide'] as const;

export class HistorySteps {
  /** What is still to be written, and whether as a step of its own. */
  #pending: { readonly link: string; readonly isStep: boolean } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Adds a step that going back undoes. */
  step(link: string): void {
    this.settle();
    this.#keep(link, true, 0);
  }

  /**
   * Rewrites the present step.
   *
   * @param pause how long it waits for more of the like, in milliseconds
   */
  amend(link: string, pause = 0): void {
    this.#keep(link, false, pause);
  }

  /** Writes what is to be written now. */
  readonly settle = (): void => {
    clearTimeout(this.#timer);
    if (this.#pending === undefined) return;
    const { link, isStep } = this.#pending;
    if (link === location.href || this.#isWritten(link, isStep)) this.forget();
    else this.#timer = setTimeout(this.settle, AGAIN);
  };

  /** Drops what is still to be written, since the reader is elsewhere now. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    for (const type of LEAVING) removeEventListener(type, this.settle, true);
  }

  #keep(link: string, isStep: boolean, pause: number): void {
    const before = this.#pending?.isStep ?? false;
    this.#pending = { link: new URL(link, location.href).href, isStep: isStep || before };
    clearTimeout(this.#timer);
    if (pause === 0) this.settle();
    else this.#timer = setTimeout(this.settle, pause);
    // Listened to only while there is something to lose: pages that listen may not be kept for going back.
    if (this.#isPending()) for (const type of LEAVING) addEventListener(type, this.settle, true);
  }

  #isPending(): boolean {
    return this.#pending !== undefined;
  }

  #isWritten(link: string, isStep: boolean): boolean {
    const before = location.href;
    try {
      if (isStep) history.pushState(null, '', link);
      else history.replaceState(null, '', link);
    } catch {
      return false;
    }
    return location.href !== before;
  }
}
