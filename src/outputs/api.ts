/** The files under `/api/v1/`, made from the comparison. */

import { plainValue, ratingLabel } from '../words/label.ts';
import {
  apiOptionFile,
  apiPath,
  apiSchemaFile,
  criterionPath,
  optionPath,
  PAGES,
  practicePath,
  scenarioPath,
} from '../links/routes.ts';
import { candidateOf, differsByMode, ratingOf } from '../decision/model.ts';
import { hasValue, ratingWorth, type Rating } from '../decision/rating.ts';
import type { Scale } from '../decision/scale.ts';
import type { AbsoluteUrl } from './urls.ts';
import {
  API_FILES,
  apiJsonSchema,
  apiOptionSummary,
  SCHEMA_VERSION,
  type ApiFile,
} from './api-schemas.ts';
import { mapCitations } from '../comparison/cited-ids.ts';
import { listedAt } from '../comparison/source-pages.ts';
import type {
  Comparison,
  Criterion,
  Mode,
  Option,
  Source,
  Sources,
} from '../comparison/comparison.ts';
import { openApi } from './openapi.ts';

/** A file that programs fetch. */
export interface ListedFile {
  readonly name: string;
  /** From the top of the site. */
  readonly path: string;
  readonly mediaType: string;
  readonly description: string;
  /** The kind of file, where a JSON Schema describes it. */
  readonly kind?: ApiFile;
}

const COLLECTIONS = ['options', 'criteria', 'ratings', 'sources', 'scenarios', 'practice'] as const;

/** The files for programs in the order in which to tell of them; those of single options left out. */
export const LISTED_FILES: readonly ListedFile[] = [
  ...COLLECTIONS.map((kind) => ({
    name: kind,
    path: apiPath(`${kind}.json`),
    mediaType: 'application/json',
    description: API_FILES[kind].description ?? '',
    kind,
  })),
  {
    name: 'matrix',
    path: apiPath('matrix.csv'),
    mediaType: 'text/csv',
    description:
      'The whole matrix in words: a row for each mode of each option, a column for each criterion.',
  },
  {
    name: 'ratings-table',
    path: apiPath('ratings.csv'),
    mediaType: 'text/csv',
    description:
      'A row for each rating: value, reason, evidence, day and sources; where modes differ, one for each.',
  },
  {
    name: 'openapi',
    path: apiPath('openapi.json'),
    mediaType: 'application/json',
    description: 'A description of all this in the form of OpenAPI 3.1, with every schema.',
  },
];

const schemaPath = (kind: ApiFile): string => apiPath(apiSchemaFile(kind));

/**
 * All JSON files of the interface, by path below `/api/v1/`, each made when it is asked for: together
 * they are larger than what they are made from. The same comparison gives the same files, to the order
 * of their fields.
 *
 * @returns functions that throw a ZodError if a file were not what its schema says
 */
export function apiDocuments(
  comparison: Comparison,
  absoluteUrl: AbsoluteUrl,
): ReadonlyMap<string, () => unknown> {
  const { site, options, criteria, groups, sources, questions, scenarios, practice } = comparison;

  const write = (kind: ApiFile, body: object): unknown =>
    API_FILES[kind].parse({
      $schema: absoluteUrl(schemaPath(kind)),
      schemaVersion: SCHEMA_VERSION,
      contentVersion: comparison.version,
      generatedAt: comparison.today,
      ...body,
    });

  const kinds = Object.keys(API_FILES) as ApiFile[];
  const whole = (option: Option): ReturnType<typeof toOption> =>
    toOption(comparison, option, absoluteUrl);
  return new Map<string, () => unknown>([
    [
      'index.json',
      () =>
        write('index', {
          title: site.title,
          subject: site.subject,
          description: site.description,
          home: absoluteUrl(PAGES.home.path),
          files: LISTED_FILES.map(({ name, path, mediaType, description, kind }) => ({
            name,
            url: absoluteUrl(path),
            mediaType,
            ...(kind === undefined ? {} : { schema: absoluteUrl(schemaPath(kind)) }),
            description,
          })),
        }),
    ],
    [
      'options.json',
      () =>
        write('options', {
          kinds: site.kinds,
          toolAreas: site.toolAreas,
          boxRoles: site.boxRoles,
          options: options
            .map(whole)
            .map((option) =>
              apiOptionSummary
                .strip()
                .parse({ ...option, file: absoluteUrl(apiPath(apiOptionFile(option.slug))) }),
            ),
        }),
    ],
    ...options.map(
      (option) =>
        [apiOptionFile(option.slug), () => write('option', { option: whole(option) })] as const,
    ),
    [
      'criteria.json',
      () =>
        write('criteria', {
          groups: groups.map((group) => ({
            ...group,
            criteria: group.criteria.map((c) => c.slug),
          })),
          criteria: criteria.map(({ file: _file, prose: _prose, scale, ...criterion }) => ({
            ...criterion,
            scale: toScale(scale),
            page: absoluteUrl(criterionPath(criterion.slug)),
          })),
        }),
    ],
    [
      'ratings.json',
      () => {
        const all = options.map(whole);
        return write('ratings', {
          ratings: all.flatMap((option) => option.ratings),
          otherModes: all.flatMap(({ modes }) => modes.slice(1).flatMap((mode) => mode.ratings)),
        });
      },
    ],
    [
      'sources.json',
      () => write('sources', { sources: sources.map((s) => toSource(comparison, s, absoluteUrl)) }),
    ],
    [
      'scenarios.json',
      () =>
        write('scenarios', {
          questions: questions.map(({ slug, formerSlugs, data: { order: _order, ...data } }) => ({
            ...data,
            slug,
            formerSlugs,
          })),
          scenarios: scenarios.map(({ slug, data, sources: resolve }) => {
            const { order: _order, sources: _own, ...rest } = data;
            return {
              ...mapCitations(rest, globalIds(resolve)),
              slug,
              page: absoluteUrl(scenarioPath(slug)),
            };
          }),
        }),
    ],
    [
      'practice.json',
      () =>
        write('practice', {
          cases: practice.map(({ slug, data, sources: resolve }) => {
            const { order: _order, sources: _own, ...rest } = data;
            return {
              ...mapCitations(rest, globalIds(resolve)),
              slug,
              page: absoluteUrl(practicePath(slug)),
            };
          }),
        }),
    ],
    ...kinds.map(
      (kind) =>
        [apiSchemaFile(kind), () => apiJsonSchema(kind, absoluteUrl(schemaPath(kind)))] as const,
    ),
    ['openapi.json', () => openApi(comparison, absoluteUrl)],
  ]);
}

