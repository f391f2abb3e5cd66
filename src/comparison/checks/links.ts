/** Links in prose, and in site.yaml, that lead nowhere on this site; addresses in fields that lead nobody anywhere. */

import { leadsHome, LEADS_HOME } from '../body.ts';
import { KINDS } from '../collections.ts';
import { faultAt, type Check, type Content } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, nearest, quote, type Fault } from '../fault.ts';
import { queryJudge, type WrongPart } from '../link-queries.ts';
import { partsOfPages, partsOfPair, sourcePageSlugs, type PageParts } from '../page-parts.ts';
import {
  allPaths,
  criterionPath,
  embeddedPairPath,
  guidePath,
  optionPath,
  pairIn,
  pairPath,
  scenarioPath,
} from '../../links/routes.ts';

export const checkLinks: Check = (content) => {
  const parts = partsOfPages(content);
  const site: Site = {
    // Any two options may be linked to: where they have no page of their own, the link leads to the page for any.
    paths: new Set(
      allPaths((kind) =>
        kind === 'pairs' || kind === 'framedPairs'
          ? []
          : kind === 'sourcePages'
            ? sourcePageSlugs(content)
            : content.slugs(kind),
      ),
    ),
    partsOf: (path) => parts.get(path)?.() ?? partsOfPair(content, path),
    moved: movedPaths(content),
    likelyPair: (path) => likelyPair(content, path),
    judgeQuery: queryJudge(content),
  };
  const prose = content.all.flatMap((entry) =>
    entry.prose.links.flatMap(({ target, line, column }) =>
      explain(site, target, entry.page?.path).map((wrong) => ({
        file: entry.document.file,
        line,
        column,
        field: 'prose',
        ...wrong,
      })),
    ),
  );
  const { action, jobs = [] } = content.site.data.home ?? {};
  const home = [
    ...(action === undefined ? [] : [{ path: ['home', 'action', 'href'], href: action.href }]),
    ...jobs.map(({ href }, i) => ({ path: ['home', 'jobs', i, 'href'], href })),
  ].flatMap(({ path, href }) =>
    explain(site, href).map((wrong) => faultAt(content.site, path, wrong)),
  );
  return [...prose, ...home, ...leadingHome(content)];
};

/** Addresses of sources, tools and options by which a machine means itself. */
function leadingHome({ all, options }: Content): Fault[] {
  const addresses = [
    ...all.flatMap((entry) =>
      Object.entries(entry.declares).map(([id, { url }]) => {
        const top = KINDS[entry.collection].shared === true ? [] : ['sources'];
        return { entry, path: [...top, id, 'url'] as FieldPath, url };
      }),
    ),
    ...options.flatMap((entry) => [
      ...Object.entries(entry.data.links).flatMap(([name, url]) =>
        url === undefined ? [] : [{ entry, path: ['links', name] as FieldPath, url }],
      ),
      ...entry.data.tooling.map(({ url }, i) => ({
        entry,
        path: ['tooling', i, 'url'] as FieldPath,
        url,
      })),
    ]),
  ];
  return addresses.flatMap(({ entry, path, url }) =>
    leadsHome(url)
      ? [
          faultAt(entry, path, {
            problem: LEADS_HOME.problem,
            found: quote(url),
            fix: 'Name where all can find it.',
          }),
        ]
      : [],
  );
}

/** What a link can lead to. */
interface Site {
  readonly paths: ReadonlySet<string>;
  /** Null where nothing is known of a page. */
  readonly partsOf: (path: string) => PageParts | null;
  /** Present paths, by former ones. */
  readonly moved: ReadonlyMap<string, string>;
  /** The address of the pair that a path seems to mean; undefined where it means none. */
  readonly likelyPair: (path: string) => string | undefined;
  readonly judgeQuery: ReturnType<typeof queryJudge>;
}

