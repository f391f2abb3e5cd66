/**
 * Weights from importance. Nobody is asked for 0.37: importance is an order, with ties, and the
 * weights are all those that agree with it. Members of one band are unordered among themselves.
 */

import type { Stream } from './random.ts';

/** How important something is, from not at all to most. */
export const IMPORTANCES = ['ignore', 'nice', 'matters', 'critical'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** Sums steps of importance and clamps them once, so that their order never matters. */
export function importanceOf(steps: number): Importance {
  return IMPORTANCES[Math.min(IMPORTANCES.length - 1, Math.max(0, steps))] ?? 'ignore';
}

/**
 * The rank-order-centroid weights for n strictly ordered factors, greatest first: the mean of all
 * weightings with w_1 ≥ … ≥ w_n ≥ 0 and sum 1, which is w_i = (1/n) Σ_{k=i}^{n} 1/k
 * (Barron & Barrett 1996; Lahdelma, Miettinen & Salminen 2003).
 */
export function rankOrderCentroid(n: number): number[] {
  const weights = new Array<number>(n).fill(0);
  let sum = 0;
  for (let k = n; k >= 1; k--) {
    sum += 1 / k;
    weights[k - 1] = sum / n;
  }
  return weights;
}

/** Indices of `ranks` in bands of equal rank, the highest rank first. */
export function bandsOf(ranks: readonly number[]): readonly (readonly number[])[] {
  const distinct = [...new Set(ranks)].toSorted((a, b) => b - a);
  return distinct.map((rank) => ranks.flatMap((r, i) => (r === rank ? [i] : [])));
}

/**
 * The centroid of the weightings that agree with a weak order: each member of a band gets the mean
 * of the rank-order-centroid weights of the ranks that its band covers.
 *
 * @param ranks for each factor a number; higher is more important, equal is tied
 * @returns a weight for each factor, in [0, 1] and summing to 1; empty for no factors
 */
export function centroidWeights(ranks: readonly number[]): number[] {
  const strict = rankOrderCentroid(ranks.length);
  const weights = new Array<number>(ranks.length).fill(0);
  let from = 0;
  for (const band of bandsOf(ranks)) {
    const covered = strict.slice(from, from + band.length);
    const mean = covered.reduce((a, b) => a + b, 0) / band.length;
    for (const i of band) weights[i] = mean;
    from += band.length;
  }
  return weights;
}

/**
 * Makes a function that draws a weighting uniformly from those that agree with a weak order.
 *
 * The gaps g between sorted uniforms are a uniform point of the simplex, and w_k = Σ_{i≥k} g_i / i is
 * one of the ordered simplex w_1 ≥ … ≥ w_n, whose corners are the means of its first i axes. The
 * greatest parts go to the highest band, shuffled within.
 *
 * @param bands as of `bandsOf`
 * @returns a function that fills its argument with a weight for each factor, summing to 1
 */
export function weightSampler(
  bands: readonly (readonly number[])[],
  draw: Stream,
): (into: Float64Array) => void {
  const n = bands.reduce((sum, band) => sum + band.length, 0);
  const cuts = new Float64Array(Math.max(0, n - 1));
  const sortCuts = uniformSorter(cuts.length);
  const parts = new Float64Array(n);
  const places = bands.map((band) => Int32Array.from(band));
  return (into) => {
    for (let i = 0; i < cuts.length; i++) cuts[i] = draw();
    sortCuts(cuts);
    let above = 1;
    let sum = 0;
    for (let i = n; i > 0; i--) {
      const cut = cuts[i - 2] ?? 0;
      sum += (above - cut) / i;
      parts[i - 1] = sum;
      above = cut;
    }
    let greatest = 0;
    for (const members of places) {
      // Fisher–Yates: each step draws the member that receives the next greatest part.
      for (let left = members.length; left > 0; left--) {
        const picked = left === 1 ? 0 : Math.floor(draw() * left);
        const member = members[picked] ?? 0;
        members[picked] = members[left - 1] ?? 0;
        members[left - 1] = member;
        into[member] = parts[greatest] ?? 0;
        greatest += 1;
      }
    }
  };
}

/**
 * Makes a function that sorts so many uniform numbers of [0, 1) in place, ascending: each goes to the
 * share of the interval that it lies in, and few are left to be put right there.
 */
export function uniformSorter(count: number): (numbers: Float64Array) => void {
  const ends = new Int32Array(count);
  const shared = new Float64Array(count);
  return (numbers) => {
    ends.fill(0);
    for (let i = 0; i < count; i++) {
      const share = Math.floor((numbers[i] ?? 0) * count);
      ends[share] = (ends[share] ?? 0) + 1;
    }
    for (let share = 1; share < count; share++) {
      ends[share] = (ends[share] ?? 0) + (ends[share - 1] ?? 0);
    }
    for (let i = 0; i < count; i++) {
      const x = numbers[i] ?? 0;
      const share = Math.floor(x * count);
      const at = (ends[share] ?? 0) - 1;
      ends[share] = at;
      shared[at] = x;
    }
    numbers.set(shared);
    sortSmall(numbers);
  };
}

/** Sorts a few numbers in place, ascending: an insertion sort, which beats the general one there. */
export function sortSmall(numbers: Float64Array, from = 0, to = numbers.length): void {
  for (let i = from + 1; i < to; i++) {
    const x = numbers[i] ?? 0;
    let j = i - 1;
    for (let y = numbers[j] ?? 0; j >= from && y > x; y = numbers[j] ?? 0) {
      numbers[j + 1] = y;
      j -= 1;
    }
    numbers[j + 1] = x;
  }
}
