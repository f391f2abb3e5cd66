/** How ratings of different options on one criterion stand to each other. */

import { hasValue, isUnknown, type BareRating } from './rating.ts';
import { levelsOf, worth, type Scale, type Value } from './scale.ts';

/**
 * The first rating against the second: better or worse; `same`; `different`, where neither is better;
 * `undecided`, where one of them is not known.
 */
export type Contrast = 'better' | 'worse' | 'same' | 'different' | 'undecided';

/** Compares two ratings. Beyond the anchors of a quantity, more is no longer better. */
export function contrast(scale: Scale, a: BareRating, b: BareRating): Contrast {
  if (isUnknown(a) || isUnknown(b)) return 'undecided';
  if (isSame(scale, a, b)) return 'same';
  // What does not apply is no value, and figures that stand for different things do not compare.
  if (!hasValue(a) || !hasValue(b) || a.basis !== b.basis) return 'different';
  const difference = (worth(scale, a.value) ?? 0) - (worth(scale, b.value) ?? 0);
  return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'different';
}

/** Whether any two of the ratings differ: in value, in what their figures mean, or in having none. Caveats do not count. */
export function differ(scale: Scale, ratings: readonly BareRating[]): boolean {
  const [first, ...others] = ratings;
  return first !== undefined && others.some((rating) => !isSame(scale, first, rating));
}

/**
 * Which of the ratings is better than each of the others. There is at most one, and none where that of
 * another is unknown.
 *
 * @returns a mark for each, in their order
 */
export function bestOf(scale: Scale, ratings: readonly BareRating[]): readonly boolean[] {
  return ratings.map(
    (rating, i) =>
      ratings.length > 1 &&
      ratings.every((other, j) => i === j || contrast(scale, rating, other) === 'better'),
  );
}

function isSame(scale: Scale, a: BareRating, b: BareRating): boolean {
  if (hasValue(a) && hasValue(b)) return a.basis === b.basis && sameValue(scale, a.value, b.value);
  return a.state === b.state;
}

function sameValue(scale: Scale, a: Value, b: Value): boolean {
  if (scale.kind !== 'set') return a === b;
  const has = (value: Value, slug: string): boolean => Array.isArray(value) && value.includes(slug);
  return levelsOf(scale).every(({ slug }) => has(a, slug) === has(b, slug));
}
