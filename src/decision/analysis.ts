/** All that a recommendation page shows for one state, computed from it alone. */

import { DEFAULT_SETTINGS, type Acceptability } from './acceptability.ts';
import {
  decisiveOpenRatings,
  importanceSteps,
  withoutEachRequirement,
  type ImportanceStep,
  type OpenRating,
  type WithoutRequirement,
} from './change.ts';
import { conclusionOf, type Conclusion } from './conclusion.ts';
import type { DecisionModel } from './evaluation.ts';
import { wholeOf, type InParts } from './in-parts.ts';
import { likelyAnswers } from './likely-answer.ts';
import { nextQuestionsInParts, type QuestionWorth } from './next-question.ts';
import { preferencesOf, type Asked, type Preferences, type Question } from './questionnaire.ts';
import { recommend, robustness, type Recommendation } from './recommend.ts';
import { weightFlips, type WeightFlip } from './weight-flip.ts';

/** What is asked: a model, by questions about it. */
export interface Questionnaire {
  readonly model: DecisionModel;
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
}

/** The answer itself: fast enough to compute at once. */
export interface Outcome {
  readonly preferences: Preferences;
  readonly recommendation: Recommendation;
  /** The verdict by scores alone, until samples are there. */
  readonly conclusion: Conclusion;
  /** What is worth asking next, most useful first. */
  readonly next: readonly QuestionWorth[];
}

/** What takes longer: how robust the answer is, and what would change it. */
export interface Analysis {
  readonly robust: Acceptability | null;
  readonly conclusion: Conclusion;
  readonly without: readonly WithoutRequirement[];
  readonly steps: readonly ImportanceStep[];
  readonly flips: readonly WeightFlip[];
  readonly open: readonly OpenRating[];
}

/** The preferences that answers and what is set by hand amount to. */
export function preferencesIn({ model, questions }: Questionnaire, asked: Asked): Preferences {
  const scales = new Map(model.criteria.map(({ slug, scale }) => [slug, scale]));
  return preferencesOf(questions, asked.answers, asked, (slug) => scales.get(slug));
}

/** Whether anything that could tell options apart was answered or set by hand. */
export function isAsked({ requirements, importances }: Preferences): boolean {
  return requirements.length > 0 || Object.values(importances).some((level) => level !== 'ignore');
}

/** The verdict on a recommendation: by shares where they were sampled, else by scores alone. */
export function concludedFrom(
  questionnaire: Questionnaire,
  asked: Asked,
  preferences: Preferences,
  recommendation: Recommendation,
  robust: Acceptability | null,
): Conclusion {
  const { model, questions } = questionnaire;
  return conclusionOf(
    model,
    preferences,
    recommendation,
    robust,
    isAsked(preferences),
    likelyAnswers(model, questions, asked),
  );
}

export function outcomeOf(questionnaire: Questionnaire, asked: Asked): Outcome {
  return wholeOf(outcomeInParts(questionnaire, asked));
}

/** The answer in parts. What it comes to may be asked for again: most of it is remembered with the model. */
export function* outcomeInParts(questionnaire: Questionnaire, asked: Asked): InParts<Outcome> {
  const { model, questions } = questionnaire;
  const preferences = preferencesIn(questionnaire, asked);
  yield;
  const recommendation = recommend(model, preferences, asked.strict);
  yield;
  const conclusion = concludedFrom(questionnaire, asked, preferences, recommendation, null);
  return {
    preferences,
    recommendation,
    conclusion,
    next: yield* nextQuestionsInParts(model, questions, asked.answers, asked, asked.strict),
  };
}

export function analysisOf(questionnaire: Questionnaire, asked: Asked): Analysis {
  const { model } = questionnaire;
  const { strict, levels } = asked;
  const preferences = preferencesIn(questionnaire, asked);
  const recommendation = recommend(model, preferences, strict);
  const robust = robustness(model, preferences, strict, { ...DEFAULT_SETTINGS, levels });
  return {
    robust,
    conclusion: concludedFrom(questionnaire, asked, preferences, recommendation, robust),
    without: withoutEachRequirement(model, preferences, strict),
    steps: importanceSteps(model, preferences, strict),
    flips: weightFlips(model, preferences, recommendation),
    open: decisiveOpenRatings(model, preferences, strict),
  };
}
