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
  const entries = keys.map((key) => [key, ratings.filter((r) => keyOf(r) === key).length] as const);
  return Object.fromEntries(entries) as Record<K, number>;
}
