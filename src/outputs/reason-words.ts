/** What stands behind a rating, in words. */

import type { Criterion, Option } from '../comparison/comparison.ts';
import { plainText } from '../words/inline.ts';
import { EVIDENCE_LABELS } from '../words/label.ts';
import { hasValue, type Rating } from '../decision/rating.ts';
import type { OptionReasons, Reason, ReasonsByCriterion } from '../words/reason.ts';
import type { Scale } from '../decision/scale.ts';
import { changedSourcesInWords } from '../words/edition-words.ts';
import { dateInWords } from '../words/dates.ts';
import { denialsOf, footnotes } from '../words/footnotes.ts';

/** A rating for which sources were read. */
type LookedAt = Exclude<Rating, { readonly state: 'unrated' }>;

/** How a rating is known and since when: “Documented, for 1.36, checked 22 November 2026”. */
export function basisText(rating: LookedAt): string {
  const date = dateInWords(rating.checked);
  if (!hasValue(rating)) return `Looked up ${date}`;
  return `${EVIDENCE_LABELS[rating.evidence]}, for ${rating.version}, checked ${date}`;
}

/** What a rating that is inferred was inferred from. */
export function premisesText(premises: readonly string[]): string {
  return `Inferred from this: ${premises.join(' ')}`;
}

/** The reasons of all ratings of an option, in each of its modes, without markup. */
export function optionReasons(option: Option, criteria: readonly Criterion[]): OptionReasons {
  const reasons = (ratings: Option['ratings']): ReasonsByCriterion =>
    Object.fromEntries(
      criteria.flatMap(({ slug, scale }): [string, Reason][] => {
        const rating = ratings[slug];
        if (rating === undefined || rating.state === 'unrated') return [];
        return [[slug, reasonOf(option, scale, rating)]];
      }),
    );
  return {
    rest: reasons(option.ratings),
    modes: Object.fromEntries(option.modes.map(({ slug, ratings }) => [slug, reasons(ratings)])),
  };
}

function reasonOf({ sources }: Option, scale: Scale, rating: LookedAt): Reason {
  const qualifier = hasValue(rating) ? rating.qualifier : undefined;
  const premises = hasValue(rating) ? rating.premises : undefined;
  const denials = denialsOf(scale, rating);
  const cited = [...rating.sources, ...denials.flatMap((denial) => denial.sources)];
  const changed = changedSourcesInWords(sources(rating.sources).flatMap((s) => s.changed ?? []));
  return {
    why: plainText(rating.state === 'unknown' ? rating.looked : rating.why),
    ...(qualifier === undefined ? {} : { qualifier: plainText(qualifier) }),
    notes: [
      ...denials.map(({ text }) => text),
      ...footnotes(scale, rating).map((text) => `* ${text}`),
      ...(premises === undefined ? [] : [premisesText(premises)]),
      ...(changed === null ? [] : [changed]),
    ].map(plainText),
    basis: basisText(rating),
    sources: [...new Set(sources(cited))].map(({ title, publisher, url }) => ({
      title,
      publisher,
      url,
    })),
  };
}
