/** Serves a built site as a plain static host does: index files, 404.html, and nothing else. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface ServeOptions {
  readonly directory: string;
  /** The path under which the site was built, with a slash at both ends. */
  readonly basePath: string;
  readonly port: number;
}

/**
 * Starts serving on the loopback interface.
 *
 * @returns the server, once it listens
 */
export async function serve({ directory, basePath, port }: ServeOptions): Promise<Server> {
  const files = sirv(directory, { etag: true, extensions: ['html'], dotfiles: false });
  const notFound = readFileSync(join(directory, '404.html'));
  const server = createServer((request, response) => {
    const missing = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const url = request.url ?? '/';
    if (!url.startsWith(basePath)) {
      if (url === '/') response.writeHead(302, { location: basePath }).end();
      else missing();
      return;
    }
    request.url = url.slice(basePath.length - 1);
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return server;
}
