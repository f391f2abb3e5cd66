/** The point score: a weighted mean of values, and what each factor adds to it. */

import { cellValue, type ValueTable } from './value-table.ts';

/** Scores that differ by no more than this are equal. */
export const TIE = 1e-9;

/** What one factor adds to an option’s score. */
export interface Contribution {
  readonly factor: string;
  /** The share of the weight that the factor has for this option, in [0, 1]. */
  readonly weight: number;
  /** In [0, 1]; null where the factor is left out for this option. */
  readonly value: number | null;
  /** Weight × value. */
  readonly points: number;
  /** Whether part of the value is assumed, since a rating is unknown. */
  readonly assumed: boolean;
}

export interface Score {
  readonly option: string;
  /** In [0, 1]. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/**
 * Scores each option: Σ weight × value, with unknown ratings in the middle of what they can be. Where
 * a factor does not apply to an option, its weight goes to the others in proportion.
 *
 * @param weights one for each factor of the table, summing to 1
 */
export function scores(table: ValueTable, weights: readonly number[]): readonly Score[] {
  return table.options.map((option, o) => {
    const cells = table.cells[o] ?? [];
    const applicable = weights.reduce((sum, w, f) => sum + (cells[f]?.length ? w : 0), 0);
    const contributions = table.factors.map((factor, f): Contribution => {
      const cell = cells[f] ?? [];
      const value = cellValue(cell, 0.5);
      const weight = value === null || applicable === 0 ? 0 : (weights[f] ?? 0) / applicable;
      return {
        factor,
        weight,
        value,
        points: weight * (value ?? 0),
        assumed: cell.some((part) => part.high > part.low),
      };
    });
    return { option, score: contributions.reduce((sum, c) => sum + c.points, 0), contributions };
  });
}

/** Compares by score, higher first, then by slug; scores within `TIE` are equal. */
export function byScore(a: Score, b: Score): number {
  if (Math.abs(a.score - b.score) > TIE) return b.score - a.score;
  return a.option < b.option ? -1 : a.option > b.option ? 1 : 0;
}
