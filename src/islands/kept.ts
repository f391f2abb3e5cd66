/** What the browser keeps of the site for reading without a network, as worker and pages agree on it. */

import { FILES, offlinePath } from '../links/routes.ts';

/** A file that can be kept. */
export interface KeptFile {
  /** Its address, relative to the top of the site. */
  readonly url: string;
  /** Its version; null if the address tells it. */
  readonly revision: string | null;
  readonly bytes: number;
}

/** Where the list of all files that can be kept lies, from the top of the site. */
export const LIST = FILES.keptList.slice(1);

/** Stands among what is kept while the reader wants all of it; no file has this name. */
const WHOLE = 'kept-whole';

/** Says of a kept copy which version it is. */
const REVISION = 'x-revision';

/** How many files are fetched at once. */
const TOGETHER = 4;

/** What is kept of the site at one address; other sites of the same origin have their own. */
export class Shelf {
  readonly scope: string;
  readonly #cache: Cache;

  private constructor(scope: string, cache: Cache) {
    this.scope = scope;
    this.#cache = cache;
  }

  /** The name of the browser’s cache for a site, by the address of its top. */
  static nameFor(scope: string): string {
    return `kept ${scope}`;
  }

  /** @throws {DOMException} where the browser lets nothing be kept */
  static async open(scope: string): Promise<Shelf> {
    return new Shelf(scope, await caches.open(Shelf.nameFor(scope)));
  }

  /** The list of all files as the network has it now; it is kept too. */
  async freshList(): Promise<readonly KeptFile[]> {
    const response = await fetched(this.#at(LIST));
    const files = (await response.clone().json()) as KeptFile[];
    await this.#cache.put(this.#at(LIST), response);
    return files;
  }

  /** The list of all files as it was kept; none if it was not. */
  async list(): Promise<readonly KeptFile[]> {
    const response = await this.#cache.match(this.#at(LIST));
    return response === undefined ? [] : ((await response.json()) as KeptFile[]);
  }

  /** A kept copy of what lies at an address, whatever was asked of it. */
  match(url: string): Promise<Response | undefined> {
    return this.#cache.match(bare(url), { ignoreVary: true });
  }

  /** The files, of those given, of which some version is kept. */
  async kept(files: readonly KeptFile[]): Promise<KeptFile[]> {
    const there = await this.#addresses();
    return files.filter(({ url }) => there.has(this.#at(url)));
  }

  /** The files, of those given, of which this or an earlier version is kept, be it under another name. */
  async known(files: readonly KeptFile[]): Promise<KeptFile[]> {
    const there = new Set([...(await this.#addresses())].map(unversioned));
    return files.filter(({ url }) => there.has(unversioned(this.#at(url))));
  }

  /** Sees that this version of each file is kept, and says after each how many are. */
  async keep(
    files: readonly KeptFile[],
    { done, signal }: { done?: (file: KeptFile) => void; signal?: AbortSignal } = {},
  ): Promise<void> {
    const queue = [...files];
    const work = async (): Promise<void> => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        signal?.throwIfAborted();
        await this.#keepOne(file, signal ?? null);
        done?.(file);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
  }

  async #keepOne({ url, revision }: KeptFile, signal: AbortSignal | null): Promise<void> {
    const address = this.#at(url);
    const there = await this.match(address);
    if (there !== undefined && (revision === null || there.headers.get(REVISION) === revision)) {
      return;
    }
    const { body, headers } = await fetched(address, signal);
    const own = new Headers(headers);
    own.set(REVISION, revision ?? '');
    await this.#cache.put(address, new Response(body, { headers: own }));
  }

  /** Removes all copies but those of the files given. */
  async keepOnly(files: readonly KeptFile[]): Promise<void> {
    const wanted = new Set(
      [LIST, WHOLE, ...files.map(({ url }) => url)].map((url) => this.#at(url)),
    );
    for (const address of await this.#addresses()) {
      if (!wanted.has(address)) await this.#cache.delete(address, { ignoreVary: true });
    }
  }

  /** Whether the reader wants the whole site kept, now and of each later edition. */
  async wantsWhole(): Promise<boolean> {
    return (await this.#cache.match(this.#at(WHOLE))) !== undefined;
  }

  async wantWhole(wanted: boolean): Promise<void> {
    if (wanted) await this.#cache.put(this.#at(WHOLE), new Response());
    else await this.#cache.delete(this.#at(WHOLE));
  }

  async #addresses(): Promise<ReadonlySet<string>> {
    return new Set((await this.#cache.keys()).map(({ url }) => url));
  }

  #at(url: string): string {
    return new URL(url, this.scope).href;
  }
}

/** Whether a file is of the shell, which is kept of itself. */
export function isOfShell({ url }: KeptFile): boolean {
  const own = ['./', '404.html', FILES.icon.slice(1), offlinePath().slice(1)];
  return own.includes(url) || url.startsWith('_astro/');
}

/** Whether a file, by its address from the top of the site, never changes under its name. */
export const isNamedByContents = (url: string): boolean =>
  url.startsWith('_astro/') || VERSION_IN_NAME.test(url);

/** Of what `namedDataPath` gives, the digits that tell one version of a file from another. */
const VERSION_IN_NAME = /(?<=(?:^|\/)data\/[a-z]+\.(?:[a-z\d-]+-)?)[\da-f]{8}(?=\.json$)/;

const unversioned = (url: string): string => url.replace(VERSION_IN_NAME, '');

/** An address without what is asked of it. */
export function bare(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

async function fetched(url: string, signal: AbortSignal | null = null): Promise<Response> {
  const response = await fetch(url, { cache: 'no-cache', signal });
  if (!response.ok) throw new Error(`${url} answers ${String(response.status)}.`);
  if (!isOfItsKind(url, response)) throw new Error(`${url} answers with another kind of file.`);
  return response;
}

/** Whether a page answers with a page, and another file not with one, as of a server that is being mended. */
export function isOfItsKind(url: string, { headers }: Response): boolean {
  const isPage = /\/$|\.html$/.test(bare(url));
  return isPage === (headers.get('content-type') ?? '').startsWith('text/html');
}
