/** What is told where an answer means that none of this may be needed. */

import type { Answers } from '../decision/questionnaire.ts';
import type { Exit, QuestionTexts } from './recommender-texts.ts';

/** The words that lead from an exit to its guide. */
export const INSTEAD = 'What there is instead';

/** The exits of answers, in the order of the questions; none if there is something to choose. */
export function exitsOf(
  questions: readonly Pick<QuestionTexts, 'slug' | 'answers'>[],
  answers: Answers,
): readonly Exit[] {
  return questions.flatMap(({ slug, answers: offered }) =>
    offered.flatMap(({ slug: answer, exit }) =>
      exit !== null && answers[slug]?.includes(answer) === true ? [exit] : [],
    ),
  );
}
