/**
 * The ways into the search and to the sheet of keys. What they need is loaded when a reader is about
 * to use it, and not before.
 */

import type { PackedFindables } from '../../words/search-entry.ts';
import { button, make } from '../dom.ts';
import { opensElsewhere } from '../modifier-keys.ts';
import { namedData } from '../named-data.ts';
import type { SearchData, SearchDialog } from './dialog.ts';

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);
const MODIFIER = IS_APPLE ? '⌘' : 'Ctrl';

/** Stands around a link to the index of all pages, which is the search without scripts. */
class SiteSearch extends HTMLElement {
  #loading: Promise<SearchDialog> | undefined;
  /** What the reader has typed since asking for the search; null where it is there, or not asked for. */
  #typed: string | null = null;

  connectedCallback(): void {
    const open = (): void => {
      this.#open();
    };
    const intend = (): void => {
      this.#load().catch(() => {
        // It is tried again when the search is opened.
      });
    };
    const opener = button({ className: 'button', title: `${MODIFIER}+K` }, open, 'Search');
    opener.ariaHasPopup = 'dialog';
    opener.setAttribute('aria-keyshortcuts', IS_APPLE ? 'Meta+K' : 'Control+K');
    opener.addEventListener('pointerenter', intend);
    opener.addEventListener('focus', intend);
    this.replaceChildren(opener);
    // Other ways into the search, which without scripts lead to the index.
    for (const link of document.querySelectorAll<HTMLElement>('[data-opens=search]')) {
      link.addEventListener('pointerenter', intend);
      link.addEventListener('click', (event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        open();
      });
    }

    document.addEventListener('keydown', (event) => {
      const isModified = IS_APPLE ? event.metaKey : event.ctrlKey;
      if (!isModified || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open();
    });
  }

  #load(): Promise<SearchDialog> {
    if (this.#loading !== undefined) return this.#loading;
    const { base = '', index = '' } = this.dataset;
    const setting = { base, index, modifier: MODIFIER };
    const first = { pages: findables('pages'), sources: findables('sources') };
    // The dialog says what could not be had; without a dialog there is nobody to tell.
    void Promise.allSettled(Object.values(first));
    this.#loading = import('./on-demand.ts').then(({ searchDialog }) =>
      searchDialog(setting, first, findables),
    );
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  #open(): void {
    if (this.#typed !== null) return;
    this.#typed = '';
    document.addEventListener('keydown', this.#keep);
    this.#load().then(
      (dialog) => {
        if (this.#typed !== null) dialog.open(this.#stop());
      },
      () => {
        // A newer edition of the site may have taken the place of this page’s files.
        if (this.#typed !== null) location.href = this.dataset.index ?? '';
        this.#stop();
      },
    );
  }

  /** Nobody waits for a box to appear before they type. */
  readonly #keep = (event: KeyboardEvent): void => {
    const { key } = event;
    const typed = this.#typed ?? '';
    if (key === 'Escape') this.#stop();
    else if (key === 'Backspace') this.#typed = typed.slice(0, -1);
    else if (key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    else this.#typed = typed + key;
    event.preventDefault();
  };

  /** Waits no more, and returns what has been typed meanwhile. */
  #stop(): string {
    const typed = this.#typed ?? '';
    this.#typed = null;
    document.removeEventListener('keydown', this.#keep);
    return typed;
  }
}

const findables = async (name: keyof SearchData): Promise<PackedFindables> =>
  (await namedData(
    (page) => page.querySelector<HTMLElement>('site-search')?.dataset[name],
  )) as PackedFindables;

const keys = button({ textContent: 'Keyboard' }, () => {
  import('./on-demand.ts').then(
    ({ showKeys }) => {
      showKeys(MODIFIER);
    },
    () => {
      // Without a network there is no sheet.
    },
  );
});
document.querySelector('.foot ul')?.append(make('li', {}, keys));

customElements.define('site-search', SiteSearch);
