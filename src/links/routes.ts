/**
 * Every page and file of the site that has an address: its path, what it is called, when it is there
 * and where it is listed. No other module writes a path.
 *
 * Paths begin with a slash and count from the top of the site, which may itself live under a base
 * path; `underBase` joins the two.
 */

import { pairName, slugsInPair } from './pair-name.ts';

/** The kinds of content that pages are made of. */
export type Collection =
  | 'options'
  | 'criteria'
  | 'questions'
  | 'scenarios'
  | 'practice'
  | 'guides'
  | 'glossary'
  | 'method'
  | 'published'
  | 'pages';

/**
 * What follows from content: pairs of options with a page of their own, those that have a frame of their own
 * as well, and pages that list sources.
 */
type Derived = 'pairs' | 'framedPairs' | 'sourcePages';

/** The slugs of a kind of content; of those that are one file, one or none; of pairs, their names. */
export type SlugsOf = (collection: Collection | Derived) => readonly string[];

/** The address of a path of the site; `base` ends with a slash or not. */
export const underBase = (base: string, path: string): string => base.replace(/\/$/, '') + path;

/** A part of a page, by its id; the page itself without one. */
const at = (path: string, part?: string): string => (part === undefined ? path : `${path}#${part}`);

/** A page in the state that a query string (without question mark) describes. */
const asking = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

/** The slug of the entry that a page tells of, from its path, which may have a base path before it. */
export const slugIn = (path: string): string => path.split('/').at(-2) ?? '';

// Pages that scripts lead to. Each stands for itself, so that a bundle has no more than it needs.

const HOME = '/';
const OPTIONS = '/options/';
const CRITERIA = '/criteria/';
const MATRIX = '/matrix/';
const COMPARE = '/compare/';
const RECOMMEND = '/recommend/';
const SCENARIOS = '/scenarios/';
const PRACTICE = '/practice/';
const GUIDES = '/guides/';
const GLOSSARY = '/glossary/';
const SOURCES = '/sources/';
const OFFLINE = '/offline/';
const EMBED = '/embed/';
const EMBEDDED_PAIRS = '/embed/compare/';
const EMBEDDED_SCENARIOS = '/embed/scenarios/';

/** The part of the page of an option that introduces one of its modes. */
export const modePart = (mode: string): string => `mode-${mode}`;

/** The page of an option, or a part of it: a criterion by its slug, a mode, `releases` or `history`. */
export const optionPath = (option: string, part?: string): string =>
  at(`${OPTIONS}${option}/`, part);

/** The parts of lists that have the criteria of a group, the options of a kind, and what begins with a letter. */
export const groupPart = (group: string): string => `group-${group}`;
export const kindPart = (kind: string): string => `kind-${kind}`;
export const letterPart = (letter: string): string => `letter-${letter.toLowerCase()}`;

/** The part of the page of a criterion that has the rubric of one of its levels. */
export const levelPart = (level: string): string => `level-${level}`;

/** The page of a criterion, or the rubric of one of its levels. */
export const criterionPath = (criterion: string, level?: string): string =>
  at(`${CRITERIA}${criterion}/`, level === undefined ? undefined : levelPart(level));

export const scenarioPath = (scenario: string): string => `${SCENARIOS}${scenario}/`;

/** A practice case on the page that lists them all. */
export const practicePath = (practiceCase?: string): string => at(PRACTICE, practiceCase);

/** The page of a guide, or the section under one of its headings. */
export const guidePath = (guide: string, heading?: string): string =>
  at(`${GUIDES}${guide}/`, heading);

/** A table of ratings that others have published. */
export const publishedPath = (table: string): string => `/published/${table}/`;

/** A page of prose with a place of its own at the top of the site. */
export const prosePath = (page: string): string => `/${page}/`;

/** Two options side by side; the same path whichever comes first. */
export const pairPath = (a: string, b: string): string => namedPairPath(pairName(a, b));

const namedPairPath = (name: string): string => `${COMPARE}${name}/`;

/**
 * The options that the address of a pair names, in its order: `/compare/a-vs-b/`, or that of its frame.
 *
 * @param path from the top of the site
 * @returns null for any other path
 */
