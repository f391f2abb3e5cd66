/** Names for the slugs of a release. */

import type { NameOf } from './sentences.ts';
import { exitsOf } from './exits.ts';
import type { Answers } from '../decision/questionnaire.ts';
import type { OpenedRelease } from '../links/release.ts';
import type { Exit, RecommenderProps } from './recommender-texts.ts';

export interface Names {
  /** The language of the content, as a tag: how names are put in order. */
  readonly language: string;
  readonly option: NameOf;
  /** The name of a mode of an option, as it reads after “as”. */
  readonly mode: (option: string, mode: string) => string;
  /** The lifecycle of an option in a word, in lower case; null where it is simply current. */
  readonly status: (option: string) => string | null;
  /** What an option is whose lifecycle is current, to follow “nothing that is”. */
  readonly current: string;
  /** Who can be asked about an option, to follow “the”. */
  readonly maker: string;
  /** A criterion or family. */
  readonly factor: NameOf;
  readonly question: NameOf;
  /** How content says that a criterion is not met; see `shortfallText`. */
  readonly shortfall: (criterion: string) => string | null;
  /** The text of an answer, by question and answer. */
  readonly answer: (question: string, answer: string) => string;
  /** What is told where answers mean that none of this may be needed. */
  readonly exits: (answers: Answers) => readonly Exit[];
}

export const NEUTRAL_TEXTS: Readonly<Record<string, string>> = {
  'dont-know': 'Don’t know',
  'does-not-matter': 'Doesn’t matter',
};

export function namesOf(
  { model }: OpenedRelease,
  {
    questions,
    families,
    options: texts,
    shortfalls,
    language,
    current,
    maker,
  }: Pick<
    RecommenderProps,
    'questions' | 'families' | 'options' | 'shortfalls' | 'language' | 'current' | 'maker'
  >,
): Names {
  const options = new Map(model.options.map((o) => [o.slug, o.name]));
  const criteria = new Map(model.criteria.map((c) => [c.slug, c.name]));
  const asked = new Map(questions.map((q) => [q.slug, q]));
  return {
    language,
    current,
    maker,
    option: (slug) => options.get(slug) ?? slug,
    mode: (option, mode) =>
      model.options.find((o) => o.slug === option)?.modes.find((m) => m.slug === mode)?.name ??
      mode,
    status: (slug) => texts[slug]?.status?.toLowerCase() ?? null,
    factor: (slug) => families[slug] ?? criteria.get(slug) ?? slug,
    shortfall: (slug) => shortfalls[slug] ?? null,
    question: (slug) => asked.get(slug)?.question ?? slug,
    answer: (question, answer) =>
      asked.get(question)?.answers.find((a) => a.slug === answer)?.text ??
      NEUTRAL_TEXTS[answer] ??
      answer,
    exits: (answers) => exitsOf(questions, answers),
  };
}
