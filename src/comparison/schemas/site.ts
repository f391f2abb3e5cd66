/** `content/site.yaml`: what the site is about, and the roles that its content plays. */

import { z } from 'zod';
import { repository, slug, sourceMap, text, url } from './common.ts';
import { WARNING_RULES, type WarningRule } from './exceptions.ts';

/** An address whose places in braces are known by name. */
const PLACES = /^\{repository\}(?:[^{}]|\{(?:commit|path|branch|since)\})*$/;

const named = z.strictObject({ slug, name: text, summary: text.optional() });

/** How a box of a drawing can look. */
const BOX_LOOKS = ['plain', 'accented', 'rounded', 'dotted'] as const;

/** A field for each rule, since a rule that does not exist is a fault with a nearest name. */
const switches = z.strictObject(
  // What is made of entries forgets which keys they had.
  Object.fromEntries(WARNING_RULES.map((rule) => [rule, text.optional()])) as Record<
    WarningRule,
    z.ZodOptional<typeof text>
  >,
);

export const siteSchema = z.strictObject({
  title: text.describe('The name of the site.'),
  subject: text.describe('What is being compared, as in “Compare <subject>”.'),
  tagline: text.optional().describe('What it is for, in a sentence.'),
  description: text.optional().describe('For search engines and link previews.'),
  language: z
    .string()
    .regex(/^[a-z]{2}(?:-[A-Z]{2})?$/)
    .default('en')
    .meta({ format: 'language tag' }),
  origin: url
    .regex(/^https?:\/\/[^/?#]+\/?$/i)
    .meta({ format: 'web address without a path' })
    .default('https://example.org')
    .describe('Where the site lives, unless SITE_URL says otherwise.'),
  maker: text
    .default('maker')
    .describe('Who can be asked about an option, to follow “ask the”: maker, vendor, publisher.'),
  repository: z
    .strictObject({
      url: repository,
      branch: text,
      folder: text.describe('Where this content lies within the repository.'),
    })
    .optional()
    .describe('Where the content is kept, for edit links.'),
  licence: z
    .strictObject({
      name: text,
      identifier: text.describe('By the list of SPDX.'),
    })
    .optional()
    .describe('Under what the content may be used.'),
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
  home: z
    .strictObject({
      heading: text,
      lead: text,
      action: z
        .strictObject({ href: z.string().regex(/^\//), label: text })
        .optional()
        .describe('What a reader is to do first.'),
      options: z
        .array(slug)
        .min(1)
        .optional()
        .describe(
          'The options of the table on the front page; all, or of many the first, if not said.',
        ),
      jobs: z
        .array(z.strictObject({ title: text, text, href: z.string().regex(/^\//), label: text }))
        .default([]),
    })
    .optional()
    .describe('What the front page says; the title and the description if not said.'),
  headline: z
    .array(slug)
    .default([])
    .describe('The criteria that matter to everyone; the first four if not said.'),
  glance: z
    .array(slug)
    .default([])
    .describe('The criteria of the table on the front page, beside the headline ones.'),
  facts: z
    .array(slug)
    .default([])
    .describe('The criteria told at the top of each option page; the headline ones if not said.'),
  defaultView: z
    .array(slug)
    .default([])
    .describe('The criteria that the matrix shows at first; the first nine if not said.'),
  lifecycle: z
    .strictObject({
      criterion: slug.describe('A choice or ordinal criterion.'),
      current: slug.describe('The value that needs no badge.'),
      currentWords: text
        .optional()
        .describe('What an option with that value is, to follow “nothing that is”.'),
      ending: z.array(slug).describe('Values of options that are going or gone.'),
      ended: z
        .array(slug)
        .default([])
        .describe('Of these, the values of options that are gone, and so never recommended.'),
    })
    .optional()
    .describe('Which criterion tells whether an option has a future.'),
  releaseWords: z
    .strictObject({
      section: text.default('Releases').describe('The heading above all that ages fast.'),
      latest: text.default('Latest seen').describe('Above the newest version.'),
      policy: text.default('Policy').describe('Above what is said of how long it lasts.'),
      ends: text
        .default('Ends')
        .describe('What calendars and lists of the days to come are called.'),
    })
    .prefault({})
    .describe('What “release” of an option is called.'),
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
  warningsOff: switches
    .default({})
    .describe('Rules by which “npm run check” is not to warn, each with the reason.'),
  toolAreas: z
    .array(z.strictObject({ slug, name: text }))
    .default([])
    .describe('What tools around an option are for, in order.'),
  boxRoles: z
    .array(
      z.strictObject({
        slug,
        name: text.describe('What a box of this role stands for.'),
        look: z.enum(BOX_LOOKS).default('plain'),
      }),
    )
    .default([])
    .describe('What boxes of drawings stand for, and how they look.'),
  kinds: z.array(named).default([]).describe('What sorts of option there are.'),
  groups: z
    .array(named)
    .max(16, 'The style sheet has room for sixteen groups.')
    .default([])
    .describe('Groups of criteria, in order; none where all stand together.'),
});

export type SiteData = z.output<typeof siteSchema>;

/** The front matter of `content/method.mdx`: how ratings come about, as the authors of the content have it. */
export const methodSchema = z.strictObject({
  lead: text.describe('What stands below the heading of the page.'),
  sources: sourceMap.default({}),
});

export type MethodData = z.output<typeof methodSchema>;

/** The front matter of `content/pages/<slug>.mdx`: about, privacy and other plain pages. */
export const pageSchema = z.strictObject({
  title: text,
  summary: text,
  order: z.number().int().describe('Place in the footer.'),
  sources: sourceMap.default({}),
});

export type PageData = z.output<typeof pageSchema>;
