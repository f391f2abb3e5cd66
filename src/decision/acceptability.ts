/**
 * Stochastic multicriteria acceptability analysis: how often each option takes each rank, over all
 * weightings, level readings and unknown ratings that agree with what is known (SMAA-2, Lahdelma &
 * Salminen 2001; SMAA-O, Lahdelma, Miettinen & Salminen 2003; Tervonen & Lahdelma 2007).
 */

import { stream, streams } from './random.ts';
import type { Place } from './scale.ts';
import { bySlug, millionths, type ValueTable } from './value-table.ts';
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
  /** Slugs, in the order in which their candidates first occur in the table. */
  readonly options: readonly string[];
  /**
   * By option: the share of samples in which it is best or practically equal to the best, in [0, 1];
   * these may add up to more than 1.
   */
  readonly topShares: readonly number[];
  /**
   * By option, then rank from 0: the share of samples; rows and columns each sum to 1. Of very many
   * options only the first ranks are kept.
   */
  readonly ranks: readonly (readonly number[])[];
  /** By candidate of the table: the mean score over all samples. */
  readonly meanScores: readonly number[];
  /** By option: the mean weighting of the samples in which it is first; null where it never is. */
  readonly centralWeights: readonly (readonly number[] | null)[];
}

/** Up to so many options all ranks are kept, else the first `RANKS_KEPT`. */
const FEW_OPTIONS = 64;
const RANKS_KEPT = 20;

/**
 * Samples top shares, rank acceptability, mean scores and central weights. In each sample an option
 * is as good as the best of its candidates. Options that tie exactly split the ranks they share. The
 * same table and settings give the same figures on every machine, in whatever order options and
 * factors come.
 *
 * @param importances one number for each factor of the table; higher is more important, equal is tied
 * @param indifference scores that differ by less are practically equal, in millionths
 */
