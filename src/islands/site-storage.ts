/**
 * What the site keeps in the browser: the theme and what is picked to compare, and nothing else. Sites
 * may share an origin, so keys carry the path under which this one lies.
 */

/** The key of something kept, with the path of the site, which for a site of its own origin adds nothing. */
function keyOf(name: string): string {
  const { base = '/' } = document.documentElement.dataset;
  return name + new URL(base, document.baseURI).pathname.replace(/\/$/, '');
}

/** What is told on the page of a text that was written. */
interface Written {
  readonly name: string;
  /** The text, if it could not be stored. */
  readonly unstored: string | undefined;
}

const WRITTEN = 'written';

/** One text that outlasts the page; where storage is forbidden or full, it lasts as long as the page. */
export class Kept {
  readonly #name: string;
  /** What could not be stored. It holds, whatever older text can still be read. */
  #unstored: string | undefined;

  constructor(name: string) {
    this.#name = name;
    // Scripts that are bundled for one page have this module twice.
    document.addEventListener(WRITTEN, (event) => {
      const { detail } = event as CustomEvent<Written>;
      if (detail.name === name) this.#unstored = detail.unstored;
    });
  }

  /** Null where nothing is kept. */
  read(): string | null {
    if (this.#unstored !== undefined) return this.#unstored;
    try {
      return localStorage.getItem(keyOf(this.#name));
    } catch {
      return null;
    }
  }

  write(text: string): void {
    let unstored: string | undefined;
    try {
      localStorage.setItem(keyOf(this.#name), text);
    } catch {
      unstored = text;
    }
    const detail: Written = { name: this.#name, unstored };
    document.dispatchEvent(new CustomEvent(WRITTEN, { detail }));
  }

  /** Calls back when another page may have changed the text: in another tab, or before this one came back. */
  whenElsewhereChanged(tell: () => void): void {
    addEventListener('storage', ({ key }) => {
      // Without a key, all was cleared.
      if (key === null || key === keyOf(this.#name)) tell();
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) tell();
    });
  }
}
