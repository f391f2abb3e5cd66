/**
 * `content/releases/<name>.json`: what a recommendation depended on when the release was made. Their form
 * is that of the day on which they were written, and does not follow that of criteria and options.
 * Fields stand in the order in which they are written, so that what is read is what was kept.
 */

import { z } from 'zod';
import { EVIDENCE_GRADES, NOT_APPLICABLE_COUNTS } from '../../decision/rating.ts';
import { ABSENCES, UNIT_PREFIXES } from '../../decision/scale.ts';
import type { WireRating } from '../../links/rating-wire.ts';
import { RELEASE_FORMAT, type FirstRelease, type PresentRelease } from '../../links/release.ts';
import { size, slug, text } from './common.ts';

const level = z.strictObject({ slug, label: text });

/** All kinds of scale but sets, whose form has changed. */
const lists = [
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
    kind: z.literal('quantity'),
    unit: text,
    multiples: z.record(text, z.number()),
    singular: z.record(text, text).exactOptional(),
    prefixes: z.array(z.enum(UNIT_PREFIXES)).exactOptional(),
    base: text.exactOptional(),
    digits: z.number().exactOptional(),
    spacing: z.enum(['linear', 'logarithmic']),
    worst: z.number(),
    best: z.number(),
    bases: z.array(level),
  }),
  z.strictObject({ kind: z.literal('text') }),
] as const;

const firstScale = z.discriminatedUnion('kind', [
  ...lists,
  z.strictObject({
    kind: z.literal('set'),
    members: z.array(level.extend({ implies: z.array(slug).optional() })).min(2),
    exhaustive: z.boolean(),
  }),
]);

const scale = z.discriminatedUnion('kind', [
  ...lists,
  z.strictObject({
    kind: z.literal('set'),
    members: z
      .array(level.extend({ implies: z.array(slug).optional(), absence: z.enum(ABSENCES) }))
      .min(2),
  }),
]);

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const firstRating = z.union([
  z.strictObject({
    value,
    evidence: z.enum(EVIDENCE_GRADES),
    partial: z.strictObject({ meets: z.boolean() }).exactOptional(),
  }),
  z.strictObject({ state: z.enum(['unknown', 'unrated']) }),
  z.strictObject({ state: z.literal('not-applicable'), counts: z.enum(NOT_APPLICABLE_COUNTS) }),
]);

const rating = z.union([
  value,
  z.null(),
  z.strictObject({ state: z.literal('unrated') }),
  z.strictObject({ counts: z.enum(NOT_APPLICABLE_COUNTS) }),
  z.strictObject({
    value,
    evidence: z.enum(EVIDENCE_GRADES).exactOptional(),
    basis: slug.exactOptional(),
    qualifier: text.exactOptional(),
    meets: z.boolean().exactOptional(),
    not: z.array(slug).exactOptional(),
  }),
  z.strictObject({ atLeast: z.number().exactOptional(), atMost: z.number().exactOptional() }),
]) satisfies z.ZodType<WireRating>;

const named = { slug, formerSlugs: z.array(slug) };

const criterion = { ...named, name: text, group: slug, family: slug.exactOptional() };

const question = z.strictObject({
  ...named,
  several: z.literal(true).exactOptional(),
  answers: z.array(
    z.strictObject({
      slug,
      requires: z.record(slug, z.string()).exactOptional(),
      weighs: z.record(slug, z.number()).exactOptional(),
      wants: z.record(slug, z.array(slug)).exactOptional(),
      enough: z.record(slug, z.union([z.string(), z.number()])).exactOptional(),
      size: size.exactOptional(),
      likelihood: z.number().positive().exactOptional(),
    }),
  ),
  formerAnswers: z.record(slug, z.record(slug, slug)).exactOptional(),
});

const firstRelease = z.strictObject({
  format: z.literal(1),
  name: text,
  criteria: z.array(z.strictObject({ ...criterion, scale: firstScale })),
  options: z.array(z.strictObject({ ...named, name: text, ratings: z.record(slug, firstRating) })),
  questions: z.array(question),
}) satisfies z.ZodType<FirstRelease>;

const presentRelease = z.strictObject({
  format: z.literal(RELEASE_FORMAT),
  name: text,
  indifference: z.number().min(0),
  lifecycle: z.strictObject({ criterion: slug, current: slug }).nullable(),
  criteria: z.array(z.strictObject({ ...criterion, scale })),
  options: z.array(
    z.strictObject({
      ...named,
      name: text,
      ratings: z.record(slug, rating),
      modes: z
        .array(
          z.strictObject({
            ...named,
            name: text,
            size: size.exactOptional(),
            ratings: z.record(slug, rating),
          }),
        )
        .exactOptional(),
    }),
  ),
  questions: z.array(question),
}) satisfies z.ZodType<PresentRelease>;

export const releaseSchema = z.discriminatedUnion('format', [firstRelease, presentRelease]);
