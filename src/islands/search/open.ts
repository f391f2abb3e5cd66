/**
 * The ways into the search and to the sheet of keys. What they need is loaded when a reader is about
 * to use it, and not before.
 */

import type { PackedFindables } from '../../words/search-entry.ts';
import { button, make } from '../dom.ts';
import { opensElsewhere } from '../modifier-keys.ts';
import { namedData } from '../named-data.ts';
import type { SearchDialog } from './dialog.ts';

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);
const MODIFIER = IS_APPLE ? '⌘' : 'Ctrl';

/** The files that are searched. */
const NAMES = ['pages', 'sources'] as const;

/** Stands around a link to the index of all pages, which is the search without scripts. */
class SiteSearch extends HTMLElement {
  #loading: Promise<SearchDialog> | undefined;
  /** Whether the reader has asked for the search, and it is not there yet. */
  #isOpening = false;

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
    const first = new Map(NAMES.map((name) => [name, findables(name)]));
    // The dialog says what could not be had; without a dialog there is nobody to tell.
    void Promise.allSettled(first.values());
    const ask = (name: (typeof NAMES)[number]): Promise<PackedFindables> => {
      const asked = first.get(name) ?? findables(name);
      first.delete(name);
      return asked;
    };
    this.#loading = import('./on-demand.ts').then(({ searchDialog }) =>
      searchDialog(setting, { pages: () => ask('pages'), sources: () => ask('sources') }),
    );
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  #open(): void {
    if (this.#isOpening) return;
    this.#isOpening = true;
    let isWanted = true;
    // Nobody waits for a box to appear before they type.
    let typed = '';
    const keep = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        isWanted = false;
        stop();
      }
      const isBack = event.key === 'Backspace';
      if ((event.key.length > 1 && !isBack) || event.ctrlKey || event.metaKey || event.altKey)
        return;
      event.preventDefault();
      typed = isBack ? typed.slice(0, -1) : typed + event.key;
    };
    const stop = (): void => {
      document.removeEventListener('keydown', keep);
      this.#isOpening = false;
    };
    document.addEventListener('keydown', keep);
    this.#load().then(
      (dialog) => {
        if (!isWanted) return;
        stop();
        dialog.open(typed);
      },
      () => {
        if (!isWanted) return;
        stop();
        // A newer edition of the site may have taken the place of this page’s files.
        location.href = this.dataset.index ?? '';
      },
    );
  }
}

const findables = async (name: (typeof NAMES)[number]): Promise<PackedFindables> =>
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
