/** What experts advise, against what the recommender says in the situations that they speak of. */

import { describe, expect, it } from 'vitest';
import { preferencesIn } from '../../src/decision/analysis.ts';
import { recommend, type Recommendation } from '../../src/decision/recommend.ts';
import { arePracticallyEqual } from '../../src/decision/score.ts';
import { millionths } from '../../src/decision/value-table.ts';
import type { Scenario } from '../../src/comparison/comparison.ts';
import { scenarioState } from '../../src/outputs/recommender-props.ts';
import { IS_FOREIGN } from '../content-under-test.ts';
import { comparison, questionnaire } from './content.ts';

const recommendationFor = (scenario: Scenario): Recommendation =>
  recommend(questionnaire.model, preferencesIn(questionnaire, scenarioState(scenario, null)), false);
const indifference = millionths(questionnaire.model.indifference);

const advice = comparison.scenarios.flatMap((scenario) =>
  scenario.data.experts.map((expert) => ({ scenario, expert, name: `${scenario.slug}: ${expert.who}` })),
);

describe('experts', () => {
  it.skipIf(IS_FOREIGN)('are heard on the situations of the reference texts', () => {
    expect(advice.length).toBeGreaterThanOrEqual(9);
    expect(advice.map((a) => a.expert.advises)).toEqual(
      expect.arrayContaining([
        'bare-metal',
        'azure-stack-edge',
        'aks-hybrid',
        'aks-edge-essentials',
        'k3s',
        'kubeedge',
      ]),
    );
  });

  it.each(advice)('$name: our first among the options considered is theirs, or we say why not', ({ scenario, expert }) => {
    const { proven, ifConfirmed } = recommendationFor(scenario);
    const considered = (list: Recommendation['proven']): Recommendation['proven'] =>
      list.filter((r) => expert.considered.includes(r.option));
    const [ours, ...others] = considered(proven).length > 0 ? considered(proven) : considered(ifConfirmed);
    // Theirs is ours where the two are practically equal, too.
    const agrees =
      ours?.option === expert.advises ||
      others.some(
        (r) =>
          r.option === expert.advises &&
          arePracticallyEqual(millionths(r.score), millionths(ours?.score ?? 0), indifference),
      );
    // A disagreement that is no longer one is as wrong as one that is not explained.
    expect(expert.disagreement !== undefined, `ours is ${ours?.option ?? 'none'}`).toBe(!agrees);
  });

  it.skipIf(IS_FOREIGN)('are contradicted seldom', () => {
    const disagreements = advice.filter((a) => a.expert.disagreement !== undefined);
    expect(disagreements.length / advice.length).toBeLessThanOrEqual(0.3);
  });
});

describe('scenarios', () => {
  it.each(comparison.scenarios)('$slug says for each answer what it stands for', (scenario) => {
    const answers = Object.values(scenario.data.answers);
    expect(answers.length).toBeGreaterThan(0);
    for (const { because } of answers) expect(because.length).toBeGreaterThan(10);
  });

  it.each(comparison.scenarios)('$slug leaves something to recommend', (scenario) => {
    const { proven, ifConfirmed } = recommendationFor(scenario);
    expect(proven.length + ifConfirmed.length).toBeGreaterThan(0);
  });

  it.skipIf(IS_FOREIGN)('offer some places to begin, each under a short name of its own', () => {
    const names = comparison.scenarios.flatMap(({ data }) => data.start ?? []);
    expect(names.length).toBeGreaterThanOrEqual(6);
    expect(names.length).toBeLessThanOrEqual(8);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(14);
  });
});
