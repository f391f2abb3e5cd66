/** The built sites that the tests look at. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { setting } from '../src/comparison/environment.ts';
import { IS_FOREIGN, TESTED } from './content-under-test.ts';

export interface Site {
  readonly name: string;
  readonly contentDirectory: string;
  readonly directory: string;
  readonly basePath: string;
  readonly port: number;
}

const root = resolve(import.meta.dirname, '..');

/** The sites are served from this port on; set it where these are taken. */
const firstPort = Number(setting('TEST_PORT') ?? 4501);

/** The site of another comparison, where that is what is tested. */
const foreign: Site = {
  name: 'the site',
  contentDirectory: TESTED,
  directory: join(root, '.cache/sites/foreign'),
  basePath: '/',
  port: firstPort,
};

const own: readonly Site[] = [
  {
    name: 'the site',
    contentDirectory: join(root, 'content'),
    directory: join(root, '.cache/sites/real'),
    basePath: '/',
    port: firstPort,
  },
  {
    // Something else entirely, under a path: what works here is not tied to the subject.
    name: 'another site',
    contentDirectory: join(root, 'tests/fixtures/tea'),
    directory: join(root, '.cache/sites/tea'),
    basePath: '/leaf/',
    port: firstPort + 1,
  },
];

export const SITES: readonly Site[] = IS_FOREIGN ? [foreign] : own;

/** The least that a comparison can be, about something without machines; it is looked at without a browser. */
export const SMALL_SITE: Site = {
  name: 'a small site',
  contentDirectory: join(root, 'tests/fixtures/cheese'),
  directory: join(root, '.cache/sites/cheese'),
  basePath: '/board/',
  port: firstPort + 2,
};

/** The whole of the first site in one file, for places without a network. */
export const BUNDLE = join(root, '.cache/sites/real.zip');

/** The address of a page of a site, from its path beginning with a slash. */
export function urlOf(site: Site, path: string): string {
  return `http://127.0.0.1:${String(site.port)}${site.basePath.replace(/\/$/, '')}${path}`;
}

/** The paths of all pages, from the site’s own root, sorted. */
export function pagePaths(site: Site): string[] {
  return htmlFiles(site)
    .map((file) => `/${file}`.replace(/index\.html$/, ''))
    .toSorted();
}

/** Whether a page only leads on to another one. */
export function leadsOn(site: Site, path: string): boolean {
  const file = join(site.directory, path.endsWith('/') ? `${path}index.html` : path);
  return readFileSync(file, 'utf8').includes('http-equiv="refresh"');
}

/** All HTML files of a site, as relative paths with forward slashes. */
export function htmlFiles(site: Site): string[] {
  return readdirSync(site.directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => relative('.', file).split(sep).join('/'))
    .toSorted();
}

/** A page of each template, with the paths that it has in the site. */
export function templateOf(path: string): string {
  return path.replace(
    /^\/((?:embed\/)?(?:options|criteria|guides|published|compare|scenarios|sources))\/[^/]+\/$/,
    '/$1/*',
  );
}
