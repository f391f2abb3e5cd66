/** Pieces of sentences. Each is made from what it speaks of, and from nothing else. */

import { clausesText, listed } from './clause-words.ts';
import { ratingLabel } from './label.ts';
import type { Criterion } from '../decision/model.ts';
import type { BareRating } from '../decision/rating.ts';
import type { Clause } from '../decision/requirement.ts';

export { clausesText, listed };

/** The name of an option, criterion or factor for its slug. */
export type NameOf = (slug: string) => string;

/** A share as a whole percentage; only what never or always happens is 0 or 100 %. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const shown =
    rounded === 0 && share > 0
      ? 'under 1'
      : rounded === 100 && share < 1
        ? 'over 99'
        : String(rounded);
  return `${shown} %`;
}

/** A number with its noun: “1 requirement”, “2 requirements”. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${String(n)} ${n === 1 ? singular : plural}`;
}

/** Why a rating does not meet clauses: “Mixed node is Linux only; asked for: Linux and Windows”. */
export function shortfallText(
  criterion: Criterion,
  rating: BareRating,
  clauses: readonly Clause[],
): string {
  const label = ratingLabel(criterion.scale, rating);
  return `${criterion.name}: ${label}. Asked for: ${clausesText(criterion.scale, clauses)}.`;
}
