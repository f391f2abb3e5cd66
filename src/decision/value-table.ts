/**
 * The values of candidates on what is weighed, prepared for scoring: each cell as an interval in
 * [0, 1], a point where the value is known.
 */

import { ratingOf, type Candidate, type Criterion } from './model.ts';
import type { Preferences } from './questionnaire.ts';
import type { BareRating } from './rating.ts';
import { membersOf } from './requirement.ts';
import { placeOf, worth, type Place, type Scale, type Value } from './scale.ts';

/** What is weighed: a criterion, or a family of criteria that measure much the same. */
export interface Factor {
  readonly slug: string;
  readonly criteria: readonly Criterion[];
}

/** What values depend on besides the ratings. */
export type Wishes = Pick<Preferences, 'wants' | 'enough'>;

/**
 * How a rating that is unknown and without bounds counts within a family: it is left out of the mean
 * of the others, or it counts as anything in [0, 1].
 */
export type UnknownInFamily = 'left-out' | 'counted';

/** What one criterion adds to a cell. */
export interface Part {
  /** What the value is of: a criterion, or a family none of whose ratings is known. */
  readonly name: string;
  /** The interval in which the value lies; both ends are equal where it is known. */
  readonly low: number;
  readonly high: number;
  /** The place on an ordinal scale; null elsewhere. */
  readonly place: Place | null;
}

/** The value of a candidate on a factor: the mean of its parts, left out where there are none. */
export interface Cell {
  readonly parts: readonly Part[];
  /** Whether part of it is assumed, since a rating is not known for certain. */
  readonly assumed: boolean;
}

export interface ValueTable {
  /** In the order given. */
  readonly candidates: readonly Pick<Candidate, 'option' | 'mode'>[];
  /** Slugs, in alphabetical order, in which sums run. */
  readonly factors: readonly string[];
  /** By candidate, then factor. */
  readonly cells: readonly (readonly Cell[])[];
}

/** Values, scores and thresholds are compared in whole millionths, so that every machine ties the same ties. */
export function millionths(x: number): number {
  return Math.round(x * 1e6);
}

const round = (value: number): number => millionths(value) / 1e6;

/** Compares slugs by their code units: the same in every language. */
export function bySlug(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The cell of a candidate on a factor.
 *
 * A single criterion that is unknown lies anywhere in [0, 1], or between the bounds that a source gives.
 * In a family, what is unknown without a bound or left out is left out of the mean of the others; if
 * none of them counts, the family as a whole lies anywhere in [0, 1].
 */
export function cellOf(
  candidate: Pick<Candidate, 'ratings'>,
  factor: Factor,
  wishes: Wishes,
  unknownInFamily: UnknownInFamily,
): Cell {
  const inFamily = factor.criteria.length > 1 && unknownInFamily === 'left-out';
  const parts: Part[] = [];
  let assumed = false;
  let unknown = false;
  for (const { slug, scale } of factor.criteria) {
    const interval = intervalOf(
      scale,
      ratingOf(candidate, { slug }),
      wishes.wants[slug] ?? [],
      wishes.enough[slug],
    );
    if (interval === 'left-out') continue;
    if (interval === 'unknown') {
      unknown = true;
      assumed = true;
      if (!inFamily) parts.push({ name: slug, low: 0, high: 1, place: null });
      continue;
    }
    const { low, high, place } = interval;
    parts.push({ name: slug, low: round(low), high: round(high), place });
    if (round(high) > round(low)) assumed = true;
  }
  if (parts.length === 0 && unknown) {
    parts.push({ name: factor.slug, low: 0, high: 1, place: null });
  }
  // Sums run in slug order, whatever the order of the criteria.
  if (parts.length > 1) parts.sort((a, b) => bySlug(a.name, b.name));
  return { parts, assumed };
}

/** A cell of a candidate of which a rating is unknown, with that one as good, or as bad, as it can be. */
export function settledCell(
  { parts }: Pick<Cell, 'parts'>,
  factor: Factor,
  criterion: string,
  as: 'best' | 'worst',
): Pick<Cell, 'parts'> {
  const own = parts.find((part) => part.name === criterion) ?? { low: 0, high: 1 };
  const end = as === 'best' ? own.high : own.low;
  // A family none of whose ratings counts has one part of its own name.
  const others = parts.filter(({ name }) => name !== criterion && name !== factor.slug);
  const settled = { name: criterion, low: end, high: end, place: null };
  return { parts: [...others, settled].sort((a, b) => bySlug(a.name, b.name)) };
}

/** Where the value of a rating lies; `unknown` where nothing narrows it down. */
function intervalOf(
  scale: Scale,
  rating: BareRating,
  wanted: readonly string[],
  enough: Value | undefined,
): Omit<Part, 'name'> | 'unknown' | 'left-out' {
  const at = (low: number, high = low, place: Place | null = null): Omit<Part, 'name'> => ({
    low,
    high,
    place,
  });
  switch (rating.state) {
    case 'not-applicable':
      return rating.counts === 'left-out' ? 'left-out' : at(rating.counts === 'best' ? 1 : 0);
    case 'unrated':
      return 'unknown';
    case 'unknown': {
      if (scale.kind !== 'quantity') return 'unknown';
      const { atLeast, atMost } = rating;
      if (atLeast === undefined && atMost === undefined) return 'unknown';
      const ends = [atLeast ?? -Infinity, atMost ?? Infinity].map((end) =>
        Number.isFinite(end) ? (worth(scale, end, enough) ?? 0) : null,
      );
      const higher = scale.best > scale.worst;
      const [least = null, most = null] = higher ? ends : ends.toReversed();
      return at(least ?? 0, most ?? 1);
    }
    case 'known':
    case 'partial': {
      if (scale.kind === 'set') {
        const members = membersOf(scale, rating);
        const count = (...kinds: readonly string[]): number =>
          wanted.filter((member) => kinds.includes(members.get(member) ?? '')).length;
        return at(count('has') / wanted.length, count('has', 'unknown') / wanted.length);
      }
      const value = worth(scale, rating.value, enough) ?? 0;
      return at(
        value,
        value,
        scale.kind === 'ordinal' ? placeOf(scale, rating.value, enough) : null,
      );
    }
  }
}

/** Whether ratings on this scale can be weighed; sets only where something is wanted of them. */
export function canBeWeighed(scale: Scale, wanted: readonly string[]): boolean {
  switch (scale.kind) {
    case 'ordinal':
    case 'quantity':
      return true;
    case 'choice':
      return scale.preference !== undefined;
    case 'flag':
      return scale.better !== undefined;
    case 'set':
      return wanted.length > 0;
    case 'text':
      return false;
  }
}

/**
 * The value of a cell where each unknown takes the same place in its interval.
 *
 * @param place 0 for the worst that it can be, 1 for the best, 1/2 for the middle
 * @returns a number in [0, 1], or null where the cell is left out
 */
export function cellValue({ parts }: Pick<Cell, 'parts'>, place: number): number | null {
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, { low, high }) => total + low + place * (high - low), 0);
  return sum / parts.length;
}
