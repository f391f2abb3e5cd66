/** Serves a built site as a plain static host does: index files, 404.html, and nothing else. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from './command.ts';
import { codeOf } from './output.ts';

export interface ServeOptions {
  readonly directory: string;
  /** The path under which the site was built, with a slash at both ends. */
  readonly basePath: string;
  /** The port to listen at; 0 for any that is free. */
  readonly port: number;
}

/** A server that listens. */
export interface Serving {
  readonly server: Server;
  /** Where the site is, for a reader on this machine. */
  readonly address: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.ics': 'text/calendar',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const BINARY = ['.png', '.woff2'];

/** Milliseconds between two looks for a site that is not there, and how often to look. */
const WAIT = { between: 50, times: 40 };

/**
 * Starts serving on the loopback interface.
 *
 * Each answer is read whole from the folder as it is then: a build may replace it at any time.
 *
 * @returns the server, once it listens
 * @throws {CommandError} in one line, if the port cannot be had
 */
export async function serve({ directory, basePath, port }: ServeOptions): Promise<Serving> {
  const server = createServer((request, response) => {
    answer(request, response, directory, basePath).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(server, port);
  const { port: own } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${String(own)}${basePath}` };
}

/**
 * Returns if a port can be had now.
 *
 * @throws {CommandError} in one line, if it cannot
 */
export async function askForPort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    const why = { EADDRINUSE: 'is taken', EACCES: 'is not for everybody' }[codeOf(error)];
    if (why === undefined) throw error;
    const other = port < 1024 ? 4321 : port === 65_535 ? port - 1 : port + 1;
    throw new CommandError(
      `Port ${String(port)} ${why}. Choose another: PORT=${String(other)} npm start`,
    );
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  directory: string,
  basePath: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  const moved = (to: string): void => {
    response.writeHead(302, { location: query === undefined ? to : `${to}?${query}` }).end();
  };
  if (!path.startsWith(basePath)) {
    if (path === '/' || `${path}/` === basePath) moved(basePath);
    else send(response, request, 404, await read(directory, '404.html'), '.html');
    return;
  }
  const file = fileOf(path.slice(basePath.length));
  const whole = file === null ? null : await read(directory, file);
  if (file !== null && whole !== null) {
    send(response, request, 200, whole, extname(file));
  } else if (file !== null && (await read(directory, `${file}/index.html`)) !== null) {
    moved(`${path}/`);
  } else {
    send(response, request, 404, await read(directory, '404.html'), '.html');
  }
}

/** The file that a path below the site’s own means; null where there can be none. */
function fileOf(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const parts = decoded.split('/');
  // Neither files that are hidden, nor ways out of the folder, nor what only some systems understand.
  if (parts.some((part) => part.startsWith('.') || /[\0\\:]/.test(part))) return null;
  // “//matrix” would be moved to “//matrix/”, which is the address of another host.
  if (parts.slice(0, -1).includes('')) return null;
  return decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
}

/** A file of the site, whole; null if there is none. Waits for a site that is being replaced. */
async function read(directory: string, file: string): Promise<Buffer | null> {
  for (let tries = 0; ; tries += 1) {
    try {
      return readFileSync(join(directory, file));
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(codeOf(error))) throw error;
    }
    if (existsSync(directory) || tries === WAIT.times) return null;
    await sleep(WAIT.between);
  }
}

function send(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  contents: Buffer | null,
  extension: string,
): void {
  if (contents === null) {
    response.writeHead(status, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const type = TYPES[extension] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(contents).digest('base64url').slice(0, 16)}"`;
  const headers: OutgoingHttpHeaders = {
    'cache-control': 'no-cache',
    'content-length': contents.length,
    'content-type': BINARY.includes(extension) ? type : `${type}; charset=utf-8`,
    etag,
    'x-content-type-options': 'nosniff',
  };
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { 'cache-control': 'no-cache', etag }).end();
    return;
  }
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : contents);
}
