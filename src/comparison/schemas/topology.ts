/** Drawings as data: places, what stands in them, and what runs between. */

import { z } from 'zod';
import { slug, text } from './common.ts';

export const topologySchema = z.strictObject({
  name: text.describe('Tells this arrangement from the option’s others.'),
  summary: text.describe('What the drawing shows, in a sentence or two.'),
  zones: z
    .array(z.strictObject({ id: slug, name: text }))
    .min(1)
    .describe('Places, drawn from top to bottom.'),
  boxes: z
    .array(
      z.strictObject({
        id: slug,
        zone: slug,
        name: text,
        detail: text.optional(),
        role: slug
          .optional()
          .describe('A box role of site.yaml, which says how it looks; plain without one.'),
        optional: z.boolean().default(false),
      }),
    )
    .min(1),
  links: z.array(
    z.strictObject({
      from: slug,
      to: slug,
      label: text.optional(),
      optional: z.boolean().default(false),
    }),
  ),
});

/** A drawing of an option, which may be of some of its modes alone. */
export const optionTopologySchema = topologySchema.extend({
  modes: z
    .array(slug)
    .optional()
    .describe('The modes of the option that it shows; of all of them, where it says nothing.'),
});

export type TopologyData = z.output<typeof topologySchema>;
