/**
 * Scales: the values that a criterion allows, and which of them are better.
 *
 * Value functions are those of an additive value model: each maps a rating to [0, 1], where 0 is the
 * worst and 1 the best that the *scale* allows. They depend on the scale alone, never on the other
 * options, so that adding or hiding an option moves nobody's score.
 */

import { datePartOf } from './calendar.ts';

/** One named value of an ordinal, choice or set scale, with the rubric that earns it. */
export interface Level {
  readonly slug: string;
  readonly label: string;
  readonly rubric?: string | undefined;
}

/** Levels in order; `better` says which end is the better one. */
export interface OrdinalScale {
  readonly kind: 'ordinal';
  readonly levels: readonly Level[];
  readonly better: 'first' | 'last';
}

/** Yes or no; without `better`, neither answer is worth more. */
export interface FlagScale {
  readonly kind: 'flag';
  readonly better?: 'yes' | 'no' | undefined;
  readonly rubric?: { readonly yes: string; readonly no: string } | undefined;
}

/** One of a closed list; `preference` names all values, best first, where there is such an order. */
export interface ChoiceScale {
  readonly kind: 'choice';
  readonly values: readonly Level[];
  readonly preference?: readonly string[] | undefined;
}

/** What it means that a rating does not name a member: that it has it not, or that nothing is known. */
export const ABSENCES = ['no', 'unknown'] as const;
export type Absence = (typeof ABSENCES)[number];

/** A member of a set scale; having it entails having `implies` too. */
export interface SetMember extends Level {
  readonly implies?: readonly string[] | undefined;
  readonly absence: Absence;
}

/** Several of a closed list. */
export interface SetScale {
  readonly kind: 'set';
  readonly members: readonly SetMember[];
}

/** What a figure stands for (a documented minimum, a measurement); the first basis is the usual one. */
export type Basis = Level;

/** Sets of prefixes for units: KiB, MiB, GiB …; mW, kW, MW … */
export const UNIT_PREFIXES = ['binary', 'si'] as const;

/** A number in one canonical unit, valued between two anchors that the criterion declares. */
export interface QuantityScale {
  readonly kind: 'quantity';
  /** Those of calendar.ts mean that the figures are dates. */
  readonly unit: string;
  /** Other units that readers may type, as multiples of `unit`. */
  readonly multiples: Readonly<Record<string, number>>;
  /** What one of a unit is called, by the unit. */
  readonly singular?: Readonly<Record<string, string>> | undefined;
  /** The prefixes that the unit may have as well. */
  readonly prefixes?: readonly (typeof UNIT_PREFIXES)[number][] | undefined;
  /** The unit without its prefix, where it has one. */
  readonly base?: string | undefined;
  /** How many significant digits are shown; without it, figures are shown as they are. */
  readonly digits?: number | undefined;
  readonly spacing: 'linear' | 'logarithmic';
  /** The value that earns 0, and every value beyond it. */
  readonly worst: number;
  /** The value that earns 1, and every value beyond it. */
  readonly best: number;
  readonly bases: readonly Basis[];
}

/** Described, never scored. */
export interface TextScale {
  readonly kind: 'text';
}

export type Scale = OrdinalScale | FlagScale | ChoiceScale | SetScale | QuantityScale | TextScale;

/** A value on some scale, as content writes it. */
export type Value = string | number | boolean | readonly string[];

/** Whether a higher number is the better one on this quantity scale. */
export function higherIsBetter(scale: QuantityScale): boolean {
  return scale.best > scale.worst;
}

/** The named values of a scale, in the order in which content lists them; empty if it has none. */
export function levelsOf(scale: Scale): readonly Level[] {
  switch (scale.kind) {
    case 'ordinal':
      return scale.levels;
    case 'choice':
      return scale.values;
    case 'set':
      return scale.members;
    case 'flag':
    case 'quantity':
    case 'text':
      return [];
  }
}

/** The levels from worst to best, or null where the scale has no such order. */
export function levelsWorstFirst(scale: Scale): readonly Level[] | null {
  switch (scale.kind) {
    case 'ordinal':
      return scale.better === 'last' ? scale.levels : scale.levels.toReversed();
    case 'choice': {
      const { preference, values } = scale;
      if (preference === undefined) return null;
      return preference.toReversed().flatMap((slug) => values.filter((v) => v.slug === slug));
    }
    case 'flag':
    case 'set':
    case 'quantity':
    case 'text':
      return null;
  }
}

/** All members that a set value entails: those named and, transitively, those that they imply. */
export function impliedMembers(scale: SetScale, named: readonly string[]): ReadonlySet<string> {
  const has = new Set<string>();
  const add = (slug: string): void => {
    if (has.has(slug)) return;
    has.add(slug);
    scale.members.find((m) => m.slug === slug)?.implies?.forEach(add);
  };
  named.forEach(add);
  return has;
}

