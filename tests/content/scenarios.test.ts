/** What experts advise, against what the recommender says in the situations that they speak of. */

import { describe, expect, it } from 'vitest';
import { scenarioState } from '../../src/outputs/recommender-props.ts';
import { outcomeOf } from '../../src/links/analysis.ts';
import { comparison, release } from './content.ts';

const advice = comparison.scenarios.flatMap((scenario) =>
  scenario.data.experts.map((expert) => ({ scenario, expert, name: `${scenario.slug}: ${expert.who}` })),
);

describe('experts', () => {
  it('are heard on the situations of the reference texts', () => {
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
    const { recommendation } = outcomeOf(release, scenarioState(scenario, null));
    const ours = [...recommendation.proven, ...recommendation.ifConfirmed].find((r) =>
      expert.considered.includes(r.option),
    );
    const agrees = ours?.option === expert.advises;
    // A disagreement that is no longer one is as wrong as one that is not explained.
    expect(expert.disagreement !== undefined, `ours is ${ours?.option ?? 'none'}`).toBe(!agrees);
  });

  it('are contradicted seldom', () => {
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
    const { recommendation } = outcomeOf(release, scenarioState(scenario, null));
    expect(recommendation.proven.length + recommendation.ifConfirmed.length).toBeGreaterThan(0);
  });
});
