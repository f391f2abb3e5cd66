/** What stands behind a rating, in words. */

import type { Criterion, Option } from '../comparison/comparison.ts';
import { plainText } from '../words/inline.ts';
import { EVIDENCE_LABELS } from '../words/label.ts';
import { hasValue, type Rating } from '../decision/rating.ts';
import type { OptionReasons, Reason, ReasonsByCriterion } from '../words/reason.ts';
import { dateInWords } from '../words/dates.ts';
import { footnotes } from '../words/footnotes.ts';

/** How a rating is known and since when: “Documented, for 1.36, checked 22 November 2026”. */
export function basisText(rating: Exclude<Rating, { readonly state: 'unrated' }>): string {
  const date = dateInWords(rating.checked);
  if (!hasValue(rating)) return `Looked up ${date}`;
  return `${EVIDENCE_LABELS[rating.evidence]}, for ${rating.version}, checked ${date}`;
}

/** The reasons of all ratings of an option, without markup. */
export function optionReasons(option: Option, criteria: readonly Criterion[]): OptionReasons {
  const reasonsFor = (ratings: Option['ratings']): ReasonsByCriterion =>
    Object.fromEntries(
      criteria.flatMap(({ slug, scale }): [string, Reason][] => {
        const rating = ratings[slug];
        if (rating === undefined || rating.state === 'unrated') return [];
        const qualifier = hasValue(rating) ? rating.qualifier : undefined;
        const reason: Reason = {
          why: plainText(rating.state === 'unknown' ? rating.looked : rating.why),
          ...(qualifier === undefined ? {} : { qualifier: plainText(qualifier) }),
          notes: footnotes(scale, rating).map(plainText),
          basis: basisText(rating),
          sources: option
            .sources(rating.sources)
            .map(({ title, publisher, url }) => ({ title, publisher, url })),
        };
        return [[slug, reason]];
      }),
    );
  return {
    rest: reasonsFor(option.ratings),
    modes: Object.fromEntries(option.modes.map((mode) => [mode.slug, reasonsFor(mode.ratings)])),
  };
}
