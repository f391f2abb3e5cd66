/** Content in the terms of the decision core. */

import { parseClauses } from '../links/clause-text.ts';
import type { Option } from '../decision/model.ts';
import type { Question } from '../decision/questionnaire.ts';
import type { Rating } from '../decision/rating.ts';
import type { Entry } from './content.ts';
import type { CriterionData } from './schemas/criterion.ts';
import type { OptionData, RatingData } from './schemas/option.ts';
import type { QuestionData } from './schemas/question.ts';

/** A rating with its state spelled out, and its denials as a list. */
export function toRating(data: RatingData): Rating {
  if (!('value' in data)) return data;
  const { not = {}, ...finding } = data;
  const denials = Object.entries(not).map(([member, denial]) => ({ member, ...denial }));
  const rest = denials.length === 0 ? finding : { ...finding, not: denials };
  return rest.state === 'partial' ? rest : { ...rest, state: 'known' };
}

function toRatings(data: OptionData['ratings']): Readonly<Record<string, Rating>> {
  return Object.fromEntries(Object.entries(data).map(([slug, rating]) => [slug, toRating(rating)]));
}

/** An option with its modes; where they differ, its own ratings are those of the first. */
export function toOption({ slug, data }: Entry<OptionData>): Option<Rating> {
  const modes = data.modes.map((mode) => ({
    slug: mode.slug,
    formerSlugs: mode.formerSlugs,
    name: mode.name,
    ...(mode.size === undefined ? {} : { size: mode.size }),
    ratings: toRatings(mode.ratings),
  }));
  return {
    slug,
    name: data.name,
    ratings: { ...toRatings(data.ratings), ...modes[0]?.ratings },
    modes,
  };
}

/** A question with its requirements read; what cannot be read was told by the checks. */
export function toQuestion(
  { slug, data }: Entry<QuestionData>,
  criteria: readonly Entry<CriterionData>[],
): Question {
  return {
    slug,
    formerSlugs: data.formerSlugs,
    several: data.several,
    formerAnswers: data.formerAnswers,
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
      enough: answer.enough,
      ...(answer.size === undefined ? {} : { size: answer.size }),
      likelihood: answer.likelihood,
    })),
  };
}