export function pairIn(
  path: string,
): { readonly options: readonly [string, string]; readonly isFrame: boolean } | null {
  const isFrame = path.startsWith(EMBEDDED_PAIRS);
  if (!isFrame && !path.startsWith(COMPARE)) return null;
  const name = path
    .slice((isFrame ? EMBEDDED_PAIRS : COMPARE).length)
    .replace(/\/(?:index\.html)?$/, '');
  const options = name.includes('/') ? null : slugsInPair(name);
  return options === null ? null : { options, isFrame };
}

/** The matrix, in the state of a query that `formatView` wrote. */
export const matrixPath = (query = ''): string => asking(MATRIX, query);

/** Any options side by side, in the state of a query that `formatView` wrote. */
export const comparePath = (query = ''): string => asking(COMPARE, query);

/** The recommender, in the state of a query that `formatAsk` wrote. */
export const recommendPath = (query = ''): string => asking(RECOMMEND, query);

/** The part of the recommender that asks a question. */
export const questionPart = (question: string): string => `ask-${question}`;

/** A question of the recommender. */
export const questionPath = (question: string): string => at(RECOMMEND, questionPart(question));

/** A term of the glossary. */
export const termPath = (term: string): string => at(GLOSSARY, term);

/** One of the pages that list the sources where these are many, or a source on it. */
export const sourcesPath = (page: string, source?: string): string =>
  at(`${SOURCES}${page}/`, source);

/** A source on the page that lists it; that of all sources where none is named. */
export const sourcePath = (source: string, page?: string): string =>
  page === undefined ? at(SOURCES, source) : sourcesPath(page, source);

/** What is kept for reading without a network; for a reader who wanted another page, from the site’s top. */
export const offlinePath = (wanted?: string): string =>
  asking(OFFLINE, wanted === undefined ? '' : `page=${encodeURIComponent(wanted)}`);

/** Two options side by side, at the address of their own that such frames had in former days. */
export const embeddedPairPath = (a: string, b: string): string =>
  namedEmbeddedPairPath(pairName(a, b));

const namedEmbeddedPairPath = (name: string): string => `${EMBEDDED_PAIRS}${name}/`;

/** Any options side by side, for a frame on another page, in the state of a query that `formatView` wrote. */
export const embeddedComparePath = (query = ''): string => asking(EMBEDDED_PAIRS, query);

/** What follows for a scenario, for a frame on another page. */
export const embeddedScenarioPath = (scenario: string): string =>
  `${EMBEDDED_SCENARIOS}${scenario}/`;

/** A page that there is one of. It is always there; without entries it says so, and no list has it. */
export interface SinglePage {
  readonly path: string;
  /** What it is called, in lists and above the pages under it. */
  readonly name: string;
  /** The content without which there is nothing on it yet. */
  readonly needs?: Collection;
  /** Its place in the main navigation, from 1. */
  readonly inNavigation?: number;
  /** Its place in the list that the main navigation opens, from 1. */
  readonly inMore?: number;
  /** Its place in the list at the foot of each page, from 1, after the pages of prose. */
  readonly inFooter?: number;
  /** What the search and the index from A to Z say of it, and by which other names they find it. */
  readonly inSearch?: { readonly about: string; readonly aliases?: readonly string[] };
  /** Whether search engines may list it, as does the sitemap; where nothing is said, they may. */
  readonly isIndexed?: false;
}

