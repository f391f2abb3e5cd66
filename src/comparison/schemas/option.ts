/** The front matter of `content/options/<slug>.mdx`. */

import { z } from 'zod';
import { EVIDENCE_GRADES, NOT_APPLICABLE_COUNTS } from '../../decision/rating.ts';
import {
  day,
  figure,
  formerSlugs,
  givenAnswer,
  publicAddress,
  size,
  ratingDefaults,
  slug,
  sourceMap,
  sources,
  text,
  url,
  when,
  writtenFigure,
} from './common.ts';
import { optionTopologySchema } from './topology.ts';

const value = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .describe('A value of the criterion’s scale.');

const finding = {
  value,
  why: text.describe('Why the rubric gives this value, in your own words.'),
  qualifier: text.optional().describe('A few words that narrow the value.'),
  basis: slug.optional().describe('For a quantity: what the figure stands for.'),
  footnote: text.optional(),
  evidence: z.enum(EVIDENCE_GRADES),
  premises: z.array(text).min(1).optional().describe('For inferred ratings: inferred from what.'),
  not: z
    .record(slug, z.strictObject({ why: text, sources }))
    .optional()
    .describe('Of a set, members that a source says are not there, each with that source.'),
  version: text.describe('The product version or edition that the sources speak of.'),
  checked: day.describe('The day you read the sources.'),
  sources,
};

export const ratingSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('known').optional(), ...finding }),
  z.strictObject({
    state: z.literal('partial'),
    ...finding,
    note: text.describe('The reservation that readers must see.'),
    meets: z
      .boolean()
      .default(false)
      .describe('Whether a requirement that the value satisfies counts as met all the same.'),
  }),
  z.strictObject({
    state: z.literal('unknown'),
    looked: text.describe('What was looked at, and what it does not say.'),
    atLeast: figure.optional().describe('Of a quantity, the least that a source lets it be.'),
    atMost: figure.optional().describe('Of a quantity, the most that a source lets it be.'),
    checked: day,
    sources: sources.describe('The pages that were looked at.'),
  }),
  z.strictObject({
    state: z.literal('not-applicable'),
    why: text,
    counts: z
      .enum(NOT_APPLICABLE_COUNTS)
      .describe('How it counts in a score: as best, as worst, or left out.'),
    checked: day,
    sources,
  }),
  z.strictObject({ state: z.literal('unrated') }),
]);

/** What a rating may leave to a default, by what it tells. */
const SHORTENED = {
  finding: { why: true, evidence: true, version: true, checked: true, sources: true },
  rest: { checked: true, sources: true },
} as const;

const [known, partial, unknown, notApplicable, unrated] = ratingSchema.options;

/** A rating as it may be written: without what a default gives. */
export const authoredRatingSchema = z.discriminatedUnion('state', [
  known.partial(SHORTENED.finding),
  partial.partial(SHORTENED.finding),
  unknown.partial(SHORTENED.rest).extend({
    atLeast: writtenFigure.optional().describe(unknown.shape.atLeast.description ?? ''),
    atMost: writtenFigure.optional().describe(unknown.shape.atMost.description ?? ''),
  }),
  notApplicable.partial(SHORTENED.rest),
  unrated,
]);

const modeSchema = z.strictObject({
  slug: slug.describe('Its name in links, after a tilde.'),
  formerSlugs,
  name: text.describe('What reads well after the option’s name and “as”.'),
  summary: text.describe('One sentence: what tells it from the other ways.'),
  size: size
    .optional()
    .describe('How many units in one place it takes, where it does not take any number.'),
  ratings: z
    .record(slug, ratingSchema)
    .describe('Ratings on the criteria on which the modes differ; every mode has the same ones.'),
});

const sourcedPoint = z.strictObject({ point: text, sources });

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