export function acceptability(
  table: ValueTable,
  importances: readonly number[],
  indifference: number,
  settings: AcceptabilitySettings = DEFAULT_SETTINGS,
): Acceptability {
  const options = [...new Set(table.candidates.map((candidate) => candidate.option))];
  const places = new Map(options.map((slug, o) => [slug, o]));
  const optionOf = Int32Array.from(table.candidates, ({ option }) => places.get(option) ?? 0);
  const m = options.length;
  const kept = m <= FEW_OPTIONS ? m : RANKS_KEPT;
  const n = table.factors.length;
  const { samples, seed, levels } = settings;

  // Bands list their factors by name, so that draws do not depend on the order of the input.
  const byName = (a: number, b: number): number =>
    bySlug(table.factors[a] ?? '', table.factors[b] ?? '');
  const bands = bandsOf(importances).map((band) => band.toSorted(byName));
  const drawWeights = weightSampler(bands, stream(seed, 'weights'));
  const terms = prepareTerms(table, levels, seed);

  const tops = new Float64Array(m);
  const ranks = Array.from({ length: m }, () => new Float64Array(kept));
  const sums = new Float64Array(table.candidates.length);
  const firsts = new Float64Array(m);
  const central = Array.from({ length: m }, () => new Float64Array(n));
  const weights = new Float64Array(n);
  const candidateScores = new Float64Array(table.candidates.length);
  const scored = new Float64Array(m);
  const keys = new Float64Array(m);
  const order = Int32Array.from({ length: m }, (_, i) => i);

  for (let s = 0; s < samples; s++) {
    drawWeights(weights);
    terms.redraw();
    terms.scoreAll(weights, candidateScores);
    scored.fill(-1);
    for (let c = 0; c < optionOf.length; c++) {
      const score = candidateScores[c] ?? 0;
      sums[c] = (sums[c] ?? 0) + score;
      const o = optionOf[c] ?? 0;
      const whole = millionths(score);
      if (whole > (scored[o] ?? 0)) scored[o] = whole;
    }
    sortByScore(order, scored, keys, kept);
    const best = scored[order[0] ?? 0] ?? 0;
    for (let o = 0; o < m; o++) {
      const behind = best - (scored[o] ?? 0);
      if (behind === 0 || behind < indifference) tops[o] = (tops[o] ?? 0) + 1;
    }
    for (let from = 0; from < kept;) {
      let to = from + 1;
      const top = scored[order[from] ?? 0] ?? 0;
      while (to < m && scored[order[to] ?? 0] === top) to += 1;
      const share = 1 / (to - from);
      const last = Math.min(to, kept);
      for (let i = from; i < to; i++) {
        const o = order[i] ?? 0;
        const row = ranks[o];
        if (row !== undefined) for (let r = from; r < last; r++) row[r] = (row[r] ?? 0) + share;
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
    options,
    topShares: Array.from(tops, (count) => count / samples),
    ranks: ranks.map((row) => Array.from(row, (count) => count / samples)),
    meanScores: Array.from(sums, (sum) => sum / samples),
    centralWeights: central.map((mine, o) => {
      const first = firsts[o] ?? 0;
      return first === 0 ? null : Array.from(mine, (sum) => sum / first);
    }),
  };
}

/**
 * Sorts options by score, highest first: the first `kept` of them, and after those that tie with the
 * last of these. From one sample to the next the order changes little.
 *
 * @param keys what the sort needs to remember, as long as `order`
 */
function sortByScore(
  order: Int32Array,
  scored: Float64Array,
  keys: Float64Array,
  kept: number,
): void {
  const m = order.length;
  for (let i = 0; i < m; i++) {
    const option = order[i] ?? 0;
    const score = scored[option] ?? 0;
    let j = i;
    if (i >= kept) {
      if ((keys[kept - 1] ?? 0) >= score) continue;
      // The last that was kept goes where this one was.
      j = kept - 1;
      order[i] = order[j] ?? 0;
    }
    for (; j > 0 && (keys[j - 1] ?? 0) < score; j--) {
      order[j] = order[j - 1] ?? 0;
      keys[j] = keys[j - 1] ?? 0;
    }
    order[j] = option;
    keys[j] = score;
  }
  if (kept === m) return;
  const last = keys[kept - 1] ?? 0;
  let next = kept;
  for (let i = kept; i < m; i++) {
    const option = order[i] ?? 0;
    if (scored[option] !== last) continue;
    order[i] = order[next] ?? 0;
    order[next] = option;
    next += 1;
  }
}

/** The values of all cells, and what of them varies from sample to sample. */
interface Terms {
  /** Draws anew what varies. */
  redraw(): void;
  /** Writes the score of each candidate under some weights, in [0, 1]. */
  scoreAll(weights: Float64Array, into: Float64Array): void;
}

function prepareTerms(
  table: ValueTable,
  levels: AcceptabilitySettings['levels'],
  seed: number,
): Terms {
  const n = table.factors.length;
  const values = new Float64Array(table.candidates.length * n).fill(NaN);

  // All that is drawn for a sample lies in one list: the interior levels of scales, then a number for
  // each unknown. A cell that varies is what is fixed of it and multiples of such numbers.
  const scales = new Map<string, { readonly from: number; readonly to: number }>();
  const unknowns = new Map<string, number>();
  const levelCount = placeLevels();
  const varying: VaryingCell[] = [];

  /** Gives each scale whose interior levels are drawn its places in the list, and returns their number. */
  function placeLevels(): number {
    let next = 0;
    for (const { name, place } of table.cells.flat().flatMap((cell) => cell.parts)) {
      if (!isDrawn(place) || scales.has(name)) continue;
      scales.set(name, { from: next, to: next + place.count - 2 });
      next += place.count - 2;
    }
    return next;
  }

  function isDrawn(place: Place | null): place is Place {
    return (
      levels === 'order-only' && place !== null && place.index > 0 && place.index < place.count - 1
    );
  }

  table.cells.forEach((row, c) => {
    row.forEach(({ parts }, f) => {
      if (parts.length === 0) return;
      const terms: Term[] = [];
      let known = 0;
      for (const { name, low, high, place } of parts) {
        if (isDrawn(place)) {
          terms.push({ at: (scales.get(name)?.from ?? 0) + place.index - 1, by: 1 / parts.length });
          continue;
        }
        known += low;
        if (high === low) continue;
        // One number for an option and criterion, whatever the mode.
        const whose = `cell ${table.candidates[c]?.option ?? ''} ${name}`;
        const at = unknowns.get(whose) ?? levelCount + unknowns.size;
        unknowns.set(whose, at);
        terms.push({ at, by: (high - low) / parts.length });
      }
      // Divided once, as in scores: equal ratings in families of any size are equal.
      const fixed = known / parts.length;
      values[c * n + f] = fixed;
      if (terms.length > 0) varying.push({ cell: c * n + f, fixed, terms });
    });
  });

  const draws = new Float64Array(levelCount + unknowns.size);
  const unknownDraws = draws.subarray(levelCount);
  const drawUnknowns = streams(seed, [...unknowns.keys()]);
  const drawLevels = [...scales].map(([name, places]) => ({
    ...places,
    draw: stream(seed, `level ${name}`),
  }));
  // Most cells that vary do so by one number.
  const single = listed(varying.filter((cell) => cell.terms.length === 1));
  const several = listed(varying.filter((cell) => cell.terms.length > 1));

  const isWhole = table.cells.map((row) => row.every((cell) => cell.parts.length > 0));
  const whole = Int32Array.from(isWhole.flatMap((is, c) => (is ? [c] : [])));
  const partly = Int32Array.from(isWhole.flatMap((is, c) => (is ? [] : [c])));

  return {
    redraw() {
      for (const { from, to, draw } of drawLevels) {
        for (let i = from; i < to; i++) draws[i] = draw();
        sortSmall(draws, from, to);
      }
      drawUnknowns(unknownDraws);
      const { cells, fixed, at, by } = single;
      for (let i = 0; i < cells.length; i++) {
        values[cells[i] ?? 0] = (fixed[i] ?? 0) + (draws[at[i] ?? 0] ?? 0) * (by[i] ?? 0);
      }
      let t = 0;
      for (let i = 0; i < several.cells.length; i++) {
        let value = several.fixed[i] ?? 0;
        for (const end = several.ends[i] ?? 0; t < end; t++) {
          value += (draws[several.at[t] ?? 0] ?? 0) * (several.by[t] ?? 0);
        }
        values[several.cells[i] ?? 0] = value;
      }
    },
    scoreAll(weights, into) {
      // Four at a time, since one sum waits for itself.
      let i = 0;
      for (; i + 3 < whole.length; i += 4) {
        const [a, b, c, d] = [
          whole[i] ?? 0,
          whole[i + 1] ?? 0,
          whole[i + 2] ?? 0,
          whole[i + 3] ?? 0,
        ];
        let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
        for (let f = 0; f < n; f++) {
          const weight = weights[f] ?? 0;
          sumA += weight * (values[a * n + f] ?? 0);
          sumB += weight * (values[b * n + f] ?? 0);
          sumC += weight * (values[c * n + f] ?? 0);
          sumD += weight * (values[d * n + f] ?? 0);
        }
        into[a] = sumA;
        into[b] = sumB;
        into[c] = sumC;
        into[d] = sumD;
      }
      for (; i < whole.length; i++) {
        const c = whole[i] ?? 0;
        let sum = 0;
        for (let f = 0; f < n; f++) sum += (weights[f] ?? 0) * (values[c * n + f] ?? 0);
        into[c] = sum;
      }
      for (const c of partly) {
        let sum = 0;
        let applicable = 0;
        for (let f = 0; f < n; f++) {
          const value = values[c * n + f] ?? NaN;
          if (Number.isNaN(value)) continue;
          const weight = weights[f] ?? 0;
          sum += weight * value;
          applicable += weight;
        }
        into[c] = applicable > 0 ? sum / applicable : 0;
      }
    },
  };
}

/** A multiple of a number that is drawn. */
interface Term {
  /** Its place in the list of draws. */
  readonly at: number;
  readonly by: number;
}

/** A cell that varies: what is fixed of it, and multiples of numbers that are drawn. */
interface VaryingCell {
  readonly cell: number;
  readonly fixed: number;
  readonly terms: readonly Term[];
}

/** Cells that vary as lists of numbers, which are read fastest. */
function listed(varying: readonly VaryingCell[]): {
  readonly cells: Int32Array;
  readonly fixed: Float64Array;
  /** Where the terms of each cell end. */
  readonly ends: Int32Array;
  readonly at: Int32Array;
  readonly by: Float64Array;
} {
  const terms = varying.flatMap((cell) => cell.terms);
  const ends = new Int32Array(varying.length);
  varying.forEach((cell, i) => {
    ends[i] = (ends[i - 1] ?? 0) + cell.terms.length;
  });
  return {
    cells: Int32Array.from(varying, ({ cell }) => cell),
    fixed: Float64Array.from(varying, ({ fixed }) => fixed),
    ends,
    at: Int32Array.from(terms, ({ at }) => at),
    by: Float64Array.from(terms, ({ by }) => by),
  };
}
