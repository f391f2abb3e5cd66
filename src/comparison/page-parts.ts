/**
 * The ids that the parts of pages have: what a link may lead to after its #, and what may not be there
 * twice. Links in content are checked against it, and a test compares it with the ids of built pages.
 */

import { hasText, type ProseHeading } from './body.ts';
import { citedIds, fieldCitations } from './cited-ids.ts';
import { COLLECTION_NAMES, KINDS } from './collections.ts';
import type { Content, Entry } from './content.ts';
import type { FieldPath } from './document.ts';
import type { SourceMap } from './schemas/common.ts';
import type { OptionData } from './schemas/option.ts';
import { levelsOf, type Scale } from '../decision/scale.ts';
import {
  criterionPath,
  embeddedScenarioPath,
  groupPart,
  guidePath,
  kindPart,
  letterPart,
  levelPart,
  modePart,
  optionPath,
  PAGES,
  pairIn,
  prosePath,
  publishedPath,
  questionPart,
  scenarioPath,
  searchable,
  sourcesPath,
} from '../links/routes.ts';
import { initial } from '../words/alphabetical.ts';
import { footnotes } from '../words/footnotes.ts';
import { LOOKED_THROUGH } from '../words/long-lists.ts';
import { drawingId } from '../words/option-drawing.ts';
import { sourcePages } from './source-pages.ts';
import { toRating } from './to-decision.ts';

/** What in the content gives a part its id: the name of a file, a field, or a heading. */
export type Namer =
  | { readonly entry: Entry<unknown>; readonly path: FieldPath; readonly part?: 'key' }
  | { readonly entry: Entry<unknown>; readonly heading: ProseHeading };

export interface Part {
  readonly id: string;
  /** Undefined where the template gives the id. */
  readonly namer?: Namer;
  /** Whether the page has it at present; null where another fault keeps that from being known. */
  readonly isThere: boolean | null;
  /** Whether a link may lead there. What has an id for labels or scripts is no place to go to. */
  readonly isPlace: boolean;
  /** Whether it is there only once scripts run. */
  readonly isByScript: boolean;
}

/** The parts of a page that have an id, those included that it has at other times. */
export interface PageParts {
  readonly parts: readonly Part[];
  /** False where another fault keeps some from being known. */
  readonly isWhole: boolean;
}

const part = (id: string, more: Partial<Part> = {}): Part => ({
  id,
  isThere: true,
  isPlace: true,
  isByScript: false,
  ...more,
});

/** Where there are more options than this, pages show the first few, or none, and lead to the matrix. */
const isLong = (content: Content): boolean => content.slugs('options').length > LOOKED_THROUGH;

const all = (ids: readonly string[], more?: Partial<Part>): readonly Part[] =>
  ids.map((id) => part(id, more));

/** Sections of a template: by id, whether the page has them. */
const sections = (ids: Readonly<Record<string, boolean | null>>): readonly Part[] =>
  Object.entries(ids).map(([id, isThere]) => part(id, { isThere }));

/** Where every page but those for frames begins. */
const MAIN = part('content');

/** The foot of pages of content. */
const RECORD = part('this-page');

/** A list of numbered sources under a heading; it is absent where it is empty. */
function references(count: number | null, isAlways = false): readonly Part[] {
  const isThere = isAlways || (count === null ? null : count > 0);
  return [part('references', { isThere }), ...numbered(count)];
}

/** At least one, so that nothing else takes the name of what may come to be there. */
function numbered(count: number | null): readonly Part[] {
  return Array.from({ length: Math.max(1, count ?? 0) }, (_, i) =>
    part(`source-${String(i + 1)}`, { isThere: count === null ? null : i < count }),
  );
}

/** What a drawing has for its own parts and for its name. */
const drawing = (id: string, isThere: boolean | null = true): readonly Part[] =>
  all([`${id}-tip`, `${id}-text`, `${id}-name`], { isThere, isPlace: false });

const headings = (entry: Entry<unknown>): readonly Part[] =>
  entry.prose.headings.map((heading) => part(heading.id, { namer: { entry, heading } }));

/** A part that is named after the file of each entry, those with faults of their own included. */
function byFile(
  content: Content,
  collection: 'criteria' | 'options' | 'practice' | 'questions',
  more: (slug: string) => Partial<Part> = () => ({}),
): readonly Part[] {
  const entries = new Map(content[collection].map((entry) => [entry.slug, entry]));
  return content.slugs(collection).map((slug) => {
    const entry: Entry<unknown> | undefined = entries.get(slug);
    return part(slug, {
      ...(entry === undefined ? {} : { namer: { entry, path: [] } }),
      ...more(slug),
    });
  });
}