export const optionSchema = z.strictObject({
  name: text,
  shortName: text.optional().describe('For narrow columns; at most about 16 characters.'),
  summary: text.optional().describe('One sentence: what it is.'),
  kind: slug.optional().describe('A kind of site.yaml, where it names any.'),
  listing: z
    .enum(['candidate', 'reference'])
    .default('candidate')
    .describe('A reference is shown for comparison and never recommended.'),
  maintainer: text.optional().describe('Who makes it and answers for it.'),
  aliases: z.array(text).default([]).describe('Other words by which readers look for it.'),
  formerNames: z.array(z.strictObject({ name: text, until: when.optional() })).default([]),
  formerSlugs,
  links: z
    .strictObject({
      home: url.optional(),
      documentation: url.optional(),
      repository: url.optional(),
      pricing: url.optional(),
      support: url.optional(),
    })
    .default({}),
  release: z
    .strictObject({
      latest: z
        .strictObject({
          version: text,
          date: when.optional(),
          checked: day,
          sources,
          tags: z
            .strictObject({
              repository: publicAddress,
              pattern: text
                .refine(isPattern)
                .meta({ format: 'regular expression' })
                .describe('Which tags are releases; its first group, if any, is the version.'),
            })
            .optional()
            .describe('Where “npm run watch” looks for newer releases.'),
        })
        .optional(),
      policy: z
        .strictObject({ text, checked: day, sources })
        .optional()
        .describe('How long a release is supported, or that nothing says so.'),
      ends: z
        .array(z.strictObject({ what: text, date: when, checked: day, sources }))
        .default([])
        .describe('Announced ends.'),
    })
    .optional()
    .describe('All that ages fast, in one place.'),
  bestFor: z.array(text).default([]),
  notFor: z.array(text).default([]),
  firstWhen: z
    .record(slug, givenAnswer)
    .optional()
    .describe('Answers, by question, with which the recommender puts it first, and it alone.'),
  instead: z
    .array(
      z.strictObject({
        option: slug,
        when: text.describe('For whom it is the better choice; to follow “if”.'),
        criterion: slug.describe('The criterion on which it differs for them.'),
      }),
    )
    .default([])
    .describe('Which options to look at instead, and when.'),
  considerations: z
    .array(
      sourcedPoint.extend({
        warning: z
          .boolean()
          .default(false)
          .describe('Whether it decides so much that the page begins with it.'),
      }),
    )
    .default([]),
  tooling: z
    .array(
      z.strictObject({
        name: text,
        role: text.describe('What one uses it for here.'),
        area: slug.optional().describe('A tool area of site.yaml, where it names any.'),
        bundled: z.boolean().default(false),
        url,
      }),
    )
    .default([]),
  start: z
    .array(
      z.strictObject({
        step: text,
        command: z.string().min(1).optional().describe('What to type; may have several lines.'),
      }),
    )
    .default([])
    .describe('How to begin with it.'),
  startSources: sources.optional().describe('What the steps follow.'),
  reports: z
    .array(sourcedPoint)
    .default([])
    .describe('What users report, each with the thread where they do.'),
  conflicts: z
    .array(sourcedPoint)
    .default([])
    .describe('Where sources disagree: both sides, with dates.'),
  claims: z
    .array(
      z.strictObject({
        claim: text.describe('What an older text says, in your own words.'),
        said: sources.describe('Where it is said.'),
        verdict: z.enum(['holds', 'changed', 'wrong', 'unclear']),
        note: text,
        sources: sources.optional(),
      }),
    )
    .default([])
    .describe('Statements of well-known older texts, checked.'),
  history: z
    .array(z.strictObject({ date: when, event: text, sources }))
    .default([])
    .describe('Renames, retirements and other turns, oldest first.'),
  topologies: z.array(optionTopologySchema).default([]),
  defaults: ratingDefaults
    .optional()
    .describe('What holds for each rating of this file that does not say otherwise.'),
  ratings: z
    .record(slug, ratingSchema)
    .describe('One rating per criterion, by its slug, but for those on which its modes differ.'),
  modes: z
    .array(modeSchema)
    .default([])
    .describe('Ways of running it that exclude each other, the most usual one first.'),
  sources: sourceMap.default({}).describe('Sources that this file alone cites.'),
});

const { ratings, modes } = optionSchema.shape;

/** An option as it may be written: its ratings without what a default gives. */
export const authoredOptionSchema = optionSchema.extend({
  ratings: z.record(slug, authoredRatingSchema).meta(ratings.meta() ?? {}),
  modes: z
    .array(
      modeSchema.extend({
        ratings: z.record(slug, authoredRatingSchema).meta(modeSchema.shape.ratings.meta() ?? {}),
      }),
    )
    .default([])
    .meta(modes.meta() ?? {}),
});

export type OptionData = z.output<typeof optionSchema>;
export type ModeData = OptionData['modes'][number];
export type RatingData = z.output<typeof ratingSchema>;
