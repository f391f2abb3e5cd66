/**
 * `content/published/<slug>.yaml`: a comparison table that somebody else published, carried version
 * by version beside our own ratings.
 */

import { z } from 'zod';
import { day, slug, sources, text, when } from './common.ts';

const cell = z.strictObject({
  says: text.describe('The cell, word for word.'),
  equals: z
    .union([z.string(), z.boolean(), z.number()])
    .describe('The value of our scale that comes nearest.'),
  marks: z.array(slug).default([]).describe('Footnotes of the version that the cell carries.'),
});

export const publishedSchema = z.strictObject({
  title: text,
  publisher: text,
  summary: text,
  checked: day.optional().describe('The day on which the editions were last read.'),
  assumptions: z.array(text).default([]).describe('What the table takes for granted.'),
  criteria: z
    .record(slug, z.strictObject({ name: text, meaning: text }))
    .describe('The table’s columns, by our criterion; meanings in our words.'),
  versions: z
    .array(
      z.strictObject({
        date: when,
        sources,
        changes: z.array(text).default([]).describe('Against the version before.'),
        footnotes: z
          .array(
            z.strictObject({ id: slug, sign: text, text, wholeTable: z.boolean().default(false) }),
          )
          .default([]),
        rows: z
          .array(
            z.strictObject({
              option: slug,
              name: text.describe('As the table calls it.'),
              summary: text.describe('In our own words.'),
              cells: z.record(slug, cell),
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .describe('Oldest first.'),
  differences: z
    .record(slug, z.record(slug, text))
    .default({})
    .describe('Where our rating differs from the newest version: option, criterion, and why.'),
});

export type PublishedData = z.output<typeof publishedSchema>;
