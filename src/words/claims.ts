/**
 * What can be said of two options side by side, as typed claims. A claim holds copies of the cells
 * that it speaks of, and its sentence is made from them and from nothing else: where a cell changes,
 * the claim changes or goes.
 */

import { contrast } from '../decision/contrast.ts';
import { ratingOf, type Criterion, type Option } from '../decision/model.ts';
import { hasValue, type BareRating } from '../decision/rating.ts';
import { worth, type Value } from '../decision/scale.ts';
import { counted, type NameOf } from './sentences.ts';
import { citedLabel } from './spread-claims.ts';

type Valued = Extract<BareRating, { readonly value: Value }>;
type Valueless = Exclude<BareRating, Valued>;

/** An option as it is at rest: in its first mode, where it has several. */
type AtRest = Pick<Option, 'slug' | 'ratings'>;

/** One rating as a claim cites it. */
export interface Cited<R extends BareRating = BareRating> {
  readonly option: string;
  readonly rating: R;
}

/** Of all criteria, on how many the first rates better, on how many the second, and where they tie. */
export interface Tallied {
  readonly kind: 'tally';
  readonly options: readonly [string, string];
  readonly better: readonly [number, number];
  readonly same: number;
  readonly total: number;
}

export interface RatedBetter {
  readonly kind: 'better';
  readonly criterion: Criterion;
  readonly better: Cited<Valued>;
  readonly worse: Cited<Valued>;
}

/** Both have a value, and neither is the better. */
export interface Different {
  readonly kind: 'different';
  readonly criterion: Criterion;
  readonly cited: readonly [Cited<Valued>, Cited<Valued>];
}

/** One has a value, and of the other it is unknown, or does not apply. */
export interface OneSided {
  readonly kind: 'one-sided';
  readonly criterion: Criterion;
  readonly known: Cited<Valued>;
  readonly other: Cited<Valueless>;
}

export type Claim = Tallied | RatedBetter | Different | OneSided;

export interface ClaimChoice {
  /** At most so many of each kind. */
  readonly better: number;
  readonly different: number;
  readonly oneSided: number;
  /** The criteria that matter first where differences are equal; other kinds speak of no others. */
  readonly prominent: readonly string[];
}

/** What is most worth saying of two options, the tally first, then the largest differences. */
export function claimsOf(
  a: AtRest,
  b: AtRest,
  criteria: readonly Criterion[],
  choice: ClaimChoice,
): readonly Claim[] {
  const isProminent = ({ slug }: Criterion): boolean => choice.prominent.includes(slug);
  const ordered = [
    ...choice.prominent.flatMap((slug) => criteria.filter((c) => c.slug === slug)),
    ...criteria.filter((c) => !isProminent(c)),
  ];
  const better = ordered
    .flatMap((criterion) => ratedBetter(a, b, criterion))
    .toSorted((x, y) => gap(y) - gap(x));
  const prominent = ordered.filter(isProminent);
  return [
    tallied(a, b, criteria),
    ...better.slice(0, choice.better),
    ...prominent.flatMap((c) => different(a, b, c)).slice(0, choice.different),
    ...prominent.flatMap((c) => oneSided(a, b, c)).slice(0, choice.oneSided),
  ];
}

function tallied(a: AtRest, b: AtRest, criteria: readonly Criterion[]): Tallied {
  const contrasts = criteria.map((c) => contrast(c.scale, ratingOf(a, c), ratingOf(b, c)));
  const count = (wanted: string): number => contrasts.filter((c) => c === wanted).length;
  return {
    kind: 'tally',
    options: [a.slug, b.slug],
    better: [count('better'), count('worse')],
    same: count('same'),
    total: criteria.length,
  };
}

/** What two options have on a criterion, where both have a value. */
function bothValued(
  a: AtRest,
  b: AtRest,
  criterion: Criterion,
): readonly [Cited<Valued>, Cited<Valued>] | null {
  const [x, y] = [ratingOf(a, criterion), ratingOf(b, criterion)];
  if (!hasValue(x) || !hasValue(y)) return null;
  return [
    { option: a.slug, rating: x },
    { option: b.slug, rating: y },
  ];
}

function ratedBetter(a: AtRest, b: AtRest, criterion: Criterion): readonly RatedBetter[] {
  const cited = bothValued(a, b, criterion);
  if (cited === null) return [];
  const [x, y] = cited;
  switch (contrast(criterion.scale, x.rating, y.rating)) {
    case 'better':
      return [{ kind: 'better', criterion, better: x, worse: y }];
    case 'worse':
      return [{ kind: 'better', criterion, better: y, worse: x }];
    default:
      return [];
  }
}

/** How far apart two ratings are, as a share of their scale. */
function gap({ criterion: { scale }, better, worse }: RatedBetter): number {
  return (worth(scale, better.rating.value) ?? 0) - (worth(scale, worse.rating.value) ?? 0);
}

/** Texts differ in every word; they are for reading side by side. */
function different(a: AtRest, b: AtRest, criterion: Criterion): readonly Different[] {
  const cited = bothValued(a, b, criterion);
  if (cited === null || criterion.scale.kind === 'text') return [];
  const [x, y] = cited;
  if (contrast(criterion.scale, x.rating, y.rating) !== 'different') return [];
  return [{ kind: 'different', criterion, cited }];
}

function oneSided(a: AtRest, b: AtRest, criterion: Criterion): readonly OneSided[] {
  if (criterion.scale.kind === 'text') return [];
  const [x, y] = [ratingOf(a, criterion), ratingOf(b, criterion)];
  const claim = (known: Cited<Valued>, other: Cited<Valueless>): readonly OneSided[] => [
    { kind: 'one-sided', criterion, known, other },
  ];
  if (hasValue(x) && !hasValue(y)) {
    return claim({ option: a.slug, rating: x }, { option: b.slug, rating: y });
  }
  if (hasValue(y) && !hasValue(x)) {
    return claim({ option: b.slug, rating: y }, { option: a.slug, rating: x });
  }
  return [];
}

/** The claim as a sentence. */
export function claimText(claim: Claim, nameOf: NameOf): string {
  switch (claim.kind) {
    case 'tally': {
      const { options, better, same, total } = claim;
      const [a, b] = options;
      return `${nameOf(a)} rates better on ${String(better[0])} of ${counted(total, 'criterion', 'criteria')}, ${nameOf(b)} on ${String(better[1])}; on ${String(same)} they rate the same.`;
    }
    case 'better': {
      const { criterion, better, worse } = claim;
      return `${criterion.name}: ${cited(criterion, better, nameOf)} against ${cited(criterion, worse, nameOf)}, so ${nameOf(better.option)} rates better.`;
    }
    case 'different': {
      const { criterion } = claim;
      return `${criterion.name}: ${claim.cited.map((c) => cited(criterion, c, nameOf)).join(', ')}.`;
    }
    case 'one-sided': {
      const { criterion, known, other } = claim;
      const missing = {
        'not-applicable': 'it does not apply to',
        unknown: 'it is unknown for',
        unrated: 'nobody has rated it yet for',
      }[other.rating.state];
      return `${criterion.name}: ${cited(criterion, known, nameOf)}; ${missing} ${nameOf(other.option)}.`;
    }
  }
}

function cited({ scale }: Criterion, { option, rating }: Cited<Valued>, nameOf: NameOf): string {
  return `${citedLabel(scale, rating)} for ${nameOf(option)}`;
}
