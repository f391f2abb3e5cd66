/** Why one option stands before another, and what would have to be true for the other to win. */

import {
  evaluationOf,
  factorsOf,
  type DecisionModel,
  type Evaluation,
  type Standings,
} from './evaluation.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import type { Judged } from './recommend.ts';
import { arePracticallyEqual, contributionsOf, TIE, type Contribution } from './score.ts';
import { IMPORTANCES, type Importance } from './weight.ts';

/** Where an option loses against another, and where it wins. */
export interface Difference {
  readonly factor: string;
  /** The points of the one less those of the other; in [-1, 1]. */
  readonly points: number;
}

/** Whether a turn puts the other option level with the one, or before it. */
export type Effect = 'level' | 'before';

/** One thing that would put the other option level with the one, or before it. */
export type Turn =
  | {
      readonly kind: 'without';
      /** All that is required of some criteria. */
      readonly requirements: readonly AskedRequirement[];
      readonly effect: Effect;
    }
  | {
      readonly kind: 'importance';
      readonly factor: string;
      readonly from: Importance;
      readonly to: Importance;
      readonly effect: Effect;
    }
  | {
      readonly kind: 'rating';
      readonly option: string;
      readonly criterion: string;
      /** Whether the rating would have to be as good or as bad as it can be. */
      readonly as: 'best' | 'worst';
      readonly effect: Effect;
    };

export interface WhyNot {
  /** How the other stands to the one now. */
  readonly relation: 'eliminated' | 'if-confirmed' | 'behind' | 'practically-equal' | 'before';
  /** What the other does not meet, or is not proven to meet. */
  readonly unmet: readonly Judged[];
  /** What separates their scores, largest first; what is equal is left out. */
  readonly differences: readonly Difference[];
  /** Each alone would do; empty where nothing so small does. */
  readonly turns: readonly Turn[];
}

/** How two options stand to one another; null where one of them is none of the model’s. */
export function whyNot(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
  one: string,
  other: string,
): WhyNot | null {
  const evaluation = evaluationOf(model);
  const pair = { one: evaluation.options.indexOf(one), other: evaluation.options.indexOf(other) };
  if (pair.one < 0 || pair.other < 0) return null;
  const standings = evaluation.standings(preferences, strict);
  const factors = standings.factors.toSorted((a, b) => b.weight - a.weight);
  const contributions = (option: number): readonly Contribution[] =>
    contributionsOf(
      factors,
      factors.map((factor) => {
        const cells = evaluation.cells(factor, preferences);
        return cells[standings.best[option] ?? 0] ?? { parts: [], assumed: false };
      }),
    );
  const relation = relationIn(evaluation, standings, pair);
  return {
    relation,
    unmet: unmetBy(evaluation, standings, preferences, strict, pair.other),
    differences: differencesBetween(contributions(pair.one), contributions(pair.other)),
    turns:
      relation === 'before' || relation === 'practically-equal'
        ? []
        : turnsFor(evaluation, preferences, strict, pair),
  };
}

/** Two options, by their places in `Evaluation.options`. */
interface Pair {
  readonly one: number;
  readonly other: number;
}

