/** `content/site.yaml`: what the site is about, and the roles that its content plays. */

import { z } from 'zod';
import { slug, sourceMap, text, url } from './common.ts';

/** An address whose places in braces are known by name. */
const PLACES = /^\{repository\}(?:[^{}]|\{(?:commit|path|branch|since)\})*$/;

const named = z.strictObject({ slug, name: text, summary: text });

export const siteSchema = z.strictObject({
  title: text.describe('The name of the site.'),
  subject: text.describe('What is being compared, as in “Compare <subject>”.'),
  tagline: text,
  description: text.describe('For search engines and link previews.'),
  language: z
    .string()
    .regex(/^[a-z]{2}(?:-[A-Z]{2})?$/)
    .meta({ format: 'language tag' }),
  origin: url
    .regex(/^https?:\/\/[^/?#]+\/?$/i)
    .meta({ format: 'web address without a path' })
    .describe('Where the site lives, unless SITE_URL says otherwise.'),
  repository: z
    .strictObject({
      url,
      branch: text,
      folder: text.describe('Where this content lies within the repository.'),
    })
    .optional()
    .describe('Where the content is kept, for edit links.'),
  hosts: z
    .array(
      z.strictObject({
        address: url.describe('How the addresses of its repositories begin.'),
        edition: text
          .regex(PLACES)
          .describe('The address of a file as of a commit: {repository}, {commit}, {path}.'),
        changes: text
          .regex(PLACES)
          .describe(
            'The address of what happened to a file since: also {branch}, and {since}, a day.',
          ),
      }),
    )
    .default([])
    .describe('Hosts of public repositories, for links to the editions of sources.'),
  home: z.strictObject({
    heading: text,
    lead: text,
    action: z
      .strictObject({ href: z.string().regex(/^\//), label: text })
      .optional()
      .describe('What a reader is to do first.'),
    jobs: z
      .array(z.strictObject({ title: text, text, href: z.string().regex(/^\//), label: text }))
      .min(1),
  }),
  headline: z.array(slug).min(1).describe('The criteria that matter to everyone.'),
  glance: z
    .array(slug)
    .default([])
    .describe('The criteria of the table on the front page, beside the headline ones.'),
  facts: z
    .array(slug)
    .default([])
    .describe('The criteria told at the top of each option page; the headline ones if not said.'),
  defaultView: z.array(slug).min(1).describe('The criteria that the matrix shows at first.'),
  lifecycle: z
    .strictObject({
      criterion: slug.describe('A choice or ordinal criterion.'),
      current: slug.describe('The value that needs no badge.'),
      ending: z.array(slug).describe('Values of options that are going or gone.'),
      ended: z
        .array(slug)
        .default([])
        .describe('Of these, the values of options that are gone, and so never recommended.'),
    })
    .describe('Which criterion tells whether an option has a future.'),
  indifference: z
    .number()
    .min(0)
    .max(0.2)
    .default(0.02)
    .describe('Scores between 0 and 1 that differ by less than this are practically equal.'),
  families: z
    .array(named)
    .default([])
    .describe('Criteria that measure much the same, weighed as one.'),
  presets: z
    .array(
      named.extend({
        columns: z.array(slug).min(1).describe('The criteria to show.'),
        requires: z
          .record(slug, text)
          .default({})
          .describe('By criterion, what an option must satisfy, written as in links.'),
        sort: slug.optional().describe('The criterion to sort by, better first.'),
        asks: z
          .array(slug)
          .default([])
          .describe('Criteria whose filters are opened, for the reader to fill in.'),
      }),
    )
    .default([])
    .describe('Selections to begin with in the matrix.'),
  quickFilters: z
    .array(
      z.strictObject({
        criterion: slug,
        values: z
          .array(z.strictObject({ value: slug, label: text.optional() }))
          .default([])
          .describe(
            'Values to tick, with other words for them if need be; none for a figure to type.',
          ),
      }),
    )
    .default([])
    .describe('Filters of the matrix that are always in sight.'),
  kinds: z.array(named).min(1).describe('What sorts of option there are.'),
  groups: z
    .array(named)
    .min(1)
    .max(16, 'The style sheet has room for sixteen groups.')
    .describe('Groups of criteria, in order.'),
});

export type SiteData = z.output<typeof siteSchema>;

/** The front matter of `content/pages/<slug>.mdx`: about, privacy and other plain pages. */
export const pageSchema = z.strictObject({
  title: text,
  summary: text,
  order: z.number().int().describe('Place in the footer.'),
  sources: sourceMap.default({}),
});

export type PageData = z.output<typeof pageSchema>;
