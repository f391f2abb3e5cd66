/** What the answers that are given do to the result as it is. */

import type { Questionnaire } from './analysis.ts';
import { preferencesIn } from './analysis.ts';
import { evaluationOf, type Standings } from './evaluation.ts';
import type { Asked } from './questionnaire.ts';

/** Whether an answer rules options out, only changes how they score, or does neither beside the others. */
export type AnswerEffect = 'rules-out' | 'ranks' | 'nothing';

/** By question that is answered, what its answers do beside all the others. */
export function answerEffects(
  questionnaire: Questionnaire,
  asked: Asked,
): Readonly<Record<string, AnswerEffect>> {
  const evaluation = evaluationOf(questionnaire.model);
  const standings = (given: Asked): Standings =>
    evaluation.standings(preferencesIn(questionnaire, given), given.strict);
  const now = standings(asked);
  return Object.fromEntries(
    Object.keys(asked.answers).map((question): [string, AnswerEffect] => {
      const { [question]: _own, ...others } = asked.answers;
      const without = standings({ ...asked, answers: others });
      if (isDifferent(now.band, without.band)) return [question, 'rules-out'];
      return [question, isDifferent(now.scores, without.scores) ? 'ranks' : 'nothing'];
    }),
  );
}

const isDifferent = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  Array.from(a).some((value, i) => value !== b[i]);
