/**
 * Rank acceptability written down as one would say it: no prepared tables, fresh arrays everywhere, the
 * general sort. What the real one is measured against, and held equal to within sampling error.
 */

import type { Stream } from '../../src/decision/random.ts';

/**
 * The share of samples in which each option takes each rank.
 *
 * @param values by option, then factor, in [0, 1]
 * @param importances by factor; higher is more important, equal is tied
 */
export function naiveAcceptability(
  values: readonly (readonly number[])[],
  importances: readonly number[],
  samples: number,
  draw: Stream,
): number[][] {
  const counts = values.map(() => values.map(() => 0));
  for (let s = 0; s < samples; s++) {
    const weights = drawWeighting(importances, draw);
    const ranked = values
      .map((row, option) => ({
        option,
        score: row.reduce((sum, value, f) => sum + value * (weights[f] ?? 0), 0),
      }))
      .toSorted((a, b) => b.score - a.score);
    ranked.forEach(({ option }, rank) => {
      const row = counts[option];
      if (row !== undefined) row[rank] = (row[rank] ?? 0) + 1 / samples;
    });
  }
  return counts;
}

function drawWeighting(importances: readonly number[], draw: Stream): number[] {
  const cuts = importances
    .slice(1)
    .map(() => draw())
    .toSorted((a, b) => a - b);
  const parts = [...cuts, 1].map((cut, i) => cut - (cuts[i - 1] ?? 0)).toSorted((a, b) => b - a);
  const order = importances
    .map((importance, factor) => ({ importance, factor, tie: draw() }))
    .toSorted((a, b) => b.importance - a.importance || a.tie - b.tie);
  const weights = importances.map(() => 0);
  order.forEach(({ factor }, i) => {
    weights[factor] = parts[i] ?? 0;
  });
  return weights;
}
