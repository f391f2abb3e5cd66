/** `content/exceptions.yaml`: warnings that are accepted for a while. */

import { z } from 'zod';
import { day, slug, text } from './common.ts';

/** What can be warned of. */
const WARNING_RULES = ['stale', 'no-reports', 'one-weak-source', 'no-edition'] as const;
export type WarningRule = (typeof WARNING_RULES)[number];

export const exceptionsSchema = z.strictObject({
  exceptions: z.array(
    z.strictObject({
      rule: z.enum(WARNING_RULES),
      option: slug,
      criterion: slug.optional(),
      reason: text,
      until: day.describe('The last day on which it holds.'),
    }),
  ),
});

export type ExceptionsData = z.output<typeof exceptionsSchema>;

/** An accepted warning. */
export type Exception = ExceptionsData['exceptions'][number];
