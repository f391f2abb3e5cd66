/**
 * Figures of a quantity as text: “2048”, “2 GiB”, “2,048 MiB”, “2026-11-29”. The one place where units
 * and the marks in numbers are read, for links, for content and for what readers type.
 */

import { dateOfFigure, datePartOf, figureOfDate } from '../decision/calendar.ts';
import type { QuantityScale, UNIT_PREFIXES } from '../decision/scale.ts';

type Prefixes = (typeof UNIT_PREFIXES)[number];

/** What stands before a unit, by the factor that it means. */
const PREFIXES = {
  binary: { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 },
  si: { n: 1e-9, µ: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 },
} as const satisfies Record<Prefixes, Record<string, number>>;

/** Which end of a range a figure is: of a date that is less precise than its scale, its first or last day. */
export type FigureEnd = 'first' | 'last';

/**
 * The units in which figures of a scale may be written, its own first, by how many of its own each is.
 * A prefix that would give its own unit another size is left out.
 */
export function unitsOf(scale: QuantityScale): ReadonlyMap<string, number> {
  const { unit, multiples, prefixes = [], base = unit } = scale;
  const units = new Map([[unit, 1], ...Object.entries(multiples)]);
  const all = prefixes.flatMap((kind): [string, number][] => Object.entries(PREFIXES[kind]));
  const own = all.find(([prefix]) => `${prefix}${base}` === unit)?.[1] ?? 1;
  for (const [prefix, factor] of [['', 1] as const, ...all]) {
    const name = `${prefix}${base}`;
    if (prefixes.length > 0 && !units.has(name)) units.set(name, factor / own);
  }
  return units;
}

/** Whether a unit is its base, or that with one of the prefixes. */
export function isPrefixed(unit: string, base: string, prefixes: readonly Prefixes[]): boolean {
  const names = prefixes.flatMap((kind) => Object.keys(PREFIXES[kind]));
  return unit === base || names.some((prefix) => `${prefix}${base}` === unit);
}

/**
 * One of a unit: as the scale says, else by what English words do: “year” of “years”. Symbols such as
 * “GiB” stay as they are.
 */
export function singularOf({ singular = {} }: QuantityScale, unit: string): string {
  return singular[unit] ?? unit.replace(/(?<=[a-z]{3}(?<![siu]))s$/, '');
}

/**
 * A number with whichever marks between thousands and before decimals, where they leave no doubt.
 *
 * @returns undefined where it is no number, or could be two
 */
export function numberOf(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  // English thousands, then those of the continent, then a decimal comma.
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  const isContinental = /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(text);
  if (isContinental || /^\d+,\d+$/.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return undefined;
}

/**
 * The unit that a text names: as it is written, else in other letters where that leaves one, and one of
 * it as well as many.
 */
export function unitNamed(scale: QuantityScale, text: string): string | undefined {
  const units = [...unitsOf(scale).keys()];
  const names = (unit: string): string[] => [unit, singularOf(scale, unit)];
  const low = text.toLowerCase();
  const only = (found: readonly string[]): string | undefined =>
    new Set(found.map((unit) => unitsOf(scale).get(unit))).size === 1 ? found[0] : undefined;
  return (
    units.find((unit) => names(unit).includes(text)) ??
    only(units.filter((unit) => names(unit).some((name) => name.toLowerCase() === low)))
  );
}

/** The units whose names begin with a text, whatever its letters: “4g”. */
export function unitsBegun(scale: QuantityScale, text: string): readonly string[] {
  const low = text.toLowerCase();
  return [...unitsOf(scale).keys()].filter((unit) =>
    [unit, singularOf(scale, unit)].some((name) => name.toLowerCase().startsWith(low)),
  );
}

/** So many of a unit in the scale’s own, rounded to a millionth; undefined beyond what a link can write. */
export function inOwnUnit(scale: QuantityScale, number: number, unit: string): number | undefined {
  const value = number * (unitsOf(scale).get(unit) ?? NaN);
  // Larger numbers would be written with an exponent, which a link does not have.
  return value <= 1e15 ? Math.round(value * 1e6) / 1e6 : undefined;
}

/**
 * A number with or without a unit of the scale, in the scale’s own unit, rounded to a millionth; on a
 * scale of dates, a date.
 *
 * @returns null for an empty text, undefined for one that is no figure
 */
export function parseQuantity(
  scale: QuantityScale,
  text: string,
  end: FigureEnd = 'first',
): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const part = datePartOf(scale);
  if (part !== null) return figureOfDate(part, trimmed, end);
  // Spaces and the like between thousands are how some write “2 048”.
  const joined = trimmed.replace(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, '');
  const [, figure = '', rest = ''] = /^(\d+(?:[.,]\d+)*)(?![\d.,])(.*)$/s.exec(joined) ?? [];
  const number = numberOf(figure);
  const name = rest.trim();
  const unit = name === '' ? scale.unit : unitNamed(scale, name);
  return number === undefined || unit === undefined ? undefined : inOwnUnit(scale, number, unit);
}

/** A figure as links and programs write it, which `parseQuantity` reads: a number in the scale’s own unit, or a date. */
export function formatFigure(scale: QuantityScale, figure: number): string {
  const part = datePartOf(scale);
  return part === null ? String(figure) : dateOfFigure(part, figure);
}