/**
 * The parts of every page, by its path from the top of the site. They are made when they are asked for,
 * since there may be many pages and links lead to few of them.
 */
export function partsOfPages(content: Content): ReadonlyMap<string, () => PageParts> {
  const { site, glossary, faulty } = content;
  const slugsIn = content.slugs;
  /** Null where a file of one of the kinds cannot be judged. */
  const unless = (kinds: readonly (keyof typeof KINDS)[], isThere: boolean): boolean | null =>
    isThere ? true : kinds.some((kind) => faulty.has(kind)) ? null : false;
  const whole = (...parts: readonly (readonly Part[])[]): PageParts => ({
    parts: [MAIN, ...parts.flat()],
    isWhole: true,
  });
  /** The pages of a kind of file; a file may have faults. */
  const ofFiles = <T>(
    collection: Parameters<typeof slugsIn>[0],
    entries: readonly Entry<T>[],
    pathOf: (slug: string) => string,
    partsOf: (entry: Entry<T>) => readonly Part[],
  ): readonly (readonly [string, () => PageParts])[] => {
    const known = new Map(entries.map((entry) => [entry.slug, entry]));
    return slugsIn(collection).map((slug) => {
      const entry = known.get(slug);
      return [
        pathOf(slug),
        () =>
          entry === undefined
            ? { parts: [MAIN], isWhole: false }
            : { parts: [MAIN, ...partsOf(entry)], isWhole: entry.prose.isSound },
      ] as const;
    });
  };
  const upcoming = ({ release }: OptionData): boolean =>
    release?.ends.some(({ date }) => date >= content.today.slice(0, date.length)) === true;

  const listing = sourcePages(listable(content), site.data.language);
  const pages: (readonly [string, () => PageParts])[] = [
    [
      PAGES.home.path,
      () => whole([part('at-a-glance'), part('at-a-glance-told', { isPlace: false })]),
    ],
    [
      PAGES.options.path,
      () =>
        whole(
          site.data.kinds.map(({ slug }, i) =>
            part(kindPart(slug), {
              namer: { entry: site, path: ['kinds', i, 'slug'] },
              isThere:
                !isLong(content) &&
                unless(
                  ['options'],
                  content.options.some(({ data }) => data.kind === slug),
                ),
            }),
          ),
        ),
    ],
    [
      PAGES.criteria.path,
      () =>
        whole(
          groups(
            content,
            ({ slug }) =>
              // A group that all are in has no heading.
              site.data.groups.length > 1 &&
              unless(
                ['criteria'],
                content.criteria.some(({ data }) => data.group === slug),
              ),
          ),
        ),
    ],
    [PAGES.matrix.path, () => whole()],
    [
      PAGES.matrixOnPaper.path,
      () => {
        const isText = ({ kind }: Scale): boolean => kind === 'text';
        return {
          parts: [
            MAIN,
            ...groups(content, ({ slug }) =>
              unless(
                ['criteria'],
                content.criteria.some(({ data }) => data.group === slug && !isText(data.scale)),
              ),
            ),
            ...byFile(content, 'criteria', (slug) => {
              const criterion = content.criteria.find((one) => one.slug === slug);
              return { isThere: criterion === undefined ? null : isText(criterion.data.scale) };
            }),
            part('notes', { isThere: unless(['options', 'criteria'], hasNotes(content)) }),
            ...references(
              faulty.has('options') || faulty.has('sources') ? null : allCited(content),
              true,
            ),
          ],
          isWhole: true,
        };
      },
    ],
    [
      PAGES.compare.path,
      () =>
        whole(
          sections({ pairs: slugsIn('options').length > 1 }),
          all(['names-to-add'], { isPlace: false }),
          byFile(content, 'criteria', () => ({ isByScript: true })),
        ),
    ],
    [
      PAGES.recommend.path,
      () =>
        whole(
          slugsIn('questions').flatMap((slug) => [
            part(questionPart(slug)),
            part(`asked-${slug}`, { isPlace: false }),
          ]),
          sections({
            result: slugsIn('questions').length > 0,
            scenarios: slugsIn('scenarios').length > 0,
            guide: slugsIn('questions').length > 0,
          }),
          [part('add-wrong', { isPlace: false })],
          all(['recommender'], {
            isThere: slugsIn('questions').length > 0,
            isPlace: false,
          }),
        ),
    ],
    [PAGES.scenarios.path, () => whole()],
    [
      PAGES.practice.path,
      () => {
        const own = content.practice.flatMap((entry) =>
          citedIds(entry).map((id) => (id in entry.declares ? `${entry.slug} ${id}` : id)),
        );
        return {
          parts: [
            MAIN,
            ...byFile(content, 'practice'),
            ...content.practice.flatMap(headings),
            ...references(faulty.has('practice') ? null : new Set(own).size),
          ],
          isWhole: !faulty.has('practice'),
        };
      },
    ],
    [PAGES.guides.path, () => whole()],
    [
      PAGES.glossary.path,
      () => {
        const [entry] = glossary;
        const terms = glossary.flatMap((of) =>
          of.data.terms.map(({ slug }, i) =>
            part(slug, { namer: { entry: of, path: ['terms', i, 'slug'] } }),
          ),
        );
        return {
          parts: [
            MAIN,
            ...terms,
            ...references(entry === undefined ? 0 : citedIds(entry).length),
            part(RECORD.id, { isThere: entry !== undefined }),
          ],
          isWhole: !faulty.has('glossary'),
        };
      },
    ],
    [
      PAGES.method.path,
      () => ({
        parts: [
          MAIN,
          part('figures'),
          ...content.method.flatMap(headings),
          ...references(content.method.reduce((sum, entry) => sum + citedIds(entry).length, 0)),
        ],
        isWhole: !faulty.has('method'),
      }),
    ],
    [
      PAGES.quality.path,
      () =>
        whole(
          all(['figures', 'by-option', 'by-criterion']),
          sections({ 'find-out': slugsIn('scenarios').length > 0 }),
        ),
    ],
    [
      PAGES.sources.path,
      () => ({
        // Where they stand on pages of their own, a script leads on to these.
        parts: [
          MAIN,
          ...sections({
            most: listing.length === 0 ? false : null,
            others: listing.length === 0 ? false : null,
          }),
          ...ofSources(declared(content), listing.length > 0),
        ],
        isWhole: DECLARING.every((kind) => !faulty.has(kind)),
      }),
    ],
    ...listing.map(
      ({ slug, publishers }) =>
        [
          sourcesPath(slug),
          () => ({
            parts: [MAIN, ...ofSources(publishers.flatMap(({ sources }) => sources))],
            isWhole: DECLARING.every((kind) => !faulty.has(kind)),
          }),
        ] as const,
    ),
    [
      PAGES.whatsNew.path,
      () =>
        whole(
          sections({
            ends: unless(
              ['options'],
              content.options.some(({ data }) => upcoming(data)),
            ),
            events: unless(
              ['options'],
              content.options.some(({ data }) => data.history.length > 0),
            ),
            changed: unless(['watch', ...DECLARING], hasChanged(content)),
            checked: unless(['options'], content.options.some(isChecked)),
          }),
        ),
    ],
    [
      PAGES.aToZ.path,
      () => ({
        ...whole(all([...new Set(allNames(content).map(initial))].map(letterPart))),
        isWhole: NAMED.every((kind) => !faulty.has(kind)),
      }),
    ],
    [
      PAGES.api.path,
      () =>
        whole(
          all(['data', 'promise', 'changes', 'text', 'embed']),
          sections({
            calendars: unless(
              ['options'],
              content.options.some(({ data }) => (data.release?.ends.length ?? 0) > 0),
            ),
            feeds: unless(['releases', 'options'], hasFeeds(content)),
          }),
        ),
    ],
    [PAGES.offline.path, () => whole()],
    [
      PAGES.embed.path,
      () =>
        whole(
          all(['matrix', 'needs']),
          sections({
            comparison: slugsIn('options').length > 1,
            recommendation: slugsIn('scenarios').length > 0,
          }),
        ),
    ],
    // Views for frames have no places of their own.
    [PAGES.embeddedMatrix.path, () => ({ parts: [], isWhole: true })],
    [PAGES.embeddedCompare.path, () => ({ parts: [], isWhole: true })],
    ...slugsIn('scenarios').map(
      (slug) => [embeddedScenarioPath(slug), () => ({ parts: [], isWhole: true })] as const,
    ),
    ...ofFiles('options', content.options, optionPath, optionParts),
    ...ofFiles('criteria', content.criteria, criterionPath, (entry) => [
      ...sections({
        spread: entry.data.scale.kind !== 'text',
        counts: hasText(entry.prose),
        scale: true,
        ratings: true,
      }),
      ...levelParts(entry.data.scale),
      ...byFile(content, 'options', () => (isLong(content) ? { isThere: null } : {})),
      ...headings(entry),
      RECORD,
    ]),
    ...ofFiles('scenarios', content.scenarios, scenarioPath, (entry) => [
      ...sections({
        recommendation: true,
        why: true,
        answers: true,
        experts: entry.data.experts.length > 0,
      }),
      ...headings(entry),
      ...references(citedIds(entry).length),
      RECORD,
    ]),
    ...ofFiles('guides', content.guides, guidePath, (entry) => [
      ...headings(entry),
      ...entry.prose.drawings.flatMap(({ target }) => drawing(drawingId(target))),
      ...references(citedIds(entry).length),
      RECORD,
    ]),
    ...ofFiles('pages', content.pages, prosePath, (entry) => [
      ...headings(entry),
      ...references(citedIds(entry).length),
      RECORD,
    ]),
    ...ofFiles('published', content.published, publishedPath, (entry) => [
      part('frame'),
      ...entry.data.versions.map(({ date }, i) =>
        part(`edition-${date}`, {
          namer: { entry, path: ['versions', i, 'date'] },
        }),
      ),
      ...sections({ differences: Object.keys(entry.data.differences).length > 0 }),
      RECORD,
    ]),
  ];
  return new Map(pages);

  function optionParts(entry: Entry<OptionData>): readonly Part[] {
    const { data, slug } = entry;
    const isPublished = content.published.some((table) =>
      table.data.versions.some(({ rows }) => rows.some((row) => row.option === slug)),
    );
    return [
      ...sections({
        overview: hasText(entry.prose),
        modes: data.modes.length > 0,
        // Where nothing says it, answers decide, which only the recommender knows.
        scenario: data.firstWhen === undefined ? null : true,
        'where-it-lives': data.topologies.length > 0,
        ratings: true,
        considerations: data.considerations.length > 0,
        tooling: data.tooling.length > 0,
        start: data.start.length > 0,
        releases:
          data.release !== undefined &&
          (data.release.latest !== undefined ||
            data.release.policy !== undefined ||
            data.release.ends.length > 0),
        reports: data.reports.length > 0,
        published: unless(['published'], isPublished),
        claims: data.claims.length > 0,
        conflicts: data.conflicts.length > 0,
        history: data.history.length > 0,
      }),
      ...headings(entry),
      ...all(data.modes.map((mode) => modePart(mode.slug))),
      ...data.topologies.flatMap((_, i) => drawing(`topology-${String(i + 1)}`)),
      ...byFile(content, 'criteria'),
      ...references(citedIds(entry).length),
      RECORD,
    ];
  }
}