/** All pages that there is one of, in the order in which the search has them. */
export const PAGES = {
  home: { path: HOME, name: 'Front page' },
  options: {
    path: OPTIONS,
    name: 'Options',
    inNavigation: 3,
    inSearch: { about: 'All options, by kind' },
  },
  criteria: {
    path: CRITERIA,
    name: 'Criteria',
    inMore: 3,
    inSearch: { about: 'All criteria, by group' },
  },
  matrix: {
    path: MATRIX,
    name: 'Matrix',
    inNavigation: 2,
    inSearch: {
      about: 'Every option on every criterion',
      aliases: ['At a glance', 'Comparison table', 'Filter'],
    },
  },
  matrixOnPaper: { path: '/matrix/print/', name: 'Matrix on paper', isIndexed: false },
  compare: {
    path: COMPARE,
    name: 'Compare',
    inMore: 1,
    inSearch: {
      about: 'Two to five options side by side',
      aliases: ['Side by side', 'Versus'],
    },
  },
  recommend: {
    path: RECOMMEND,
    name: 'Recommend',
    needs: 'questions',
    inNavigation: 1,
    inSearch: {
      about: 'A few questions, and a ranked shortlist',
      aliases: ['Advice', 'Questionnaire', 'Recommender'],
    },
  },
  scenarios: {
    path: SCENARIOS,
    name: 'Scenarios',
    needs: 'scenarios',
    inMore: 2,
    inSearch: { about: 'Typical situations' },
  },
  practice: {
    path: PRACTICE,
    name: 'In practice',
    needs: 'practice',
    inMore: 4,
    inFooter: 1,
    inSearch: {
      about: 'What others had and chose, and what this site would say',
      aliases: ['Case studies', 'Experience', 'Who uses what'],
    },
  },
  guides: {
    path: GUIDES,
    name: 'Guides',
    needs: 'guides',
    inNavigation: 4,
    inSearch: { about: 'All guides' },
  },
  glossary: {
    path: GLOSSARY,
    name: 'Glossary',
    needs: 'glossary',
    inMore: 5,
    inSearch: { about: 'All terms' },
  },
  method: {
    path: '/method/',
    name: 'Method',
    needs: 'method',
    inMore: 6,
    inSearch: { about: 'How ratings come about, and how far to trust them' },
  },
  quality: {
    path: '/quality/',
    name: 'Quality of the data',
    inFooter: 5,
    inSearch: { about: 'What is unknown, inferred or old', aliases: ['Gaps'] },
  },
  sources: {
    path: SOURCES,
    name: 'Sources',
    inFooter: 3,
    inSearch: {
      about: 'All that is cited, by publisher',
      aliases: ['Bibliography', 'References'],
    },
  },
  whatsNew: {
    path: '/whats-new/',
    name: 'What’s new',
    inMore: 7,
    inFooter: 2,
    inSearch: { about: 'What has changed', aliases: ['Changelog', 'Changes', 'News'] },
  },
  aToZ: { path: '/a-z/', name: 'A to Z', inFooter: 4 },
  api: {
    path: '/api/',
    name: 'For programs',
    inFooter: 6,
    inSearch: {
      about: 'The data as JSON and CSV; feeds and calendars',
      aliases: ['API', 'Download'],
    },
  },
  offline: {
    path: OFFLINE,
    name: 'Without a network',
    inFooter: 7,
    inSearch: { about: 'Keep the site in this browser', aliases: ['Offline', 'PWA'] },
  },
  embed: { path: EMBED, name: 'Embed' },
  embeddedMatrix: { path: '/embed/matrix/', name: 'Matrix in a frame', isIndexed: false },
  embeddedCompare: { path: EMBEDDED_PAIRS, name: 'Comparison in a frame', isIndexed: false },
} as const satisfies Readonly<Record<string, SinglePage>>;

// A function, or every script that needs a path would hold the whole table.
const singlePages = (): readonly SinglePage[] => Object.values(PAGES);

/** A kind of page that there is one of for each entry, or for each of what follows from entries. */
interface PageOfEach {
  readonly of: Collection | Derived;
  readonly path: (slug: string) => string;
  /** What the paths of pages begin with that search engines are asked not to list. */
  readonly notIndexedUnder?: string;
}

/** All kinds of page that there are several of. */
const PAGES_OF_EACH: readonly PageOfEach[] = [
  { of: 'options', path: optionPath },
  { of: 'criteria', path: criterionPath },
  { of: 'scenarios', path: scenarioPath },
  { of: 'guides', path: guidePath },
  { of: 'published', path: publishedPath },
  { of: 'pages', path: prosePath },
  { of: 'sourcePages', path: (page) => sourcesPath(page) },
  { of: 'pairs', path: namedPairPath },
  { of: 'framedPairs', path: namedEmbeddedPairPath, notIndexedUnder: EMBEDDED_PAIRS },
  { of: 'scenarios', path: embeddedScenarioPath, notIndexedUnder: EMBEDDED_SCENARIOS },
];

/** The path of every page that the site has, but for those at former addresses. */
export function allPaths(slugsOf: SlugsOf): readonly string[] {
  return [
    ...singlePages().map((page) => page.path),
    ...PAGES_OF_EACH.flatMap(({ of, path }) => slugsOf(of).map((slug) => path(slug))),
  ];
}

/** Whether search engines may list the page at a path, and so the sitemap does. */
export function isIndexed(path: string): boolean {
  return !(
    singlePages().some((page) => page.path === path && page.isIndexed === false) ||
    PAGES_OF_EACH.some(
      ({ notIndexedUnder }) => notIndexedUnder !== undefined && path.startsWith(notIndexedUnder),
    )
  );
}

