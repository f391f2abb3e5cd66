/** The built sites that the tests look at. */

import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export interface Site {
  readonly name: string;
  readonly contentDirectory: string;
  readonly directory: string;
  readonly basePath: string;
  readonly port: number;
}

const root = resolve(import.meta.dirname, '..');

export const SITES: readonly Site[] = [
  {
    name: 'the site',
    contentDirectory: join(root, 'content'),
    directory: join(root, '.cache/sites/real'),
    basePath: '/',
    port: 4501,
  },
  {
    // Something else entirely, under a path: what works here is not tied to the subject.
    name: 'another site',
    contentDirectory: join(root, 'tests/fixtures/tea'),
    directory: join(root, '.cache/sites/tea'),
    basePath: '/leaf/',
    port: 4502,
  },
];

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
    /^\/((?:embed\/)?(?:options|criteria|guides|published|compare|scenarios))\/[^/]+\/$/,
    '/$1/*',
  );
}