/**
 * The parts of the page of two options, or of the comparison of any that is shown where they have none.
 *
 * @param path of any page
 * @returns null where the path is not that of two options
 */
export function partsOfPair(content: Content, path: string): PageParts | null {
  const pair = pairIn(path);
  if (pair === null) return null;
  if (pair.isFrame) return { parts: [], isWhole: true };
  const [a, b] = pair.options.map((slug) => content.options.find((entry) => entry.slug === slug));
  if (a === undefined || b === undefined) return { parts: [], isWhole: false };
  return { parts: [MAIN, ...pairParts([a, b])], isWhole: true };

  function pairParts(pair: readonly [Entry<OptionData>, Entry<OptionData>]): readonly Part[] {
    const cited = pair.flatMap((entry) =>
      // The page shows the first mode.
      [...Object.values(entry.data.ratings), ...Object.values(entry.data.modes[0]?.ratings ?? {})]
        .flatMap((rating) => fieldCitations(rating))
        .map(({ id }) => (id in entry.data.sources ? `${entry.slug} ${id}` : id)),
    );
    return [
      ...sections({
        // Pages of pairs have them, and the comparison of any has not.
        'where-they-live': null,
        'differences-in-words': null,
        'side-by-side': null,
      }),
      // Only where rows are hidden.
      part('identical-too', { isThere: null, isPlace: false }),
      ...pair.flatMap(({ slug, data }) => drawing(drawingId(slug), data.topologies.length > 0)),
      ...byFile(content, 'criteria'),
      ...references(new Set(cited).size),
      RECORD,
    ];
  }
}

