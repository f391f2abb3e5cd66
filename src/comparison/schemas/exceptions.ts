/** `content/exceptions.yaml`: warnings that are accepted for a while. */

import { z } from 'zod';
import { WARNING_RULES } from '../warnings.ts';
import { day, slug, text } from './common.ts';

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
