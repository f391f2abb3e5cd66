/** The table that every decision is made on: options, criteria, and a rating for each pair. */

import type { Rating } from './rating.ts';
import type { Scale } from './scale.ts';

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

const UNRATED: Rating = { state: 'unrated' };

/** The option's rating on a criterion; `unrated` where nobody has looked. */
export function ratingOf(option: Option, criterion: Criterion): Rating {
  return option.ratings[criterion.slug] ?? UNRATED;
}
