/** How alike options are by their ratings, without any weights. */

import { ratingOf, type Criterion, type Option } from './model.ts';
import { hasValue, isUnknown } from './rating.ts';
import { impliedMembers, worth, type Scale, type Value } from './scale.ts';

/** What every option is in one respect. Numbers in [0, 1] lie on a line, all others are but names. */
interface Respect {
  readonly places: Float64Array;
  readonly weight: number;
}

/** How far apart two options are taken to be in what is not known of one of them. */
const UNKNOWN_DISTANCE = 0.5;

/**
 * The options that are most like each, by what they are rated in their first mode. Each criterion counts
 * the same: by the difference of worth where its scale has an order, of a set by the members that only
 * one has, else by whether the values are the same. Where several are equally like, those come first
 * that follow in the list, which begins again after its end, so that nobody is the neighbour of all.
 *
 * @param few how many are sought for each; fewer are found where there are not so many others
 * @returns for each option the places of its nearest in the list, nearest first
 */
export function nearestFew(
  options: readonly Option[],
  criteria: readonly Criterion[],
  few: number,
): readonly (readonly number[])[] {
  const respects = criteria.flatMap((criterion) => respectsOf(options, criterion));
  return options.map((_, i) => nearestTo(i, options.length, respects, few));
}

function nearestTo(
  i: number,
  count: number,
  respects: readonly Respect[],
  few: number,
): readonly number[] {
  const found: { readonly place: number; readonly distance: number }[] = [];
  for (let step = 1; step < count; step++) {
    const place = (i + step) % count;
    const furthest = found.length < few ? Infinity : (found.at(-1)?.distance ?? 0);
    const distance = distanceWithin(furthest, i, place, respects);
    if (distance >= furthest) continue;
    const at = found.findIndex((other) => other.distance > distance);
    found.splice(at < 0 ? found.length : at, 0, { place, distance });
    if (found.length > few) found.pop();
  }
  return found.map(({ place }) => place);
}

/** How far apart two options are; anything from `most` up for those that are further apart than that. */
function distanceWithin(most: number, i: number, j: number, respects: readonly Respect[]): number {
  let distance = 0;
  for (const { places, weight } of respects) {
    const [a = NaN, b = NaN] = [places[i], places[j]];
    if (a === b) continue;
    const isUnclear = Number.isNaN(a) || Number.isNaN(b);
    distance += weight * (isUnclear ? UNKNOWN_DISTANCE : a <= 1 && b <= 1 ? Math.abs(a - b) : 1);
    if (distance >= most) break;
  }
  return distance;
}

function respectsOf(options: readonly Option[], criterion: Criterion): readonly Respect[] {
  const ratings = options.map((option) => ratingOf(option, criterion));
  const { scale } = criterion;
  const names = new Map<string, number>();
  /** A number beyond the line, the same for the same name. */
  const named = (name: string): number => {
    const number = names.get(name) ?? names.size + 2;
    names.set(name, number);
    return number;
  };
  const along = (valued: (value: Value) => number): Float64Array =>
    Float64Array.from(ratings, (rating) => {
      if (isUnknown(rating)) return NaN;
      return hasValue(rating) ? valued(rating.value) : named(rating.state);
    });
  if (scale.kind !== 'set') {
    const valued = (value: Value): number => worth(scale, value) ?? named(JSON.stringify(value));
    return [{ places: along(valued), weight: 1 }];
  }
  return scale.members.map(({ slug }) => ({
    places: along((value) => (membersOf(scale, value).has(slug) ? 1 : 0)),
    weight: 1 / scale.members.length,
  }));
}

const membersOf = (scale: Extract<Scale, { kind: 'set' }>, value: Value): ReadonlySet<string> =>
  impliedMembers(scale, Array.isArray(value) ? value : []);
