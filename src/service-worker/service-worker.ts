/**
 * Keeps the whole site in the browser after one visit, so that it can be read without a network.
 *
 * With a network, pages and data come from there. Without one, or when it is too slow to wait for,
 * the kept copy is shown.
 */

import { enable as preloadNavigations } from 'workbox-navigation-preload';
import { getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/** All files to keep, relative to this one; a file whose name tells its contents has no revision. */
declare const FILES: readonly { readonly url: string; readonly revision: string | null }[];

/** Which content these files show. */
declare const EDITION: string;

/** Seconds after which a kept copy is better than one that has still not come. */
const PATIENCE = 3;

/** The address of a page, whatever was asked of it. */
function bare({ origin, pathname }: URL): string {
  return origin + pathname;
}

const kept = async (request: Request): Promise<Response | undefined> =>
  matchPrecache(bare(new URL(request.url)));

const networkFirst = new NetworkOnly({
  networkTimeoutSeconds: PATIENCE,
  plugins: [
    {
      fetchDidSucceed({ response }) {
        // A server that is out of order is as good as none.
        if (response.status >= 500) throw new Error(response.statusText);
        return Promise.resolve(response);
      },
      handlerDidError: ({ request }) => kept(request),
    },
  ],
});

const notFound = new NetworkOnly({
  plugins: [{ handlerDidError: () => matchPrecache('404.html') }],
});

precache([...FILES]);
preloadNavigations();

// What never changes under its name need not be asked for again.
registerRoute(
  ({ url }) => getCacheKeyForURL(url.href) === url.href,
  async ({ request }) => (await kept(request)) ?? fetch(request),
);
registerRoute(({ url }) => getCacheKeyForURL(bare(url)) !== undefined, networkFirst);
registerRoute(({ request }) => request.mode === 'navigate', notFound);

self.addEventListener('install', () => {
  // Pages that are open ask the network first, so nothing is gained by waiting until they are closed.
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

/** Serves the open pages too, and tells them which edition is there now. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  const pages = await self.clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage({ edition: EDITION });
}
