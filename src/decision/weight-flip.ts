/** At which weight of a factor two options draw level. */

import { evaluationOf, type DecisionModel } from './evaluation.ts';
import type { Preferences } from './questionnaire.ts';
import { leadingBand, type Recommendation } from './recommend.ts';
import { TIE } from './score.ts';
import { cellValue } from './value-table.ts';
import { IMPORTANCES } from './weight.ts';

/** The weight of a factor at which another option draws level with the leader. */
export interface WeightFlip {
  readonly factor: string;
  /** Its present weight. */
  readonly weight: number;
  /** The weight at which the lead changes, all other weights keeping their proportions. */
  readonly at: number;
  /** Who leads beyond it. */
  readonly rival: string;
  /** Whether that weighting still agrees with the order of importance as given. */
  readonly withinOrder: boolean;
}

/**
 * For each factor, the nearest weights above and below its own at which the lead changes.
 *
 * With d the difference of two options on the factor and D their mean difference on the others by
 * weight, their scores differ by t·d + (1 − t)·D at weight t, which is zero at t = D / (D − d).
 */
export function weightFlips(
  model: DecisionModel,
  preferences: Preferences,
  recommendation: Recommendation,
): readonly WeightFlip[] {
  const { factors } = recommendation;
  const band = leadingBand(recommendation);
  const [leader] = band;
  if (leader === undefined || factors.length < 2) return [];
  const evaluation = evaluationOf(model);
  const columns = factors.map((factor) => evaluation.cells(factor, preferences));
  const values = band.map(({ option, mode }) => {
    const c = evaluation.candidates.findIndex((x) => x.option === option && x.mode === mode);
    return columns.map((column) => cellValue(column[c] ?? { parts: [] }, 0.5));
  });
  // Where a factor is left out for one of two options, weights differ between them, and the formula
  // does not hold.
  const comparable = (rival: number): boolean =>
    factors.every((_, f) => (values[0]?.[f] === null) === (values[rival]?.[f] === null));

  return factors.flatMap((factor, k) => {
    const flips = band.slice(1).flatMap((rival, i) => {
      if (!comparable(i + 1)) return [];
      const difference = (f: number): number => (values[0]?.[f] ?? 0) - (values[i + 1]?.[f] ?? 0);
      const rest = factors.reduce(
        (sum, other, f) => (f === k ? sum : sum + other.weight * difference(f)),
        0,
      );
      const D = rest / (1 - factor.weight);
      const d = difference(k);
      if (Math.abs(D - d) <= TIE) return [];
      const at = D / (D - d);
      return at >= 0 && at <= 1 && Math.abs(at - factor.weight) > TIE
        ? [{ at, rival: rival.option }]
        : [];
    });
    const nearest = (side: typeof flips): typeof flips =>
      side
        .toSorted((a, b) => Math.abs(a.at - factor.weight) - Math.abs(b.at - factor.weight))
        .slice(0, 1);
    return [
      ...nearest(flips.filter((flip) => flip.at < factor.weight)),
      ...nearest(flips.filter((flip) => flip.at > factor.weight)),
    ].map((flip) => ({
      factor: factor.slug,
      weight: factor.weight,
      ...flip,
      withinOrder: agreesWithOrder(recommendation, k, flip.at),
    }));
  });
}

/** Whether weights still agree with the importances when one is set and the others are rescaled. */
function agreesWithOrder({ factors }: Recommendation, k: number, at: number): boolean {
  const changed = factors.map((factor, f) => {
    const own = factors[k]?.weight ?? 0;
    return f === k ? at : (factor.weight * (1 - at)) / (1 - own);
  });
  const level = (f: number): number => IMPORTANCES.indexOf(factors[f]?.importance ?? 'ignore');
  return changed.every((weight, f) =>
    changed.every((other, g) => level(f) <= level(g) || weight >= other - TIE),
  );
}
