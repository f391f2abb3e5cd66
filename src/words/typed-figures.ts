/**
 * Figures of a criterion as people type them: “under 4 GiB”, “up to 4g”, “2–8 GB”, “1,5 GiB or more”.
 * Links have a grammar of their own, which is stricter; what is read here is written there in its one
 * canonical form, and told back to the reader in words.
 */

import { datePartOf } from '../decision/calendar.ts';
import { asTyped } from '../decision/filter.ts';
import { datesInDigits } from './dates.ts';
import { formatExactly } from './label.ts';
import {
  inOwnUnit,
  numberOf,
  parseQuantity,
  unitNamed,
  unitsBegun,
  unitsOf,
  type FigureEnd,
} from '../links/figure-text.ts';
import type { Clause } from '../decision/requirement.ts';
import { higherIsBetter, type QuantityScale } from '../decision/scale.ts';

/** What was read; clauses are empty for an empty text, and where there is a fault. */
export interface TypedFigures {
  readonly clauses: readonly Clause[];
  /** What is wrong and what would be understood, as a sentence or two; null where nothing is wrong. */
  readonly fault: string | null;
}

/** A number with what was written behind it. */
interface Amount {
  readonly number: number;
  readonly unit: string;
}

/** Both ends included, in the unit of the scale; null leaves an end open. */
interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

const AMOUNT = String.raw`(\d+(?:[.,]\d+)*)\s*([^\s\d.,<>=+-]*)`;
const ALONE = new RegExp(`^${AMOUNT}$`);
const BETWEEN = new RegExp(
  String.raw`^(?:between |from )?${AMOUNT}\s*(?:\.\.|-|to\b|and\b|until\b|up ?to\b)\s*${AMOUNT}$`,
  'i',
);
/** A date in digits, and two of them. A hyphen between two has spaces about it. */
const DATE = String.raw`(\d{4}(?:-\d{1,2}){0,2})`;
const BETWEEN_DATES = new RegExp(
  String.raw`^(?:between |from )?${DATE}\s*(?:\.\.| -+ |to\b|and\b|until\b|up ?to\b)\s*${DATE}$`,
);
const EXACTLY = /^(?:={1,2}|exactly\b|just\b|only\b)\s*/i;

/** Signs and words before or behind a figure that say which end it is. Those of one end lead to “at most”. */
const AT_MOST = [
  /^(?:<=?|=<|\.\.)\s*/i,
  /^(?:less than or equal to|(?:less|fewer|lower|smaller) than|under|below|before|up ?to|at most|max(?:imum)?\b\.?(?: of)?|(?:no|not) more than|not over|within|until|till|by|not after)(?:\b|(?<=\.))\s*/i,
  /\s*\b(?:or|and) (?:less|fewer|below|under|lower|smaller|earlier|before)$/i,
  /\s*\b(?:max(?:imum)?\.?|at most)$/i,
];
const AT_LEAST = [
  /^(?:>=?|=>)\s*/i,
  /^(?:greater than or equal to|(?:more|greater|larger|higher) than|over|above|after|since|at least|min(?:imum)?\b\.?(?: of)?|(?:no|not) less than|not under|not before|from)(?:\b|(?<=\.))\s*/i,
  /\s*\b(?:or|and) (?:more|above|over|up|upwards?|higher|larger|greater|later|after|newer)$/i,
  /\s*(?:\+|\.\.(?: ?max)?)$/i,
  /\s*\b(?:min(?:imum)?\.?|at least)$/i,
];

/** Where one thing ends and the next begins: “over 2 and under 8 GiB”, “>= 2 GiB, <= 8 GiB”. */
const NEXT =
  /\s*(?:;|,\s|\band\b(?! (?:less|fewer|below|under|lower|smaller|earlier|before|more|above|over|up|upwards?|higher|larger|greater|later|after|newer)$))\s*/i;

/** The longest text that is read: more is a page that was pasted. */
const LONGEST = 100;

/**
 * Reads what is asked of a quantity. A figure alone is “at most” where less is better, else “at least”;
 * “under” includes the figure itself, as people who say it mean. A figure without a unit is taken in that
 * unit of the scale in which it comes nearest to the figures that the scale expects. Never throws.
 */
