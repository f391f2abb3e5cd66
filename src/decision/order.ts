/** The order of options by one criterion. */

import { ratingOf, type Criterion, type Option } from './model.ts';
import { hasValue, ratingWorth, type Rating } from './rating.ts';

/**
 * Compares two options by their ratings on a criterion, better first. What has no value comes after
 * all that has one; ties keep the order in which they came, so use a stable sort.
 *
 * @returns a function for `toSorted`
 */
export function byRating(criterion: Criterion): (a: Option, b: Option) => number {
  const place = (option: Option): readonly [number, number] => {
    const rating = ratingOf(option, criterion);
    return [band(rating), -(sortKey(criterion, rating) ?? 0)];
  };
  return (a, b) => {
    const [bandA, keyA] = place(a);
    const [bandB, keyB] = place(b);
    return bandA - bandB || keyA - keyB;
  };
}

/** Values first, then what does not apply, then what is unknown, then what nobody has looked at. */
function band(rating: Rating): number {
  if (hasValue(rating)) return 0;
  return { 'not-applicable': 1, unknown: 2, unrated: 3 }[rating.state];
}

/** A number that grows with the worth of a rating, beyond the anchors too; null without an order. */
function sortKey(criterion: Criterion, rating: Rating): number | null {
  const { scale } = criterion;
  if (scale.kind === 'quantity' && hasValue(rating) && typeof rating.value === 'number') {
    return scale.best > scale.worst ? rating.value : -rating.value;
  }
  if (scale.kind === 'set' && hasValue(rating) && Array.isArray(rating.value)) {
    return rating.value.length;
  }
  return ratingWorth(scale, rating);
}
