/** Warnings about figures: beyond the anchors of their scale, or far from all others. */

import { datePartOf } from '../../decision/calendar.ts';
import { hasValue } from '../../decision/rating.ts';
import { higherIsBetter, type QuantityScale } from '../../decision/scale.ts';
import { listed } from '../../words/clause-words.ts';
import { formatExactly } from '../../words/label.ts';
import { counted } from '../../words/sentences.ts';
import type { Comparison, Criterion } from '../comparison.ts';
import type { Warning } from './warning.ts';
import { ratedPlaces, ratingWarning, type RatedPlace } from './rated-places.ts';

type Found = readonly Omit<Warning, 'rule'>[];

interface Figure {
  readonly place: RatedPlace;
  readonly value: number;
}

/** The figures of one criterion. */
interface Figures {
  readonly criterion: Criterion;
  readonly scale: QuantityScale;
  readonly figures: readonly Figure[];
}

function quantities(comparison: Comparison): readonly Figures[] {
  const places = ratedPlaces(comparison);
  return comparison.criteria.flatMap((criterion) => {
    const { scale } = criterion;
    if (scale.kind !== 'quantity') return [];
    const figures = places.flatMap((place): Figure[] =>
      place.criterion === criterion &&
      hasValue(place.rating) &&
      typeof place.rating.value === 'number'
        ? [{ place, value: place.rating.value }]
        : [],
    );
    return [{ criterion, scale, figures }];
  });
}

/** Figures beyond an anchor: a scale that many leave tells them no longer apart. */
export function beyondAnchors(comparison: Comparison): Found {
  return quantities(comparison).flatMap(({ criterion, scale, figures }) =>
    (['best', 'worst'] as const).flatMap((end) => {
      const isAbove = (end === 'best') === higherIsBetter(scale);
      const beyond = figures.filter(({ value }) =>
        isAbove ? value > scale[end] : value < scale[end],
      );
      if (beyond.length === 0) return [];
      const names = [...new Set(beyond.map(({ place }) => place.option.name))];
      const which = counted(beyond.length, 'figure lies', 'figures lie');
      return [
        {
          file: criterion.file,
          line: null,
          option: null,
          criterion: criterion.slug,
          source: null,
          text: `${criterion.name}: ${which} beyond the ${end} anchor, ${formatExactly(scale, scale[end])}, and count${beyond.length === 1 ? 's' : ''} as that: ${listed(names)}.`,
        },
      ];
    }),
  );
}

/** How many other figures there must be before one can be odd among them. */
const LEAST_OTHERS = 4;

/** How far a figure must be from what is usual to be odd: by this factor, and by five times the spread. */
const ODD_FACTOR = 100;
const ODD_SPREADS = 5;
/** Nor is it odd where another option has one within this factor. */
const ALIKE_FACTOR = 2;
/** The same for dates, in years. */
const ODD_YEARS = 50;
const ALIKE_YEARS = 5;

/** Figures that are far from the others even for a scale whose figures lie far apart. */
export function implausibleFigures(comparison: Comparison): Found {
  return quantities(comparison).flatMap(({ scale, figures }) => {
    const part = datePartOf(scale);
    const at = part === null ? Math.log : (value: number): number => value;
    const apart = (factor: number, years: number): number =>
      part === null ? Math.log(factor) : years * { day: 365, month: 12, year: 1 }[part];
    // No number is so many times nothing.
    const known = part === null ? figures.filter(({ value }) => value > 0) : figures;
    const alike = apart(ALIKE_FACTOR, ALIKE_YEARS);
    const inOrder = known.toSorted((a, b) => a.value - b.value);
    /** Whether the next figure of another option, in one direction, is far away. */
    const isFarFrom = (figure: (typeof known)[number], step: 1 | -1): boolean => {
      let i = inOrder.indexOf(figure) + step;
      while (inOrder[i]?.place.option === figure.place.option) i += step;
      const next = inOrder[i];
      return next === undefined || Math.abs(at(next.value) - at(figure.value)) > alike;
    };
    // Of many figures few lie alone, and only these are held against all others.
    const alone = known.filter((figure) => isFarFrom(figure, 1) && isFarFrom(figure, -1));
    return alone.flatMap((figure) => {
      const others = known.filter(({ place }) => place.option !== figure.place.option);
      if (others.length < LEAST_OTHERS) return [];
      const middle = median(others.map(({ value }) => at(value)));
      const spread = median(others.map(({ value }) => Math.abs(at(value) - middle)));
      const odd = Math.max(apart(ODD_FACTOR, ODD_YEARS), ODD_SPREADS * spread);
      if (Math.abs(at(figure.value) - middle) < odd) return [];
      const usual = others.toSorted(
        (a, b) => Math.abs(at(a.value) - middle) - Math.abs(at(b.value) - middle),
      )[0]?.value;
      return [
        ratingWarning(
          figure.place,
          `${figure.place.subject} is ${formatExactly(scale, figure.value)}, where the others are about ${formatExactly(scale, usual ?? figure.value)}. Is it in another unit?`,
        ),
      ];
    });
  });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