/** Whether something has a member of a set: it does, it does not, or nothing says. */
export type Membership = 'has' | 'lacks' | 'unknown';

/**
 * How a set value stands to each member. It has what it names and what that entails. It lacks a member
 * if it lacks anything that the member entails: because that is documented, or because its absence
 * means so.
 *
 * @param named members that a source says it has
 * @param denied members that a source says it has not
 */
export function memberships(
  scale: SetScale,
  named: readonly string[],
  denied: readonly string[] = [],
): ReadonlyMap<string, Membership> {
  const has = impliedMembers(scale, named);
  const lacking = new Set(
    scale.members
      .filter(({ slug, absence }) => !has.has(slug) && (absence === 'no' || denied.includes(slug)))
      .map(({ slug }) => slug),
  );
  return new Map(
    scale.members.map(({ slug }): [string, Membership] => {
      if (has.has(slug)) return [slug, 'has'];
      const lacks = [...impliedMembers(scale, [slug])].some((entailed) => lacking.has(entailed));
      return [slug, lacks ? 'lacks' : 'unknown'];
    }),
  );
}

/**
 * Whether `value` is legal on `scale`.
 *
 * @returns true for a level, member list, finite number or non-empty text that the scale allows
 */
export function isOnScale(scale: Scale, value: unknown): value is Value {
  switch (scale.kind) {
    case 'ordinal':
      return scale.levels.some((l) => l.slug === value);
    case 'choice':
      return scale.values.some((l) => l.slug === value);
    case 'flag':
      return typeof value === 'boolean';
    case 'set':
      return (
        Array.isArray(value) &&
        value.every((slug: unknown) => scale.members.some((m) => m.slug === slug))
      );
    case 'quantity':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= 0 &&
        (datePartOf(scale) === null || Number.isInteger(value))
      );
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
  }
}

/**
 * How good `value` is on `scale`, by the scale alone.
 *
 * Ordinal level k of n, counted from the worst at 0, is k / (n - 1); a choice with an order of
 * preference likewise. A quantity lies linearly or logarithmically between its two anchors and is
 * clipped to them. Sets are valued against what a reader wants, so they have no value of their own.
 *
 * @param enough the value beyond which nothing is gained (an aspiration level: Simon 1955; Wierzbicki
 *   1980): there the value function is cut off and stretched to 1
 * @returns a number in [0, 1], or null where the scale gives no order (text, set, unordered choice)
 */
export function worth(scale: Scale, value: Value, enough?: Value): number | null {
  switch (scale.kind) {
    case 'ordinal':
    case 'choice': {
      const place = placeOf(scale, value, enough);
      return place === null ? null : place.index / (place.count - 1);
    }
    case 'flag':
      if (scale.better === undefined) return null;
      return (value === true) === (scale.better === 'yes') ? 1 : 0;
    case 'quantity': {
      if (typeof value !== 'number') return null;
      const { worst, spacing } = scale;
      const best = typeof enough === 'number' ? enough : scale.best;
      const at = spacing === 'logarithmic' ? Math.log : (x: number): number => x;
      const share = (at(value) - at(worst)) / (at(best) - at(worst));
      return Math.min(1, Math.max(0, share));
    }
    case 'set':
    case 'text':
      return null;
  }
}

/** A place in an order of levels, counted from the worst at 0. */
export interface Place {
  readonly index: number;
  /** How many places there are; levels that are more than enough share the last one. */
  readonly count: number;
}

/** The place of a level, or null where the scale has no order or no such level. */
export function placeOf(scale: Scale, value: Value, enough?: Value): Place | null {
  const order = levelsWorstFirst(scale)?.map((level) => level.slug) ?? [];
  const index = order.findIndex((slug) => slug === value);
  if (index < 0) return null;
  const last = enough === undefined ? -1 : order.findIndex((slug) => slug === enough);
  const top = last > 0 ? last : order.length - 1;
  return { index: Math.min(index, top), count: top + 1 };
}

/**
 * Whether a value can be said to be enough on a scale: on an ordered scale, above its worst and not
 * beyond its best.
 */
export function canBeEnough(scale: Scale, value: Value): boolean {
  switch (scale.kind) {
    case 'ordinal':
    case 'choice':
      return (placeOf(scale, value)?.index ?? 0) > 0;
    case 'quantity': {
      if (typeof value !== 'number') return false;
      const { worst, best } = scale;
      return best > worst ? value > worst && value <= best : value < worst && value >= best;
    }
    case 'flag':
    case 'set':
    case 'text':
      return false;
  }
}

/** Of two values that may be enough, the more demanding one, which is the better one. */
export function moreDemanding(scale: Scale, a: Value, b: Value): Value {
  if (scale.kind === 'quantity' && typeof a === 'number' && typeof b === 'number') {
    return higherIsBetter(scale) ? Math.max(a, b) : Math.min(a, b);
  }
  return (worth(scale, a) ?? 0) >= (worth(scale, b) ?? 0) ? a : b;
}
