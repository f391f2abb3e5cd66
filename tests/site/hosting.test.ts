/** The site on real servers: what nginx answers, and that other hosts are told the same. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nginx, startNginx, type Running } from '../nginx.ts';
import { pagePaths, SITES, type Site } from '../sites.ts';

const root = resolve(import.meta.dirname, '../..');

/** All files of a site, as paths from its top that begin with a slash. */
function filePaths(site: Site): string[] {
  return readdirSync(site.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site.directory, join(entry.parentPath, entry.name)))
    .map((path) => `/${path.split(sep).join('/')}`);
}

/** One file of each kind, the first of the folder and type of file. */
function samples(site: Site): string[] {
  const kinds = new Map(
    filePaths(site).map((path) => [`${path.split('/', 2).join('/')} ${extname(path)}`, path]),
  );
  return [...kinds.values()].filter((path) => path !== '/_headers' && !path.startsWith('/.'));
}

/** The headers that `_headers` asks hosts to send for an address; several of one name are joined. */
function headersByRule(site: Site, address: string): Record<string, string> {
  const rules = readFileSync(join(site.directory, '_headers'), 'utf8').trim().split('\n\n');
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    const [pattern = '', ...lines] = rule.split('\n');
    const applies = pattern.endsWith('*')
      ? address.startsWith(pattern.slice(0, -1))
      : address === pattern;
    if (!applies) continue;
    for (const line of lines) {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      const key = name.toLowerCase();
      headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
    }
  }
  return headers;
}

describe.each(SITES)('the rules for static hosts, $name', (site) => {
  it('let only what is made for it stand in frames elsewhere', () => {
    for (const path of pagePaths(site).filter((page) => page !== '/404.html')) {
      const policy = headersByRule(site, site.basePath + path.slice(1))['content-security-policy'];
      expect(policy?.includes('frame-ancestors'), path).toBe(!path.startsWith('/embed/'));
    }
  });

  it('say what may be loaded of all that cannot say it for itself', () => {
    for (const path of ['service-worker.js', 'favicon.svg', 'data/option-names.json', '']) {
      const policy = headersByRule(site, site.basePath + path)['content-security-policy'];
      expect(policy, path).toMatch(/^default-src 'none'; /);
    }
  });

  it('fit what hosts accept', () => {
    const lines = readFileSync(join(site.directory, '_headers'), 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThan(100);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
  });
});

describe.skipIf(nginx === undefined).each(SITES)('nginx, $name', (site) => {
  let server: Running;
  let folder: string;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.origin + site.basePath + path.slice(1), { headers, redirect: 'manual' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'www-'));
    const place = join(folder, site.basePath);
    if (site.basePath !== '/') symlinkSync(site.directory, place.replace(/\/$/, ''));
    server = await startNginx(nginx ?? '', site.basePath === '/' ? site.directory : folder);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('serves every page', async () => {
    for (const path of pagePaths(site)) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toBe('text/html; charset=utf-8');
      await response.arrayBuffer();
    }
  });

  it('knows the type of every file, and compresses every text', async () => {
    for (const path of samples(site)) {
      const response = await get(path, { 'accept-encoding': 'gzip' });
      expect(response.headers.get('content-type'), path).not.toContain('octet-stream');
      const bytes = (await response.arrayBuffer()).byteLength;
      const isBinary = /\.(?:png|woff2)$/.test(path);
      const isText = !isBinary && bytes > 512;
      expect(response.headers.get('content-encoding'), path).toBe(isText ? 'gzip' : null);
      if (isText) expect(response.headers.get('vary'), path).toBe('Accept-Encoding');
      if (!isBinary) {
        expect(response.headers.get('content-type'), path).toContain('charset=utf-8');
      }
    }
  });

  it('sends the headers that other hosts are told to send', async () => {
    const addresses = samples(site).map((path) => path.replace(/index\.html$/, ''));
    // No rule names the files that lie loose at the top; they do no harm in a frame.
    for (const address of addresses.filter((path) => !/^\/[^/]+$/.test(path))) {
      const response = await get(address);
      await response.arrayBuffer();
      const rules = headersByRule(site, site.basePath + address.slice(1));
      const told = { 'cache-control': 'no-cache', ...rules };
      const sent = Object.keys(told).map((name) => [name, response.headers.get(name)]);
      expect(Object.fromEntries(sent), address).toEqual(told);
    }
  });

  it('is asked again for pages, and sends them only if they have changed', async () => {
    const first = await get('/');
    await first.arrayBuffer();
    const again = await get('/', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await get('/service-worker.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps a path that lacks its last slash under the path of the site', async () => {
    const response = await get('/matrix');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${site.basePath}matrix/`);
  });

  it.each([
    ['/compare/water-vs-black-tea/', 'compare/?options=water,black-tea'],
    ['/compare/water-vs-black-tea?identical', 'compare/?options=water,black-tea&identical'],
    ['/embed/compare/water-vs-none/', 'embed/compare/?options=water,none'],
  ])('leads two options without a page on to the page for any: %s', async (path, to) => {
    const response = await get(path);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(site.basePath + to);
  });

  it.each([
    '/nowhere/',
    '/options/nowhere',
    '/_astro/',
    '/_astro/gone.js',
    '/_headers',
    '/.git/',
    '/.built-site',
  ])('has nothing at %s, says so, and lets nobody keep that', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no page at this address');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });
});

it('the container is built from files that are there', () => {
  const lines = readFileSync(join(root, 'hosting/Containerfile'), 'utf8').split('\n');
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1))
    .filter((path) => !path.includes('*'));
  expect(copied).toContain('hosting/nginx.conf');
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
