/** `content/watch.yaml`: sources that have changed since they were read, as `npm run watch` found them. */

import { z } from 'zod';
import { day, slug, text } from './common.ts';

export const watchSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      source: slug.describe('The source’s id on the whole site.'),
      read: z
        .string()
        .regex(/^[0-9a-f]{40}$/)
        .meta({ format: 'commit’s full id of 40 hexadecimal digits in lower case' })
        .describe('The commit that was read; once another has been, the finding is void.'),
      state: z.enum(['changed', 'moved', 'gone']),
      since: day.nullable().describe('The day of the first change; null where it is not known.'),
      found: day.describe('The day on which the command first told of it.'),
      lines: z.number().int().min(0).nullable().describe('Lines that came or went.'),
      headings: z.array(text).describe('The headings above the changes.'),
      to: text.optional().describe('Where it lies now.'),
    }),
  ),
});

export type WatchData = z.output<typeof watchSchema>;

/** What has become of a source since it was read. */
export type Finding = WatchData['findings'][number];
