/** What warnings are about: every rating of every option, in a mode where modes differ. */

import type { Rating } from '../../decision/rating.ts';
import { ratingsOf, type Comparison, type Criterion, type Option } from '../comparison.ts';
import type { Warning } from './warning.ts';

export interface RatedPlace {
  readonly option: Option;
  readonly criterion: Criterion;
  /** The slug of the mode that alone it is about. */
  readonly mode: string | undefined;
  readonly rating: Rating;
  /** What is rated, in words: “Memory as one server”. */
  readonly subject: string;
}

/** All ratings, in the order of options and criteria. */
export function ratedPlaces({ options, criteria }: Comparison): readonly RatedPlace[] {
  return options.flatMap((option) =>
    criteria.flatMap((criterion) =>
      ratingsOf(option, criterion).map(({ mode, rating }) => ({
        option,
        criterion,
        mode: mode?.slug,
        rating,
        subject: mode === undefined ? criterion.name : `${criterion.name} as ${mode.name}`,
      })),
    ),
  );
}

/** A warning about a rating. */
export function ratingWarning(
  { option, criterion, mode }: RatedPlace,
  text: string,
): Omit<Warning, 'rule'> {
  return {
    file: option.file,
    line: () => option.lineOf(criterion.slug, mode),
    option: option.slug,
    criterion: criterion.slug,
    source: null,
    text,
  };
}
