/** Where things are, by environment variables, with what holds where they are not set. */

import { resolve } from 'node:path';

/** A setting; one that is empty counts as absent, as is usual. */
export const setting = (name: string): string | undefined => {
  const value = process.env[name];
  return value === undefined || value === '' ? undefined : value;
};

/** The content folder: `CONTENT_DIR`, or `content`. */
export const contentDirectory = resolve(setting('CONTENT_DIR') ?? 'content');

/** The folder of the built site: `OUT_DIR`, or `dist`. */
export const outDirectory = resolve(setting('OUT_DIR') ?? 'dist');

/** The path under which the site lives, with a slash at both ends: `BASE_PATH`, or `/`. */
export const basePath = `/${setting('BASE_PATH') ?? ''}/`.replace(/\/{2,}/g, '/');

/** An address as it may stand in any file, without slashes at its end. */
const address = (name: string): string | undefined => {
  const value = setting(name);
  const whole = value !== undefined && URL.canParse(value) ? new URL(value).href : value;
  return whole?.replace(/\/+$/, '');
};

/** The origin of the site, without a path: `SITE_URL`, else undefined, and site.yaml says. */
export const siteUrl = address('SITE_URL');

/** The address of the repository for edit links: `REPOSITORY_URL`, else undefined, and site.yaml says. */
export const repositoryUrl = address('REPOSITORY_URL')?.replace(/\.git$/, '');

/** Whether pages have pictures of their own for where their links are shown, or share that of the site: `PICTURES=site`. */
export const hasOwnPictures = setting('PICTURES') !== 'site';

/**
 * Whether pages are many, as the command that builds says. They share a style sheet then, instead of
 * holding what they need of it; and prose is read where it is rendered, instead of being a module of the
 * bundle for each file.
 */
export const MANY_PAGES = 'MANY_PAGES';
export const hasManyPages = setting(MANY_PAGES) === 'yes';
