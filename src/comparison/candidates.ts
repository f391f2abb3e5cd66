/** Which options can be recommended. */

import type { Comparison, Option } from './comparison.ts';
import { hasValue } from '../decision/rating.ts';

/** The options that can be recommended: neither references nor gone. */
export function candidates({ site, options }: Comparison): readonly Option[] {
  const { criterion, ended } = site.lifecycle;
  return options.filter((option) => {
    const rating = option.ratings[criterion];
    const gone = rating !== undefined && hasValue(rating) && ended.some((v) => v === rating.value);
    return option.data.listing === 'candidate' && !gone;
  });
}
