/** Why one option stands before another, and what would have to be true for the other to win. */

import { evaluationOf, factorsOf, type DecisionModel } from './evaluation.ts';
import { candidatesOf } from './model.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import { recommend, type Judged, type Ranked, type Recommendation } from './recommend.ts';
import { arePracticallyEqual, TIE } from './score.ts';
import { settle } from './change.ts';
import { millionths } from './value-table.ts';
import { IMPORTANCES, type Importance } from './weight.ts';

/** Where an option loses against another, and where it wins. */
export interface Difference {
  readonly factor: string;
  /** The points of the one less those of the other; in [-1, 1]. */
  readonly points: number;
}

/** One thing that would put the other option level with the one, or before it. */
export type Turn =
  | { readonly kind: 'without'; readonly requirements: readonly AskedRequirement[] }
  | {
      readonly kind: 'importance';
      readonly factor: string;
      readonly from: Importance;
      readonly to: Importance;
      readonly effect: 'level' | 'before';
    }
  | {
      readonly kind: 'rating';
      readonly option: string;
      readonly criterion: string;
      /** Whether the rating would have to be as good or as bad as it can be. */
      readonly as: 'best' | 'worst';
      readonly effect: 'level' | 'before';
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
  const now = recommend(model, preferences, strict);
  const mine = find(now, one);
  if (mine === null) return null;
  const theirs = find(now, other);
  const out = now.eliminated.find((e) => e.option === other);
  if (theirs === null && out === undefined) return null;
  const relation = relationOf(model, now, one, other);
  const unmet: readonly Judged[] =
    out?.failed ??
    theirs?.unproven.map((requirement): Judged => ({ requirement, verdict: 'unproven' })) ??
    [];
  return {
    relation,
    unmet,
    differences: theirs === null ? [] : differencesBetween(mine, theirs),
    turns:
      relation === 'before' || relation === 'practically-equal'
        ? []
        : turnsFor(model, preferences, strict, { one, other, relation, unmet }),
  };
}

const find = (recommendation: Recommendation, option: string): Ranked | null =>
  [...recommendation.proven, ...recommendation.ifConfirmed].find((r) => r.option === option) ??
  null;

/** The differences of two options that are left, the largest first. */
export function differencesBetween(one: Ranked, other: Ranked): readonly Difference[] {
  return one.contributions
    .map((mine, f) => ({
      factor: mine.factor,
      points: mine.points - (other.contributions[f]?.points ?? 0),
    }))
    .filter(({ points }) => Math.abs(points) > TIE)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function relationOf(
  model: DecisionModel,
  recommendation: Recommendation,
  one: string,
  other: string,
): WhyNot['relation'] {
  const mine = find(recommendation, one);
  const theirs = find(recommendation, other);
  if (theirs === null) return 'eliminated';
  const band = (ranked: Ranked | null): number => (ranked?.unproven.length === 0 ? 0 : 1);
  if (mine === null || band(theirs) < band(mine)) return 'before';
  if (band(theirs) > band(mine)) return 'if-confirmed';
  const { indifference } = evaluationOf(model);
  const difference = millionths(mine.score) - millionths(theirs.score);
  if (arePracticallyEqual(difference, 0, indifference)) return 'practically-equal';
  return difference > 0 ? 'behind' : 'before';
}

function turnsFor(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
  {
    one,
    other,
    relation,
    unmet,
  }: Pick<WhyNot, 'relation' | 'unmet'> & { readonly one: string; readonly other: string },
): readonly Turn[] {
  if (relation === 'eliminated' || relation === 'if-confirmed') {
    return unmet.length === 0
      ? []
      : [{ kind: 'without', requirements: unmet.map((judged) => judged.requirement) }];
  }
  const effectOf = (m: DecisionModel, p: Preferences): 'level' | 'before' | null => {
    const then = relationOf(m, recommend(m, p, strict), one, other);
    return then === 'before' ? 'before' : then === 'practically-equal' ? 'level' : null;
  };
  const steps = factorsOf(model.criteria).flatMap(({ slug }): Turn[] => {
    const from = preferences.importances[slug] ?? 'ignore';
    const level = IMPORTANCES.indexOf(from);
    return [level - 1, level + 1].flatMap((next): Turn[] => {
      const to = IMPORTANCES[next];
      if (to === undefined) return [];
      const importances = { ...preferences.importances, [slug]: to };
      const effect = effectOf(model, { ...preferences, importances });
      return effect === null ? [] : [{ kind: 'importance', factor: slug, from, to, effect }];
    });
  });
  const ratings = [
    [other, 'best'],
    [one, 'worst'],
  ] as const;
  const learnt = ratings.flatMap(([slug, as]) =>
    model.criteria.flatMap((criterion): Turn[] => {
      const option = model.options.find((o) => o.slug === slug);
      const open =
        option !== undefined &&
        candidatesOf(option).some((candidate) => {
          const state = candidate.ratings[criterion.slug]?.state ?? 'unrated';
          return state === 'unknown' || state === 'unrated';
        });
      if (!open) return [];
      const settled = settle(option, criterion, as);
      const options = model.options.map((o) => (o === option ? settled : o));
      const effect = effectOf({ ...model, options }, preferences);
      return effect === null
        ? []
        : [{ kind: 'rating', option: slug, criterion: criterion.slug, as, effect }];
    }),
  );
  return [...learnt, ...steps];
}