/** The site’s ids of sources for the ids that one file uses. */
function globalIds(sources: Sources): (ids: readonly string[]) => string[] {
  return (ids) => sources(ids).map((source) => source.id);
}

// What was found since is of a day, not of the content.
function toSource(
  comparison: Comparison,
  { file: _file, changed: _changed, ...source }: Source,
  absoluteUrl: AbsoluteUrl,
): object {
  return { ...source, page: absoluteUrl(listedAt(comparison, source.id)) };
}

function toOption(
  comparison: Comparison,
  option: Option,
  absoluteUrl: AbsoluteUrl,
): Record<string, unknown> & {
  slug: string;
  ratings: readonly object[];
  modes: readonly { ratings: readonly object[] }[];
} {
  const { criteria } = comparison;
  const { ratings: _ratings, modes: _modes, sources: _own, ...data } = option.data;
  const [first = null] = option.modes;
  const rated = (mode: Mode | null, among: readonly Criterion[]): readonly object[] =>
    among.map((criterion) => toRating(option, mode, criterion, absoluteUrl));
  return {
    ...mapCitations(data, globalIds(option.sources)),
    slug: option.slug,
    shortName: option.shortName,
    checked: option.checked,
    page: absoluteUrl(optionPath(option.slug)),
    ratings: rated(first, criteria),
    modes: option.modes.map((mode) => ({
      slug: mode.slug,
      formerSlugs: mode.formerSlugs,
      name: mode.name,
      summary: mode.summary,
      ratings: rated(
        mode,
        criteria.filter((criterion) => differsByMode(option, criterion)),
      ),
    })),
    sources: option.references.map((source) => toSource(comparison, source, absoluteUrl)),
  };
}

/** A scale with what the first version of the interface said of sets. */
function toScale(scale: Scale): object {
  if (scale.kind === 'quantity') {
    return {
      ...scale,
      worst: plainValue(scale, scale.worst),
      best: plainValue(scale, scale.best),
    };
  }
  if (scale.kind !== 'set') return scale;
  return { ...scale, exhaustive: scale.members.every(({ absence }) => absence === 'no') };
}

/** Figures of a rating as programs read them: a date is written as one. */
function plainFigures(scale: Scale, rating: Rating): object {
  if (hasValue(rating)) return { value: plainValue(scale, rating.value) };
  if (rating.state !== 'unknown') return {};
  const { atLeast, atMost } = rating;
  return {
    ...(atLeast === undefined ? {} : { atLeast: plainValue(scale, atLeast) }),
    ...(atMost === undefined ? {} : { atMost: plainValue(scale, atMost) }),
  };
}

function toRating(
  option: Option,
  mode: Mode | null,
  criterion: Criterion,
  absoluteUrl: AbsoluteUrl,
): object {
  const rating = ratingOf(candidateOf(option, mode?.slug ?? null), criterion);
  const rated = {
    option: option.slug,
    criterion: criterion.slug,
    ...(mode !== null && differsByMode(option, criterion) ? { mode: mode.slug } : {}),
    label: ratingLabel(criterion.scale, rating),
    page: absoluteUrl(optionPath(option.slug, criterion.slug)),
  };
  if (rating.state === 'unrated') return { ...rating, ...rated };
  const found = {
    ...mapCitations(rating, globalIds(option.sources)),
    ...plainFigures(criterion.scale, rating),
  };
  if (rating.state === 'unknown') return { ...found, ...rated };
  return { ...found, ...rated, worth: ratingWorth(criterion.scale, rating) };
}
