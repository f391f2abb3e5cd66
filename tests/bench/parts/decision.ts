/** The decision core: the answer at once, sampling how robust it is, and all that a page shows of it. */

import { acceptability } from '../../../src/decision/acceptability.ts';
import { analysisOf, outcomeOf, preferencesIn } from '../../../src/decision/analysis.ts';
import { stream } from '../../../src/decision/random.ts';
import { recommend, robustness } from '../../../src/decision/recommend.ts';
import { naiveAcceptability } from '../naive-acceptability.ts';
import type { Part } from '../part.ts';
import { median } from '../statistics.ts';
import { syntheticModel, syntheticState, type Size } from '../synthetic-model.ts';

const USUAL: Size = { options: 25, criteria: 42, moreModes: 20, questions: 20 };
const LARGE: Size = { options: 1000, criteria: 14, moreModes: 0, questions: 20 };
const SAMPLES = 10_000;
const ROUNDS = 11;

/** The milliseconds that each of some tasks takes, in turn, round by round. */
function timeInTurn(tasks: readonly (() => unknown)[], rounds = ROUNDS): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
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
    const candidates = USUAL.options + USUAL.moreModes;
    const values = Array.from({ length: candidates }, () =>
      Array.from({ length: USUAL.criteria }, draw),
    );
    const importances = Array.from({ length: USUAL.criteria }, (_, f) => 1 + (f % 3));
    const table = {
      candidates: values.map((_, i) => ({ option: `option-${String(i)}`, mode: null })),
      factors: importances.map((_, i) => `factor-${String(i)}`),
      cells: values.map((row) =>
        row.map((value) => ({
          parts: [{ name: '', low: value, high: value, place: null }],
          assumed: false,
        })),
      ),
    };
    const usual = syntheticModel(USUAL);
    const state = syntheticState(usual);
    const preferences = preferencesIn(usual, state);
    // Without what is remembered from one change to the next.
    const fresh = (): typeof usual => ({ ...usual, model: { ...usual.model } });

    const [ours, naive, robust, first, ranking, outcome, analysis] = timeInTurn([
      () =>
        acceptability(table, importances, 20_000, { samples: SAMPLES, seed: 1, levels: 'fixed' }),
      () => naiveAcceptability(values, importances, SAMPLES, draw),
      () => robustness(usual.model, preferences, false),
      () => outcomeOf(fresh(), state),
      () => recommend(usual.model, preferences, false),
      () => outcomeOf(usual, state),
      () => analysisOf(usual, state),
    ]);

    const large = syntheticModel(LARGE);
    const largeState = syntheticState(large);
    const [largeOutcome, largeRobust] = timeInTurn(
      [
        () => outcomeOf({ ...large, model: { ...large.model } }, largeState),
        () => robustness(large.model, preferencesIn(large, largeState), false),
      ],
      3,
    );

    return Promise.resolve(
      [
        `Medians of ${String(ROUNDS)} rounds, taken in turn: ${String(USUAL.options)} options as ${String(candidates)} candidates × ${String(USUAL.criteria)} criteria, ${String(USUAL.questions)} questions of four answers.`,
        '',
        '| task | ms | |',
        '| --- | ---: | --- |',
        `| rank acceptability, ${String(SAMPLES)} samples of known values | ${ms(ours)} | off the main thread in the browser |`,
        `| the same, written naively | ${ms(naive)} | ${((naive ?? 0) / (ours ?? 1)).toFixed(1)} × ours |`,
        `| the same of a model with unknown ratings, levels and modes | ${ms(robust)} | off the main thread |`,
        `| eliminations, scores and ranks | ${ms(ranking)} | at each change, on the main thread |`,
        `| these and the next question | ${ms(outcome)} | at each change, on the main thread |`,
        `| the same the first time | ${ms(first)} | once for each page |`,
        `| everything a page shows of it | ${ms(analysis)} | samples, changes, unknowns; off the main thread |`,
        `| eliminations, scores, ranks and the next question of ${String(LARGE.options)} options × ${String(LARGE.criteria)} criteria, the first time | ${ms(largeOutcome)} | median of 3 |`,
        `| ${String(SAMPLES)} samples of these | ${ms(largeRobust)} | median of 3 |`,
      ].join('\n'),
    );
  },
};