/** The differences of what adds to two scores, the largest first. */
export function differencesBetween(
  one: readonly Contribution[],
  other: readonly Contribution[],
): readonly Difference[] {
  return one
    .map((mine, f) => ({
      factor: mine.factor,
      points: mine.points - (other[f]?.points ?? 0),
    }))
    .filter(({ points }) => Math.abs(points) > TIE)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function relationIn(
  { indifference }: Evaluation,
  { band, best, scores }: Standings,
  { one, other }: Pair,
): WhyNot['relation'] {
  const mine = band[one] ?? 2;
  const theirs = band[other] ?? 2;
  if (theirs === 2) return 'eliminated';
  if (theirs !== mine) return theirs < mine ? 'before' : 'if-confirmed';
  const [score = 0, rival = 0] = [one, other].map((o) => scores[best[o] ?? 0] ?? 0);
  if (arePracticallyEqual(score, rival, indifference)) return 'practically-equal';
  return score > rival ? 'behind' : 'before';
}

/** What an option does not meet as the candidate that it stands as; all that is not proven where it is left. */
function unmetBy(
  evaluation: Evaluation,
  { band, best }: Standings,
  { requirements }: Preferences,
  strict: boolean,
  option: number,
): readonly Judged[] {
  const counts = (verdict: Judged['verdict']): boolean =>
    verdict === 'failed' || (verdict === 'unproven' && (strict || band[option] !== 2));
  return requirements
    .map((requirement): Judged => ({
      requirement,
      verdict: evaluation.verdict(requirement, best[option] ?? 0),
    }))
    .filter(({ verdict }) => counts(verdict));
}

function turnsFor(
  evaluation: Evaluation,
  preferences: Preferences,
  strict: boolean,
  pair: Pair,
): readonly Turn[] {
  const effectIn = (standings: Standings): Effect | null => {
    const then = relationIn(evaluation, standings, pair);
    return then === 'before' ? 'before' : then === 'practically-equal' ? 'level' : null;
  };
  const effectOf = (changed: Partial<Preferences>): Effect | null =>
    effectIn(evaluation.standings({ ...preferences, ...changed }, strict));
  const criteria = evaluation.model.criteria.map((criterion) => criterion.slug);

  const learning = evaluation.learning(preferences, strict);
  const ratings = [
    [pair.other, 'best'],
    [pair.one, 'worst'],
  ] as const;
  const learnt = ratings.flatMap(([option, as]) =>
    criteria.flatMap((criterion): Turn[] => {
      if (!evaluation.candidatesOf(option).some((c) => evaluation.isOpen(c, criterion))) return [];
      const effect = effectIn(learning({ option, criterion, as }));
      return effect === null
        ? []
        : [{ kind: 'rating', option: evaluation.options[option] ?? '', criterion, as, effect }];
    }),
  );

  const steps = factorsOf(evaluation.model.criteria).flatMap(({ slug }): Turn[] => {
    const from = preferences.importances[slug] ?? 'ignore';
    const level = IMPORTANCES.indexOf(from);
    return [level - 1, level + 1].flatMap((next): Turn[] => {
      const to = IMPORTANCES[next];
      if (to === undefined) return [];
      const effect = effectOf({ importances: { ...preferences.importances, [slug]: to } });
      return effect === null ? [] : [{ kind: 'importance', factor: slug, from, to, effect }];
    });
  });

  const waivers = waiversFor(evaluation, preferences, pair.other).flatMap((waived) => {
    const requirements = preferences.requirements.filter((r) => !waived.includes(r.criterion));
    const effect = effectOf({ requirements });
    return effect === null ? [] : [{ waived, effect }];
  });
  const fewest = Math.min(...waivers.map(({ waived }) => waived.length));
  const without = waivers
    .filter(({ waived }) => waived.length === fewest)
    .map(({ waived, effect }): Turn => ({
      kind: 'without',
      requirements: preferences.requirements.filter((r) => waived.includes(r.criterion)),
      effect,
    }));
  return [...without, ...learnt, ...steps];
}

/**
 * The criteria whose requirements might be waived for an option: each by itself, all that one of its
 * candidates fails, and all that one is not proven to meet.
 */
function waiversFor(
  evaluation: Evaluation,
  { requirements }: Preferences,
  option: number,
): readonly (readonly string[])[] {
  const required = [...new Set(requirements.map((r) => r.criterion))];
  const together = evaluation.candidatesOf(option).flatMap((c) => {
    const verdicts = requirements.map((r) => ({ ...r, verdict: evaluation.verdict(r, c) }));
    return [['failed'], ['failed', 'unproven']].map((kinds) =>
      required.filter((slug) =>
        verdicts.some(({ criterion, verdict }) => criterion === slug && kinds.includes(verdict)),
      ),
    );
  });
  const sets = [...required.map((slug) => [slug]), ...together.filter((set) => set.length > 1)];
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}
