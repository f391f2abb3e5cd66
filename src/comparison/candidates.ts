/** Which options can be recommended. */

import type { Comparison, Option } from './comparison.ts';
import { lifecycleOf } from './lifecycle.ts';

/** The options that can be recommended: neither references nor gone. */
export function candidates(comparison: Comparison): readonly Option[] {
  return comparison.options.filter(
    (option) =>
      option.data.listing === 'candidate' && lifecycleOf(comparison, option)?.isEnded !== true,
  );
}
