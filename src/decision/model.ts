/** The table that every decision is made on: options, criteria, and a rating for each pair. */

import type { BareRating, UnratedRating } from './rating.ts';
import type { Scale } from './scale.ts';

/** A slug with those that it had before, under which links still find it. */
export interface Named {
  readonly slug: string;
  readonly formerSlugs: readonly string[];
}

export interface Criterion {
  readonly slug: string;
  readonly name: string;
  readonly scale: Scale;
  /** Criteria that measure much the same share a family. */
  readonly family?: string | undefined;
}

/**
 * A way of running an option that excludes its others. On a criterion on which modes differ every mode
 * has its rating; on every other the option’s own holds for all modes.
 */
export interface Mode<R extends BareRating = BareRating> extends Named {
  readonly name: string;
  /** The sizes that it can have, where it cannot have any. */
  readonly size?: Size | undefined;
  /** Of the criteria on which the modes differ, by slug. */
  readonly ratings: Readonly<Record<string, R>>;
}

/** A number of like units in one place, from one bound to the other; a missing bound is none. */
export interface Size {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

export interface Option<R extends BareRating = BareRating> {
  readonly slug: string;
  readonly name: string;
  /** What holds in every mode and, where modes differ, in the first; by the slug of the criterion. */
  readonly ratings: Readonly<Record<string, R>>;
  /** The first is what a row shows at rest; empty where there is one way alone. */
  readonly modes: readonly Mode<R>[];
}

/** What is judged and scored by itself: a mode of an option, or an option without modes. */
export interface Candidate<R extends BareRating = BareRating> {
  /** The slug of its option. */
  readonly option: string;
  /** The slug of the mode; null where the option has none. */
  readonly mode: string | null;
  /** That of the mode. */
  readonly size?: Size | undefined;
  readonly ratings: Readonly<Record<string, R>>;
}

/** Whether some number is of both sizes. */
export function canBeOfOneSize(one: Size, other: Size): boolean {
  const least = Math.max(one.least ?? 1, other.least ?? 1);
  return least <= Math.min(one.most ?? Infinity, other.most ?? Infinity);
}

/** The candidates that an option stands for, in the order of its modes. */
export function candidatesOf<R extends BareRating>(option: Option<R>): readonly Candidate<R>[] {
  const { slug, ratings, modes } = option;
  if (modes.length === 0) return [{ option: slug, mode: null, ratings }];
  return modes.map((mode) => ({
    option: slug,
    mode: mode.slug,
    size: mode.size,
    ratings: { ...ratings, ...mode.ratings },
  }));
}

/** The candidate of a mode; the first where none is named or none has that name. */
export function candidateOf<R extends BareRating>(
  option: Option<R>,
  mode: string | null,
): Candidate<R> {
  const candidates = candidatesOf(option);
  const [first = { option: option.slug, mode: null, ratings: option.ratings }] = candidates;
  return candidates.find((candidate) => candidate.mode === mode) ?? first;
}

const UNRATED: UnratedRating = { state: 'unrated' };

/** Whether the modes of an option differ on a criterion, as it says of itself. */
export function differsByMode({ modes }: Option, criterion: Pick<Criterion, 'slug'>): boolean {
  return modes.some(({ ratings }) => Object.hasOwn(ratings, criterion.slug));
}

/** The rating of a candidate, or of an option at rest, on a criterion; `unrated` where nobody has looked. */
export function ratingOf<R extends BareRating>(
  candidate: Pick<Candidate<R>, 'ratings'>,
  criterion: Pick<Criterion, 'slug'>,
): R | UnratedRating {
  return candidate.ratings[criterion.slug] ?? UNRATED;
}
