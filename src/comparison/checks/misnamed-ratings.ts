/** Ratings under a name that no criterion has: most are of a criterion that was renamed, or mistyped. */

import type { Content, Entry } from '../content.ts';
import { nearest } from '../fault.ts';
import type { OptionData } from '../schemas/option.ts';

/** The criteria on which an option has no rating, neither for all its modes nor for one. */
export function criteriaLacking(content: Content, { data }: Entry<OptionData>): readonly string[] {
  const rated = [data, ...data.modes].map(({ ratings }) => ratings);
  // What is no file, say a link, is no criterion either.
  return content.criteria
    .map(({ slug }) => slug)
    .filter((slug) => rated.every((ratings) => !Object.hasOwn(ratings, slug)));
}

/** By the name of a rating that no criterion has, the criterion that it seems to be on. */
export function criteriaMeant(
  content: Content,
  option: Entry<OptionData>,
): ReadonlyMap<string, string> {
  const known = content.slugs('criteria');
  const lacking = criteriaLacking(content, option);
  const unknown = Object.keys(option.data.ratings).filter((slug) => !known.includes(slug));
  const [only] = lacking;
  return new Map(
    unknown.flatMap((slug) => {
      const meant =
        nearest(slug, lacking) ?? (unknown.length === 1 && lacking.length === 1 ? only : undefined);
      return meant === undefined ? [] : [[slug, meant] as const];
    }),
  );
}
