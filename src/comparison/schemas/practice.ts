/** The front matter of `content/practice/<slug>.mdx`: a public account of what people had, and what they chose. */

import { z } from 'zod';
import { day, formerSlugs, givenAnswer, slug, sourceMap, sources, text, when } from './common.ts';

/** What a recommendation must say of the case, or why it says otherwise. */
const expectation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('any-of'),
    options: z.array(slug).min(1).describe('One of these must be in a shortlist of at most five.'),
  }),
  z.strictObject({
    kind: z.literal('none-of'),
    options: z.array(slug).min(1).describe('None of these may be put first.'),
  }),
  z.strictObject({ kind: z.literal('exit') }),
]);

export const practiceSchema = z.strictObject({
  title: text.describe('Who and where, in a few words.'),
  summary: text.describe('The situation in one or two sentences.'),
  order: z.number().int(),
  formerSlugs,
  date: z
    .union([when, z.literal('undated')])
    .describe('When it was told; undated if nothing says.'),
  checked: day.describe('The day on which its sources were last read.'),
  told: z
    .enum(['by-operator', 'by-vendor', 'as-question'])
    .describe('Who tells it: an operator, a vendor, or a person with a question.'),
  chosen: z
    .strictObject({
      options: z
        .array(slug)
        .default([])
        .describe('Options of this site that were chosen or advised.'),
      words: text.describe('What was chosen or advised, in our own words.'),
      why: text.describe('The reasons they gave.'),
    })
    .describe('What came of it.'),
  answers: z.record(slug, givenAnswer).describe('The answers that come closest, by question.'),
  expected: expectation,
  differs: z
    .strictObject({ why: text, sources })
    .optional()
    .describe('Where the site answers otherwise: why, with sources.'),
  sources: sourceMap.default({}),
});

export type PracticeData = z.output<typeof practiceSchema>;
