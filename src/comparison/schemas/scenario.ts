/** The front matter of `content/scenarios/<slug>.mdx`: a situation, its answers, and what experts advise. */

import { z } from 'zod';
import { day, formerSlugs, givenAnswer, slug, sourceMap, sources, text } from './common.ts';

export const scenarioSchema = z.strictObject({
  title: text,
  summary: text.describe('The situation in one or two sentences.'),
  order: z.number().int(),
  formerSlugs,
  start: text
    .optional()
    .describe('A short name under which the recommender offers it as a place to begin.'),
  aliases: z.array(text).default([]).describe('Other words by which readers look for it.'),
  checked: day.optional().describe('The day on which its sources were last read.'),
  answers: z
    .record(
      slug,
      z.strictObject({
        answer: givenAnswer,
        because: text.describe(
          'The words of the source that the answer stands for, or the reason.',
        ),
        sources: sources.optional(),
      }),
    )
    .describe('By question: the answers of a reader in this situation.'),
  experts: z
    .array(
      z.strictObject({
        sources,
        who: text.describe('Who says it.'),
        said: text.describe('Their advice, in our words.'),
        considered: z.array(slug).min(1).describe('The options among which they chose.'),
        advises: slug,
        disagreement: z
          .strictObject({ reason: text, sources })
          .optional()
          .describe('Why our first among those options is another.'),
      }),
    )
    .default([]),
  sources: sourceMap.default({}),
});

export type ScenarioData = z.output<typeof scenarioSchema>;
