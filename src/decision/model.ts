/** The table that every decision is made on: options, criteria, and a rating for each pair. */

import type { BareRating, Rating, UnratedRating } from './rating.ts';
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

export interface Option {
  readonly slug: string;
  readonly name: string;
  /** By the slug of the criterion. */
  readonly ratings: Readonly<Record<string, Rating>>;
}

/** An option whose ratings may be without their reasons. */
export interface BareOption {
  readonly slug: string;
  readonly name: string;
  readonly ratings: Readonly<Record<string, BareRating>>;
}

const UNRATED: UnratedRating = { state: 'unrated' };

/** The option's rating on a criterion; `unrated` where nobody has looked. */
export function ratingOf<R extends BareRating>(
  option: { readonly ratings: Readonly<Record<string, R>> },
  criterion: Pick<Criterion, 'slug'>,
): R | UnratedRating {
  return option.ratings[criterion.slug] ?? UNRATED;
}
