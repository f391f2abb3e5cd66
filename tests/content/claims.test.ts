/**
 * What recommendations say, held against the raw ratings by predicates of their own: a second reading
 * of requirements, written plainly and sharing nothing with the first.
 */

import { describe, expect, it } from 'vitest';
import { analysisOf, outcomeOf, preferencesIn } from '../../src/decision/analysis.ts';
import { isSameLead, leadOf } from '../../src/decision/change.ts';
import { candidatesOf, type Candidate, type Criterion, type Option } from '../../src/decision/model.ts';
import { leadingBand, recommend } from '../../src/decision/recommend.ts';
import type { Clause } from '../../src/decision/requirement.ts';
import type { AskState } from '../../src/links/ask.ts';
import { scenarioState } from '../../src/outputs/recommender-props.ts';
import { comparison, questionnaire } from './content.ts';

const { model } = questionnaire;
const states: readonly { name: string; state: AskState }[] = comparison.scenarios.map((scenario) => ({
  name: scenario.slug,
  state: scenarioState(scenario, null),
}));

/** Everything that a set value gives, by following what members imply until nothing is new. */
function closure(criterion: Criterion, value: readonly string[]): readonly string[] {
  const { scale } = criterion;
  if (scale.kind !== 'set') return [];
  let now = [...value];
  for (;;) {
    const next = [
      ...new Set([
        ...now,
        ...now.flatMap((slug) => scale.members.find((m) => m.slug === slug)?.implies ?? []),
      ]),
    ];
    if (next.length === now.length) return now;
    now = next;
  }
}

/** Whether a raw rating plainly fails a clause. */
function plainlyFails(criterion: Criterion, candidate: Pick<Candidate, 'ratings'>, clause: Clause): boolean {
  const rating = candidate.ratings[criterion.slug];
  if (rating === undefined || rating.state === 'unrated') return false;
  if (rating.state === 'not-applicable') return rating.counts === 'worst';
  if (rating.state === 'unknown') {
    return (
      clause.kind === 'range' &&
      ((clause.max !== null && rating.atLeast !== undefined && rating.atLeast > clause.max) ||
        (clause.min !== null && rating.atMost !== undefined && rating.atMost < clause.min))
    );
  }
  const { scale } = criterion;
  const { value } = rating;
  if (scale.kind === 'set') {
    const has = closure(criterion, Array.isArray(value) ? value.map(String) : []);
    const denied = rating.not?.map((denial) => denial.member) ?? [];
    // A member is out if it is denied or its absence means no, or if it entails one that is.
    const isOut = (slug: string): boolean => {
      const member = scale.members.find((m) => m.slug === slug);
      if (member === undefined || has.includes(slug)) return false;
      return (
        denied.includes(slug) ||
        member.absence === 'no' ||
        closure(criterion, [slug]).some((entailed) => entailed !== slug && isOut(entailed))
      );
    };
    if (clause.kind === 'not') return has.includes(clause.of);
    return clause.kind === 'any' && clause.of.every(isOut);
  }
  if (scale.kind === 'quantity' && clause.kind === 'range') {
    const number = Number(value);
    return (clause.min !== null && number < clause.min) || (clause.max !== null && number > clause.max);
  }
  const slug = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  if (clause.kind === 'any') return !clause.of.includes(slug);
  if (clause.kind === 'not') return clause.of === slug;
  if (scale.kind !== 'ordinal' && scale.kind !== 'choice') return false;
  const bestFirst =
    scale.kind === 'choice'
      ? (scale.preference ?? [])
      : scale.better === 'first'
        ? scale.levels.map((l) => l.slug)
        : scale.levels.map((l) => l.slug).reverse();
  const place = bestFirst.indexOf(slug);
  if (clause.kind === 'at-least') return place > bestFirst.indexOf(clause.level);
  return clause.kind === 'at-most' && place < bestFirst.indexOf(clause.level);
}

const criterionOf = (slug: string): Criterion => {
  const found = model.criteria.find((c) => c.slug === slug);
  if (found === undefined) throw new Error(`no criterion ${slug}`);
  return found;
};
const optionOf = (slug: string): Option => {
  const found = model.options.find((o) => o.slug === slug);
  if (found === undefined) throw new Error(`no option ${slug}`);
  return found;
};

