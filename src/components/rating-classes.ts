/** How the value of a rating looks. */

import { ballClasses } from '../words/ball.ts';
import { hasValue, type Rating } from '../decision/rating.ts';
import type { Scale } from '../decision/scale.ts';

/** The classes of an element that holds the words of a rating: its ball, and whether there is no value. */
export function ratingClasses(scale: Scale, rating: Rating): readonly string[] {
  return [...ballClasses(scale, rating), ...(hasValue(rating) ? [] : ['none'])];
}
