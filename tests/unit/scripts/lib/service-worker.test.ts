/** Which files of a site are kept in the browser, and when they are fetched again. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  keptFiles,
  SERVICE_WORKER,
  writeServiceWorker,
} from '../../../../scripts/lib/service-worker.ts';

let site = '';
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(site, file)), { recursive: true });
  writeFileSync(join(site, file), text);
};
const page = (text: string, edition: string): string =>
  `<p>${text}</p><site-edition data-edition="${edition}">`;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'site-'));
  write('index.html', page('front', 'one'));
  write('matrix/index.html', page('matrix', 'one'));
  write('404.html', page('nothing', 'one'));
  write('_astro/a.js', 'go()');
  write('data/options/k.json', '{}');
  write('data/options/deadbeef.json', '{}');
  write('data/ratings.k-0123abcd.json', '{}');
  write('data/table.0123abcd.json', '{}');
});

afterEach(() => {
  rmSync(site, { recursive: true });
});

it('all that a reader can come to is kept, under the address by which it is asked for', () => {
  for (const file of ['_headers', 'robots.txt', 'sitemap-0.xml', 'pictures/x.png', '.built-site'])
    write(file, '');
  expect(keptFiles(site).map(({ url }) => url)).toEqual([
    './',
    '404.html',
    '_astro/a.js',
    'data/options/deadbeef.json',
    'data/options/k.json',
    'data/ratings.k-0123abcd.json',
    'data/table.0123abcd.json',
    'matrix/',
  ]);
});

it('a file is fetched again if it has changed, unless its name would tell', () => {
  const before = keptFiles(site);
  write('data/options/k.json', '{"new":1}');
  write('data/options/deadbeef.json', '{"new":1}');
  write('data/ratings.k-0123abcd.json', '{"new":1}');
  write('data/table.0123abcd.json', '{"new":1}');
  write('_astro/a.js', 'went()');
  const changed = keptFiles(site).filter(
    ({ url, revision }) => before.find((f) => f.url === url)?.revision !== revision,
  );
  expect(changed.map(({ url }) => url)).toEqual([
    'data/options/deadbeef.json',
    'data/options/k.json',
  ]);
});

it('a page is not fetched again only because another has a new edition', () => {
  const before = keptFiles(site);
  write('index.html', page('new front', 'two'));
  write('matrix/index.html', page('matrix', 'two'));
  const changed = keptFiles(site).filter((file, i) => before[i]?.revision !== file.revision);
  expect(changed.map(({ url }) => url)).toEqual(['./']);
});

it('the list says how large each file is', () => {
  expect(keptFiles(site).find(({ url }) => url === '_astro/a.js')).toEqual({
    url: '_astro/a.js',
    revision: null,
    bytes: 4,
  });
});

it('the worker changes whenever a file does, and is a script without imports', async () => {
  await writeServiceWorker(site, 'one');
  const worker = (): string => readFileSync(join(site, SERVICE_WORKER), 'utf8');
  const first = worker();
  await writeServiceWorker(site, 'one');
  expect(worker()).toBe(first);
  expect(first).toContain('edition:`one`');
  expect(first).not.toMatch(/\bimport\b|process\.env/);
  write('data/options/k.json', '{"new":1}');
  await writeServiceWorker(site, 'one');
  expect(worker()).not.toBe(first);
});

it('the list is written beside the worker, and is no file of its own', async () => {
  await writeServiceWorker(site, 'one');
  const list: unknown = JSON.parse(readFileSync(join(site, 'kept.json'), 'utf8'));
  expect(list).toEqual(keptFiles(site));
  expect(keptFiles(site).map(({ url }) => url)).not.toContain('kept.json');
});
