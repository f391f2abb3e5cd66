/** What can be said first of a recommendation: one verdict, from typed claims. */

import type { Acceptability } from './acceptability.ts';
import { evaluationOf, type DecisionModel } from './evaluation.ts';
import { candidateOf, ratingOf } from './model.ts';
import type { Preferences } from './questionnaire.ts';
import { hasValue } from './rating.ts';
import { leadingBand, type Ranked, type Recommendation } from './recommend.ts';
import { arePracticallyEqual, scoreInMillionths } from './score.ts';
import { cellValue, millionths, type Cell } from './value-table.ts';

/** The most options that a shortlist may have to be one. */
export const SHORTLIST_LIMIT = 5;

/** How many options are named that would join the shortlist. */
const JOINS_LIMIT = 3;

/** An option as one of its modes. */
export interface Standing {
  readonly option: string;
  readonly mode: string | null;
}

/** An option that would be practically equal to the first, if what is unknown of it were as good. */
export interface Join extends Standing {
  /** Criteria whose ratings are not known and would have to be as good as the first’s. */
  readonly criteria: readonly string[];
}

export type Conclusion =
  /** Every option is eliminated. */
  | { readonly kind: 'none' }
  /** Nothing was asked. */
  | { readonly kind: 'unanswered' }
  /** Requirements leave several options, and nothing is weighed that could rank them. */
  | { readonly kind: 'unweighed'; readonly left: readonly Standing[] }
  /** All others are eliminated. */
  | {
      readonly kind: 'only-left';
      readonly first: Standing;
      readonly confirmed: boolean;
      /** Whether it has a future; nothing is known against it where no criterion tells. */
      readonly active: boolean;
    }
  /** All others that are left are not proven to meet everything. */
  | {
      readonly kind: 'only-proven';
      readonly first: Standing;
      readonly ifConfirmed: number;
      readonly active: boolean;
    }
  /** One leads, two to five are too close to call, or more are not told apart. */
  | {
      readonly kind: 'leader' | 'shortlist' | 'undecided';
      /** Best first. */
      readonly shortlist: readonly Standing[];
      readonly confirmed: boolean;
      /** Whether the shortlist rests on samples, or on scores alone since there are none. */
      readonly basis: 'shares' | 'scores';
      readonly joins: readonly Join[];
      /** Members of the shortlist that are on their way out. */
      readonly ending: readonly string[];
    };

/**
 * The verdict on a recommendation.
 *
 * The shortlist is everything of the first rank and everything whose top share is at least half the
 * greatest. Where there are no samples, the first rank alone decides.
 *
 * @param robust of this very recommendation; null where it cannot be had, or there is nothing to sample
 * @param asked whether anything was answered or set by hand
 */
export function conclusionOf(
  model: DecisionModel,
  preferences: Preferences,
  recommendation: Recommendation,
  robust: Acceptability | null,
  asked: boolean,
): Conclusion {
  const band = leadingBand(recommendation);
  const confirmed = recommendation.proven.length > 0;
  const [first] = band;
  if (first === undefined) return { kind: 'none' };
  if (!asked) return { kind: 'unanswered' };
  const left = recommendation.proven.length + recommendation.ifConfirmed.length;
  const active = (entry: Ranked): boolean => isActive(model, entry);
  if (left === 1) {
    return { kind: 'only-left', first: standingOf(first), confirmed, active: active(first) };
  }
  if (recommendation.proven.length === 1) {
    return {
      kind: 'only-proven',
      first: standingOf(first),
      ifConfirmed: recommendation.ifConfirmed.length,
      active: active(first),
    };
  }
  if (recommendation.factors.length === 0) {
    return { kind: 'unweighed', left: band.map(standingOf) };
  }
  const shares = new Map(robust?.options.map((slug, i) => [slug, robust.topShares[i] ?? 0]));
  const greatest = Math.max(0, ...shares.values());
  const shortlist = band.filter(
    ({ option, rank }) =>
      rank === 1 || (robust !== null && (shares.get(option) ?? 0) * 2 >= greatest),
  );
  return {
    kind:
      shortlist.length === 1
        ? 'leader'
        : shortlist.length <= SHORTLIST_LIMIT
          ? 'shortlist'
          : 'undecided',
    shortlist: shortlist.map(standingOf),
    confirmed,
    basis: robust === null ? 'scores' : 'shares',
    joins: joinsOf(model, preferences, band, shortlist),
    ending: shortlist.filter((entry) => !active(entry)).map((entry) => entry.option),
  };
}

