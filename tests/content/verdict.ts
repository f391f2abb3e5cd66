/** What the recommender answers to a profile, with few enough samples for thousands of them. */

import { concludedFrom, preferencesIn } from '../../src/decision/analysis.ts';
import type { Conclusion, Standing } from '../../src/decision/conclusion.ts';
import { candidateOf, type Candidate, type Option } from '../../src/decision/model.ts';
import { recommend, robustness, type Recommendation } from '../../src/decision/recommend.ts';
import type { AskState } from '../../src/links/ask.ts';
import { questionnaire } from './content.ts';

const { model } = questionnaire;
const SETTINGS = { samples: 1000, seed: 20_240_607, levels: 'order-only' } as const;

export interface Answered {
  readonly recommendation: Recommendation;
  readonly conclusion: Conclusion;
}

export function answerTo(state: AskState): Answered {
  const preferences = preferencesIn(questionnaire, state);
  const recommendation = recommend(model, preferences, state.strict);
  const robust = robustness(model, preferences, state.strict, SETTINGS);
  return {
    recommendation,
    conclusion: concludedFrom(questionnaire, state, preferences, recommendation, robust),
  };
}

export function optionOf(slug: string): Option {
  const found = model.options.find((o) => o.slug === slug);
  if (found === undefined) throw new Error(`There is no option ${slug}.`);
  return found;
}

/** What is rated of an option as one of its modes. */
export const standingCandidate = ({ option, mode }: Standing): Candidate => candidateOf(optionOf(option), mode);

/** All profiles that take one answer of each question; an empty answer leaves the question out. */
export function profiles(
  dimensions: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, string>>[] {
  return Object.entries(dimensions).reduce<readonly Readonly<Record<string, string>>[]>(
    (grid, [question, answers]) =>
      grid.flatMap((profile) =>
        answers.map((answer) => (answer === '' ? profile : { ...profile, [question]: answer })),
      ),
    [{}],
  );
}
