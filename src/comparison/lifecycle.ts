/** Whether an option has a future, as the criterion that site.yaml names for it tells. */

import { ratingOf } from '../decision/model.ts';
import { hasValue, type KnownRating, type PartialRating } from '../decision/rating.ts';
import type { Comparison, Criterion, Option } from './comparison.ts';

/** Where an option is in its life, if it is not simply current. */
export interface Lifecycle {
  readonly criterion: Criterion;
  readonly rating: KnownRating | PartialRating;
  /** Whether it is going or gone. */
  readonly isEnding: boolean;
  /** Whether it is gone, and so never recommended. */
  readonly isEnded: boolean;
}

/** The lifecycle of an option; null where it is current, where nobody knows, or where nothing is said of lives. */
export function lifecycleOf(
  { site, criteria }: Pick<Comparison, 'site' | 'criteria'>,
  option: Option,
): Lifecycle | null {
  const { lifecycle } = site;
  const criterion = criteria.find(({ slug }) => slug === lifecycle?.criterion);
  if (lifecycle === undefined || criterion === undefined) return null;
  const rating = ratingOf(option, criterion);
  if (!hasValue(rating) || rating.value === lifecycle.current) return null;
  const isAmong = (values: readonly string[]): boolean => values.some((v) => v === rating.value);
  return {
    criterion,
    rating,
    isEnding: isAmong(lifecycle.ending),
    isEnded: isAmong(lifecycle.ended),
  };
}

/** The announced ends of an option, be they past or to come. */
export const endsOf = ({ data }: Option): NonNullable<Option['data']['release']>['ends'] =>
  data.release?.ends ?? [];