const standingOf = ({ option, mode }: Standing): Standing => ({ option, mode });

/** The options that a conclusion puts first, best first; empty where it names none. */
export function namedFirst(conclusion: Conclusion): readonly Standing[] {
  switch (conclusion.kind) {
    case 'none':
    case 'unanswered':
    case 'unweighed':
      return [];
    case 'only-left':
    case 'only-proven':
      return [conclusion.first];
    case 'leader':
    case 'shortlist':
    case 'undecided':
      return conclusion.shortlist;
  }
}

/** Whether an option has a future; true where nothing tells. */
export function isActive(
  { options, lifecycle }: DecisionModel,
  { option: slug, mode }: Standing,
): boolean {
  const option = options.find((o) => o.slug === slug);
  if (lifecycle === null || option === undefined) return true;
  const rating = ratingOf(candidateOf(option, mode), { slug: lifecycle.criterion });
  return !hasValue(rating) || rating.value === lifecycle.current;
}

/**
 * Options of the leading band, outside the shortlist, one of whose candidates would be practically
 * equal to the first, were each unknown rating as good as the first’s: within its own interval, and
 * never below its point.
 */
function joinsOf(
  model: DecisionModel,
  preferences: Preferences,
  band: readonly Ranked[],
  shortlist: readonly Ranked[],
): readonly Join[] {
  const evaluation = evaluationOf(model);
  const { factors, unmet, unproven, scores } = evaluation.standings(preferences, false);
  const [first] = shortlist;
  if (first === undefined || factors.length === 0) return [];
  const indexOf = (standing: Standing): number =>
    evaluation.candidates.findIndex(
      (c) => c.option === standing.option && c.mode === standing.mode,
    );
  const leader = indexOf(first);
  const mustBeProven = (unproven[leader] ?? 0) === 0;
  const weights = factors.map((factor) => factor.weight);
  const single = (slug: string): readonly Cell[] => {
    const criterion = evaluation.criterion(slug);
    return criterion === undefined
      ? []
      : evaluation.cells({ slug, criteria: [criterion] }, preferences);
  };
  const joins = band
    .filter((entry) => !shortlist.includes(entry))
    .flatMap((entry): readonly (Join & { readonly gap: number })[] => {
      const o = evaluation.options.indexOf(entry.option);
      const candidates = evaluation
        .candidatesOf(o)
        .filter((c) => (unmet[c] ?? 0) === 0 && (!mustBeProven || (unproven[c] ?? 0) === 0));
      for (const c of candidates) {
        const lifted: string[] = [];
        const values = factors.map((factor) => {
          const cell = evaluation.cells(factor, preferences)[c];
          if (cell?.assumed !== true)
            return cell === undefined ? NaN : (cellValue(cell, 0.5) ?? NaN);
          const present = cellValue(cell, 0.5) ?? 0;
          const parts = factor.criteria.flatMap(({ slug }) => {
            const own = single(slug)[c];
            if (own === undefined || own.parts.length === 0) return [];
            const [part] = own.parts;
            if (part === undefined) return [];
            const point =
              factor.criteria.length > 1 && part.low === 0 && part.high === 1
                ? present
                : (part.low + part.high) / 2;
            if (part.high <= part.low) return [part.low];
            const theirs = cellValue(single(slug)[leader] ?? { parts: [] }, 0.5) ?? point;
            const value = Math.max(point, Math.min(part.high, theirs));
            if (value > point) lifted.push(slug);
            return [value];
          });
          return parts.length === 0 ? NaN : parts.reduce((a, b) => a + b, 0) / parts.length;
        });
        const score = scoreInMillionths(values, weights);
        const lead = scores[leader] ?? 0;
        if (
          lifted.length > 0 &&
          (score >= lead || arePracticallyEqual(lead, score, evaluation.indifference))
        ) {
          const mode = evaluation.candidates[c]?.mode ?? null;
          return [
            { option: entry.option, mode, criteria: lifted, gap: lead - millionths(entry.score) },
          ];
        }
      }
      return [];
    });
  return joins
    .toSorted((a, b) => a.gap - b.gap)
    .slice(0, JOINS_LIMIT)
    .map(({ option, mode, criteria }) => ({ option, mode, criteria }));
}
