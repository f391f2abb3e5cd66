/** The decision core: sampling how robust an answer is, and all that a page shows of it. */

import { resolve } from 'node:path';
import { scenarioState, openCurrent } from '../../../src/outputs/recommender-props.ts';
import { loadComparison } from '../../../src/comparison/load.ts';
import { acceptability } from '../../../src/decision/acceptability.ts';
import { analysisOf, outcomeOf } from '../../../src/links/analysis.ts';
import { stream } from '../../../src/decision/random.ts';
import { naiveAcceptability } from '../naive-acceptability.ts';
import type { Part } from '../part.ts';
import { median } from '../statistics.ts';

const OPTIONS = 20;
const FACTORS = 25;
const SAMPLES = 10_000;
const ROUNDS = 15;

/** The milliseconds that each of some tasks takes, in turn, round by round. */
function timeInTurn(tasks: readonly (() => unknown)[]): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    tasks.forEach((task, i) => {
      const start = performance.now();
      task();
      times[i]?.push(performance.now() - start);
    });
  }
  return times.map(median);
}

const ms = (time: number | undefined): string => (time ?? NaN).toFixed(1);

export const decision: Part = {
  name: 'decision',
  title: 'The decision core',
  run() {
    const draw = stream(1, 'bench');
    const values = Array.from({ length: OPTIONS }, () => Array.from({ length: FACTORS }, draw));
    const importances = Array.from({ length: FACTORS }, (_, f) => 1 + (f % 3));
    const table = {
      options: values.map((_, i) => `option-${String(i)}`),
      factors: importances.map((_, i) => `factor-${String(i)}`),
      cells: values.map((row) =>
        row.map((value) => [{ criterion: '', low: value, high: value, level: null }]),
      ),
    };
    const [ours, naive] = timeInTurn([
      () => acceptability(table, importances, { samples: SAMPLES, seed: 1, levels: 'fixed' }),
      () => naiveAcceptability(values, importances, SAMPLES, draw),
    ]);

    const comparison = loadComparison({
      directory: resolve(import.meta.dirname, '../../../content'),
      today: '2100-01-01',
    });
    const release = openCurrent(comparison);
    const states = comparison.scenarios.map((scenario) => scenarioState(scenario, null));
    const each = (task: (state: (typeof states)[number]) => unknown) => (): void => {
      for (const state of states) task(state);
    };
    const [outcome, analysis] = timeInTurn([
      each((state) => outcomeOf(release, state)),
      each((state) => analysisOf(release, state)),
    ]).map((time) => time / Math.max(1, states.length));

    return Promise.resolve(
      [
        `Medians of ${String(ROUNDS)} rounds, taken in turn.`,
        '',
        '| task | ms | |',
        '| --- | ---: | --- |',
        `| rank acceptability, ${String(SAMPLES)} samples × ${String(OPTIONS)} options × ${String(FACTORS)} factors | ${ms(ours)} | off the main thread in the browser |`,
        `| the same, written naively | ${ms(naive)} | ${((naive ?? 0) / (ours ?? 1)).toFixed(1)} × ours |`,
        `| the answer to one scenario | ${ms(outcome)} | at each change, on the main thread |`,
        `| everything a page shows of it | ${ms(analysis)} | samples, changes, unknowns, moot questions; off the main thread |`,
      ].join('\n'),
    );
  },
};
