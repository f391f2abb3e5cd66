/**
 * The recommendation: requirements first, then a ranking of what is left, then how sure it is.
 */

import { acceptability, type Acceptability, type AcceptabilitySettings } from './acceptability.ts';
import { dominators } from './dominance.ts';
import type { Criterion, Option } from './model.ts';
import { ratingOf } from './model.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import { judge, leavesOneValue, worstVerdict, type Verdict } from './requirement.ts';
import { byScore, scores, TIE, type Score } from './score.ts';
import { canBeWeighed, valueTable, type Factor, type ValueTable } from './value-table.ts';
import { centroidWeights, IMPORTANCES, type Importance } from './weight.ts';

/** What can be recommended from: the options, the criteria, and their families. */
export interface DecisionModel {
  /** Candidates only; references are never recommended. */
  readonly options: readonly Option[];
  readonly criteria: readonly Criterion[];
}

/** A requirement and how an option stands to it. */
export interface Judged {
  readonly requirement: AskedRequirement;
  readonly verdict: Verdict;
}

export interface Ranked extends Score {
  /** Requirements that are not proven to be met; empty in the proven band. */
  readonly unproven: readonly AskedRequirement[];
}

export interface Eliminated {
  readonly option: string;
  /** What it does not meet: failed, or unproven where the reader is strict. */
  readonly failed: readonly Judged[];
  /** The score that it would have. */
  readonly score: number;
}

/** What carries weight, and how much. */
export interface WeighedFactor extends Factor {
  readonly importance: Importance;
  /** Its share of the weight, in (0, 1]. */
  readonly weight: number;
}

export interface Recommendation {
  /** Options that meet all requirements, best first. */
  readonly proven: readonly Ranked[];
  /** Options that fail none, but are not proven to meet all, best first. */
  readonly ifConfirmed: readonly Ranked[];
  /** Nearest misses first: by how many requirements they do not meet, then by score. */
  readonly eliminated: readonly Eliminated[];
  readonly factors: readonly WeighedFactor[];
  /** Factors that were to be weighed, but are decided by a requirement already. */
  readonly decided: readonly string[];
  /** Options of the leading band that another option of it dominates, with that option. */
  readonly dominators: ReadonlyMap<string, string>;
}

/** What is weighed: families as one factor each, in the order of their first criterion. */
export function factorsOf(criteria: readonly Criterion[]): readonly Factor[] {
  const slugs = [...new Set(criteria.map((c) => c.family ?? c.slug))];
  return slugs.map((slug) => ({
    slug,
    criteria: criteria.filter((c) => (c.family ?? c.slug) === slug),
  }));
}

/** Judges, scores and ranks all options. */
export function recommend(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): Recommendation {
  const { factors, decided } = weighedFactors(model.criteria, preferences);
  const standings = model.options.map((option) => {
    const judged = judgeAll(option, model.criteria, preferences.requirements);
    const verdict = worstVerdict(judged.map((j) => j.verdict));
    const open = judged.filter((j) => j.verdict === 'unproven').map((j) => j.requirement);
    const out = verdict === 'failed' || (strict && verdict === 'unproven');
    return { option, judged, open, out };
  });

  const table = valueTable(model.options, factors, preferences.wants);
  const scored = new Map(
    scores(
      table,
      factors.map((f) => f.weight),
    ).map((score) => [score.option, score]),
  );
  const scoreOf = (option: Option): Score =>
    scored.get(option.slug) ?? { option: option.slug, score: 0, contributions: [] };

  const ranked = standings
    .filter((standing) => !standing.out)
    .map(({ option, open }): Ranked => ({ ...scoreOf(option), unproven: open }))
    .toSorted(byScore);
  const proven = ranked.filter((r) => r.unproven.length === 0);
  const ifConfirmed = ranked.filter((r) => r.unproven.length > 0);
  const leadingBand = new Set((proven.length > 0 ? proven : ifConfirmed).map((r) => r.option));

  return {
    proven,
    ifConfirmed,
    eliminated: standings
      .filter((standing) => standing.out)
      .map(({ option, judged }): Eliminated => ({
        option: option.slug,
        failed: judged.filter((j) => j.verdict === 'failed' || (strict && j.verdict !== 'met')),
        score: scoreOf(option).score,
      }))
      .toSorted(
        (a, b) =>
          a.failed.length - b.failed.length ||
          byScore({ ...a, contributions: [] }, { ...b, contributions: [] }),
      ),
    factors,
    decided,
    dominators: dominators(restrict(table, leadingBand)),
  };
}

/** The options that the headline is about: those that are proven, or else those to be confirmed. */
export function leadingBand({ proven, ifConfirmed }: Recommendation): readonly Ranked[] {
  return proven.length > 0 ? proven : ifConfirmed;
}

/**
 * Samples the robustness of a recommendation over its leading band.
 *
 * @returns ranks and weights by the order of `leadingBand`, or null where there is nothing to sample
 */
export function robustness(
  model: DecisionModel,
  preferences: Preferences,
  recommendation: Recommendation,
  settings?: AcceptabilitySettings,
): Acceptability | null {
  const band = leadingBand(recommendation);
  const { factors } = recommendation;
  if (band.length < 2 || factors.length === 0) return null;
  const options = band.flatMap(({ option }) => model.options.filter((o) => o.slug === option));
  const table = valueTable(options, factors, preferences.wants);
  return acceptability(table, factors.map(rankOf), settings);
}

const rankOf = (factor: WeighedFactor): number => IMPORTANCES.indexOf(factor.importance);