describe.each(states)('$name', ({ state }) => {
  const { preferences, recommendation } = outcomeOf(questionnaire, state);
  const analysis = analysisOf(questionnaire, state);
  const failing = (candidate: Candidate): readonly string[] =>
    preferences.requirements.flatMap(({ criterion, clauses }) =>
      clauses.some((clause) => plainlyFails(criterionOf(criterion), candidate, clause)) ? [criterion] : [],
    );

  /** The modes that count for the size that was told: those that can have it, or all where none can. */
  const counting = (option: Option): readonly Candidate[] => {
    const { least: from = 1, most: to = Infinity } = preferences.size ?? {};
    const all = candidatesOf(option);
    const ofSize = all.filter(({ size: { least = 1, most = Infinity } = {} }) => least <= to && most >= from);
    return ofSize.length > 0 ? ofSize : all;
  };

  it('eliminates exactly what plainly fails something in each of its modes', () => {
    const out = recommendation.eliminated.map((e) => e.option).toSorted();
    const plainly = model.options
      .filter((option) => counting(option).every((candidate) => failing(candidate).length > 0))
      .map((o) => o.slug)
      .toSorted();
    expect(out).toEqual(plainly);
  });

  it('lets no option stand as a mode that fails something', () => {
    for (const { option, mode } of [...recommendation.proven, ...recommendation.ifConfirmed]) {
      const candidate = counting(optionOf(option)).find((c) => c.mode === mode);
      expect(candidate === undefined ? [option] : failing(candidate)).toEqual([]);
    }
  });

  it('says of each eliminated option what its nearest mode fails, and of no mode less', () => {
    for (const { option, mode, failed } of recommendation.eliminated) {
      const candidates = counting(optionOf(option));
      const told = candidates.find((c) => c.mode === mode);
      if (told === undefined) throw new Error(`no mode ${String(mode)}`);
      for (const { requirement, verdict } of failed) {
        expect(verdict).toBe('failed');
        expect(failing(told)).toContain(requirement.criterion);
      }
      for (const candidate of candidates) {
        expect(failing(candidate).length).toBeGreaterThanOrEqual(failed.length);
      }
    }
  });

  it('scores by weights that sum to 1, each contribution its weight times its value', () => {
    for (const { score, contributions } of [...recommendation.proven, ...recommendation.ifConfirmed]) {
      const applying = contributions.filter((c) => c.value !== null);
      const total = applying.reduce((sum, c) => sum + c.weight, 0);
      if (applying.length > 0) expect(total).toBeCloseTo(1, 9);
      const points = contributions.reduce((sum, c) => sum + c.weight * (c.value ?? 0), 0);
      expect(score).toBeCloseTo(points, 5);
    }
  });

  it('is right about every change that it says would change the answer', () => {
    const now = leadOf(model, preferences, state.strict);
    for (const { criterion, lead, changes } of analysis.without) {
      const waived = preferencesIn(questionnaire, { ...state, requirements: [{ criterion, clauses: [] }] });
      const then = leadOf(model, waived, state.strict);
      expect(isSameLead(then, lead)).toBe(true);
      expect(isSameLead(then, now)).toBe(!changes);
    }
    for (const { factor, to, lead } of analysis.steps) {
      const stepped = preferencesIn(questionnaire, { ...state, importances: { [factor]: to } });
      const then = leadOf(model, stepped, state.strict);
      expect(isSameLead(then, lead)).toBe(true);
      expect(isSameLead(then, now)).toBe(false);
    }
  });

  it('is right about the weights at which the lead changes', () => {
    const band = leadingBand(recommend(model, preferences, state.strict));
    const [leader] = band;
    for (const { factor, at, rival } of analysis.flips) {
      const other = band.find((r) => r.option === rival);
      const scoreAt = (contributions: NonNullable<typeof leader>['contributions']): number => {
        const applying = contributions.filter((c) => c.value !== null);
        const weights = applying.map((c) => {
          const base = recommendation.factors.find((f) => f.slug === c.factor)?.weight ?? 0;
          const own = recommendation.factors.find((f) => f.slug === factor)?.weight ?? 0;
          return c.factor === factor ? at : (base * (1 - at)) / (1 - own);
        });
        const total = weights.reduce((sum, w) => sum + w, 0);
        return applying.reduce((sum, c, i) => sum + ((weights[i] ?? 0) / total) * (c.value ?? 0), 0);
      };
      expect(scoreAt(leader?.contributions ?? [])).toBeCloseTo(scoreAt(other?.contributions ?? []), 4);
    }
  });
});
