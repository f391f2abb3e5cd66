/** Links in prose, and in site.yaml, that lead nowhere on this site. */

import type { Prose } from '../body.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import { listNames, nearest, type Fault } from '../fault.ts';
import {
  allPaths,
  embeddedPairPath,
  guidePath,
  optionPath,
  PAGES,
  pairIn,
  pairPath,
} from '../../links/routes.ts';

export const checkLinks: Check = (content) => {
  // Any two options may be linked to: where they have no page of their own, the link leads to the page for any.
  const paths = new Set(
    allPaths((kind) => (kind === 'pairs' || kind === 'framedPairs' ? [] : content.slugs(kind))),
  );
  const prose = content.all.flatMap((entry) =>
    entry.prose.links.flatMap(({ target, line, column }) => {
      const wrong = explain(content, paths, entry, target);
      return wrong === null
        ? []
        : [{ file: entry.document.file, line, column, field: 'prose', ...wrong }];
    }),
  );
  const home = (content.site.data.home?.jobs ?? []).flatMap((job, i) => {
    const wrong = explain(content, paths, content.site, job.href);
    return wrong === null ? [] : [faultAt(content.site, ['home', 'jobs', i, 'href'], wrong)];
  });
  return [...prose, ...home];
};

function explain(
  content: Content,
  paths: ReadonlySet<string>,
  entry: Entry<unknown>,
  target: string,
): Pick<Fault, 'problem' | 'found' | 'allowed' | 'nearest' | 'fix'> | null {
  const [address = '', fragment] = target.split('#');
  // What a query asks for is for the page to tell.
  const [path = ''] = address.split('?');
  if (path !== '' && !paths.has(path) && path !== likelyPair(content, path)) {
    return {
      problem: 'This link leads to no page of the site.',
      found: target,
      nearest: likelyPair(content, path) ?? nearest(path, paths),
      fix: 'Correct the path; pages end with a slash.',
    };
  }
  if (fragment === undefined) return null;
  const legal = fragments(content, path, entry);
  if (legal === null || legal.includes(fragment)) return null;
  return {
    problem: 'This link leads to no such place on its page.',
    found: target,
    allowed: listNames(legal.toSorted()),
    nearest: nearest(fragment, legal),
    fix: 'Correct the part after #.',
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

/** The places of a page that prose may link to; null where only the built site knows. */
function fragments(
  content: Content,
  path: string,
  entry: Entry<unknown>,
): readonly string[] | null {
  if (path === '') return idsOf(entry.prose);
  if (path === PAGES.glossary.path) {
    if (content.faulty.has('glossary')) return null;
    return content.glossary.flatMap((g) => g.data.terms.map((term) => term.slug));
  }
  if (content.slugs('options').some((slug) => path === optionPath(slug))) {
    return content.slugs('criteria');
  }
  const guide = content.guides.find(({ slug }) => path === guidePath(slug));
  return guide === undefined ? null : idsOf(guide.prose);
}

/** The ids of headings; null where faults keep some from being read. */
const idsOf = ({ isSound, headings }: Prose): readonly string[] | null =>
  isSound ? headings.map(({ id }) => id) : null;