/** Groups of criteria, under the id that their heading has. */
function groups(
  { site }: Content,
  isThere: (group: { readonly slug: string }) => boolean | null,
): readonly Part[] {
  return site.data.groups.map((group, i) =>
    part(groupPart(group.slug), {
      namer: { entry: site, path: ['groups', i, 'slug'] },
      isThere: isThere(group),
    }),
  );
}

/** The lines of a rubric that have an id. */
const levelParts = (scale: Scale): readonly Part[] =>
  all(
    (scale.kind === 'flag' ? ['yes', 'no'] : levelsOf(scale).map(({ slug }) => slug)).map(
      levelPart,
    ),
  );

/** How many sources the ratings of all options cite. */
function allCited({ options }: Content): number {
  const cited = options.flatMap(({ slug, data }) =>
    [data.ratings, ...data.modes.map((mode) => mode.ratings)]
      .flatMap((ratings) => Object.values(ratings))
      .flatMap((rating) => ('sources' in rating ? rating.sources : []))
      .map((id) => (id in data.sources ? `${slug} ${id}` : id)),
  );
  return new Set(cited).size;
}

/** The kinds of file that declare sources. */
const DECLARING = COLLECTION_NAMES.filter((name) => KINDS[name].declares !== undefined);

interface Declared {
  readonly id: string;
  readonly source: SourceMap[string];
  readonly entry: Entry<unknown>;
  readonly path: FieldPath;
}

