/** The words in which ratings are shown, wherever they are shown. */

import { hasValue, type BareRating, type Evidence, type RatingState } from '../decision/rating.ts';
import { levelsOf, type QuantityScale, type Scale, type Value } from '../decision/scale.ts';

/** What stands in a cell that has no value. */
const STATE_LABELS: Readonly<Record<Exclude<RatingState, 'known' | 'partial'>, string>> = {
  unknown: 'Unknown',
  'not-applicable': 'Not applicable',
  unrated: 'Not rated yet',
};

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
      return labels.length > 0 ? labels.join(', ') : 'None';
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
  return [
    ...(atLeast === undefined ? [] : [`at least ${valueLabel(scale, atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${valueLabel(scale, atMost)}`]),
  ];
}

/**
 * A quantity in the largest unit in which it stays a number of at most one decimal place, exactly:
 * 2048 MiB is “2 GiB”, 2500 MiB stays “2,500 MiB”.
 */
export function formatQuantity(scale: QuantityScale, value: number): string {
  const units = Object.entries({ [scale.unit]: 1, ...scale.multiples })
    .filter(([, factor]) => {
      const tenths = (value / factor) * 10;
      return value >= factor && Math.abs(tenths - Math.round(tenths)) < 1e-9;
    })
    .toSorted(([, a], [, b]) => b - a);
  const [unit, factor] = units[0] ?? [scale.unit, 1];
  return `${groupDigits(value / factor)} ${value === factor ? singular(unit) : unit}`;
}

/** One of a unit that is a word: “year” of “years”; symbols such as “GiB” stay as they are. */
const singular = (unit: string): string => unit.replace(/(?<=[a-z]{2})s$/, '');

/** A number with commas between thousands, and as many decimals as it has, three at most. */
export function groupDigits(value: number): string {
  const [whole = '', fraction] = String(Number(value.toFixed(3))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
