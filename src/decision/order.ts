/** The order of options by one criterion. */

import { ratingOf, type Candidate, type Criterion } from './model.ts';
import { hasValue, ratingWorth, type BareRating } from './rating.ts';
import { higherIsBetter, levelsOf } from './scale.ts';

type Rated = Pick<Candidate, 'ratings'>;

/**
 * Compares two candidates, or options at rest, by their ratings on a criterion, better first. What has no value comes after
 * all that has one, whichever end is first; ties keep the order in which they came, so use a stable
 * sort. Values that are neither better nor worse stand together, in the order of their scale.
 *
 * @returns a function for `toSorted`
 */
export function byRating(
  criterion: Criterion,
  { worseFirst = false } = {},
): (a: Rated, b: Rated) => number {
  const sign = worseFirst ? 1 : -1;
  const places = new Map<Rated, readonly [number, number]>();
  const place = (option: Rated): readonly [number, number] => {
    let found = places.get(option);
    if (found === undefined) {
      const rating = ratingOf(option, criterion);
      found = [band(rating), sign * (sortKey(criterion, rating) ?? 0)];
      places.set(option, found);
    }
    return found;
  };
  return (a, b) => {
    const [bandA, keyA] = place(a);
    const [bandB, keyB] = place(b);
    return bandA - bandB || keyA - keyB;
  };
}

/** Values first, then what does not apply, then what is unknown, then what nobody has looked at. */
function band(rating: BareRating): number {
  if (hasValue(rating)) return 0;
  return { 'not-applicable': 1, unknown: 2, unrated: 3 }[rating.state];
}

/** A number that grows with the worth of a rating, beyond the anchors too; null without a value. */
function sortKey({ scale }: Criterion, rating: BareRating): number | null {
  if (!hasValue(rating)) return ratingWorth(scale, rating);
  const { value } = rating;
  switch (scale.kind) {
    case 'quantity':
      return typeof value !== 'number' ? null : higherIsBetter(scale) ? value : -value;
    case 'set':
      return Array.isArray(value) ? value.length : null;
    case 'choice':
      return ratingWorth(scale, rating) ?? -levelsOf(scale).findIndex((l) => l.slug === value);
    case 'flag':
      return ratingWorth(scale, rating) ?? Number(value);
    case 'ordinal':
    case 'text':
      return ratingWorth(scale, rating);
  }
}
