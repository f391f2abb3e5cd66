/** What rests on a source, and how much of it decides in scenarios. */

import { fieldCitations } from '../../src/comparison/cited-ids.ts';
import { ratingsOf, type Comparison, type Source } from '../../src/comparison/comparison.ts';
import { outcomeOf } from '../../src/decision/analysis.ts';
import { openRelease, questionnaireOf } from '../../src/links/release.ts';
import { currentRelease, scenarioState } from '../../src/outputs/recommender-props.ts';

export interface RestingRating {
  readonly option: string;
  readonly criterion: string;
  /** Null where the rating holds in every mode. */
  readonly mode: string | null;
  /** How much the criterion decides, summed over the scenarios: its share of the weight, and 1 where it is required. */
  readonly weight: number;
}

export interface Resting {
  /** Most decisive first. */
  readonly ratings: readonly RestingRating[];
  /** Sentences of options beside their ratings. */
  readonly sentences: number;
  /** The pages that cite it. */
  readonly pages: readonly string[];
  /** The weights of the ratings together. */
  readonly weight: number;
}

/** A function that tells of a source what rests on it. */
export function restingOn(comparison: Comparison): (source: Source) => Resting {
  const { options, criteria } = comparison;
  const weights = criterionWeights(comparison);
  return (source) => {
    const ratings = options
      .flatMap((option) =>
        criteria.flatMap((criterion) =>
          ratingsOf(option, criterion).flatMap(({ mode, rating }): RestingRating[] => {
            if (rating.state === 'unrated') return [];
            const denials = 'not' in rating ? (rating.not ?? []) : [];
            const ids = [...rating.sources, ...denials.flatMap((denial) => denial.sources)];
            if (!option.sources(ids).includes(source)) return [];
            const weight = weights.get(criterion.slug) ?? 0;
            return [
              { option: option.slug, criterion: criterion.slug, mode: mode?.slug ?? null, weight },
            ];
          }),
        ),
      )
      .toSorted((a, b) => b.weight - a.weight);
    const sentences = options.flatMap((option) => {
      const { ratings: _ratings, modes: _modes, ...rest } = option.data;
      const ids = fieldCitations(rest).map(({ id }) => id);
      return ids.filter((id) => option.sources([id]).includes(source));
    });
    return {
      ratings,
      sentences: sentences.length,
      pages: comparison.citedBy(source).map(({ name }) => name),
      weight: ratings.reduce((sum, { weight }) => sum + weight, 0),
    };
  };
}

function criterionWeights(comparison: Comparison): ReadonlyMap<string, number> {
  const questionnaire = questionnaireOf(openRelease(currentRelease(comparison)));
  const weights = new Map<string, number>();
  const add = (criterion: string, weight: number): void => {
    weights.set(criterion, (weights.get(criterion) ?? 0) + weight);
  };
  for (const scenario of comparison.scenarios) {
    const { recommendation, preferences } = outcomeOf(questionnaire, scenarioState(scenario, null));
    for (const { criteria, weight } of recommendation.factors) {
      for (const { slug } of criteria) add(slug, weight / criteria.length);
    }
    for (const criterion of new Set(preferences.requirements.map((r) => r.criterion))) {
      add(criterion, 1);
    }
  }
  return weights;
}
