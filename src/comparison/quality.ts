/** How good the data is: states, evidence and age of the ratings, counted. */

import {
  EVIDENCE_GRADES,
  hasValue,
  RATING_STATES,
  type Evidence,
  type Rating,
  type RatingState,
} from '../decision/rating.ts';
import { ratingsOf, type Comparison, type Criterion, type Option } from './comparison.ts';

export interface Quality {
  readonly total: number;
  readonly states: Readonly<Record<RatingState, number>>;
  /** Of the ratings that have a value. */
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** Citations over all ratings. */
  readonly citations: number;
  /** The days on which ratings were checked, oldest first; one entry a rating. */
  readonly checked: readonly string[];
}

/** Counts over all ratings, those of every mode where modes differ, or over those of one option or criterion. */
export function quality(
  comparison: Comparison,
  of: { option?: Option; criterion?: Criterion } = {},
): Quality {
  if (of.option !== undefined || of.criterion !== undefined) return counted(comparison, of);
  const known = whole.get(comparison) ?? counted(comparison, of);
  whole.set(comparison, known);
  return known;
}

/** Over all ratings, which several pages tell of in many places. */
const whole = new WeakMap<Comparison, Quality>();

function counted(comparison: Comparison, of: { option?: Option; criterion?: Criterion }): Quality {
  const options = of.option === undefined ? comparison.options : [of.option];
  const criteria = of.criterion === undefined ? comparison.criteria : [of.criterion];
  const ratings = options.flatMap((option) =>
    criteria.flatMap((c) => ratingsOf(option, c).map(({ rating }) => rating)),
  );
  return {
    total: ratings.length,
    states: tally(RATING_STATES, ratings, (rating) => rating.state),
    evidence: tally(EVIDENCE_GRADES, ratings.filter(hasValue), (rating) => rating.evidence),
    citations: ratings.reduce((n, r) => n + (r.state === 'unrated' ? 0 : r.sources.length), 0),
    checked: ratings.flatMap((r) => (r.state === 'unrated' ? [] : [r.checked])).toSorted(),
  };
}

function tally<K extends string, R extends Rating>(
  keys: readonly K[],
  ratings: readonly R[],
  keyOf: (rating: R) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const rating of ratings) counts[keyOf(rating)] += 1;
  return counts;
}