function judgeAll(
  option: Option,
  criteria: readonly Criterion[],
  requirements: readonly AskedRequirement[],
): readonly Judged[] {
  return requirements.flatMap((requirement) => {
    const criterion = criteria.find((c) => c.slug === requirement.criterion);
    return criterion === undefined
      ? []
      : [{ requirement, verdict: judge(option, criterion, requirement) }];
  });
}

/** The factors that carry weight, most important first, with their centroid weights. */
function weighedFactors(
  criteria: readonly Criterion[],
  { importances, wants, requirements }: Preferences,
): { factors: readonly WeighedFactor[]; decided: readonly string[] } {
  const decided: string[] = [];
  const chosen = factorsOf(criteria).flatMap((factor) => {
    const importance = importances[factor.slug] ?? 'ignore';
    if (importance === 'ignore') return [];
    const weighable = factor.criteria.filter((c) => canBeWeighed(c.scale, wants[c.slug] ?? []));
    if (weighable.length === 0) return [];
    const open = weighable.filter(({ slug, scale }) => {
      const clauses = requirements.filter((r) => r.criterion === slug).flatMap((r) => r.clauses);
      return clauses.length === 0 || !leavesOneValue(scale, clauses);
    });
    if (open.length === 0) {
      decided.push(factor.slug);
      return [];
    }
    return [{ slug: factor.slug, criteria: open, importance }];
  });
  const weights = centroidWeights(chosen.map((f) => IMPORTANCES.indexOf(f.importance)));
  const factors = chosen
    .map((factor, i) => ({ ...factor, weight: weights[i] ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight);
  return { factors, decided };
}

function restrict(table: ValueTable, options: ReadonlySet<string>): ValueTable {
  const kept = table.options.flatMap((slug, i) => (options.has(slug) ? [i] : []));
  return {
    ...table,
    options: kept.flatMap((i) => table.options[i] ?? []),
    cells: kept.flatMap((i) => [table.cells[i] ?? []]),
  };
}

/** What can be said first of a recommendation. */
export type Headline =
  /** No option is left. */
  | { readonly kind: 'none' }
  /** Nothing is weighed, so nothing can be ranked. */
  | { readonly kind: 'unweighed'; readonly count: number }
  | { readonly kind: 'only'; readonly option: string }
  /** Several have the same, highest score. */
  | { readonly kind: 'tie'; readonly options: readonly string[] }
  | {
      readonly kind: 'leader';
      readonly option: string;
      /** The share of samples in which it is first. */
      readonly share: number;
    }
  | {
      /** Nobody is first in half of the samples. */
      readonly kind: 'close';
      readonly option: string;
      readonly share: number;
      readonly mostOften: string;
      readonly mostOftenShare: number;
    }
  | {
      /** Another option is first more often than the one with the highest score. */
      readonly kind: 'compromise';
      readonly option: string;
      readonly share: number;
      readonly mostOften: string;
      readonly mostOftenShare: number;
    };

/** The headline of a recommendation, with `confirmed` false where it rests on what is not proven. */
export function headline(
  recommendation: Recommendation,
  robust: Acceptability | null,
): Headline & { readonly confirmed: boolean } {
  const band = leadingBand(recommendation);
  const confirmed = recommendation.proven.length > 0;
  const [first] = band;
  if (first === undefined) return { kind: 'none', confirmed };
  if (band.length === 1) return { kind: 'only', option: first.option, confirmed };
  if (recommendation.factors.length === 0 || robust === null) {
    return { kind: 'unweighed', count: band.length, confirmed };
  }
  const tied = band.filter((r) => first.score - r.score <= TIE);
  if (tied.length > 1) return { kind: 'tie', options: tied.map((r) => r.option), confirmed };

  const firstShares = robust.ranks.map((row) => row[0] ?? 0);
  const share = firstShares[0] ?? 0;
  const most = firstShares.reduce(
    (best, s, i) => (s > (firstShares[best] ?? 0) + TIE ? i : best),
    0,
  );
  const mostOften = band[most]?.option ?? first.option;
  const mostOftenShare = firstShares[most] ?? 0;
  const told = { option: first.option, share, mostOften, mostOftenShare, confirmed };
  if (mostOftenShare < 0.5) return { kind: 'close', ...told };
  if (most !== 0) return { kind: 'compromise', ...told };
  return { kind: 'leader', option: first.option, share, confirmed };
}

/**
 * How much of each option’s weight rests on ratings of each kind of evidence.
 *
 * @returns shares by option that sum to 1: `documented` and `measured` together as `firm`, the others
 *   by name, `unknown` for what is assumed, and `leftOut` never counted
 */
export function evidenceShares(
  model: DecisionModel,
  { factors }: Recommendation,
  optionSlug: string,
): Readonly<Record<'firm' | 'claimed' | 'inferred' | 'unknown', number>> {
  const shares = { firm: 0, claimed: 0, inferred: 0, unknown: 0 };
  const option = model.options.find((o) => o.slug === optionSlug);
  if (option === undefined) return shares;
  let total = 0;
  for (const factor of factors) {
    const ratings = factor.criteria
      .map((criterion) => ratingOf(option, criterion))
      .filter((r) => r.state !== 'not-applicable' || r.counts !== 'left-out');
    for (const rating of ratings) {
      const weight = factor.weight / ratings.length;
      total += weight;
      if (rating.state === 'unknown' || rating.state === 'unrated') shares.unknown += weight;
      else if (rating.state === 'not-applicable') shares.firm += weight;
      else if (rating.evidence === 'claimed') shares.claimed += weight;
      else if (rating.evidence === 'inferred') shares.inferred += weight;
      else shares.firm += weight;
    }
  }
  if (total === 0) return shares;
  return {
    firm: shares.firm / total,
    claimed: shares.claimed / total,
    inferred: shares.inferred / total,
    unknown: shares.unknown / total,
  };
}
