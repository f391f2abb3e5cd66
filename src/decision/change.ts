/** What would change the answer: the smallest steps in requirements, importance and knowledge. */

import type { Criterion, Option } from './model.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import type { Rating } from './rating.ts';
import {
  factorsOf,
  leadingBand,
  recommend,
  type DecisionModel,
  type Recommendation,
} from './recommend.ts';
import { TIE } from './score.ts';
import { cellValue, valueTable } from './value-table.ts';
import { IMPORTANCES, type Importance } from './weight.ts';

/** Who leads: the first option of the leading band, and whether it is proven to meet everything. */
export interface Lead {
  readonly option: string | null;
  readonly confirmed: boolean;
}

export function leadOf(recommendation: Recommendation): Lead {
  return {
    option: leadingBand(recommendation)[0]?.option ?? null,
    confirmed: recommendation.proven.length > 0,
  };
}

const sameLead = (a: Lead, b: Lead): boolean =>
  a.option === b.option && a.confirmed === b.confirmed;

/** What is required of a criterion, and who would lead without it. */
export interface WithoutRequirement {
  readonly criterion: string;
  readonly requirements: readonly AskedRequirement[];
  readonly lead: Lead;
  readonly changes: boolean;
  /** How many options would be left, proven or not. */
  readonly left: number;
}

/** For each criterion of which something is required, in order, what would be without that. */
export function withoutEachRequirement(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): readonly WithoutRequirement[] {
  const now = leadOf(recommend(model, preferences, strict));
  const required = [...new Set(preferences.requirements.map((r) => r.criterion))];
  return required.map((criterion) => {
    const requirements = preferences.requirements.filter((r) => r.criterion !== criterion);
    const then = recommend(model, { ...preferences, requirements }, strict);
    const lead = leadOf(then);
    return {
      criterion,
      requirements: preferences.requirements.filter((r) => r.criterion === criterion),
      lead,
      changes: !sameLead(now, lead),
      left: then.proven.length + then.ifConfirmed.length,
    };
  });
}

/** A change of one factor’s importance by one level, and who would lead then. */
export interface ImportanceStep {
  readonly factor: string;
  readonly from: Importance;
  readonly to: Importance;
  readonly lead: Lead;
}

/** All changes of one importance by one level that change who leads, by factor in model order. */
export function importanceSteps(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): readonly ImportanceStep[] {
  const now = leadOf(recommend(model, preferences, strict));
  return factorsOf(model.criteria).flatMap(({ slug }) => {
    const from = preferences.importances[slug] ?? 'ignore';
    const level = IMPORTANCES.indexOf(from);
    return [level - 1, level + 1].flatMap((next) => {
      const to = IMPORTANCES[next];
      if (to === undefined) return [];
      const importances = { ...preferences.importances, [slug]: to };
      const lead = leadOf(recommend(model, { ...preferences, importances }, strict));
      return sameLead(now, lead) ? [] : [{ factor: slug, from, to, lead }];
    });
  });
}

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
  const options = band.flatMap(({ option }) => model.options.filter((o) => o.slug === option));
  const table = valueTable(options, factors, preferences.wants);
  const values = table.cells.map((row) => row.map((cell) => cellValue(cell, 0.5)));
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

/** An unknown or unproven rating, and who would lead if it were as good, or as bad, as can be. */
export interface OpenRating {
  readonly option: string;
  readonly criterion: string;
  readonly ifGood: Lead;
  readonly ifBad: Lead;
}

/**
 * The open ratings of options that are not eliminated for certain, on criteria that count, which
 * decide who leads.
 */
export function decisiveOpenRatings(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): readonly OpenRating[] {
  const now = recommend(model, preferences, strict);
  const lead = leadOf(now);
  const counting = new Set([
    ...now.factors.flatMap((factor) => factor.criteria.map((c) => c.slug)),
    ...preferences.requirements.map((r) => r.criterion),
  ]);
  const lost = new Set(
    now.eliminated.filter((e) => e.failed.some((f) => f.verdict === 'failed')).map((e) => e.option),
  );
  return model.options
    .filter((option) => !lost.has(option.slug))
    .flatMap((option) =>
      model.criteria
        .filter((criterion) => counting.has(criterion.slug) && isOpen(option, criterion))
        .flatMap((criterion): OpenRating[] => {
          const leadWith = (rating: Rating): Lead => {
            const ratings = { ...option.ratings, [criterion.slug]: rating };
            const options = model.options.map((o) => (o === option ? { ...o, ratings } : o));
            return leadOf(recommend({ ...model, options }, preferences, strict));
          };
          const ifGood = leadWith(settled('best'));
          const ifBad = leadWith(settled('worst'));
          const decides = !sameLead(lead, ifGood) || !sameLead(lead, ifBad);
          return decides ? [{ option: option.slug, criterion: criterion.slug, ifGood, ifBad }] : [];
        }),
    );
}

function isOpen(option: Option, criterion: Criterion): boolean {
  const state = option.ratings[criterion.slug]?.state ?? 'unrated';
  return state === 'unknown' || state === 'unrated';
}

/** A rating that meets everything and counts as best, or fails everything and counts as worst. */
const settled = (counts: 'best' | 'worst'): Rating => ({
  state: 'not-applicable',
  why: '',
  counts,
  checked: '',
  sources: [],
});

/** Where an option loses against the leader, and where it wins: points by factor. */
export interface Difference {
  readonly factor: string;
  /** The leader’s points less the rival’s. */
  readonly points: number;
}

/** The differences between a rival and the leader, the largest first; factors on which they are equal left out. */
export function differencesToLeader(
  recommendation: Recommendation,
  rival: string,
): readonly Difference[] {
  const band = leadingBand(recommendation);
  const leader = band[0];
  const other = [...recommendation.proven, ...recommendation.ifConfirmed].find(
    (r) => r.option === rival,
  );
  if (leader === undefined || other === undefined) return [];
  return leader.contributions
    .map((mine, f) => ({
      factor: mine.factor,
      points: mine.points - (other.contributions[f]?.points ?? 0),
    }))
    .filter(({ points }) => Math.abs(points) > TIE)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
