/**
 * What differs most between two to five options, as typed claims of one criterion each. A claim holds
 * copies of all the cells that it speaks of, and its sentence is made from them and from nothing else.
 */

import { bestOf, differ } from '../decision/contrast.ts';
import { ratingOf, type Candidate, type Criterion } from '../decision/model.ts';
import { hasValue, type BareRating } from '../decision/rating.ts';
import { worth } from '../decision/scale.ts';
import { ratingLabel } from './label.ts';
import { listed } from './clause-words.ts';

/** One option, in one of its modes, by the name that readers see. */
export interface Side {
  readonly name: string;
  readonly candidate: Pick<Candidate, 'ratings'>;
}

/** What some options are rated on a criterion on which they differ. */
export interface Spread {
  readonly criterion: Criterion;
  readonly cited: readonly { readonly name: string; readonly rating: BareRating }[];
  /** The one that is better than each of the others; null where there is none. */
  readonly best: string | null;
}

/**
 * What is most worth saying of some options: where one is best and the others are farthest behind, then
 * other differences in what matters first.
 *
 * @param prominent the criteria, by slug, that come first where differences are equal; of others, only
 * those are told on which one is best
 * @param most at most so many claims
 */
export function spreadsOf(
  sides: readonly Side[],
  criteria: readonly Criterion[],
  prominent: readonly string[],
  most: number,
): readonly Spread[] {
  const place = ({ criterion }: Spread): number =>
    (prominent.indexOf(criterion.slug) + prominent.length + 1) % (prominent.length + 1);
  return criteria
    .flatMap((criterion): readonly (Spread & { readonly gap: number })[] => {
      const ratings = sides.map(({ candidate }) => ratingOf(candidate, criterion));
      // Texts differ in every word; they are for reading side by side.
      if (criterion.scale.kind === 'text' || !differ(criterion.scale, ratings)) return [];
      const best = sides[bestOf(criterion.scale, ratings).indexOf(true)]?.name ?? null;
      if (best === null && !prominent.includes(criterion.slug)) return [];
      const cited = sides.map(({ name }, i) => ({ name, rating: ratings[i] ?? UNRATED }));
      return [{ criterion, cited, best, gap: gapOf(criterion, ratings) }];
    })
    .toSorted(
      (a, b) =>
        Number(b.best !== null) - Number(a.best !== null) || b.gap - a.gap || place(a) - place(b),
    )
    .slice(0, most)
    .map(({ gap: _gap, ...spread }) => spread);
}

const UNRATED: BareRating = { state: 'unrated' };

/** How far the best and the worst of the values are apart, as a share of their scale. */
function gapOf({ scale }: Criterion, ratings: readonly BareRating[]): number {
  const worths = ratings.flatMap((r) => (hasValue(r) ? [worth(scale, r.value) ?? 0] : []));
  return worths.length < 2 ? 0 : Math.max(...worths) - Math.min(...worths);
}

/**
 * “1 GiB for A, 2 GiB (with caveats) for B and C. A rates best.” To follow the name of the criterion. What figures
 * mean is told where they do not mean the same.
 */
export function spreadText({ criterion: { scale }, cited, best }: Spread): string {
  const bases = new Set(cited.flatMap(({ rating: r }) => (hasValue(r) ? [r.basis] : [])));
  const labels = cited.map(({ rating }) => citedLabel(scale, rating, bases.size > 1));
  const groups = [...new Set(labels)].map((label) => {
    const names = cited.filter((_, i) => labels[i] === label).map(({ name }) => name);
    return `${label} for ${listed(names)}`;
  });
  const verdict = best === null ? '' : ` ${best} rates ${cited.length > 2 ? 'best' : 'better'}.`;
  return `${groups.join('; ')}.${verdict}`;
}

/** “2 GiB (documented minimum, with caveats)”, “not applicable”. */
export function citedLabel(
  scale: Criterion['scale'],
  rating: BareRating,
  tellsBasis = true,
): string {
  const label = ratingLabel(scale, rating);
  if (!hasValue(rating)) return label.charAt(0).toLowerCase() + label.slice(1);
  const basis =
    scale.kind === 'quantity' && tellsBasis
      ? scale.bases.find((b) => b.slug === rating.basis)?.label
      : undefined;
  const notes = [
    ...(basis === undefined ? [] : [basis]),
    ...(rating.state === 'partial' ? ['with caveats'] : []),
  ];
  return notes.length > 0 ? `${label} (${notes.join(', ')})` : label;
}
