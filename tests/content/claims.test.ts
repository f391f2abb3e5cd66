/**
 * What recommendations say, held against the raw ratings by predicates of their own: a second reading
 * of requirements, written plainly and sharing nothing with the first.
 */

import { describe, expect, it } from 'vitest';
import { analysisOf, outcomeOf } from '../../src/links/analysis.ts';
import type { AskState } from '../../src/links/ask.ts';
import { leadOf } from '../../src/decision/change.ts';
import type { Criterion, Option } from '../../src/decision/model.ts';
import { recommend } from '../../src/decision/recommend.ts';
import type { Clause } from '../../src/decision/requirement.ts';
import { scenarioState } from '../../src/outputs/recommender-props.ts';
import { comparison, release } from './content.ts';

const { model } = release;
const states: readonly { name: string; state: AskState }[] = comparison.scenarios.map((scenario) => ({
  name: scenario.slug,
  state: scenarioState(scenario, null),
}));

/** Everything that a set value gives, by following what members imply until nothing is new. */
function closure(criterion: Criterion, value: readonly string[]): string[] {
  const { scale } = criterion;
  if (scale.kind !== 'set') return [];
  let now = [...value];
  for (;;) {
    const next = [...new Set([...now, ...now.flatMap((slug) => scale.members.find((m) => m.slug === slug)?.implies ?? [])])];
    if (next.length === now.length) return now;
    now = next;
  }
}

/** Whether a raw rating plainly fails a clause. */
function plainlyFails(criterion: Criterion, option: Option, clause: Clause): boolean {
  const rating = option.ratings[criterion.slug];
  if (rating === undefined || rating.state === 'unknown' || rating.state === 'unrated') return false;
  if (rating.state === 'not-applicable') return rating.counts === 'worst';
  const { scale } = criterion;
  const { value } = rating;
  if (scale.kind === 'set') {
    const has = closure(criterion, value as readonly string[]);
    if (clause.kind === 'not') return has.includes(clause.of);
    if (clause.kind === 'any') return scale.exhaustive && clause.of.every((m) => !has.includes(m));
    return false;
  }
  if (scale.kind === 'quantity' && clause.kind === 'range') {
    const number = value as number;
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
  const { preferences, recommendation } = outcomeOf(release, state);
  const analysis = analysisOf(release, state);

  it('eliminates exactly what plainly fails something', () => {
    const out = recommendation.eliminated.map((e) => e.option).toSorted();
    const failing = model.options
      .filter((option) =>
        preferences.requirements.some(({ criterion, clauses }) =>
          clauses.some((clause) => plainlyFails(criterionOf(criterion), option, clause)),
        ),
      )
      .map((o) => o.slug)
      .toSorted();
    expect(out).toEqual(failing);
  });

  it('says of each eliminated option what fails, and no longer says it once that is mended', () => {
    for (const { option, failed } of recommendation.eliminated) {
      for (const { requirement, verdict } of failed) {
        expect(verdict).toBe('failed');
        const criterion = criterionOf(requirement.criterion);
        expect(requirement.clauses.some((c) => plainlyFails(criterion, optionOf(option), c))).toBe(true);
        const mended: Option = {
          ...optionOf(option),
          ratings: {
            ...optionOf(option).ratings,
            [criterion.slug]: { state: 'not-applicable', why: '', counts: 'best', checked: '', sources: [] },
          },
        };
        const options = model.options.map((o) => (o.slug === option ? mended : o));
        const after = recommend({ ...model, options }, preferences, state.strict);
        const still = after.eliminated.find((e) => e.option === option)?.failed ?? [];
        expect(still.map((f) => f.requirement.criterion)).not.toContain(criterion.slug);
      }
    }
  });

  it('scores by weights that sum to 1, each contribution its weight times its value', () => {
    for (const { score, contributions } of [...recommendation.proven, ...recommendation.ifConfirmed]) {
      const total = contributions.reduce((sum, c) => sum + c.weight, 0);
      if (contributions.length > 0) expect(total).toBeCloseTo(1, 9);
      const points = contributions.reduce((sum, c) => sum + c.weight * (c.value ?? 0), 0);
      expect(score).toBeCloseTo(points, 9);
    }
  });

  it('is right about every change that it says would change the answer', () => {
    const now = leadOf(recommendation);
    for (const { criterion, lead, changes } of analysis.without) {
      const waived = { ...state, requirements: [{ criterion, clauses: [] }] };
      const then = leadOf(outcomeOf(release, waived).recommendation);
      expect(then).toEqual(lead);
      expect(JSON.stringify(then) !== JSON.stringify(now)).toBe(changes);
    }
    for (const { factor, to, lead } of analysis.steps) {
      const stepped = { ...state, importances: { [factor]: to } };
      const then = leadOf(outcomeOf(release, stepped).recommendation);
      expect(then).toEqual(lead);
      expect(then).not.toEqual(now);
    }
  });

  it('is right about the weights at which the lead changes', () => {
    const [leader] = recommendation.proven.length > 0 ? recommendation.proven : recommendation.ifConfirmed;
    const band = recommendation.proven.length > 0 ? recommendation.proven : recommendation.ifConfirmed;
    for (const { factor, at, rival } of analysis.flips) {
      const other = band.find((r) => r.option === rival);
      const scoreAt = (contributions: NonNullable<typeof leader>['contributions']): number =>
        contributions.reduce((sum, c) => {
          const base = recommendation.factors.find((f) => f.slug === c.factor)?.weight ?? 0;
          const own = recommendation.factors.find((f) => f.slug === factor)?.weight ?? 0;
          const weight = c.factor === factor ? at : (base * (1 - at)) / (1 - own);
          return sum + weight * (c.value ?? 0);
        }, 0);
      expect(scoreAt(leader?.contributions ?? [])).toBeCloseTo(scoreAt(other?.contributions ?? []), 9);
    }
  });
});
