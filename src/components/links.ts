/** Addresses of pages, under whatever path the site lives. */

import { repositoryUrl } from '../comparison/environment.ts';
import type { Comparison } from '../comparison/comparison.ts';

/** The address of a page of this site, from its path beginning with a slash. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The address of a page of this site with its origin, for those who read it elsewhere. */
export function address(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}

/** Where a content file can be edited; null where no repository is known. */
export function editHref({ site }: Comparison, file: string): string | null {
  const repository = site.repository;
  const url = repositoryUrl ?? repository?.url;
  if (url === undefined) return null;
  const { branch = 'main', folder = 'content' } = repository ?? {};
  const inFolder = file.split('/').slice(-2).join('/');
  return `${url}/edit/${branch}/${folder}/${inFolder}`;
}
