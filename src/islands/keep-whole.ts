/** The button that keeps the whole site in the browser: says how large it is, how far it is, and undoes it. */

import { button, make } from './dom.ts';
import { isOfShell, Shelf, type KeptFile } from './kept.ts';

/** Bytes as readers count them. */
function size(bytes: number): string {
  const mega = bytes / 1e6;
  return `${mega < 10 ? mega.toFixed(1) : mega.toFixed(0)} MB`;
}

const total = (files: readonly KeptFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

class KeepWhole extends HTMLElement {
  readonly #status = make('p', { role: 'status' });
  readonly #bar = make('progress', { hidden: true });
  readonly #buttons = make('p', { className: 'buttons' });
  #stop: AbortController | null = null;

  connectedCallback(): void {
    const wanted = new URLSearchParams(location.search).get('page');
    if (wanted !== null) this.#offerAgain(wanted);
    if (!('serviceWorker' in navigator)) {
      this.append(
        make('p', {}, 'This browser keeps nothing here: that needs a secure connection (HTTPS).'),
      );
      return;
    }
    this.#bar.ariaLabel = 'Files kept';
    this.append(this.#status, this.#bar, this.#buttons);
    this.#begin();
  }

  #begin(): void {
    this.#buttons.replaceChildren();
    this.#show().catch(() => {
      this.#complain();
      const again = (): void => {
        this.#begin();
      };
      this.#buttons.replaceChildren(button({ className: 'button' }, again, 'Try again'));
    });
  }

  /** The page that the reader wanted when there was neither network nor copy. */
  #offerAgain(wanted: string): void {
    const url = URL.canParse(wanted, this.#scope) ? new URL(wanted, this.#scope) : null;
    if (url?.href.startsWith(this.#scope) !== true) return;
    const again = make('a', { href: url.href, textContent: url.pathname });
    this.append(
      make('p', {}, 'You asked for a page that is not kept: ', again, '. Try again later.'),
    );
  }

  get #scope(): string {
    return new URL(this.dataset.base ?? '', location.href).href;
  }

  readonly #complain = (): void => {
    this.#say('This cannot be had now: there is no network, or no room in this browser.');
  };

  #say(text: string): void {
    this.#status.textContent = text;
  }

  /** Says what is kept, and offers what can be done about it. */
  async #show(): Promise<void> {
    const shelf = await Shelf.open(this.#scope);
    const files = await shelf.freshList().catch(() => shelf.list());
    if (files.length === 0) throw new Error('What can be kept is not known.');
    const kept = await shelf.kept(files);
    const count = `${String(kept.length)} of ${String(files.length)} files`;
    this.#bar.hidden = true;
    this.#say(`Kept in this browser: ${count}, ${size(total(kept))} of ${size(total(files))}.`);
    const keep = (): void => {
      this.#keep(shelf, files).catch(this.#complain);
    };
    const forget = (): void => {
      this.#forget(shelf, files).catch(this.#complain);
    };
    const isWhole = kept.length === files.length;
    this.#buttons.replaceChildren(
      ...(isWhole
        ? []
        : [
            button(
              { className: 'button' },
              keep,
              `Keep the whole site for offline use (${size(total(files))})`,
            ),
          ]),
      ...(kept.some((file) => !isOfShell(file)) || (await shelf.wantsWhole())
        ? [button({ className: 'button' }, forget, 'Remove what is kept')]
        : []),
    );
  }

  async #keep(shelf: Shelf, files: readonly KeptFile[]): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.#buttons.replaceChildren(
      button(
        { className: 'button' },
        () => {
          stop.abort();
        },
        'Stop',
      ),
    );
    let count = 0;
    let bytes = 0;
    this.#bar.max = files.length;
    this.#bar.value = 0;
    this.#bar.hidden = false;
    try {
      await navigator.serviceWorker.register(this.dataset.worker ?? '');
      await shelf.wantWhole(true);
      await shelf.keep(files, {
        signal: stop.signal,
        done: (file) => {
          count += 1;
          bytes += file.bytes;
          this.#bar.value = count;
          const step = `${String(count)} of ${String(files.length)} files`;
          this.#say(`Keeping ${step}, ${size(bytes)} of ${size(total(files))} …`);
        },
      });
    } catch (error) {
      // What was stopped is not taken up again by a later edition.
      await shelf.wantWhole(false);
      if (!stop.signal.aborted) {
        await this.#show();
        throw error;
      }
    }
    await this.#show();
  }

  async #forget(shelf: Shelf, files: readonly KeptFile[]): Promise<void> {
    await shelf.wantWhole(false);
    await shelf.keepOnly(files.filter(isOfShell));
    await this.#show();
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }
}

customElements.define('keep-whole', KeepWhole);
