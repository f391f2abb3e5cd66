/**
 * Has the browser keep what is visited for reading without a network, and says when content newer than
 * that of the page has come.
 */

import { button } from './dom.ts';
import { tellHeight } from './sticking.ts';

/** What the service worker tells the open pages when it takes over. */
interface TakenOver {
  readonly edition: string;
}

/** Not in all browsers, and so not among their types. */
interface WithConnection {
  readonly connection?: { readonly saveData?: boolean };
}

/** Milliseconds for which a page is left to itself: what a worker fetches takes line and processor from it. */
const LEFT_ALONE = 2500;

/** Milliseconds after those, after which it is kept even if the browser has not been idle. */
const LATEST = 3000;

/** Not in the pages, each of which would weigh more for what few readers see. */
const LOOKS =
  'fixed bottom-[calc(var(--foot)+1rem)] left-4 z-5 mr-4 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm border border-rule bg-card px-3.5 py-1.5 text-sm empty:invisible print:hidden';

class SiteEdition extends HTMLElement {
  connectedCallback(): void {
    this.className = LOOKS;
    this.role = 'status';
    tellHeight('notice', this);
    // A page that did not come over a secure connection has no service worker.
    if (!('serviceWorker' in navigator)) return;
    const { worker = '', edition } = this.dataset;
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<TakenOver>) => {
      if (data.edition !== edition) this.#tell();
    });
    // Whoever saves data has not asked for anything to be kept.
    if ((navigator as WithConnection).connection?.saveData === true) return;
    const begin = (): void => {
      keep(worker).catch(() => {
        // Storage may be forbidden or full; the site then needs its network.
      });
    };
    setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: LATEST });
      else begin();
    }, LEFT_ALONE);
  }

  #tell(): void {
    const reload = (): void => {
      location.reload();
    };
    this.replaceChildren(
      'A newer edition of the content is there. ',
      button({ className: 'button' }, reload, 'Reload'),
    );
  }
}

/** Registers the worker, and lets it look for a newer edition when the reader comes back to the page. */
async function keep(worker: string): Promise<void> {
  const isNew = navigator.serviceWorker.controller === null;
  const registration = await navigator.serviceWorker.register(worker);
  const look = (): void => {
    if (document.hidden) return;
    registration.update().catch(() => {
      // Without a network there is nothing newer to be had.
    });
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  if (!isNew) return;
  // What came before the worker was there has passed it by.
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ visited: [location.href, ...loaded] });
}

customElements.define('site-edition', SiteEdition);
