/** Building blocks of the content schemas. Descriptions become editor hints. */

import { z } from 'zod';
import { EVIDENCE_GRADES } from '../../decision/rating.ts';

/** What a file name, and with it a slug in links, looks like. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** How long a file name may be without its ending: two of them make the address of a comparison. */
const SLUG_LENGTH = 80;

/** Names that mean devices on Windows, where such a file cannot be, and one that all objects have. */
const SLUGS_TO_AVOID = /^(?:con|prn|aux|nul|com\d|lpt\d|constructor)$/;

/** Whether a file may have this name, its ending left out. */
export const isFileSlug = (name: string): boolean =>
  SLUG.test(name) && name.length <= SLUG_LENGTH && !SLUGS_TO_AVOID.test(name);

export const SLUG_IN_WORDS = `lower-case words joined by hyphens, up to ${String(SLUG_LENGTH)} characters, and no name that computers keep for themselves`;

export const slug = z.string().regex(SLUG).meta({ format: 'slug' });

/** Slugs that a page, a question or a mode once had. */
export const formerSlugs = z.array(slug).default([]).describe('Older links keep working.');

/** An answer to a question, or several where it allows them. */
export const givenAnswer = z.union([slug, z.array(slug).min(1)]);

/** A number of like units in one place, between bounds of which at least one is given. */
export const size = z
  .strictObject({
    least: z.number().int().positive().exactOptional(),
    most: z.number().int().positive().exactOptional(),
  })
  .refine(({ least = 1, most = Infinity }) => least <= most && (least > 1 || most < Infinity), {
    error: 'must say `least` or `most`, and the least cannot be more than the most',
  });

/** One line or paragraph of plain text; `backticks` mark code. */
export const text = z.string().trim().min(1);

// YAML 1.1 parsers read an unquoted date as a Date; both readings are the same content.
const dateAsText = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

/** Whether a day is in the calendar: there is no 31 February. */
function isRealDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  // What is no date at all is told by its form.
  return value.length < 10 || Number.isNaN(date.getTime()) || date.toISOString().startsWith(value);
}

/** A day: YYYY-MM-DD. */
export const day = z.preprocess(dateAsText, z.iso.date());

/** A day, month or year, as precisely as it is known. */
export const when = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : dateAsText(value)),
  z
    .string()
    .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
    .refine(isRealDay, { error: 'no such day' })
    .meta({ format: 'date, month or year' }),
);

/**
 * No spaces, passwords or hosts of dots alone: browsers read such addresses otherwise, or not at all. Nor
 * quotation marks around a host, which the form that is published does not tell of.
 */
