/** `content/exceptions.yaml`: warnings that are accepted for a while. */

import { z } from 'zod';
import { day, slug, text } from './common.ts';

/** What can be warned of, in the order in which it is told. */
export const WARNING_RULES = [
  'implausible-figure',
  'changed-unread',
  'unnamed-search',
  'documented-by-hearsay',
  'old-version',
  'stale',
  'one-weak-source',
  'beyond-anchors',
  'no-reports',
  'no-edition',
  'undated-source',
] as const;
export type WarningRule = (typeof WARNING_RULES)[number];

export const exceptionsSchema = z.strictObject({
  exceptions: z.array(
    z.strictObject({
      rule: z.enum(WARNING_RULES),
      option: slug.optional(),
      criterion: slug.optional(),
      source: slug.optional().describe('By the id that it has on the page of sources.'),
      reason: text,
      until: day.describe('The last day on which it holds.'),
    }),
  ),
});

export type ExceptionsData = z.output<typeof exceptionsSchema>;

/** An accepted warning. */
export type Exception = ExceptionsData['exceptions'][number];