/** All sources, as the pages that list them have them. */
const listable = (
  content: Content,
): readonly (Declared & Pick<Declared['source'], 'title' | 'publisher'>)[] =>
  declared(content).map((one) => ({
    ...one,
    title: one.source.title,
    publisher: one.source.publisher,
  }));

/** The pages that list the sources where these are many, by their slugs. */
export const sourcePageSlugs = (content: Content): readonly string[] =>
  sourcePages(listable(content), content.site.data.language).map(({ slug }) => slug);

const ofSources = (sources: readonly Declared[], isByScript = false): readonly Part[] =>
  sources.map(({ id, entry, path }) =>
    part(id, { namer: { entry, path, part: 'key' }, isByScript }),
  );

/** All sources, by the id that each has on the whole site, with where it is declared. */
function declared(content: Content): readonly Declared[] {
  return content.all.flatMap((entry) =>
    Object.entries(entry.declares).map(([id, source]) =>
      KINDS[entry.collection].shared === true
        ? { id, source, entry, path: [id] }
        : { id: `${entry.slug}-${id}`, source, entry, path: ['sources', id] },
    ),
  );
}

/** Whether a source has changed since its present edition was read. */
function hasChanged(content: Content): boolean {
  const read = new Map(
    declared(content).map(({ id, source: { edition } }) => [
      id,
      edition !== undefined && 'commit' in edition ? edition.commit : undefined,
    ]),
  );
  return content.watch.some(({ data }) =>
    data.findings.some((finding) => read.get(finding.source) === finding.read),
  );
}

function hasFeeds({ options, releases }: Content): boolean {
  const names = new Set(options.flatMap(({ slug, data }) => [slug, ...data.formerSlugs]));
  return releases.some(({ data }) => data.options.some(({ slug }) => names.has(slug)));
}

/** Whether a rating has a footnote. */
function hasNotes({ options, criteria }: Content): boolean {
  const scales = new Map(criteria.map(({ slug, data }) => [slug, data.scale]));
  return options.some(({ data }) =>
    [data.ratings, ...data.modes.map((mode) => mode.ratings)]
      .flatMap((ratings) => Object.entries(ratings))
      .some(([slug, rating]) => {
        const scale = scales.get(slug);
        return scale !== undefined && footnotes(scale, toRating(rating)).length > 0;
      }),
  );
}

/** Whether anything is rated on a day. */
const isChecked = ({ data }: Entry<OptionData>): boolean =>
  [data.ratings, ...data.modes.map((mode) => mode.ratings)]
    .flatMap((ratings) => Object.values(ratings))
    .some((rating) => rating.state !== 'unrated');

/** The kinds of file that readers know by names. */
const NAMED = [
  'options',
  'criteria',
  'scenarios',
  'glossary',
  'guides',
  'published',
  'pages',
] as const;

/** All names under which the index from A to Z has something. */
function allNames(content: Content): readonly string[] {
  const ofPages = searchable((kind) =>
    kind === 'pairs' || kind === 'framedPairs' || kind === 'sourcePages' ? [] : content.slugs(kind),
  ).flatMap(({ name, inSearch }) => [name, ...(inSearch.aliases ?? [])]);
  return [
    ...content.options.flatMap(({ data }) => [
      data.name,
      ...(data.shortName === undefined ? [] : [data.shortName]),
      ...data.formerNames.map(({ name }) => name),
      ...data.aliases,
    ]),
    ...content.criteria.flatMap(({ data }) => [
      data.name,
      ...(data.shortName === undefined ? [] : [data.shortName]),
      ...data.aliases,
    ]),
    ...content.scenarios.flatMap(({ data }) => [data.title, ...data.aliases]),
    ...content.glossary.flatMap(({ data }) =>
      data.terms.flatMap(({ term, also }) => [term, ...also]),
    ),
    ...content.guides.map(({ data }) => data.title),
    ...content.published.map(({ data }) => data.title),
    ...content.pages.map(({ data }) => data.title),
    ...ofPages,
  ];
}