export const url = z
  .url({ protocol: /^https?$/ })
  .regex(/^https?:\/\/[^\s/?#@\\]*[^\s/?#@\\.][^\s/?#@\\]*(?:[/?#][^\s"<>\\]*)?$/i)
  .check(({ value, issues }) => {
    if (/^[^/]*\/\/[^/?#]*["<>“”]/.test(value)) {
      issues.push({ code: 'invalid_format', format: 'url', input: value });
    }
  })
  .overwrite(asUri)
  .meta({ format: 'uri' });

/**
 * An address as it may stand in any file for programs. Browsers show and take letters of all languages
 * and brackets in paths; RFC 3986 has them encoded.
 *
 * @param address any text: one that the form above refuses comes here too, and stays as it is
 */
function asUri(address: string): string {
  const [, start = '', path = '', fragment = ''] =
    /^(https?:\/\/[^/?#]*)([^#]*)(.*)$/is.exec(address.replaceAll(/\p{Surrogate}/gu, '\ufffd')) ??
    [];
  const isForeign = !/^[\x21-\x7e]*$/.test(start) && URL.canParse(start);
  const host = isForeign ? new URL(start).origin : start;
  const encoded = [path, fragment.slice(1)].map((part) =>
    part
      .replaceAll(/%(?![\da-f]{2})/gi, '%25')
      .replaceAll(/[^\w\-.~!$&'()*+,;=:@/?%]+/gu, encodeURIComponent),
  );
  return host + encoded.join(fragment === '' ? '' : '#');
}

export const sources = z
  .array(slug)
  .min(1)
  .describe('Ids of sources, from this file’s own list or from content/sources/.');

/** A figure of a quantity, in the unit of its scale. */
export const figure = z.number().meta({ format: 'figure' });

/** The same as people may write it: with a unit, such as “2 GiB”, or a date. */
export const writtenFigure = z.union([z.number(), text]);

/** What kind of page a source is. */
const SOURCE_KINDS = [
  'documentation',
  'repository',
  'release-notes',
  'standard',
  'paper',
  'blog',
  'news',
  'marketing',
  'discussion',
] as const;

/** The address of a repository, from which those of its files are made by what is put behind it. */
export const repository = url.regex(/^[^?#]*(?<!\/|\.git)$/).meta({
  format: 'repository’s address that begins with https:// and ends with neither a slash nor .git',
});

/** The same of those that “npm run watch” asks. What is published of their form was said before it was narrowed. */
export const publicAddress = z.url({ protocol: /^https$/ }).check(({ value, issues }) => {
  if (!url.safeParse(value).success || /[?#]/.test(value)) {
    issues.push({ code: 'invalid_format', format: 'url', input: value });
  }
});

/** Of a text that lies in a public repository: the copy of it that was compared with what cites it. */
export const foundEdition = z.strictObject({
  repository: publicAddress.regex(/(?<!\/|\.git)$/).meta({
    format: 'repository’s address that begins with https:// and ends with neither a slash nor .git',
  }),
  path: z
    .string()
    .regex(/^(?!\/)(?!(?:.*\/)?\.{0,2}(?:\/|$))[^\\]+$/)
    .meta({ format: 'path from the top of the repository, without a slash before it' })
    .describe('Where the text lies in the repository.'),
  branch: text
    .optional()
    .describe('The branch that is followed, if not that which the repository names first.'),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .meta({ format: 'commit’s full id of 40 hexadecimal digits in lower case' })
    .describe('The commit whose text was read; never one inferred from a date.'),
  committed: day.optional().describe('The day of that commit, where it is known.'),
  removed: day
    .optional()
    .describe(
      'Of a text that its publisher has since taken away: the day on which that was seen and what rests on the text was read again.',
    ),
});

/** Why a source has no edition. */
export const EDITION_LACKS = ['not-in-git', 'not-found', 'no-copy'] as const;

export const noEdition = z.strictObject({
  none: z
    .enum(EDITION_LACKS)
    .describe(
      'Why there is none: its publisher keeps the text in no public repository, it was not found there, or no copy of it was to be had.',
    ),
  read: day.optional().describe('The day on which the page was read.'),
  served: text.optional().describe('The ETag or Last-Modified that the page was served with.'),
});

const edition = z.union([foundEdition, noEdition]);

export type FoundEdition = z.output<typeof foundEdition>;
export type NoEdition = z.output<typeof noEdition>;
export const source = z.strictObject({
  title: text.describe('The page’s own title, or a plain name for it.'),
  url: url.describe('Where it is found.'),
  publisher: text.describe('Who answers for what it says.'),
  date: when
    .nullable()
    .default(null)
    .describe('When the page was published or last changed; null if it does not say.'),
  kind: z.enum(SOURCE_KINDS).optional(),
  note: text.optional().describe('What a reader must know of it, say that it is a translation.'),
  edition: edition
    .optional()
    .describe('Which copy of the text was read, where it lies in a public repository.'),
});

export const sourceMap = z.record(slug, source);

/** What ratings may leave to a file of theirs, or to their criterion, where it is the same for many. */
export const ratingDefaults = z.strictObject({
  why: text.optional().describe('Of figures taken from one table: what that table is.'),
  evidence: z.enum(EVIDENCE_GRADES).optional(),
  version: text.optional(),
  checked: day.optional(),
  sources: sources.optional(),
  basis: slug.optional().describe('For quantities: what a figure stands for.'),
});

/** The fields of a rating that a default may give. */
export const DEFAULT_FIELDS = ratingDefaults.keyof().options;

export type SourceMap = z.output<typeof sourceMap>;
