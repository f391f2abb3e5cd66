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
});

afterEach(() => {
  rmSync(site, { recursive: true });
});

it('all that a reader can come to is kept, under the address by which it is asked for', () => {
  for (const file of ['_headers', 'robots.txt', 'sitemap-0.xml', 'pictures/x.png']) write(file, '');
  expect(keptFiles(site).map(({ url }) => url)).toEqual([
    './',
    '404.html',
    '_astro/a.js',
    'data/options/k.json',
    'matrix/',
  ]);
});

it('a file is fetched again if it has changed, unless its name would tell', () => {
  const before = keptFiles(site);
  write('data/options/k.json', '{"new":1}');
  write('_astro/a.js', 'went()');
  const changed = keptFiles(site).filter(
    ({ url, revision }) => before.find((f) => f.url === url)?.revision !== revision,
  );
  expect(changed.map(({ url }) => url)).toEqual(['data/options/k.json']);
});

it('a page is not fetched again only because another has a new edition', () => {
  const before = keptFiles(site);
  write('index.html', page('new front', 'two'));
  write('matrix/index.html', page('matrix', 'two'));
  const changed = keptFiles(site).filter((file, i) => before[i]?.revision !== file.revision);
  expect(changed.map(({ url }) => url)).toEqual(['./']);
});

it('the worker names every file and its edition, is a script without imports, and is no file of its own', async () => {
  await writeServiceWorker(site, 'one');
  const first = readFileSync(join(site, SERVICE_WORKER), 'utf8');
  await writeServiceWorker(site, 'one');
  expect(readFileSync(join(site, SERVICE_WORKER), 'utf8')).toBe(first);
  for (const { url } of keptFiles(site)) expect(first).toContain(`\`${url}\``);
  expect(first).toContain('edition:`one`');
  expect(first).not.toMatch(/\bimport\b|process\.env/);
});
