/**
 * Stochastic multicriteria acceptability analysis: how often each option takes each rank, over all
 * weightings, level readings and unknown ratings that agree with what is known (SMAA-2, Lahdelma &
 * Salminen 2001; SMAA-O, Lahdelma, Miettinen & Salminen 2003; Tervonen & Lahdelma 2007).
 */

import { stream, type Stream } from './random.ts';
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
  const scored = new Float64Array(m);
  const order = Int32Array.from({ length: m }, (_, i) => i);

  for (let s = 0; s < samples; s++) {
    drawWeights(weights);
    terms.redraw();
    scored.fill(-1);
    for (let c = 0; c < optionOf.length; c++) {
      const score = terms.score(c, weights);
      sums[c] = (sums[c] ?? 0) + score;
      const o = optionOf[c] ?? 0;
      const whole = millionths(score);
      if (whole > (scored[o] ?? 0)) scored[o] = whole;
    }
    sortByScore(order, scored, kept);
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
 */
function sortByScore(order: Int32Array, scored: Float64Array, kept: number): void {
  const m = order.length;
  for (let i = 1; i < m; i++) {
    const option = order[i] ?? 0;
    const score = scored[option] ?? 0;
    let j = i - 1;
    if (i >= kept) {
      j = kept - 1;
      if ((scored[order[j] ?? 0] ?? 0) >= score) continue;
      // The last that was kept goes where this one was.
      order[i] = order[j] ?? 0;
      j -= 1;
    }
    for (; j >= 0 && (scored[order[j] ?? 0] ?? 0) < score; j--) order[j + 1] = order[j] ?? 0;
    order[j + 1] = option;
  }
  if (kept === m) return;
  const last = scored[order[kept - 1] ?? 0] ?? 0;
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
  /** The score of a candidate under some weights, in [0, 1]. */
  score(candidate: number, weights: Float64Array): number;
}

function prepareTerms(
  table: ValueTable,
  levels: AcceptabilitySettings['levels'],
  seed: number,
): Terms {
  const n = table.factors.length;
  const isWhole = table.cells.map((row) => row.every((cell) => cell.parts.length > 0));
  const values = new Float64Array(table.candidates.length * n).fill(NaN);

  // All random numbers of a sample lie in one list: an entry for each unknown, and one for each
  // level of a scale. A cell that varies is what is fixed of it and multiples of such entries.
  const drawn: number[] = [];
  const unknowns = new Map<string, { readonly at: number; readonly draw: Stream }>();
  const scales = new Map<string, { readonly at: number; readonly count: number; draw: Stream }>();
  const varying: { readonly cell: number; readonly fixed: number; readonly terms: number[] }[] = [];

  table.cells.forEach((row, c) => {
    row.forEach(({ parts }, f) => {
      if (parts.length === 0) return;
      const share = 1 / parts.length;
      let known = 0;
      const terms: number[] = [];
      for (const { name, low, high, place } of parts) {
        const interior = place !== null && place.index > 0 && place.index < place.count - 1;
        if (levels === 'order-only' && interior) {
          const scale = scales.get(name) ?? {
            at: drawn.length,
            count: place.count,
            draw: stream(seed, `level ${name}`),
          };
          if (!scales.has(name)) drawn.push(...new Array<number>(place.count).fill(0));
          scales.set(name, scale);
          terms.push(scale.at + place.index, share);
        } else {
          known += low;
          if (high > low) {
            // One number for an option and criterion, whatever the mode.
            const whose = `cell ${table.candidates[c]?.option ?? ''} ${name}`;
            const unknown = unknowns.get(whose) ?? {
              at: drawn.length,
              draw: stream(seed, whose),
            };
            if (!unknowns.has(whose)) drawn.push(0);
            unknowns.set(whose, unknown);
            terms.push(unknown.at, share * (high - low));
          }
        }
      }
      // Divided once, as in scores: equal ratings in families of any size are equal.
      const fixed = known / parts.length;
      values[c * n + f] = fixed;
      if (terms.length > 0) varying.push({ cell: c * n + f, fixed, terms });
    });
  });
  const draws = Float64Array.from(drawn);
  const unknownDraws = [...unknowns.values()];
  const scaleDraws = [...scales.values()];

  return {
    redraw() {
      for (const { at, count, draw } of scaleDraws) {
        const last = at + count - 1;
        for (let i = at + 1; i < last; i++) draws[i] = draw();
        sortSmall(draws, at + 1, last);
      }
      for (const { at, draw } of unknownDraws) draws[at] = draw();
      for (const { cell, fixed, terms } of varying) {
        let value = fixed;
        for (let t = 0; t < terms.length; t += 2) {
          value += (draws[terms[t] ?? 0] ?? 0) * (terms[t + 1] ?? 0);
        }
        values[cell] = value;
      }
    },
    score(candidate, weights) {
      const from = candidate * n;
      let sum = 0;
      if (isWhole[candidate] === true) {
        for (let f = 0; f < n; f++) sum += (weights[f] ?? 0) * (values[from + f] ?? 0);
        return sum;
      }
      let applicable = 0;
      for (let f = 0; f < n; f++) {
        const value = values[from + f] ?? NaN;
        if (Number.isNaN(value)) continue;
        const weight = weights[f] ?? 0;
        sum += weight * value;
        applicable += weight;
      }
      return applicable > 0 ? sum / applicable : 0;
    },
  };
}
