/**
 * `content/releases/<name>.json`: what a recommendation depended on when the release was made. Their form
 * is that of the day on which they were written, and does not follow that of criteria and options.
 * Fields stand in the order in which they are written, so that what is read is what was kept.
 */

import { z } from 'zod';
import { RELEASE_FORMAT, type Release } from '../../links/release.ts';
import { EVIDENCE_GRADES, NOT_APPLICABLE_COUNTS } from '../../decision/rating.ts';
import { slug, text } from './common.ts';

const level = z.strictObject({ slug, label: text });

const scale = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ordinal'),
    levels: z.array(level).min(2),
    better: z.enum(['first', 'last']),
  }),
  z.strictObject({ kind: z.literal('flag'), better: z.enum(['yes', 'no']).optional() }),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(level).min(2),
    preference: z.array(slug).optional(),
  }),
  z.strictObject({
    kind: z.literal('set'),
    members: z.array(level.extend({ implies: z.array(slug).optional() })).min(2),
    exhaustive: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('quantity'),
    unit: text,
    multiples: z.record(text, z.number()),
    spacing: z.enum(['linear', 'logarithmic']),
    worst: z.number(),
    best: z.number(),
    bases: z.array(level),
  }),
  z.strictObject({ kind: z.literal('text') }),
]);

const rating = z.union([
  z.strictObject({
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    evidence: z.enum(EVIDENCE_GRADES),
    partial: z.strictObject({ meets: z.boolean() }).exactOptional(),
  }),
  z.strictObject({ state: z.enum(['unknown', 'unrated']) }),
  z.strictObject({ state: z.literal('not-applicable'), counts: z.enum(NOT_APPLICABLE_COUNTS) }),
]);

const named = { slug, formerSlugs: z.array(slug) };

export const releaseSchema = z.strictObject({
  format: z.literal(RELEASE_FORMAT),
  name: text,
  criteria: z.array(
    z.strictObject({ ...named, name: text, group: slug, family: slug.exactOptional(), scale }),
  ),
  options: z.array(z.strictObject({ ...named, name: text, ratings: z.record(slug, rating) })),
  questions: z.array(
    z.strictObject({
      ...named,
      answers: z.array(
        z.strictObject({
          slug,
          requires: z.record(slug, z.string()).exactOptional(),
          weighs: z.record(slug, z.number()).exactOptional(),
          wants: z.record(slug, z.array(slug)).exactOptional(),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<Release>;
