/**
 * Answers that have not been given yet and that most readers would give: as long as one of them would
 * rule out whatever leads, it is too early to name a leader.
 */

import { evaluationOf, type DecisionModel } from './evaluation.ts';
import {
  NEUTRAL_ANSWERS,
  preferencesOf,
  type Answers,
  type Asked,
  type Preferences,
  type Question,
} from './questionnaire.ts';

/** An answer more likely than all others to its question together, and what it would rule out. */
export interface LikelyAnswer {
  readonly question: string;
  readonly answer: string;
  /** Options that nothing rules out yet, and that this would. */
  readonly eliminates: ReadonlySet<string>;
}

/**
 * The likely answers to questions that are open, in the order of the questions. An answer tells
 * nothing new where something is required already of all that it speaks of, by another answer or by
 * hand; nor does one that would leave no option.
 */
export function likelyAnswers(
  model: DecisionModel,
  questions: readonly Question[],
  asked: Asked,
): readonly LikelyAnswer[] {
  const evaluation = evaluationOf(model);
  const preferencesWith = (answers: Answers): Preferences =>
    preferencesOf(questions, answers, asked, (slug) => evaluation.criterion(slug)?.scale);
  const now = preferencesWith(asked.answers);
  const settled = new Set([...now.requirements, ...asked.requirements].map((r) => r.criterion));
  const { band } = evaluation.standings(now, asked.strict);
  return questions.flatMap(({ slug: question, answers }): readonly LikelyAnswer[] => {
    if (asked.answers[question]?.includes(NOT_KNOWN) === false) return [];
    const all = answers.reduce((sum, { likelihood }) => sum + likelihood, 0);
    // Of a question with one answer alone, nothing says how often it is given.
    const likely = answers.find(({ likelihood }) => likelihood * 2 > all && likelihood < all);
    if (likely === undefined || likely.requires.every((r) => settled.has(r.criterion))) return [];
    const supposed = preferencesWith({ ...asked.answers, [question]: [likely.slug] });
    const then = evaluation.standings(supposed, asked.strict).band;
    if (then.every((place) => place === OUT)) return [];
    const eliminates = evaluation.options.filter((_, o) => band[o] !== OUT && then[o] === OUT);
    return [{ question, answer: likely.slug, eliminates: new Set(eliminates) }];
  });
}

/** The answer with which a question stays open. */
const [NOT_KNOWN] = NEUTRAL_ANSWERS;

/** The place of an option that does not meet what is required; see `Standings`. */
const OUT = 2;
