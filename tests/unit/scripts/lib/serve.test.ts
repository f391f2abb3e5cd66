/** What is served is what lies in the folder then, whatever happens to it meanwhile. */

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askForPort, serve, type Serving } from '../../../../scripts/lib/serve.ts';

let work = '';
let site: Serving;
const write = (file: string, text: string): void => {
  mkdirSync(join(work, file, '..'), { recursive: true });
  writeFileSync(join(work, file), text);
};

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'serve-'));
  for (const name of [
    'index.html',
    '404.html',
    'matrix/index.html',
    'data/a.json',
    '.built-site',
  ]) {
    write(`dist/${name}`, name);
  }
  write('secret.txt', 'secret');
  site = await serve({ directory: join(work, 'dist'), basePath: '/leaf/', port: 0 });
});
afterEach(async () => {
  await new Promise((resolve) => {
    site.server.close(resolve);
    site.server.closeAllConnections();
  });
  rmSync(work, { recursive: true });
});

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, site.address), { redirect: 'manual', ...init });

/** Asks for a path exactly as it is written, which `fetch` would tidy first. */
const raw = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(site.address);
    request({ port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

it('with port 0, the address tells the port that was given', () => {
  expect(site.address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/leaf\/$/);
});

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answers %s with 405', async (method) => {
  const response = await get('/leaf/', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

it.each([
  ['/leaf/', 200, 'index.html'],
  ['/leaf/matrix/', 200, 'matrix/index.html'],
  ['/leaf/matrix/?q=%zz', 200, 'matrix/index.html'],
  ['/leaf/data/a.json', 200, 'data/a.json'],
  ['/leaf/data/', 404, '404.html'],
  ['/leaf/nowhere', 404, '404.html'],
  ['/leaf/.built-site', 404, '404.html'],
  ['/elsewhere/', 404, '404.html'],
])('answers %s with %i', async (path, status, text) => {
  const response = await get(path);
  expect({ status: response.status, text: await response.text() }).toEqual({ status, text });
});

it.each([
  ['/leaf/matrix?q=a&b=c', '/leaf/matrix/?q=a&b=c'],
  ['/leaf?q=a', '/leaf/?q=a'],
  ['/', '/leaf/'],
])('leads from %s to %s', async (path, to) => {
  const response = await get(path);
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(to);
});

it.each([
  '/leaf/../secret.txt',
  '/leaf/%2e%2e/secret.txt',
  '/leaf/..%2fsecret.txt',
  '/leaf/%zz',
  '/leaf/a%00',
  '//',
])('does not leave its folder, nor fail: %s', async (path) => {
  expect(await raw(path)).toBe(404);
});

it('leads to no other host, even where two slashes begin the path of a page', async () => {
  const top = await serve({ directory: join(work, 'dist'), basePath: '/', port: 0 });
  const { port } = new URL(top.address);
  const answered = await new Promise<{ status?: number; location?: string }>((resolve, reject) => {
    request({ port, path: '//matrix' }, (response) => {
      response.resume();
      const { statusCode: status, headers } = response;
      resolve({
        ...(status && { status }),
        ...(headers.location && { location: headers.location }),
      });
    })
      .on('error', reject)
      .end();
  });
  top.server.close();
  expect(answered).toEqual({ status: 404 });
});

it('a head has no body, and what has not changed is not sent again', async () => {
  const head = await get('/leaf/', { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('10');
  const etag = head.headers.get('etag') ?? '';
  expect((await get('/leaf/', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it('a build that replaces the folder is served from then on, and whole', async () => {
  expect(await (await get('/leaf/')).text()).toBe('index.html');
  const long = 'new '.repeat(10_000);
  write('fresh/index.html', long);
  renameSync(join(work, 'dist'), join(work, 'aside'));
  // Asked for while there is neither the old one nor the new one.
  const asked = get('/leaf/');
  await sleep(100);
  renameSync(join(work, 'fresh'), join(work, 'dist'));
  expect(await (await asked).text()).toBe(long);
  // What the new one has not is told as such, and nothing breaks.
  expect((await get('/leaf/data/a.json')).status).toBe(404);
  expect((await get('/leaf/')).status).toBe(200);
});

it('a port that is taken is told in one line', async () => {
  const port = Number(new URL(site.address).port);
  await expect(askForPort(port)).rejects.toThrow(/^Port \d+ is taken\. Choose another: .*$/);
});
