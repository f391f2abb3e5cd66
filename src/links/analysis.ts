/** All that a recommendation page shows for one state, computed from it alone. */

import type { Acceptability } from '../decision/acceptability.ts';
import { DEFAULT_SETTINGS } from '../decision/acceptability.ts';
import type { AskState } from './ask.ts';
import {
  decisiveOpenRatings,
  importanceSteps,
  weightFlips,
  withoutEachRequirement,
  type ImportanceStep,
  type OpenRating,
  type WeightFlip,
  type WithoutRequirement,
} from '../decision/change.ts';
import { preferencesOf, type Preferences } from '../decision/questionnaire.ts';
import { recommend, robustness, type Recommendation } from '../decision/recommend.ts';
import type { OpenedRelease } from './release.ts';

/** The answer itself: fast enough to compute at once. */
export interface Outcome {
  readonly preferences: Preferences;
  readonly recommendation: Recommendation;
}

/** What takes longer: how robust the answer is, and what would change it. */
export interface Analysis {
  readonly robust: Acceptability | null;
  readonly without: readonly WithoutRequirement[];
  readonly steps: readonly ImportanceStep[];
  readonly flips: readonly WeightFlip[];
  readonly open: readonly OpenRating[];
  /** Questions that are not answered and whose answer could not change the order of the options. */
  readonly moot: readonly string[];
}

export function outcomeOf({ model, vocabulary }: OpenedRelease, state: AskState): Outcome {
  const preferences = preferencesOf(vocabulary.questions, state.answers, state);
  return { preferences, recommendation: recommend(model, preferences, state.strict) };
}

export function analysisOf(release: OpenedRelease, state: AskState): Analysis {
  const { model } = release;
  const { preferences, recommendation } = outcomeOf(release, state);
  return {
    robust: robustness(model, preferences, recommendation, {
      ...DEFAULT_SETTINGS,
      levels: state.levels,
    }),
    without: withoutEachRequirement(model, preferences, state.strict),
    steps: importanceSteps(model, preferences, state.strict),
    flips: weightFlips(model, preferences, recommendation),
    open: decisiveOpenRatings(model, preferences, state.strict),
    moot: mootQuestions(release, state),
  };
}

/** Questions without an answer, none of whose answers would change who stands where. */
export function mootQuestions(release: OpenedRelease, state: AskState): readonly string[] {
  const standing = (answers: AskState['answers']): string => {
    const { recommendation: r } = outcomeOf(release, { ...state, answers });
    return JSON.stringify([
      r.proven.map((o) => o.option),
      r.ifConfirmed.map((o) => o.option),
      r.eliminated.map((o) => o.option).toSorted(),
    ]);
  };
  const now = standing(state.answers);
  return release.vocabulary.questions
    .filter((question) => state.answers[question.slug] === undefined)
    .filter((question) =>
      question.answers.every(
        (answer) => standing({ ...state.answers, [question.slug]: answer.slug }) === now,
      ),
    )
    .map((question) => question.slug);
}
