/** What laws are about: where an option stands, and how often it is on top. */

import type { DecisionModel } from '../../../src/decision/evaluation.ts';
import type { Option } from '../../../src/decision/model.ts';
import { recommend, robustness, type Recommendation } from '../../../src/decision/recommend.ts';
import type { Situation } from './arbitrary.ts';

export const FEW = { samples: 200, seed: 3, levels: 'order-only' } as const;

/** Band (0 proven, 1 to be confirmed, 2 eliminated), then rank: less is better. */
export function placeIn(recommendation: Recommendation, option: string): readonly [number, number] {
  const { proven, ifConfirmed } = recommendation;
  for (const [band, list] of [proven, ifConfirmed].entries()) {
    const rank = list.find((r) => r.option === option)?.rank;
    if (rank !== undefined) return [band, rank];
  }
  return [2, 0];
}

export const recommended = ({ model, preferences, strict }: Situation): Recommendation =>
  recommend(model, preferences, strict);

/** The top share of an option: 0 outside the leading band, 1 where it is alone there. */
export function topShareIn(given: Situation, option: string): number {
  const { model, preferences, strict } = given;
  const recommendation = recommended(given);
  const leading = recommendation.proven.length > 0 ? 0 : 1;
  if (placeIn(recommendation, option)[0] !== leading) return 0;
  const robust = robustness(model, preferences, strict, FEW);
  return robust?.topShares[robust.options.indexOf(option)] ?? 1;
}

/** By option, in alphabetical order: band, rank, score and top share; what no permutation may change. */
export function figuresOf(given: Situation): unknown {
  const { model, preferences, strict } = given;
  const recommendation = recommended(given);
  const robust = robustness(model, preferences, strict, FEW);
  const scores = new Map(
    [...recommendation.proven, ...recommendation.ifConfirmed, ...recommendation.eliminated].map(
      ({ option, score }) => [option, score],
    ),
  );
  return model.options
    .map(({ slug }) => {
      const i = robust?.options.indexOf(slug) ?? -1;
      return {
        slug,
        place: placeIn(recommendation, slug),
        score: scores.get(slug),
        topShare: robust?.topShares[i],
        ranks: robust?.ranks[i],
        dominator: recommendation.dominators.get(slug),
      };
    })
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Compares two places: below zero if the first is better. */
export const comparePlaces = (
  [bandA, rankA]: readonly [number, number],
  [bandB, rankB]: readonly [number, number],
): number => bandA - bandB || rankA - rankB;

/** A situation with other options. */
export const withOptions = (given: Situation, options: readonly Option[]): Situation => ({
  ...given,
  model: { ...given.model, options } satisfies DecisionModel,
});
