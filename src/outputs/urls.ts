/** Addresses: of pages under whatever path the site lives, and of forms in its repository. */

import { relative, resolve, sep } from 'node:path';
import { contentDirectory, repositoryUrl } from '../comparison/environment.ts';
import type { Comparison } from '../comparison/comparison.ts';
import { encodePath } from '../comparison/edition-links.ts';
import { underBase } from '../links/routes.ts';

/** The address of a page of this site, from its path (see routes.ts). */
export function href(path: string): string {
  return underBase(import.meta.env.BASE_URL, path);
}

/** Makes the path of a page an address with an origin; what does not know the origin is given one of these. */
export type AbsoluteUrl = (path: string) => string;

/** The address of a page of this site with its origin, for those who read it elsewhere. */
export const absoluteUrl: AbsoluteUrl = (path) => new URL(href(path), import.meta.env.SITE).href;

/** A content file at the host of its repository, to do something with it; null where no repository is known. */
function fileHref({ site }: Comparison, file: string, to: 'edit' | 'blob'): string | null {
  const repository = site.repository;
  const url = repositoryUrl ?? repository?.url;
  if (url === undefined) return null;
  const { branch = 'main', folder = 'content' } = repository ?? {};
  const inFolder = relative(contentDirectory, resolve(file)).split(sep).join('/');
  const around = folder.split('/').filter((name) => name !== '' && name !== '.');
  return [url, to, encodePath(branch), encodePath([...around, inFolder].join('/'))].join('/');
}

/** Where a content file can be edited; null where no repository is known. */
export const editHref = (comparison: Comparison, file: string): string | null =>
  fileHref(comparison, file, 'edit');

/** A line of a content file, where it can be read and edited; null where no repository is known. */
export function lineHref(comparison: Comparison, file: string, line: number): string | null {
  const href = fileHref(comparison, file, 'blob');
  return href === null ? null : `${href}?plain=1#L${String(line)}`;
}

/** What a reader may find wrong: a rating, or a page as a whole. */
export interface Correction {
  readonly option?: string;
  readonly criterion?: string;
  /** What stands there now. */
  readonly present?: string;
  readonly source?: string;
}

/** The form for telling that something is wrong, filled in as far as possible; null without a repository. */
export function correctionHref({ site }: Comparison, correction: Correction): string | null {
  const url = repositoryUrl ?? site.repository?.url;
  if (url === undefined) return null;
  const { option } = correction;
  const query = new URLSearchParams({
    template: 'correction.yml',
    ...(option === undefined ? {} : { title: `Correction: ${option}` }),
    ...correction,
  });
  return `${url}/issues/new?${query.toString()}`;
}
