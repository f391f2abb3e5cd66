/**
 * Stochastic multicriteria acceptability analysis: how often each option takes each rank, over all
 * weightings, level readings and unknown ratings that agree with what is known (SMAA-2, Lahdelma &
 * Salminen 2001; SMAA-O, Lahdelma, Miettinen & Salminen 2003; Tervonen & Lahdelma 2007).
 */

import { stream, type Stream } from './random.ts';
import { TIE } from './score.ts';
import type { ValueTable } from './value-table.ts';
import { bandsOf, sortSmall, weightSampler } from './weight.ts';

export interface AcceptabilitySettings {
  readonly samples: number;
  readonly seed: number;
  /**
   * `fixed`: ordinal levels lie in equal steps; `order-only`: interior levels lie anywhere, in order.
   */
  readonly levels: 'fixed' | 'order-only';
}

/** What the site uses; half the width of a 95 % confidence interval is at most one percentage point. */
export const DEFAULT_SETTINGS: AcceptabilitySettings = {
  samples: 10_000,
  seed: 20_240_607,
  levels: 'order-only',
};

export interface Acceptability {
  /** By option, then rank from 0: the share of samples; rows and columns each sum to 1. */
  readonly ranks: readonly (readonly number[])[];
  /** By option: the mean score over all samples. */
  readonly meanScores: readonly number[];
  /** By option: the mean weighting of the samples in which it is first; null where it never is. */
  readonly centralWeights: readonly (readonly number[] | null)[];
}

/**
 * Samples rank acceptability, mean scores and central weights. Options that tie split the ranks they
 * share. The same table and settings give the same figures on every machine, in whatever order options
 * and factors come.
 *
 * @param importances one number for each factor of the table; higher is more important, equal is tied
 */
export function acceptability(
  table: ValueTable,
  importances: readonly number[],
  settings: AcceptabilitySettings = DEFAULT_SETTINGS,
): Acceptability {
  const m = table.options.length;
  const n = table.factors.length;
  const { samples, seed, levels } = settings;

  // Bands list their factors by name, so that draws do not depend on the order of the input.
  const bySlug = (a: number, b: number): number =>
    (table.factors[a] ?? '') < (table.factors[b] ?? '') ? -1 : 1;
  const bands = bandsOf(importances).map((band) => band.toSorted(bySlug));
  const drawWeights = weightSampler(bands, stream(seed, 'weights'));
  const terms = prepareTerms(table, levels, seed);
  const { values } = terms;

  const ranks = Array.from({ length: m }, () => new Float64Array(m));
  const sums = new Float64Array(m);
  const firsts = new Float64Array(m);
  const central = Array.from({ length: m }, () => new Float64Array(n));
  const weights = new Float64Array(n);
  const scored = new Float64Array(m);
  const order = Int32Array.from({ length: m }, (_, i) => i);

  for (let s = 0; s < samples; s++) {
    drawWeights(weights);
    terms.redraw();
    for (let o = 0; o < m; o++) {
      const score =
        terms.isWhole[o] === true
          ? dot(values, o * n, weights)
          : proportional(values, o * n, weights);
      scored[o] = score;
      sums[o] = (sums[o] ?? 0) + score;
    }
    sortByScore(order, scored);
    for (let from = 0; from < m;) {
      let to = from + 1;
      const top = scored[order[from] ?? 0] ?? 0;
      while (to < m && top - (scored[order[to] ?? 0] ?? 0) <= TIE) to += 1;
      const share = 1 / (to - from);
      for (let i = from; i < to; i++) {
        const o = order[i] ?? 0;
        const row = ranks[o];
        if (row !== undefined) for (let r = from; r < to; r++) row[r] = (row[r] ?? 0) + share;
        if (from === 0) {
          firsts[o] = (firsts[o] ?? 0) + share;
          const mine = central[o];
          if (mine !== undefined) {
            for (let f = 0; f < n; f++) mine[f] = (mine[f] ?? 0) + share * (weights[f] ?? 0);
          }
        }
      }
      from = to;
    }
  }

  return {
    ranks: ranks.map((row) => Array.from(row, (count) => count / samples)),
    meanScores: Array.from(sums, (sum) => sum / samples),
    centralWeights: central.map((mine, o) => {
      const first = firsts[o] ?? 0;
      return first === 0 ? null : Array.from(mine, (sum) => sum / first);
    }),
  };
}

