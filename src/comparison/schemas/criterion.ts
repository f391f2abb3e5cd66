/** The front matter of `content/criteria/<slug>.mdx`. */

import { z } from 'zod';
import { ABSENCES, UNIT_PREFIXES } from '../../decision/scale.ts';
import { figure, formerSlugs, ratingDefaults, slug, text, writtenFigure } from './common.ts';

const level = z.strictObject({
  slug,
  label: text.describe('As readers see it.'),
  rubric: text.optional().describe('What earns this level.'),
});

const scale = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ordinal'),
    levels: z.array(level).min(2).describe('In order.'),
    better: z.enum(['first', 'last']).describe('Which end of the list is the better one.'),
  }),
  z.strictObject({
    kind: z.literal('flag'),
    better: z.enum(['yes', 'no']).optional(),
    rubric: z.strictObject({ yes: text, no: text }).optional(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(level).min(2),
    preference: z
      .array(slug)
      .min(2)
      .optional()
      .describe('All values, best first, where one is better than another.'),
  }),
  z.strictObject({
    kind: z.literal('set'),
    members: z
      .array(
        level.extend({
          implies: z.array(slug).min(1).optional(),
          absence: z
            .enum(ABSENCES)
            .describe('What it means that a rating does not name it: no, or unknown.'),
        }),
      )
      .min(2),
  }),
  z.strictObject({
    kind: z.literal('quantity'),
    unit: text.describe(
      'The canonical unit; “date”, “calendar month” or “calendar year” for values that are dates.',
    ),
    multiples: z
      .record(text, z.number().positive())
      .default({})
      .describe('Other units that readers may type, as multiples of the canonical one.'),
    singular: z
      .record(text, text)
      .optional()
      .describe('By unit, what one of it is called where that is not the word without its s.'),
    prefixes: z
      .array(z.enum(UNIT_PREFIXES))
      .min(1)
      .optional()
      .describe('binary for KiB, MiB, GiB; si for kW, MW, GW: units that need not be listed.'),
    base: text.optional().describe('The unit without its prefix, where it has one: B of MiB.'),
    digits: z
      .number()
      .int()
      .min(1)
      .max(9)
      .optional()
      .describe('How many significant digits are shown; what is compared stays as it is.'),
    spacing: z.enum(['linear', 'logarithmic']),
    worst: figure.describe('The anchor that earns 0.'),
    best: figure.describe('The anchor that earns 1.'),
    bases: z
      .array(level.required({ rubric: true }))
      .min(1)
      .describe('What a figure may stand for; the first is the usual basis, others are footnoted.'),
  }),
  z.strictObject({ kind: z.literal('text') }),
]);

/** How fast ratings on a criterion go stale. */
const SHELF_LIVES = ['versions', 'limits', 'nature'] as const;

export const criterionSchema = z.strictObject({
  name: text,
  shortName: text.optional().describe('For narrow column heads.'),
  group: slug.optional().describe('A group of site.yaml, where it names any.'),
  order: z
    .number()
    .int()
    .nonnegative()
    .default(0)
    .describe('Place within the group; those of one place stand in the order of their names.'),
  question: text.optional().describe('What the criterion asks of an option, as one question.'),
  summary: text.optional().describe('One sentence for lists and descriptions.'),
  shelfLife: z
    .enum(SHELF_LIVES)
    .default('nature')
    .describe('versions go stale in 6 months, limits in 12, the nature of a thing in 24.'),
  shortfall: text
    .optional()
    .describe(
      'How an option that is out on it is told: “needs {value} of memory, you have {asked}”.',
    ),
  family: slug
    .optional()
    .describe('Criteria that measure much the same share a family, so that it is weighed once.'),
  aliases: z.array(text).default([]).describe('Words by which readers look for it.'),
  formerSlugs,
  defaults: ratingDefaults
    .optional()
    .describe(
      'What holds for each rating on it that does not say otherwise, and whose file does not; sources are those of content/sources/.',
    ),
  scale,
});

const [ordinal, flag, choice, set, quantity, described] = scale.options;
const { worst, best } = quantity.shape;

/** A criterion as it may be written: with units behind its anchors. */
export const authoredCriterionSchema = criterionSchema.extend({
  scale: z.discriminatedUnion('kind', [
    ordinal,
    flag,
    choice,
    set,
    quantity.extend({
      worst: writtenFigure.describe(worst.description ?? ''),
      best: writtenFigure.describe(best.description ?? ''),
    }),
    described,
  ]),
});

export type CriterionData = z.output<typeof criterionSchema>;
