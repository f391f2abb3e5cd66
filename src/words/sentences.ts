/** Sentences about recommendations. Each is made from what it speaks of, and from nothing else. */

import { clausesText, listed, requirementText } from './clause-words.ts';
import { ratingLabel } from './label.ts';
import type { Criterion } from '../decision/model.ts';
import type { Rating } from '../decision/rating.ts';
import type { Acceptability } from '../decision/acceptability.ts';
import {
  headline,
  leadingBand,
  type Headline,
  type Recommendation,
} from '../decision/recommend.ts';
import type { Clause } from '../decision/requirement.ts';
import { TIE } from '../decision/score.ts';

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
  return `${String(n)} ${n === 1 ? singular : plural}`;
}

const IF_CONFIRMED = 'If it can be confirmed: ';

/** The headline as one or two sentences. */
export function headlineText(headline: Headline & { confirmed: boolean }, nameOf: NameOf): string {
  const unless = headline.confirmed ? '' : IF_CONFIRMED;
  switch (headline.kind) {
    case 'none':
      return 'No option meets all requirements.';
    case 'unweighed':
      return headline.count === 1
        ? 'One option is left.'
        : `${String(headline.count)} options are left, and nothing is weighed yet that would rank them.`;
    case 'only':
      return `${unless}${nameOf(headline.option)} is the only option left.`;
    case 'tie':
      return headline.options.length > 3
        ? `${unless}${String(headline.options.length)} options come out equal.`
        : `${unless}${listed(headline.options.map(nameOf))} come out equal.`;
    case 'leader':
      return `${unless}${nameOf(headline.option)} comes first.`;
    case 'close':
      return headline.mostOften === headline.option
        ? `${unless}A close call. ${nameOf(headline.option)} has the highest score and is first most often, yet in fewer than half of the cases.`
        : `${unless}A close call. ${nameOf(headline.option)} has the highest score, ${nameOf(headline.mostOften)} is first most often, and neither in half of the cases.`;
    case 'compromise':
      return `${unless}${nameOf(headline.option)} has the highest score and is the safest compromise, though ${nameOf(headline.mostOften)} is first more often.`;
  }
}

/**
 * The headline of a recommendation as one or two sentences.
 *
 * @param robust null where there are no samples; the scores alone then say who leads
 */
export function verdictText(
  recommendation: Recommendation,
  robust: Acceptability | null,
  nameOf: NameOf,
): string {
  const told = headline(recommendation, robust);
  const band = leadingBand(recommendation);
  const [first] = band;
  if (robust !== null || first === undefined || !needsSamples(recommendation)) {
    return headlineText(told, nameOf);
  }
  const tied = band.filter(({ score }) => first.score - score <= TIE).map(({ option }) => option);
  if (tied.length > 1)
    return headlineText({ kind: 'tie', options: tied, confirmed: told.confirmed }, nameOf);
  return `${told.confirmed ? '' : IF_CONFIRMED}${nameOf(first.option)} has the highest score.`;
}

/** Whether there is an order of options whose robustness samples could tell. */
export function needsSamples(recommendation: Recommendation): boolean {
  return leadingBand(recommendation).length > 1 && recommendation.factors.length > 0;
}

/** How robust the headline is; null where there is no share to tell. */
export function robustnessText(headline: Headline, nameOf: NameOf): string | null {
  const first = (option: string, share: number): string =>
    `${nameOf(option)} is first in ${percent(share)} of the weightings and level readings that agree with your answers`;
  switch (headline.kind) {
    case 'leader':
      return `${first(headline.option, headline.share)}.`;
    case 'close':
    case 'compromise':
      return headline.mostOften === headline.option
        ? `${first(headline.option, headline.share)}.`
        : `${first(headline.option, headline.share)}, ${nameOf(headline.mostOften)} in ${percent(headline.mostOftenShare)}.`;
    default:
      return null;
  }
}

/** Why a rating does not meet clauses: “Mixed node is Linux only; asked for: Linux and Windows”. */
export function shortfallText(
  criterion: Criterion,
  rating: Rating,
  clauses: readonly Clause[],
): string {
  const label = ratingLabel(criterion.scale, rating);
  return `${criterion.name}: ${label}. Asked for: ${clausesText(criterion.scale, clauses)}.`;
}
