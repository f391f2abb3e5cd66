/** What a reader must know beside a value before relying on it. */

import { hasValue, type Rating } from '../decision/rating.ts';
import { levelsOf, type Scale } from '../decision/scale.ts';

/** The reservation of a partial rating, its footnote, and a figure’s basis where it is not the usual one. */
export function footnotes(scale: Scale, rating: Rating): readonly string[] {
  if (!hasValue(rating)) return [];
  const notes: string[] = [];
  if (rating.state === 'partial') notes.push(rating.note);
  if (rating.footnote !== undefined) notes.push(rating.footnote);
  if (scale.kind === 'quantity') {
    const basis = scale.bases.findIndex((b) => b.slug === rating.basis);
    const label = scale.bases[basis]?.label;
    if (basis > 0 && label !== undefined) {
      notes.push(
        `This figure means “${label}”; most others mean “${scale.bases[0]?.label ?? ''}”.`,
      );
    }
  }
  return notes;
}

/** A sentence on something that an option is documented not to have, and where that was read. */
export interface DenialWords {
  readonly text: string;
  readonly sources: readonly string[];
}

/** What a rating of a set is documented not to have: “Documented not to include “Windows”: …” */
export function denialsOf(scale: Scale, rating: Rating): readonly DenialWords[] {
  if (!hasValue(rating)) return [];
  return (rating.not ?? []).map(({ member, why, sources }) => {
    const label = levelsOf(scale).find(({ slug }) => slug === member)?.label ?? member;
    return { text: `Documented not to include “${label}”: ${why}`, sources };
  });
}
