/** Links in prose, and in site.yaml, that lead nowhere on this site. */

import { faultAt, type Check, type Content } from '../content.ts';
import { listNames, nearest, type Fault } from '../fault.ts';
import { partsOfPages, type PageParts } from '../page-parts.ts';
import { allPaths, criterionPath, optionPath } from '../../links/routes.ts';

export const checkLinks: Check = (content) => {
  const site: Site = {
    paths: new Set(allPaths(content.slugs)),
    parts: partsOfPages(content),
    moved: movedPaths(content),
  };
  const prose = content.all.flatMap((entry) =>
    entry.prose.links.flatMap(({ target, line, column }) => {
      const wrong = explain(site, target, entry.page?.path);
      return wrong === null
        ? []
        : [{ file: entry.document.file, line, column, field: 'prose', ...wrong }];
    }),
  );
  const { action, jobs } = content.site.data.home;
  const home = [
    ...(action === undefined ? [] : [{ path: ['home', 'action', 'href'], href: action.href }]),
    ...jobs.map(({ href }, i) => ({ path: ['home', 'jobs', i, 'href'], href })),
  ].flatMap(({ path, href }) => {
    const wrong = explain(site, href);
    return wrong === null ? [] : [faultAt(content.site, path, wrong)];
  });
  return [...prose, ...home];
};

/** What a link can lead to. */
interface Site {
  readonly paths: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, () => PageParts>;
  /** Present paths, by former ones. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Former paths of pages with the present ones. */
function movedPaths({ options, criteria }: Content): ReadonlyMap<string, string> {
  return new Map([
    ...options.flatMap(({ slug, data }) =>
      data.formerSlugs.map((former) => [optionPath(former), optionPath(slug)] as const),
    ),
    ...criteria.flatMap(({ slug, data }) =>
      data.formerSlugs.map((former) => [criterionPath(former), criterionPath(slug)] as const),
    ),
  ]);
}

/**
 * What is wrong with a link; null for nothing.
 *
 * @param own the page that the link is on, if it is on one
 */
function explain(
  { paths, parts, moved }: Site,
  target: string,
  own?: string,
): Pick<Fault, 'problem' | 'found' | 'allowed' | 'nearest' | 'fix'> | null {
  const [address = '', ...rest] = target.split('#');
  // What a query asks for is for the page to tell.
  const [path = ''] = address.split('?');
  const present = moved.get(path);
  if (present !== undefined && !paths.has(path)) {
    return {
      problem: 'This page has moved.',
      found: target,
      nearest: present,
      fix: 'Link to where it is now.',
    };
  }
  if (path !== '' && !paths.has(path)) {
    return {
      problem: 'This link leads to no page of the site.',
      found: target,
      nearest: nearest(path, paths),
      fix: path.includes('.')
        ? 'Link to a page; /api/ lists the files.'
        : 'Correct the path; pages end with a slash.',
    };
  }
  if (rest.length === 0) return null;
  const fragment = decoded(rest.join('#'));
  const page = parts.get(path === '' ? (own ?? '') : path)?.();
  // Only pages of files that cannot be read are not known at all.
  if (page === undefined) return null;
  const legal = page.parts.filter(({ isPlace, isThere }) => isPlace && isThere !== false);
  if (legal.some(({ id }) => id === fragment)) return null;
  if (!page.isWhole) return null;
  const names = legal.map(({ id }) => id);
  return {
    problem: 'This link leads to no such place on its page.',
    found: target,
    allowed: names.length === 0 ? 'none: the page has no such places' : listNames(names.toSorted()),
    nearest: nearest(fragment, names),
    fix: names.length === 0 ? 'Remove the # and what follows.' : 'Correct the part after #.',
  };
}

/** A fragment as browsers compare it with ids. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
