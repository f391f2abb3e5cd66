/** Content in the terms of the decision core. */

import { parseClauses } from '../links/clause-text.ts';
import type { Option } from '../decision/model.ts';
import type { Question } from '../decision/questionnaire.ts';
import type { Rating } from '../decision/rating.ts';
import type { Entry } from './content.ts';
import type { CriterionData } from './schemas/criterion.ts';
import type { OptionData, RatingData } from './schemas/option.ts';
import type { QuestionData } from './schemas/question.ts';

/** A rating with its state spelled out. */
export function toRating(data: RatingData): Rating {
  return 'value' in data && data.state !== 'partial' ? { ...data, state: 'known' } : data;
}

export function toRatings(data: OptionData): Readonly<Record<string, Rating>> {
  return Object.fromEntries(
    Object.entries(data.ratings).map(([slug, rating]) => [slug, toRating(rating)]),
  );
}

export function toOption({ slug, data }: Entry<OptionData>): Option {
  return { slug, name: data.name, ratings: toRatings(data) };
}

/** A question with its requirements read; what cannot be read was told by the checks. */
export function toQuestion(
  { slug, data }: Entry<QuestionData>,
  criteria: readonly Entry<CriterionData>[],
): Question {
  return {
    slug,
    formerSlugs: data.formerSlugs,
    answers: data.answers.map((answer) => ({
      slug: answer.slug,
      requires: Object.entries(answer.requires).flatMap(([criterion, text]) => {
        const entry = criteria.find((c) => c.slug === criterion);
        if (entry === undefined) return [];
        const { clauses } = parseClauses({ slug: criterion, ...entry.data }, text);
        return [{ criterion, clauses }];
      }),
      weighs: Object.entries(answer.weighs).map(([factor, steps]) => ({ factor, steps })),
      wants: Object.entries(answer.wants).map(([criterion, members]) => ({ criterion, members })),
    })),
  };
}
