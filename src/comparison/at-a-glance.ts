/** The options that stand for all of them where all would be too many. */

import { shownOf } from '../words/long-lists.ts';
import type { Comparison, Option } from './comparison.ts';

/**
 * The options of the front page, in the order in which they stand there: those that site.yaml names, else
 * what can be chosen before what is there for reference; of many, the first of these.
 */
export function optionsAtAGlance({ site, options }: Comparison): readonly Option[] {
  const { options: named } = site.home;
  if (named !== undefined) {
    return named.flatMap((slug) => options.filter((option) => option.slug === slug));
  }
  return shownOf([
    ...options.filter((o) => o.data.listing === 'candidate'),
    ...options.filter((o) => o.data.listing === 'reference'),
  ]);
}
