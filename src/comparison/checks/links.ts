/** Links in prose, and in site.yaml, that lead nowhere on this site. */

import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import { listNames, nearest, type Fault } from '../fault.ts';

/** The pages that every site has. */
const FIXED_PATHS = [
  '/',
  '/options/',
  '/criteria/',
  '/matrix/',
  '/sources/',
  '/method/',
  '/quality/',
  '/whats-new/',
  '/offline/',
  '/guides/',
  '/glossary/',
  '/recommend/',
  '/scenarios/',
];

export const checkLinks: Check = (content) => {
  const paths = new Set([
    ...FIXED_PATHS,
    ...content.slugs('options').map((slug) => `/options/${slug}/`),
    ...content.slugs('criteria').map((slug) => `/criteria/${slug}/`),
    ...content.slugs('published').map((slug) => `/published/${slug}/`),
    ...content.slugs('pages').map((slug) => `/${slug}/`),
    ...content.slugs('guides').map((slug) => `/guides/${slug}/`),
    ...content.slugs('scenarios').map((slug) => `/scenarios/${slug}/`),
  ]);
  const prose = proseEntries(content).flatMap((entry) =>
    (entry.prose?.links ?? []).flatMap(({ target, line, column }) => {
      const wrong = explain(content, paths, entry, target);
      return wrong === null
        ? []
        : [{ file: entry.document.file, line, column, field: 'prose', ...wrong }];
    }),
  );
  const home = content.site.data.home.jobs.flatMap((job, i) => {
    const wrong = explain(content, paths, content.site, job.href);
    return wrong === null ? [] : [faultAt(content.site, ['home', 'jobs', i, 'href'], wrong)];
  });
  return [...prose, ...home];
};

function proseEntries(content: Content): Entry<unknown>[] {
  return [
    ...content.options,
    ...content.criteria,
    ...content.pages,
    ...content.guides,
    ...content.scenarios,
  ];
}

function explain(
  content: Content,
  paths: ReadonlySet<string>,
  entry: Entry<unknown>,
  target: string,
): Pick<Fault, 'problem' | 'found' | 'allowed' | 'nearest' | 'fix'> | null {
  const [path = '', fragment] = target.split('#');
  if (path !== '' && !paths.has(path)) {
    return {
      problem: 'This link leads to no page of the site.',
      found: target,
      nearest: nearest(path, paths),
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

/** The places of a page that prose may link to; null where only the built site knows. */
function fragments(
  content: Content,
  path: string,
  entry: Entry<unknown>,
): readonly string[] | null {
  if (path === '') return entry.prose?.headings ?? [];
  const [, folder, slug] = /^\/(\w+)\/(?:([^/]+)\/)?$/.exec(path) ?? [];
  switch (folder) {
    case 'options':
      return slug === undefined ? null : content.slugs('criteria');
    case 'guides':
      return content.guides.find((g) => g.slug === slug)?.prose?.headings ?? null;
    case 'glossary':
      return content.glossary.flatMap((g) => g.data.terms.map((term) => term.slug));
    default:
      return null;
  }
}
