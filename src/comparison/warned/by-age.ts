/** Warnings about what may no longer hold: stale ratings, old versions, values changed without reading. */

import { hasValue, type BareRating } from '../../decision/rating.ts';
import { makeRelease, openRelease, type OpenedRelease } from '../../links/release.ts';
import { listed } from '../../words/clause-words.ts';
import { ratingLabel } from '../../words/label.ts';
import { counted } from '../../words/sentences.ts';
import type { Comparison, Criterion, Option, Source } from '../comparison.ts';
import { monthsBetween } from '../months.ts';
import { inNewSlugs } from '../release-changes.ts';
import type { Warning } from './warning.ts';
import { ratedPlaces, ratingWarning, type RatedPlace } from './rated-places.ts';

type Found = readonly Omit<Warning, 'rule'>[];

/** How many months a rating stays fresh. */
const SHELF_LIFE_MONTHS: Readonly<Record<Criterion['shelfLife'], number>> = {
  versions: 6,
  limits: 12,
  nature: 24,
};

/** How many minor versions a rating may be behind. */
const MINORS_BEHIND = 2;

/** Ratings that were checked longer ago than their criterion keeps. */
export function staleRatings(comparison: Comparison): Found {
  return ratedPlaces(comparison).flatMap((place) => {
    const { rating, criterion, subject } = place;
    if (rating.state === 'unrated') return [];
    const age = monthsBetween(rating.checked, comparison.today);
    const limit = SHELF_LIFE_MONTHS[criterion.shelfLife];
    if (age < limit) return [];
    return [
      ratingWarning(
        place,
        `${subject} was checked ${String(age)} months ago; ratings on ${criterion.shelfLife} are good for ${String(limit)}.`,
      ),
    ];
  });
}

/** Values that differ from the newest release, but were checked before it was made. */
export function changedUnread(comparison: Comparison): Found {
  const newest = comparison.releases.at(-1);
  if (newest === undefined) return [];
  const { criteria, options } = comparison;
  const now = openRelease(
    makeRelease('', { indifference: 0, lifecycle: null, criteria, options, questions: [] }),
  );
  const then = inNewSlugs(openRelease(newest), now);
  const made = newest.name.slice(0, 10);
  return ratedPlaces(comparison).flatMap((place) => {
    const { rating, criterion, subject } = place;
    if (rating.state === 'unrated' || rating.checked >= made) return [];
    const before = ratingThen(then, place);
    const scale = then.model.criteria.find(({ slug }) => slug === criterion.slug)?.scale;
    if (before === undefined || scale === undefined || figures(before) === figures(rating))
      return [];
    const [was, is] = [ratingLabel(scale, before), ratingLabel(criterion.scale, rating)];
    if (was === is) return [];
    return [
      ratingWarning(
        place,
        `${subject} was “${was}” in the release of ${made} and is “${is}”, but was checked before, on ${rating.checked}.`,
      ),
    ];
  });
}

/** What a release says of an option as it is today: of its mode, where it had it. */
function ratingThen(
  { model }: OpenedRelease,
  { option, mode, criterion }: RatedPlace,
): BareRating | undefined {
  const former = model.options.find(({ slug }) => slug === option.slug);
  const inMode = former?.modes.find(({ slug }) => slug === mode);
  if (mode !== undefined && inMode === undefined) return undefined;
  return inMode?.ratings[criterion.slug] ?? former?.ratings[criterion.slug];
}

/** What of a rating counts as its value. */
function figures(rating: BareRating): string {
  if (hasValue(rating)) return JSON.stringify([rating.value]);
  if (rating.state !== 'unknown') return rating.state;
  return JSON.stringify({ least: rating.atLeast, most: rating.atMost });
}

/** Ratings of versions of the option that are well behind its latest. */
export function oldVersions(comparison: Comparison): Found {
  return ratedPlaces(comparison).flatMap((place) => {
    const { rating, option, subject } = place;
    const latest = latestOf(option);
    if (!hasValue(rating) || latest === null) return [];
    const read = newestOf(rating.version, option, latest);
    if (read === null || latest.minor - read.minor < MINORS_BEHIND) return [];
    return [
      ratingWarning(
        place,
        `${subject} is rated by “${rating.version}”; the latest version is ${latest.text}.`,
      ),
    ];
  });
}

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly text: string;
  /** The name before the number, where it begins with a capital. */
  readonly of: string;
}

/** Versions in a text: “1.36”, “v1.36.4+k3s1”, “Operator 1.9”. */
function versionsIn(text: string): readonly Version[] {
  const found = text.matchAll(
    /(?:\b([A-Z][\w-]*) )?(?<![\w.]|\d-)v?((\d{1,3})\.(\d{1,3})(?:\.\d+)*)(?![\w]*-\d)/g,
  );
  return [...found].map(([, of = '', number = '', major, minor]) => ({
    major: Number(major),
    minor: Number(minor),
    text: number,
    of,
  }));
}

function latestOf({ data }: Option): Version | null {
  return versionsIn(data.release?.latest?.version ?? '')[0] ?? null;
}

/**
 * The newest version of the option that a text speaks of; null where it names none, another product’s, or
 * all from one on.
 */
function newestOf(text: string, { name, data }: Option, latest: Version): Version | null {
  if (/\b(?:since|later|newer|from|onwards)\b|\d\+/.test(text)) return null;
  const names = `${name} ${data.release?.latest?.version ?? ''}`.toLowerCase();
  const own = versionsIn(text).filter(
    ({ major, of }) => major === latest.major && names.includes(of.toLowerCase()),
  );
  return own.reduce<Version | null>(
    (newest, one) => (newest === null || one.minor > newest.minor ? one : newest),
    null,
  );
}

/** Files that cite pages of which nobody can tell how old what was read is. */
export function undatedSources({ sources, options }: Comparison): Found {
  return [...new Set(sources.map(({ file }) => file))].flatMap((file) => {
    const all = sources.filter((source) => source.file === file);
    const undated = all.filter((source) => source.date === null && readDay(source) === undefined);
    if (undated.length === 0) return [];
    const titles = undated.slice(0, TITLES).map(({ title }) => `“${title}”`);
    const left = undated.length - titles.length;
    const which = left === 0 ? listed(titles) : `${titles.join(', ')} and ${String(left)} more`;
    return [
      {
        file,
        line: null,
        option: options.find((option) => option.file === file)?.slug ?? null,
        criterion: null,
        source: null,
        text: `Of ${counted(all.length, 'source')}, ${String(undated.length)} ${undated.length === 1 ? 'has' : 'have'} no date, nor has the copy that was read: ${which}.`,
      },
    ];
  });
}

/** How many titles a warning tells. */
const TITLES = 3;

function readDay({ edition }: Source): string | undefined {
  if (edition === undefined) return undefined;
  return 'none' in edition ? (edition.read ?? edition.served) : edition.committed;
}