/** Sorts options by score, highest first; from one sample to the next the order changes little. */
function sortByScore(order: Int32Array, scored: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const option = order[i] ?? 0;
    const score = scored[option] ?? 0;
    let j = i - 1;
    for (; j >= 0 && (scored[order[j] ?? 0] ?? 0) < score; j--) order[j + 1] = order[j] ?? 0;
    order[j + 1] = option;
  }
}

/** Σ weight × value over the factors of an option, of which none is left out. */
function dot(values: Float64Array, from: number, weights: Float64Array): number {
  let sum = 0;
  for (let f = 0; f < weights.length; f++) sum += (weights[f] ?? 0) * (values[from + f] ?? 0);
  return sum;
}

/** The same where some are left out, whose weight goes to the others in proportion. */
function proportional(values: Float64Array, from: number, weights: Float64Array): number {
  let sum = 0;
  let applicable = 0;
  for (let f = 0; f < weights.length; f++) {
    const value = values[from + f] ?? NaN;
    if (Number.isNaN(value)) continue;
    const weight = weights[f] ?? 0;
    sum += weight * value;
    applicable += weight;
  }
  return applicable > 0 ? sum / applicable : 0;
}

/** The values of all cells, by option, then factor, and what of them varies from sample to sample. */
interface Terms {
  readonly values: Float64Array;
  /** By option: whether no factor is left out. */
  readonly isWhole: readonly boolean[];
  /** Draws anew what varies. */
  redraw(): void;
}

function prepareTerms(
  table: ValueTable,
  levels: AcceptabilitySettings['levels'],
  seed: number,
): Terms {
  const n = table.factors.length;
  const scales = new Map<string, { readonly at: Float64Array; readonly draw: Stream }>();
  const values = new Float64Array(table.options.length * n).fill(NaN);
  const varying: {
    readonly cell: number;
    readonly fixed: number;
    readonly drawn: (() => number)[];
  }[] = [];

  table.cells.forEach((row, o) => {
    row.forEach((cell, f) => {
      if (cell.length === 0) return;
      const part = 1 / cell.length;
      let fixed = 0;
      const drawn: (() => number)[] = [];
      for (const { criterion, low, high, level } of cell) {
        if (level !== null && levels === 'order-only' && level.count > 2) {
          const scale = scales.get(criterion) ?? {
            at: new Float64Array(level.count),
            draw: stream(seed, `level ${criterion}`),
          };
          scales.set(criterion, scale);
          drawn.push(() => part * (scale.at[level.index] ?? 0));
        } else if (high > low) {
          const draw = stream(seed, `cell ${table.options[o] ?? ''} ${criterion}`);
          drawn.push(() => part * (low + draw() * (high - low)));
        } else {
          fixed += part * low;
        }
      }
      values[o * n + f] = fixed;
      if (drawn.length > 0) varying.push({ cell: o * n + f, fixed, drawn });
    });
  });

  return {
    values,
    isWhole: table.cells.map((row) => row.every((cell) => cell.length > 0)),
    redraw() {
      for (const { at, draw } of scales.values()) {
        const last = at.length - 1;
        for (let i = 1; i < last; i++) at[i] = draw();
        sortSmall(at, 1, last);
        at[0] = 0;
        at[last] = 1;
      }
      for (const { cell, fixed, drawn } of varying) {
        let value = fixed;
        for (const add of drawn) value += add();
        values[cell] = value;
      }
    },
  };
}
