/** The content, loaded once for the tests of its truths. */

import { contentDay } from '../../src/comparison/content-day.ts';
import { loadComparison } from '../../src/comparison/load.ts';
import type { Questionnaire } from '../../src/decision/analysis.ts';
import { EMPTY_ASK, type AskState } from '../../src/links/ask.ts';
import { openRelease } from '../../src/links/release.ts';
import { currentRelease } from '../../src/outputs/recommender-props.ts';
import { TESTED } from '../content-under-test.ts';


export const comparison = loadComparison({ directory: TESTED, today: contentDay(TESTED) });
export const release = openRelease(currentRelease(comparison));

/** The present options and questions, to be asked. */
export const questionnaire: Questionnaire = {
  model: release.model,
  questions: release.vocabulary.questions,
};

/** The state of a reader who gave these answers, one or several to a question, and nothing else. */
export function asked(answers: Readonly<Record<string, string | readonly string[]>>): AskState {
  const lists = Object.entries(answers).map(([question, given]) => [question, [given].flat()] as const);
  return { ...EMPTY_ASK, answers: Object.fromEntries(lists) };
}
