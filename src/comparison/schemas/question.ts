/** `content/questions/<slug>.yaml`: a question of the recommender and what its answers mean. */

import { z } from 'zod';
import { formerSlugs, size, slug, text } from './common.ts';

const answer = z.strictObject({
  slug,
  text: text.describe('The answer in the reader’s own words.'),
  help: text.optional(),
  requires: z
    .record(slug, text)
    .default({})
    .describe(
      'By criterion, what an option must satisfy, written as in links: red, a/b (either), !c (not), level..best (that level or better), ..50.',
    ),
  weighs: z
    .record(slug, z.number().int().min(-3).max(3))
    .default({})
    .describe('By criterion or family, steps of importance to add, or to take away.'),
  wants: z
    .record(slug, z.array(slug).min(1))
    .default({})
    .describe('By set criterion, members that are asked for as far as they can be had.'),
  enough: z
    .record(slug, z.union([z.string(), z.number()]))
    .default({})
    .describe('By criterion, the value beyond which nothing more is gained.'),
  size: size
    .optional()
    .describe(
      'How many units the reader has in one place: modes that take another number do not count.',
    ),
  likelihood: z
    .number()
    .positive()
    .default(1)
    .describe('How often it is given beside the question’s other answers.'),
  exit: text
    .optional()
    .describe('Said above the result: that the reader may not need any of this, and what instead.'),
  exitGuide: slug
    .optional()
    .describe('The guide that says more of what there is instead; every exit has one.'),
});

export const questionSchema = z.strictObject({
  question: text.describe('In plain words, ending with a question mark.'),
  order: z.number().int().nonnegative(),
  section: text.describe('Questions of one section stand together under this heading.'),
  help: text.optional().describe('For a reader who does not know what to answer.'),
  why: text.describe('Why it is asked: what depends on it.'),
  card: text
    .optional()
    .describe(
      'Of a core question, the heading under which it is asked first; several may share one.',
    ),
  several: z.boolean().default(false).describe('Whether several answers can be given at once.'),
  formerSlugs,
  formerAnswers: z
    .record(slug, z.record(slug, slug))
    .default({})
    .describe('Answers that are gone: what answers, by question, say the same today; {} if none.'),
  answers: z.array(answer).min(2),
});

export type QuestionData = z.output<typeof questionSchema>;
