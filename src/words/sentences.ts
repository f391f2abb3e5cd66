/** Pieces of sentences. Each is made from what it speaks of, and from nothing else. */

import { clausesText, listed, requirementText } from './clause-words.ts';
import { formatExactly, groupDigits, ratingLabel } from './label.ts';
import type { Criterion } from '../decision/model.ts';
import { hasValue, type BareRating } from '../decision/rating.ts';
import type { Clause } from '../decision/requirement.ts';
import { levelsOf, type Scale } from '../decision/scale.ts';

export { clausesText, listed, requirementText };

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
  return `${groupDigits(n)} ${n === 1 ? singular : plural}`;
}

/** All of a kind, to begin a sentence: “All 25 options”, or of one “The one option”. */
export function allOf(n: number, singular: string, plural = `${singular}s`): string {
  return `${n === 1 ? 'The one' : `All ${groupDigits(n)}`} ${n === 1 ? singular : plural}`;
}

/** The values that a scale has, in few words: “Mild or strong”, “A number of mg”. */
export function scaleInWords(scale: Scale): string {
  switch (scale.kind) {
    case 'flag':
      return 'Yes or no';
    case 'quantity':
      return `A number of ${scale.unit}`;
    case 'text':
      return 'In words';
    default:
      return listed(
        levelsOf(scale).map(({ label }) => label),
        scale.kind === 'set' ? 'and' : 'or',
      );
  }
}

/**
 * In which of their modes options are compared: “Compared here: Moon as a full one; …”. Sentences on
 * ratings need it beside them, since what is true of one mode may not be of another.
 *
 * @param compared each option by its name, and the name of the mode; null where it has none
 * @returns null where none has modes
 */
export function comparedAs(
  compared: readonly { readonly name: string; readonly mode: string | null }[],
): string | null {
  const told = compared.flatMap(({ name, mode }) => (mode === null ? [] : [`${name} as ${mode}`]));
  return told.length === 0 ? null : `Compared here: ${told.join('; ')}.`;
}

/**
 * Why a rating does not meet clauses: “needs 16 GiB of memory, you have 8 GiB” where content has a
 * phrase for it, else “Windows nodes: Linux only; you asked for Linux and Windows”.
 *
 * @param phrase with `{value}` for the rating and `{asked}` for what was asked; null for none
 */
export function shortfallText(
  criterion: Criterion,
  rating: BareRating,
  clauses: readonly Clause[],
  phrase: string | null,
): string {
  const { name, scale } = criterion;
  const label = ratingLabel(scale, rating);
  if (phrase !== null && hasValue(rating)) {
    // A rounded figure could read like what was asked.
    const value =
      scale.kind === 'quantity' && typeof rating.value === 'number'
        ? formatExactly(scale, rating.value)
        : label;
    return phrase.replaceAll('{value}', value).replaceAll('{asked}', askedText(scale, clauses));
  }
  return `${name}: ${label}; you asked for ${clausesText(scale, clauses)}`;
}

/** What was asked, as what the reader has: of “8 GiB or less”, the 8 GiB. */
function askedText(scale: Scale, clauses: readonly Clause[]): string {
  const [clause] = clauses;
  if (scale.kind === 'quantity' && clauses.length === 1 && clause?.kind === 'range') {
    const bound = clause.max ?? clause.min;
    if (bound !== null) return formatExactly(scale, bound);
  }
  return clausesText(scale, clauses);
}
