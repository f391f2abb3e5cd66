/**
 * The values of options on what is weighed, prepared for scoring: each cell as an interval in [0, 1],
 * a point where the value is known.
 */

import { ratingOf, type Criterion, type Option } from './model.ts';
import { hasValue, type Rating } from './rating.ts';
import { impliedMembers, levelsWorstFirst, worth, type Scale } from './scale.ts';

/** What is weighed: a criterion, or a family of criteria that measure much the same. */
export interface Factor {
  readonly slug: string;
  readonly criteria: readonly Criterion[];
}

/** Members of sets that are wanted, by criterion. */
export type Wants = Readonly<Record<string, readonly string[]>>;

/** What one criterion adds to a cell. */
export interface Part {
  readonly criterion: string;
  /** The interval in which the value lies; both ends are equal where it is known. */
  readonly low: number;
  readonly high: number;
  /** The place on an ordinal scale, counted from the worst level at 0; null elsewhere. */
  readonly level: { readonly index: number; readonly count: number } | null;
}

export interface ValueTable {
  /** Slugs, in the order given. */
  readonly options: readonly string[];
  readonly factors: readonly string[];
  /** By option, then factor: the parts whose mean is the value; none where the cell is left out. */
  readonly cells: readonly (readonly (readonly Part[])[])[];
}

/** Values are compared and summed in millionths, so that every machine ties the same ties. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Prepares the values of some options on some factors. */
export function valueTable(
  options: readonly Option[],
  factors: readonly Factor[],
  wants: Wants,
): ValueTable {
  return {
    options: options.map((option) => option.slug),
    factors: factors.map((factor) => factor.slug),
    cells: options.map((option) =>
      factors.map((factor) =>
        factor.criteria.flatMap((criterion) =>
          partOf(criterion, ratingOf(option, criterion), wants[criterion.slug] ?? []),
        ),
      ),
    ),
  };
}

function partOf(criterion: Criterion, rating: Rating, wanted: readonly string[]): readonly Part[] {
  const part = (low: number, high: number, level: Part['level'] = null): readonly Part[] => [
    { criterion: criterion.slug, low: round(low), high: round(high), level },
  ];
  const { scale } = criterion;
  if (rating.state === 'not-applicable') {
    if (rating.counts === 'left-out') return [];
    return rating.counts === 'best' ? part(1, 1) : part(0, 0);
  }
  if (!hasValue(rating)) return part(0, 1);
  if (scale.kind === 'set') {
    const has = impliedMembers(scale, Array.isArray(rating.value) ? rating.value : []);
    const covered = wanted.filter((member) => has.has(member)).length;
    const possible = scale.exhaustive ? covered : wanted.length;
    return part(covered / wanted.length, possible / wanted.length);
  }
  const value = worth(scale, rating.value) ?? 0;
  if (scale.kind !== 'ordinal') return part(value, value);
  const order = levelsWorstFirst(scale) ?? [];
  const index = order.findIndex((level) => level.slug === rating.value);
  return part(value, value, { index, count: order.length });
}

/** Whether ratings on this scale can be weighed; sets only where something is wanted of them. */
export function canBeWeighed(scale: Scale, wanted: readonly string[]): boolean {
  switch (scale.kind) {
    case 'ordinal':
    case 'quantity':
      return true;
    case 'choice':
      return scale.preference !== undefined;
    case 'flag':
      return scale.better !== undefined;
    case 'set':
      return wanted.length > 0;
    case 'text':
      return false;
  }
}

/**
 * The value of a cell where each unknown takes the same place in its interval.
 *
 * @param place 0 for the worst that it can be, 1 for the best, 1/2 for the middle
 * @returns a number in [0, 1], or null where the cell is left out
 */
export function cellValue(cell: readonly Part[], place: number): number | null {
  if (cell.length === 0) return null;
  const sum = cell.reduce((total, { low, high }) => total + low + place * (high - low), 0);
  return sum / cell.length;
}
