/** The real content, loaded once for the tests of its truths. */

import { resolve } from 'node:path';
import { contentDay } from '../../src/comparison/content-day.ts';
import { loadComparison } from '../../src/comparison/load.ts';
import type { Questionnaire } from '../../src/decision/analysis.ts';
import { EMPTY_ASK, type AskState } from '../../src/links/ask.ts';
import { openRelease } from '../../src/links/release.ts';
import { currentRelease } from '../../src/outputs/recommender-props.ts';

const directory = resolve(import.meta.dirname, '../../content');

export const comparison = loadComparison({ directory, today: contentDay(directory) });
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