export function readFigures(scale: QuantityScale, text: string): TypedFigures {
  const typed = asTyped(text.slice(0, LONGEST))
    .replace(/[≤⩽]/g, '<=')
    .replace(/[≥⩾]/g, '>=')
    .replaceAll('…', '..')
    .replace(/\s+/g, ' ')
    // Spaces and the like between thousands are how some write “2 048”.
    .replace(/(?<=\d)[ '_](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=[^.\s])[.!]$/, '')
    .trim();
  if (/^(?:any)?$/i.test(typed)) return { clauses: [], fault: null };
  const asked = datePartOf(scale) === null ? typed : datesInDigits(typed.toLowerCase());
  const range = readRange(scale, asked) ?? readAll(scale, asked.split(NEXT));
  if (range === null) {
    return {
      clauses: [],
      fault: `“${text.trim().slice(0, LONGEST)}” is not understood. ${helpOn(scale)}`,
    };
  }
  const { min, max } = range;
  if (min !== null && max !== null && min > max) {
    const [least, most] = [min, max].map((figure) => formatExactly(scale, figure));
    return { clauses: [], fault: `Nothing is at least ${least ?? ''} and at most ${most ?? ''}.` };
  }
  return { clauses: [{ kind: 'range', min, max }], fault: null };
}

/** What is understood, by example: “Write “512 MiB”, …”. */
function helpOn(scale: QuantityScale): string {
  const [low = '', high = ''] = [scale.best, scale.worst]
    .toSorted((a, b) => a - b)
    .map((figure) => formatExactly(scale, figure));
  if (datePartOf(scale) !== null)
    return `Write “until ${high}”, “since ${low}” or “${low} to ${high}”.`;
  return `Write “up to ${high}”, “at least ${low}” or “${low} to ${high}”. Units: ${[...unitsOf(scale).keys()].join(', ')}.`;
}

/** What all parts ask together; null if one of them cannot be read. */
function readAll(scale: QuantityScale, parts: readonly string[]): Range | null {
  let all: Range = { min: null, max: null };
  for (const part of parts) {
    const range = readRange(scale, part);
    if (range === null) return null;
    all = {
      min: range.min === null ? all.min : Math.max(all.min ?? range.min, range.min),
      max: range.max === null ? all.max : Math.min(all.max ?? range.max, range.max),
    };
  }
  return all;
}

function readRange(scale: QuantityScale, text: string): Range | null {
  const isFrom = higherIsBetter(scale);
  const alone = readAmount(scale, text, isFrom ? 'first' : 'last');
  if (alone !== null) return isFrom ? { min: alone, max: null } : { min: null, max: alone };
  const dates = datePartOf(scale) === null ? null : BETWEEN_DATES.exec(text);
  if (dates !== null) {
    const [, from = '', to = ''] = dates;
    const [min, max] = [parseQuantity(scale, from), parseQuantity(scale, to, 'last')];
    return min == null || max == null ? null : { min, max };
  }
  const between = BETWEEN.exec(text);
  if (between !== null) {
    const [, ...found] = between;
    return readSpan(scale, found);
  }
  const without = (sign: RegExp, end: FigureEnd): number | null =>
    sign.test(text) ? readAmount(scale, text.replace(sign, ''), end) : null;
  const exact = without(EXACTLY, 'first');
  if (exact !== null) return { min: exact, max: without(EXACTLY, 'last') };
  for (const sign of AT_MOST) {
    const max = without(sign, 'last');
    if (max !== null) return { min: null, max };
  }
  for (const sign of AT_LEAST) {
    const min = without(sign, 'first');
    if (min !== null) return { min, max: null };
  }
  return null;
}

/** “2 to 8 GiB”: a figure without a unit has that of the other, if the order of the two allows it. */
function readSpan(scale: QuantityScale, found: readonly (string | undefined)[]): Range | null {
  const [low = '', lowUnit = '', high = '', highUnit = ''] = found;
  const [first, last] = [numberOf(low), numberOf(high)];
  if (first === undefined || last === undefined) return null;
  const unit = lowUnit || highUnit || likelyUnit(scale, last);
  const max = valueOf(scale, { number: last, unit: highUnit || unit });
  const min = valueOf(scale, { number: first, unit: lowUnit || unit });
  if (min === null || max === null) return null;
  if (min <= max || lowUnit !== '') return { min, max };
  return { min: valueOf(scale, { number: first, unit: likelyUnit(scale, first) }), max };
}

function readAmount(scale: QuantityScale, text: string, end?: FigureEnd): number | null {
  if (datePartOf(scale) !== null) return parseQuantity(scale, text, end) ?? null;
  const [, figure, unit = ''] = ALONE.exec(text.trim()) ?? [];
  const number = figure === undefined ? undefined : numberOf(figure);
  if (number === undefined) return null;
  return valueOf(scale, { number, unit: unit || likelyUnit(scale, number) });
}

/**
 * A figure in the unit of the scale; null if its unit is none of the scale’s, or begins none: “4g”. Where it may be
 * several, as “mb” a million bytes and a thousandth of one, it is the likeliest.
 */
function valueOf(scale: QuantityScale, { number, unit }: Amount): number | null {
  const begun = unitsBegun(scale, unit);
  const named =
    unitNamed(scale, unit) ?? (begun.length > 0 ? likelyUnit(scale, number, begun) : undefined);
  return named === undefined ? null : (inOwnUnit(scale, number, named) ?? null);
}

/** The unit in which a number comes nearest to what lies between the anchors of the scale, as a ratio. */
function likelyUnit(
  scale: QuantityScale,
  number: number,
  among: readonly string[] = [...unitsOf(scale).keys()],
): string {
  const low = Math.min(scale.best, scale.worst);
  const high = Math.max(scale.best, scale.worst);
  const units = unitsOf(scale);
  const distance = (unit: string): number => {
    const value = number * (units.get(unit) ?? 1);
    if (value < low) return low / value;
    return value > high ? value / high : 1;
  };
  return among.reduce((best, unit) => (distance(unit) < distance(best) ? unit : best));
}
