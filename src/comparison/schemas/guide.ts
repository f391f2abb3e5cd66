/** Guides, which are prose with drawings, and the glossary. */

import { z } from 'zod';
import { day, formerSlugs, slug, sourceMap, sources, text } from './common.ts';
import { topologySchema } from './topology.ts';

/** The front matter of `content/guides/<slug>.mdx`. */
export const guideSchema = z.strictObject({
  title: text,
  summary: text.describe('One or two sentences: what the reader will know afterwards.'),
  answer: text.optional().describe('The short answer to its question, with which the page begins.'),
  order: z.number().int().describe('Place in the list of guides.'),
  formerSlugs,
  checked: day.optional().describe('The day on which its sources were last read.'),
  drawings: z
    .array(topologySchema.extend({ id: slug }))
    .default([])
    .describe('Drawings that the prose places with <Drawing id="…" />.'),
  sources: sourceMap.default({}),
});

export type GuideData = z.output<typeof guideSchema>;

/** `content/glossary.yaml`. */
export const glossarySchema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        slug,
        term: text,
        also: z.array(text).default([]).describe('Other spellings under which it stands in prose.'),
        meaning: text.describe('One to three sentences.'),
        sources: sources.optional(),
      }),
    )
    .min(1),
  checked: day.optional().describe('The day on which its sources were last read.'),
  sources: sourceMap.default({}),
});

export type GlossaryData = z.output<typeof glossarySchema>;
