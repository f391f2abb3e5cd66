/** Serves a built site to a driven browser, with a script first on each page that watches it. */

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Site } from '../sites.ts';

const WATCH = readFileSync(join(import.meta.dirname, 'watch.js'), 'utf8');
/** Or the browser would keep the site, for every test anew. */
const WITHOUT_WORKER = 'delete Navigator.prototype.serviceWorker;\n';
/** The place of the watching script and of pages for tests, beside those of the site. */
const OWN = '/-/';

/** A site that a browser can open. */
export interface WatchedSite {
  /** The address of a page, from its path in the site. */
  readonly url: (path: string) => string;
  /** Adds a page beside those of the site; gives its address. */
  readonly add: (name: string, type: string, body: string | Buffer) => string;
  /** From now on nobody answers. */
  readonly close: () => void;
}

/**
 * Starts to serve at a port of its own.
 *
 * @param worker whether pages may keep the site for reading without a network
 */
export async function watchedSite(site: Site, worker = false): Promise<WatchedSite> {
  const { directory, basePath } = site;
  const files = sirv(directory, { etag: true, dotfiles: false });
  const own = new Map<string, readonly [type: string, body: string | Buffer]>([
    [`${OWN}watch.js`, ['text/javascript', worker ? WATCH : WITHOUT_WORKER + WATCH]],
  ]);
  const page = (file: string): string =>
    readFileSync(file, 'utf8').replace(/<head>/, `<head><script src="${OWN}watch.js"></script>`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
    };
    const added = own.get(pathname);
    if (added !== undefined) {
      send(200, ...added);
      return;
    }
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
    const file = join(directory, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (file.endsWith('.html') && existsSync(file))
      send(200, 'text/html; charset=utf-8', page(file));
    else {
      request.url = `/${path}`;
      files(request, response, () => {
        send(404, 'text/html; charset=utf-8', page(join(directory, '404.html')));
      });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: (path) => origin + basePath.replace(/\/$/, '') + path,
    add(name, type, body) {
      own.set(OWN + name, [type, body]);
      return origin + OWN + name;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