/** Of the pages with something on them, those in the main navigation, in its order. */
export function navigation(slugsOf: SlugsOf): readonly SinglePage[] {
  return listed(slugsOf, (page) => page.inNavigation);
}

/** Of the pages with something on them, those that the main navigation opens under “More”, in their order. */
export function moreNavigation(slugsOf: SlugsOf): readonly SinglePage[] {
  return listed(slugsOf, (page) => page.inMore);
}

/** Of the pages with something on them, those in the list at the foot of each page, in its order. */
export function footer(slugsOf: SlugsOf): readonly SinglePage[] {
  return listed(slugsOf, (page) => page.inFooter);
}

/** Of the pages with something on them, those that the search finds by name. */
export function searchable(
  slugsOf: SlugsOf,
): readonly (SinglePage & Required<Pick<SinglePage, 'inSearch'>>)[] {
  return withEntries(slugsOf).flatMap(({ inSearch, ...page }) =>
    inSearch === undefined ? [] : [{ ...page, inSearch }],
  );
}

function listed(
  slugsOf: SlugsOf,
  place: (page: SinglePage) => number | undefined,
): readonly SinglePage[] {
  return withEntries(slugsOf)
    .filter((page) => place(page) !== undefined)
    .toSorted((a, b) => (place(a) ?? 0) - (place(b) ?? 0));
}

const withEntries = (slugsOf: SlugsOf): readonly SinglePage[] =>
  singlePages().filter(({ needs }) => needs === undefined || slugsOf(needs).length > 0);

// What a site has beside its pages.

/** The Markdown of a page that has one: `.md` stands in the place of its last slash. */
export const markdownPath = (page: string): string => page.replace(/\/$/, '.md');

/** Changes to the data as a feed: of the whole site, or of one option. */
export const feedPath = (option?: string): string =>
  option === undefined ? '/changes.xml' : `${OPTIONS}${option}.xml`;

/** Ends of support as a calendar: of all options, or of one. */
export const calendarPath = (option?: string): string =>
  option === undefined ? '/support-ends.ics' : `${OPTIONS}${option}.ics`;

/** The interface for programs, or a file in it. */
export const apiPath = (file = ''): string => `/api/v1/${file}`;

/** Files of the interface for programs, within its folder: an option, and the schema of a kind of file. */
export const apiOptionFile = (option: string): string => `options/${option}.json`;
export const apiSchemaFile = (kind: string): string => `schemas/${kind}.schema.json`;

/** A content release, by its name. */
export const releasePath = (name: string): string => `/releases/${name}.json`;

/** Why the ratings of one option are what they are, for pages that show it on demand. */
export const reasonsPath = (option: string): string => `/data/options/${option}.json`;

/** What a search in a long matrix looks at. */
export const searchedTextsPath = (): string => '/data/matrix-texts.json';

/** Where the parts of one option live, drawn. */
export const drawingPath = (option: string): string => `/data/drawings/${option}.json`;

/** The names that options have and had, for pages that were left with something picked. */
export const optionNamesPath = (): string => '/data/option-names.json';

/** A file of data whose name tells its contents, as the builder named it. */
export const namedDataPath = (name: string): string => `/data/${name}.json`;

/** A picture that stands for a page where its link is shown, by its name. */
export const picturePath = (name: string): string => `/pictures/${name}.png`;

/** Files that there is one of. */
export const FILES = {
  icon: '/favicon.svg',
  licences: '/licences.md',
  keptList: '/kept.json',
  markdownList: '/llms.txt',
  serviceWorker: '/service-worker.js',
  sitemap: '/sitemap-index.xml',
} as const;

/**
 * What the top of a built site has beside the pages of prose, and what hosts keep for themselves: none of it
 * can be the slug of such a page. Alphabetical.
 */
export const reservedPages = (): readonly string[] =>
  [
    ...new Set([
      ...[
        ...singlePages().map((page) => page.path),
        ...PAGES_OF_EACH.filter(({ of }) => of !== 'pages').map((page) => page.path('a')),
        ...Object.values(FILES),
        apiPath(),
        calendarPath(),
        feedPath(),
        optionNamesPath(),
        picturePath('a'),
        releasePath('a'),
      ].flatMap((path) => path.split(/[/.]/).slice(1, 2)),
      ...['404', '500', 'assets', 'index', 'robots'],
    ]),
  ]
    .filter((name) => name !== '')
    .toSorted();
