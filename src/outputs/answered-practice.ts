/** What others had and chose, with what the site answers today. */

import type { Comparison, PracticeCase } from '../comparison/comparison.ts';
import { currentComparison } from '../comparison/current.ts';
import { analysisOf } from '../decision/analysis.ts';
import { namedFirst, SHORTLIST_LIMIT, type Conclusion } from '../decision/conclusion.ts';
import { EMPTY_ASK, formatAsk, type AskState } from '../links/ask.ts';
import { questionnaireOf } from '../links/release.ts';
import { PAGES } from '../links/routes.ts';
import { namesOf, type Names } from '../words/names.ts';
import type { Exit } from '../words/recommender-texts.ts';
import { currentRelease, openedCurrent, recommenderProps } from './recommender-props.ts';
import { href } from './urls.ts';

export interface AnsweredCase {
  readonly practiceCase: PracticeCase;
  readonly names: Names;
  readonly conclusion: Conclusion;
  /** What the answers are told where they mean that there may be nothing to choose; empty if there is. */
  readonly exits: readonly Exit[];
  /** Whether the answer is what the case says it must be. */
  readonly agrees: boolean;
  /** The answers as the query string of the recommender. */
  readonly query: string;
}

/** The answers of a case as the state of the recommender. */
export function caseState({ data }: PracticeCase, release: string | null): AskState {
  const answers = Object.entries(data.answers).map(([slug, given]) => [slug, [given].flat()]);
  return { ...EMPTY_ASK, on: release, answers: Object.fromEntries(answers) as AskState['answers'] };
}

/** Whether a conclusion is what a case says it must be. */
export function isExpected(
  { expected }: PracticeCase['data'],
  conclusion: Conclusion,
  exits: readonly Exit[],
): boolean {
  // One that would merely remain, since it has no future, is not put first.
  const isDeadEnd = 'active' in conclusion && !conclusion.active;
  const first = isDeadEnd ? [] : namedFirst(conclusion).map(({ option }) => option);
  switch (expected.kind) {
    case 'any-of':
      return (
        first.length <= SHORTLIST_LIMIT && expected.options.some((slug) => first.includes(slug))
      );
    case 'none-of':
      return !expected.options.some((slug) => first.includes(slug));
    case 'exit':
      return exits.length > 0;
  }
}

let answered: readonly AnsweredCase[] | undefined;

/** All cases with what the site answers, in their own order. */
export function answeredCases(): readonly AnsweredCase[] {
  if (import.meta.env.DEV) return answerAll(currentComparison());
  answered ??= answerAll(currentComparison());
  return answered;
}

function answerAll(comparison: Comparison): readonly AnsweredCase[] {
  const { practice, releases } = comparison;
  const current = currentRelease(comparison);
  const release = openedCurrent(comparison);
  const names = namesOf(release, recommenderProps(comparison, href(PAGES.home.path)));
  const isKept = releases.some(({ name }) => name === current.name);
  return practice.map((practiceCase) => {
    const state = caseState(practiceCase, isKept ? current.name : null);
    const { conclusion } = analysisOf(questionnaireOf(release), state);
    const exits = names.exits(state.answers);
    return {
      practiceCase,
      names,
      conclusion,
      exits,
      agrees: isExpected(practiceCase.data, conclusion, exits),
      query: formatAsk(release.vocabulary, state),
    };
  });
}
