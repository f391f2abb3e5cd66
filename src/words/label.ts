/** The words in which ratings are shown, wherever they are shown. */

import { hasValue, type BareRating, type Evidence, type RatingState } from '../decision/rating.ts';
import { dateOfFigure, datePartOf } from '../decision/calendar.ts';
import { singularOf, unitsOf } from '../links/figure-text.ts';
import { dateInWords } from './dates.ts';
import { levelsOf, type QuantityScale, type Scale, type Value } from '../decision/scale.ts';

/** What stands in a cell that has no value. */
const STATE_LABELS: Readonly<Record<Exclude<RatingState, 'known' | 'partial'>, string>> = {
  unknown: 'Unknown',
  'not-applicable': 'Not applicable',
  unrated: 'Not rated yet',
};

/** All that can stand there. */
export const UNRATED_WORDS: readonly string[] = Object.values(STATE_LABELS);

/** What stands there of a set without members. */
export const EMPTY_SET = 'None';

export const EVIDENCE_LABELS: Readonly<Record<Evidence, string>> = {
  documented: 'Documented',
  measured: 'Measured',
  claimed: 'Claimed',
  inferred: 'Inferred',
};

/** The words for one value of a scale; sets and texts may be long. */
export function valueLabel(scale: Scale, value: Value): string {
  switch (scale.kind) {
    case 'ordinal':
    case 'choice':
    case 'set': {
      const slugs = Array.isArray(value) ? value : [value];
      const labels = levelsOf(scale)
        .filter((level) => slugs.includes(level.slug))
        .map((level) => level.label);
      return labels.length > 0 ? labels.join(', ') : EMPTY_SET;
    }
    case 'flag':
      return value === true ? 'Yes' : 'No';
    case 'quantity':
      return typeof value === 'number' ? formatQuantity(scale, value) : String(value);
    case 'text':
      return String(value);
  }
}

/** The words for a rating of any state: “2 GiB”, “Not applicable”, “Unknown, at least 3 nodes”. */
export function ratingLabel(scale: Scale, rating: BareRating): string {
  if (hasValue(rating)) return valueLabel(scale, rating.value);
  const label = STATE_LABELS[rating.state];
  return rating.state === 'unknown' ? [label, ...boundsLabel(scale, rating)].join(', ') : label;
}

/** What a source says of a figure that it does not give: “at least 3”; empty where it says nothing. */
function boundsLabel(
  scale: Scale,
  { atLeast, atMost }: Extract<BareRating, { readonly state: 'unknown' }>,
): readonly string[] {
  const [least, most] = isOfDates(scale) ? ['not before', 'not after'] : ['at least', 'at most'];
  return [
    ...(atLeast === undefined ? [] : [`${least} ${valueLabel(scale, atLeast)}`]),
    ...(atMost === undefined ? [] : [`${most} ${valueLabel(scale, atMost)}`]),
  ];
}

/** Whether the values of a scale are dates, which are earlier or later and not less or more. */
export const isOfDates = (scale: Scale): boolean =>
  scale.kind === 'quantity' && datePartOf(scale) !== null;

/** A value as programs read it: a figure in the unit of its scale, a date as YYYY-MM-DD or less of it. */
export function plainValue(scale: Scale, value: Value): Value {
  if (scale.kind !== 'quantity' || typeof value !== 'number') return value;
  const part = datePartOf(scale);
  return part === null ? value : dateOfFigure(part, value);
}

/** A quantity as it is shown: a date in words; rounded where its scale says how many digits are shown. */
export function formatQuantity(scale: QuantityScale, value: number): string {
  const { digits } = scale;
  if (digits === undefined || value === 0 || datePartOf(scale) !== null) {
    return formatExactly(scale, value);
  }
  const rounded = (n: number): number => Number(n.toPrecision(digits));
  // Of 1,023.9 KiB rounded to “1,020 KiB” the unit is looked for after rounding.
  const [unit = scale.unit, factor = 1] =
    unitsDownwards(scale).find(([, size]) => rounded(value / size) >= 1) ?? [];
  return inUnit(scale, rounded(value / factor), unit);
}

/**
 * A quantity in the largest unit in which it stays a number of at most one decimal place, exactly:
 * 2048 MiB is “2 GiB”, 2500 MiB stays “2,500 MiB”. So are anchors and what readers ask for told.
 */
export function formatExactly(scale: QuantityScale, value: number): string {
  const part = datePartOf(scale);
  if (part !== null) return dateInWords(dateOfFigure(part, value));
  const [unit = scale.unit, factor = 1] =
    unitsDownwards(scale).find(([, size]) => {
      const tenths = (value / size) * 10;
      return value >= size && Math.abs(tenths - Math.round(tenths)) < 1e-9;
    }) ?? [];
  return inUnit(scale, value / factor, unit);
}

/** The units of a scale with their sizes, the largest first; of two of one size, that which comes first. */
const unitsDownwards = (scale: QuantityScale): readonly (readonly [string, number])[] =>
  [...unitsOf(scale)].toSorted(([, a], [, b]) => b - a);

const inUnit = (scale: QuantityScale, number: number, unit: string): string => {
  const text = groupDigits(number);
  return `${text} ${text === '1' ? singularOf(scale, unit) : unit}`;
};

/** A number with commas between thousands, and as many decimals as it has: three at most, or three that tell. */
export function groupDigits(value: number): string {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.min(15, Math.max(3, 2 - magnitude));
  const fixed = value.toFixed(decimals).replace(/\.?0+$/, '');
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
