/** The point score: a weighted mean of values, and what each factor adds to it. */

import { cellValue, millionths, type Cell } from './value-table.ts';

/** Differences of no more than this are rounding errors. */
export const TIE = 1e-9;

/** What one factor adds to the score of a candidate. */
export interface Contribution {
  readonly factor: string;
  /** The share of the weight that the factor has for this candidate, in [0, 1]. */
  readonly weight: number;
  /** In [0, 1]; null where the factor is left out for this candidate. */
  readonly value: number | null;
  /** Weight × value. */
  readonly points: number;
  /** Whether part of the value is assumed, since a rating is unknown. */
  readonly assumed: boolean;
}

/**
 * Σ weight × value, with unknown ratings in the middle of what they can be, in whole millionths. Where
 * a factor is left out, its weight goes to the others in proportion.
 *
 * @param values by factor, in [0, 1]; NaN where a factor is left out
 * @param weights one for each factor, summing to 1
 * @returns a whole number from 0 to 1,000,000
 */
export function scoreInMillionths(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  let applicable = 0;
  for (let f = 0; f < weights.length; f++) {
    const value = values[f] ?? NaN;
    if (Number.isNaN(value)) continue;
    const weight = weights[f] ?? 0;
    sum += weight * value;
    applicable += weight;
  }
  return applicable > 0 ? millionths(sum / applicable) : 0;
}

/**
 * The scores of many candidates, each as of `scoreInMillionths`.
 *
 * @param columns by factor, then candidate
 */
export function scoresInMillionths(
  count: number,
  columns: readonly Float64Array[],
  weights: readonly number[],
): Float64Array {
  const scores = new Float64Array(count);
  const applicable = new Float64Array(count);
  columns.forEach((column, f) => {
    const weight = weights[f] ?? 0;
    for (let c = 0; c < count; c++) {
      const value = column[c] ?? NaN;
      if (Number.isNaN(value)) continue;
      scores[c] = (scores[c] ?? 0) + weight * value;
      applicable[c] = (applicable[c] ?? 0) + weight;
    }
  });
  for (let c = 0; c < count; c++) {
    const whole = applicable[c] ?? 0;
    scores[c] = whole > 0 ? millionths((scores[c] ?? 0) / whole) : 0;
  }
  return scores;
}

/** What each factor adds to a score. */
export function contributionsOf(
  factors: readonly { readonly slug: string; readonly weight: number }[],
  cells: readonly Cell[],
): readonly Contribution[] {
  const values = cells.map((cell) => cellValue(cell, 0.5));
  const applicable = factors.reduce(
    (sum, factor, f) => sum + (values[f] == null ? 0 : factor.weight),
    0,
  );
  return factors.map((factor, f): Contribution => {
    const value = values[f] ?? null;
    const weight = value === null || applicable === 0 ? 0 : factor.weight / applicable;
    return {
      factor: factor.slug,
      weight,
      value,
      points: weight * (value ?? 0),
      assumed: cells[f]?.assumed ?? false,
    };
  });
}

/** A group of options that are practically equal to its first. */
export interface Group<T> {
  /** The rank of all its members, from 1. */
  readonly rank: number;
  readonly members: readonly T[];
}

/**
 * Groups of what is practically equal, from the top down, each measured from its own first
 * (the indifference threshold of Roy’s pseudo-criteria: Roy & Vincke 1984).
 *
 * @param ranked best first
 * @param score in millionths
 * @param indifference differences below this are none, in millionths
 */
export function groupsOf<T>(
  ranked: readonly T[],
  score: (entry: T) => number,
  indifference: number,
): readonly Group<T>[] {
  const groups: { rank: number; members: T[]; first: number }[] = [];
  ranked.forEach((entry, i) => {
    const present = groups.at(-1);
    if (present !== undefined && arePracticallyEqual(present.first, score(entry), indifference)) {
      present.members.push(entry);
    } else {
      groups.push({ rank: i + 1, members: [entry], first: score(entry) });
    }
  });
  return groups;
}

/** Whether two scores differ by less than the threshold, or not at all; all in millionths. */
export function arePracticallyEqual(a: number, b: number, indifference: number): boolean {
  const difference = Math.abs(a - b);
  return difference === 0 || difference < indifference;
}