/** Former paths of pages with the present ones. */
function movedPaths({
  options,
  criteria,
  scenarios,
  guides,
}: Content): ReadonlyMap<string, string> {
  return new Map([
    ...options.flatMap(({ slug, data }) =>
      data.formerSlugs.map((former) => [optionPath(former), optionPath(slug)] as const),
    ),
    ...criteria.flatMap(({ slug, data }) =>
      data.formerSlugs.map((former) => [criterionPath(former), criterionPath(slug)] as const),
    ),
    ...scenarios.flatMap(({ slug, data }) =>
      data.formerSlugs.map((former) => [scenarioPath(former), scenarioPath(slug)] as const),
    ),
    ...guides.flatMap(({ slug, data }) =>
      data.formerSlugs.map((former) => [guidePath(former), guidePath(slug)] as const),
    ),
  ]);
}

/**
 * What is wrong with a link.
 *
 * @param own the page that the link is on, if it is on one
 */
function explain(site: Site, target: string, own?: string): readonly WrongPart[] {
  const { paths, moved, likelyPair, judgeQuery } = site;
  const [address = '', ...rest] = target.split('#');
  const [path = '', ...queries] = address.split('?');
  const present = moved.get(path);
  if (present !== undefined && !paths.has(path)) {
    return [
      {
        problem: 'This page has moved.',
        found: target,
        nearest: present,
        fix: 'Link to where it is now.',
      },
    ];
  }
  const pair = likelyPair(path);
  if (path !== '' && !paths.has(path) && path !== pair) {
    return [
      {
        problem: 'This link leads to no page of the site.',
        found: target,
        nearest: pair ?? nearest(path.replace(/\/index\.html$/, '/'), paths),
        fix: howToMend(path),
      },
    ];
  }
  const wrong = queries.length === 0 ? [] : judgeQuery(path, queries.join('?'));
  if (rest.length === 0) return wrong;
  const place = wrongPlace(site, target, path === '' ? (own ?? '') : path, rest.join('#'));
  return place === null ? wrong : [...wrong, place];
}

function howToMend(path: string): string {
  if (/^\/[/\\]/.test(path)) return 'Begin with https:// what leads elsewhere.';
  if (/\/\.\.?(?:\/|$)/.test(path)) return 'Write the path from the top, without dots.';
  return path.includes('.')
    ? 'Link to a page; /api/ lists the files.'
    : 'Correct the path; pages end with a slash.';
}

/** What is wrong with the part of a link after its #; null for nothing. */
function wrongPlace(
  { partsOf }: Site,
  target: string,
  path: string,
  afterHash: string,
): WrongPart | null {
  const fragment = decoded(afterHash);
  const page = partsOf(path);
  // Only pages of files that cannot be read are not known at all.
  if (page === null) return null;
  const legal = page.parts.filter(({ isPlace, isThere }) => isPlace && isThere !== false);
  if (legal.some(({ id }) => id === fragment)) return null;
  if (!page.isWhole) return null;
  const names = legal.map(({ id }) => id);
  return {
    problem: 'This link leads to no such place on its page.',
    found: target,
    allowed: names.length === 0 ? 'none: the page has no such places' : listNames(names.toSorted()),
    nearest: nearest(fragment, names),
    fix:
      names.length === 0
        ? 'Remove the # and what follows.'
        : fragment === ''
          ? 'Remove the #, or name a place after it.'
          : 'Correct the part after #.',
  };
}

/** The address of the pair that a path seems to mean; undefined where it means none. */
function likelyPair(content: Content, path: string): string | undefined {
  const pair = pairIn(path);
  if (pair === null) return undefined;
  const options = new Set(content.slugs('options'));
  const [a, b] = pair.options.map((slug) => (options.has(slug) ? slug : nearest(slug, options)));
  if (a === undefined || b === undefined || a === b) return undefined;
  return pair.isFrame ? embeddedPairPath(a, b) : pairPath(a, b);
}

/** A fragment as browsers compare it with ids. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
