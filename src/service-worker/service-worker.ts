/**
 * Keeps what was visited, and the little that every page needs, for reading without a network; the whole
 * site only where the reader asks for it on the page that `offline.astro` makes.
 *
 * With a network, pages and data come from there. Without one, from a server that is out of order, or
 * when it is too slow to wait for, the kept copy is shown.
 */

import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import {
  bare,
  isNamedByContents,
  isOfItsKind,
  isOfShell,
  LIST,
  Shelf,
  type KeptFile,
} from '../islands/kept.ts';
import { offlinePath } from '../links/routes.ts';

declare const self: ServiceWorkerGlobalScope;

/** Which content the files show. */
declare const EDITION: string;

/** Changes when any file does, and with it this worker. */
declare const VERSION: string;

/** Seconds after which a kept copy is better than one that has still not come. */
const PATIENCE = 3;

const scope = self.registration.scope;
const cacheName = Shelf.nameFor(scope);

const isOwn = (url: string): boolean => url.startsWith(scope);

/** An address of the site from its top, without what is asked of it. */
const withinSite = (url: string): string => bare(url).slice(scope.length) || './';

/** What may be kept: files of the site, and whole. */
async function mayBeKept(response: Response): Promise<boolean> {
  if (response.status !== 200 || response.redirected || response.type !== 'basic') return false;
  if (!isOfItsKind(response.url, response)) return false;
  const files = await (await Shelf.open(scope)).list();
  return files.some(({ url }) => url === withinSite(response.url));
}

const plugins = [
  {
    cacheKeyWillBeUsed: ({ request }: { request: Request }) => Promise.resolve(bare(request.url)),
    fetchDidSucceed: ({ response }: { response: Response }) => {
      // A server that is out of order is as good as none.
      if (response.status >= 500) throw new Error(response.statusText);
      return Promise.resolve(response);
    },
    cacheWillUpdate: async ({ response }: { response: Response }) =>
      (await mayBeKept(response)) ? response : null,
    handlerDidError: ({ request }: { request: Request }) =>
      request.mode === 'navigate' ? instead(request) : Promise.resolve(undefined),
  },
];
const matchOptions = { ignoreVary: true };

/** What is shown in place of a page that cannot be had, and of which there is no copy at this address. */
async function instead({ url }: Request): Promise<Response | undefined> {
  const shelf = await Shelf.open(scope);
  const { pathname, search } = new URL(url);
  // Servers would lead from here to the page itself.
  const whole = pathname.endsWith('/index.html') ? pathname.slice(0, -10) : `${pathname}/`;
  if ((await shelf.match(new URL(whole, url).href)) !== undefined) {
    return Response.redirect(new URL(whole + search, url).href);
  }
  const files = await shelf.list();
  const isThere = [url, new URL(whole, url).href].some((address) =>
    files.some((file) => file.url === withinSite(address)),
  );
  const missing = isThere ? undefined : await shelf.match(new URL('404.html', scope).href);
  if (missing !== undefined) return new Response(missing.body, { ...init(missing), status: 404 });
  const page = offlinePath(url.slice(scope.length)).slice(1);
  return Response.redirect(new URL(page, scope).href);
}

const init = ({ headers }: Response): ResponseInit => ({ headers });

// What never changes under its name need not be asked for again.
registerRoute(
  ({ url }) => isOwn(url.href) && isNamedByContents(withinSite(url.href)),
  new CacheFirst({ cacheName, plugins, matchOptions }),
);
registerRoute(
  ({ url }) => isOwn(url.href) && withinSite(url.href) !== LIST,
  new NetworkFirst({ cacheName, networkTimeoutSeconds: PATIENCE, plugins, matchOptions }),
);

self.addEventListener('install', (event) => {
  event.waitUntil(refresh());
  // Pages that are open ask the network first, so nothing is gained by waiting until they are closed.
  void self.skipWaiting();
});

/** Brings what is kept to the present edition; if that fails, the worker before stays, and its copies. */
async function refresh(): Promise<void> {
  const shelf = await Shelf.open(scope);
  const files = await shelf.freshList();
  const whole = await shelf.wantsWhole();
  const there = new Set(await shelf.known(files));
  await shelf.keep(files.filter((file) => whole || isOfShell(file) || there.has(file)));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

/** Serves the open pages too, and tells them which edition is there now. */
async function takeOver(): Promise<void> {
  // A worker of former days asked for pages ahead, and kept the whole site under another name.
  await self.registration.navigationPreload.disable();
  for (const name of await caches.keys()) {
    if (name.startsWith('workbox-') && name.endsWith(scope)) await caches.delete(name);
  }
  const shelf = await Shelf.open(scope);
  await shelf.keepOnly(await shelf.list());
  await self.clients.claim();
  const pages = await self.clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage({ edition: EDITION, version: VERSION });
}

/** What a page tells that was there before the worker was: its own address, and what it loaded. */
interface Visited {
  readonly visited: readonly string[];
}

self.addEventListener('message', (event) => {
  const { visited } = event.data as Visited;
  event.waitUntil(keepVisited(new Set(visited.filter(isOwn).map(withinSite))));
});

async function keepVisited(visited: ReadonlySet<string>): Promise<void> {
  const shelf = await Shelf.open(scope);
  const wanted = (file: KeptFile): boolean => visited.has(file.url);
  const files = (await shelf.list()).filter(wanted);
  const there = new Set(await shelf.kept(files));
  await shelf.keep(files.filter((file) => !there.has(file)));
}
