/**
 * What is not wrong but wants attention: ratings that have gone stale, sections that are missing,
 * weak evidence. Warnings fail no build. `content/exceptions.yaml` lists those that are accepted for a
 * while, each with a reason and the day on which it lapses.
 */

import { hasValue } from '../decision/rating.ts';
import {
  ratingsOf,
  type Comparison,
  type Criterion,
  type Option,
  type RatingInMode,
} from './comparison.ts';
import { editionOf, fileRepository } from './edition-links.ts';
import { monthsBetween } from './months.ts';
import type { Exception, WarningRule } from './schemas/exceptions.ts';

/** How many months a rating stays fresh. */
const SHELF_LIFE_MONTHS: Readonly<Record<Criterion['shelfLife'], number>> = {
  versions: 6,
  limits: 12,
  nature: 24,
};

export interface Warning {
  readonly rule: WarningRule;
  readonly file: string;
  /** Null where the warning is about a source. */
  readonly option: string | null;
  /** Null where the warning is about the option as a whole, or about a source. */
  readonly criterion: string | null;
  readonly text: string;
}

export interface WarningReport {
  readonly warnings: readonly Warning[];
  /** Exceptions that have lapsed, or that no warning needs any more. */
  readonly idle: readonly Exception[];
}

/** All warnings that no exception covers, and the exceptions that cover none. */
export function warningsOf(comparison: Comparison): WarningReport {
  const { options, exceptions, today } = comparison;
  const ofOptions = options.flatMap((option) => [
    ...missingReports(option, comparison),
    ...comparison.criteria.flatMap((criterion) =>
      ratingsOf(option, criterion).flatMap((rated) => [
        ...stale(option, criterion, rated, today),
        ...weak(option, criterion, rated),
      ]),
    ),
  ]);
  const all = [...ofOptions, ...withoutEdition(comparison)];
  const covers = (exception: Exception, warning: Warning): boolean =>
    exception.until >= today &&
    exception.rule === warning.rule &&
    exception.option === warning.option &&
    (exception.criterion ?? null) === warning.criterion;
  return {
    warnings: all.filter((warning) => !exceptions.some((e) => covers(e, warning))),
    idle: exceptions.filter((e) => !all.some((warning) => covers(e, warning))),
  };
}

/** What a warning speaks of: a criterion, in a mode where modes differ. */
const subject = ({ name }: Criterion, { mode }: RatingInMode): string =>
  mode === undefined ? name : `${name} as ${mode.name}`;

function stale(
  option: Option,
  criterion: Criterion,
  rated: RatingInMode,
  today: string,
): Warning[] {
  const { rating } = rated;
  if (rating.state === 'unrated') return [];
  const age = monthsBetween(rating.checked, today);
  const limit = SHELF_LIFE_MONTHS[criterion.shelfLife];
  if (age < limit) return [];
  return [
    {
      rule: 'stale',
      file: option.file,
      option: option.slug,
      criterion: criterion.slug,
      text: `${subject(criterion, rated)} was checked ${String(age)} months ago; ratings on ${criterion.shelfLife} are good for ${String(limit)}.`,
    },
  ];
}

/** A claim or an inference that rests on a single page. */
function weak(option: Option, criterion: Criterion, rated: RatingInMode): Warning[] {
  const { rating } = rated;
  if (!hasValue(rating)) return [];
  const isWeak = rating.evidence === 'claimed' || rating.evidence === 'inferred';
  if (!isWeak || rating.sources.length > 1) return [];
  return [
    {
      rule: 'one-weak-source',
      file: option.file,
      option: option.slug,
      criterion: criterion.slug,
      text: `${subject(criterion, rated)} is ${rating.evidence} from one page alone.`,
    },
  ];
}

/** Sources that lie in a repository of which others have editions, and say nothing of one themselves. */
function withoutEdition({ sources, site }: Comparison): Warning[] {
  const repositories = new Set(sources.flatMap((s) => editionOf(s)?.repository ?? []));
  return sources.flatMap((source) => {
    if (source.edition !== undefined) return [];
    const repository = fileRepository(source.url, site.hosts);
    if (repository === null || !repositories.has(repository)) return [];
    return [
      {
        rule: 'no-edition',
        file: source.file,
        option: null,
        criterion: null,
        text: `The source “${source.title}” lies in ${repository}, of which others have editions, and has none.`,
      },
    ];
  });
}

function missingReports(option: Option, { options }: Comparison): Warning[] {
  // Not every subject has somebody who reports.
  if (options.every(({ data }) => data.reports.length === 0)) return [];
  if (option.data.reports.length > 0) return [];
  return [
    {
      rule: 'no-reports',
      file: option.file,
      option: option.slug,
      criterion: null,
      text: 'Nothing says what users report of it.',
    },
  ];
}
