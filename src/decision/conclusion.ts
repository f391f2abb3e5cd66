/** What can be said first of a recommendation: one verdict, from typed claims. */

import type { Acceptability } from './acceptability.ts';
import { bandOf, evaluationOf, type DecisionModel } from './evaluation.ts';
import type { LikelyAnswer } from './likely-answer.ts';
import type { Preferences } from './questionnaire.ts';
import { leadingBand, type Ranked, type Recommendation } from './recommend.ts';
import { arePracticallyEqual, scoreInMillionths } from './score.ts';
import { cellValue, type Cell } from './value-table.ts';

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
  | {
      readonly kind: 'unweighed';
      readonly left: readonly Standing[];
      readonly confirmed: boolean;
    }
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
  /** Too early to name anyone: what most readers would answer next rules out all that would be named. */
  | {
      readonly kind: 'awaits';
      readonly question: string;
      readonly answer: string;
      /** Those that it rules out, and that would be named without it; best first. */
      readonly shortlist: readonly Standing[];
      readonly basis: 'shares' | 'scores';
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
 * greatest. Where there are no samples, the first rank alone decides. It is not named while an answer
 * that most readers would give to an open question rules out all of it.
 *
 * @param robust of this very recommendation; null where it cannot be had, or there is nothing to sample
 * @param asked whether anything was answered or set by hand
 * @param likely what most readers would answer to questions that are open
 */
export function conclusionOf(
  model: DecisionModel,
  preferences: Preferences,
  recommendation: Recommendation,
  robust: Acceptability | null,
  asked: boolean,
  likely: readonly LikelyAnswer[] = [],
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
    return { kind: 'unweighed', left: band.map(standingOf), confirmed };
  }
  const shares = new Map(robust?.options.map((slug, i) => [slug, robust.topShares[i] ?? 0]));
  const greatest = Math.max(0, ...shares.values());
  const shortlist = band.filter(
    ({ option, rank }) =>
      rank === 1 || (robust !== null && (shares.get(option) ?? 0) * 2 >= greatest),
  );
  const basis = robust === null ? 'scores' : 'shares';
  const next = likely.find(({ eliminates }) =>
    shortlist.every(({ option }) => eliminates.has(option)),
  );
  if (next !== undefined) {
    const { question, answer } = next;
    return { kind: 'awaits', question, answer, shortlist: shortlist.map(standingOf), basis };
  }
  return {
    kind:
      shortlist.length === 1
        ? 'leader'
        : shortlist.length <= SHORTLIST_LIMIT
          ? 'shortlist'
          : 'undecided',
    shortlist: shortlist.map(standingOf),
    confirmed,
    basis,
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
    case 'awaits':
      return [];
    case 'only-left':
    case 'only-proven':
      // What is on its way out remains, and is not put first.
      return conclusion.active ? [conclusion.first] : [];
    case 'leader':
    case 'shortlist':
    case 'undecided':
      return conclusion.shortlist;
  }
}

/** Whether an option has a future, as one of its modes; true where nothing tells. */
export function isActive(model: DecisionModel, { option, mode }: Standing): boolean {
  const evaluation = evaluationOf(model);
  const c = evaluation
    .candidatesOf(evaluation.placeOf(option))
    .find((own) => evaluation.candidates[own]?.mode === mode);
  return c === undefined || evaluation.isActive(c);
}

/**
 * Options of the leading band, outside the shortlist, one of whose candidates would be practically
 * equal to the first, were each unknown rating as good as the first’s: within its own interval, and
 * never below its point. Nearest by score first.
 */
function joinsOf(
  model: DecisionModel,
  preferences: Preferences,
  band: readonly Ranked[],
  shortlist: readonly Ranked[],
): readonly Join[] {
  const evaluation = evaluationOf(model);
  const standings = evaluation.standings(preferences, false);
  const [first] = shortlist;
  if (first === undefined) return [];
  const leader = standings.best[evaluation.placeOf(first.option)] ?? 0;
  const lead = standings.scores[leader] ?? 0;
  const weights = standings.factors.map((factor) => factor.weight);
  const columns = standings.factors.map((factor) => ({
    cells: evaluation.cells(factor, preferences),
    members: factor.criteria.map((criterion) => ({
      slug: criterion.slug,
      cells: evaluation.cells({ slug: criterion.slug, criteria: [criterion] }, preferences),
    })),
  }));

  /** The value of a candidate on a factor, with what is unknown of it as good as the first’s. */
  const liftedValue = (
    { cells, members }: (typeof columns)[number],
    c: number,
    lifted: string[],
  ): number => {
    const cell = cells[c] ?? NOTHING;
    const value = cellValue(cell, 0.5);
    if (value === null || !cell.assumed) return value ?? NaN;
    const counts = (of: Cell, slug: string): boolean => of.parts.some((part) => part.name === slug);
    const values = members.flatMap(({ slug, cells: own }) => {
      const [mine] = own[c]?.parts ?? [];
      if (mine === undefined) return [];
      // What a family leaves out of its mean lies where the mean lies.
      const point = counts(cell, slug) ? (mine.low + mine.high) / 2 : value;
      const theirs = counts(cells[leader] ?? NOTHING, slug) ? own[leader] : undefined;
      const goal = theirs === undefined ? null : cellValue(theirs, 0.5);
      const reached = Math.max(point, Math.min(mine.high, goal ?? point));
      if (reached > point) lifted.push(slug);
      return [reached];
    });
    return values.reduce((sum, reached) => sum + reached, 0) / values.length;
  };

  const joinOf = ({ option }: Ranked): readonly Join[] => {
    const candidates = evaluation
      .candidatesOf(evaluation.placeOf(option))
      .filter((c) => bandOf(c, standings) === bandOf(leader, standings));
    for (const c of candidates) {
      if (!columns.some(({ cells }) => cells[c]?.assumed === true)) continue;
      const criteria: string[] = [];
      const values = columns.map((column) => liftedValue(column, c, criteria));
      const score = scoreInMillionths(values, weights);
      const reaches = score >= lead || arePracticallyEqual(lead, score, evaluation.indifference);
      if (criteria.length > 0 && reaches) {
        return [{ option, mode: evaluation.candidates[c]?.mode ?? null, criteria }];
      }
    }
    return [];
  };
  const joins: Join[] = [];
  for (const entry of band) {
    if (joins.length >= JOINS_LIMIT) break;
    if (!shortlist.includes(entry)) joins.push(...joinOf(entry));
  }
  return joins;
}

const NOTHING: Cell = { parts: [], assumed: false };
