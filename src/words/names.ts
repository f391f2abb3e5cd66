/** Names for the slugs of a release. */

import type { NameOf } from './sentences.ts';
import type { OpenedRelease } from '../links/release.ts';
import type { RecommenderProps } from './recommender-texts.ts';

export interface Names {
  readonly option: NameOf;
  /** A criterion or family. */
  readonly factor: NameOf;
  readonly question: NameOf;
  /** The text of an answer, by question and answer. */
  readonly answer: (question: string, answer: string) => string;
}

export const NEUTRAL_TEXTS: Readonly<Record<string, string>> = {
  'dont-know': 'Don’t know',
  'does-not-matter': 'Doesn’t matter',
};

export function namesOf(
  { model }: OpenedRelease,
  { questions, families }: Pick<RecommenderProps, 'questions' | 'families'>,
): Names {
  const options = new Map(model.options.map((o) => [o.slug, o.name]));
  const criteria = new Map(model.criteria.map((c) => [c.slug, c.name]));
  const asked = new Map(questions.map((q) => [q.slug, q]));
  return {
    option: (slug) => options.get(slug) ?? slug,
    factor: (slug) => families[slug] ?? criteria.get(slug) ?? slug,
    question: (slug) => asked.get(slug)?.question ?? slug,
    answer: (question, answer) =>
      asked.get(question)?.answers.find((a) => a.slug === answer)?.text ??
      NEUTRAL_TEXTS[answer] ??
      answer,
  };
}
