/** Reads a content folder and gives either one validated Comparison or everything wrong with it. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { readProse } from './body.ts';
import { CHECKS } from './checks/index.ts';
import type { Comparison } from './comparison.ts';
import type { Content, Entry } from './content.ts';
import { parseContentFile, type ContentFile } from './document.ts';
import { explainIssues } from './explain-issue.ts';
import { ContentError, listNames, nearest, sortFaults, type Fault } from './fault.ts';
import { link } from './link.ts';
import { readReleases, RELEASES } from './releases.ts';
import { SLUG, sourceMap } from './schemas/common.ts';
import { criterionSchema } from './schemas/criterion.ts';
import { exceptionsSchema } from './schemas/exceptions.ts';
import { glossarySchema, guideSchema } from './schemas/guide.ts';
import { optionSchema } from './schemas/option.ts';
import { publishedSchema } from './schemas/published.ts';
import { questionSchema } from './schemas/question.ts';
import { scenarioSchema } from './schemas/scenario.ts';
import { pageSchema, siteSchema } from './schemas/site.ts';

/** The collections: a folder each, with the schema of its files and whether it must have any. */
const COLLECTIONS = {
  options: { extension: '.mdx', schema: optionSchema, required: true },
  criteria: { extension: '.mdx', schema: criterionSchema, required: true },
  pages: { extension: '.mdx', schema: pageSchema, required: false },
  guides: { extension: '.mdx', schema: guideSchema, required: false },
  scenarios: { extension: '.mdx', schema: scenarioSchema, required: false },
  questions: { extension: '.yaml', schema: questionSchema, required: false },
  sources: { extension: '.yaml', schema: sourceMap, required: false },
  published: { extension: '.yaml', schema: publishedSchema, required: false },
} as const;

const SITE_FILE = 'site.yaml';
const GLOSSARY_FILE = 'glossary.yaml';
const EXCEPTIONS_FILE = 'exceptions.yaml';

/** Files of which there is one or none, by the collection that they make. */
const SINGLE_FILES = { glossary: GLOSSARY_FILE, exceptions: EXCEPTIONS_FILE };

export interface LoadOptions {
  /** The content folder. */
  readonly directory: string;
  /** The day as of which ages are told and future dates are refused, as YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Loads the content.
 *
 * @throws {ContentError} with all faults, if there is any
 */
export function loadComparison(options: LoadOptions): Comparison {
  const { comparison, faults } = tryLoadComparison(options);
  if (comparison === null) throw new ContentError(faults);
  return comparison;
}

/** Loads the content; either the comparison is there and the list of faults empty, or the reverse. */
export function tryLoadComparison({ directory, today }: LoadOptions): {
  comparison: Comparison | null;
  faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const files = listFiles(directory, faults);
  const documents = files.flatMap((file) => {
    const parsed = parseContentFile(file);
    faults.push(...parsed.faults);
    return parsed.document === null ? [] : [parsed.document];
  });

  const entriesOf = <S extends z.ZodType>(collection: string, schema: S): Entry<z.output<S>>[] =>
    documents
      .filter((document) => document.collection === collection)
      .flatMap((document) => {
        const prose = document.file.endsWith('.mdx') ? readProse(document) : null;
        faults.push(...(prose?.faults ?? []));
        const result = schema.safeParse(document.data);
        if (result.success) return [{ slug: document.slug, document, data: result.data, prose }];
        faults.push(...explainIssues(document, schema, result.error));
        return [];
      });

  const releases = readReleases(directory, shownPath, faults);
  const site = entriesOf('site', siteSchema)[0];
  const parts = {
    options: entriesOf('options', optionSchema),
    criteria: entriesOf('criteria', criterionSchema),
    pages: entriesOf('pages', pageSchema),
    guides: entriesOf('guides', guideSchema),
    questions: entriesOf('questions', questionSchema),
    scenarios: entriesOf('scenarios', scenarioSchema),
    glossary: entriesOf('glossary', glossarySchema),
    exceptions: entriesOf('exceptions', exceptionsSchema),
    sources: entriesOf('sources', sourceMap),
    published: entriesOf('published', publishedSchema),
  };

  // Nearly every check needs site.yaml; without it, what is wrong with it is told first.
  if (site === undefined) return { comparison: null, faults: sortFaults(faults) };

  const content: Content = {
    site,
    ...parts,
    today,
    releases,
    sharedSourceIds: documents
      .filter((document) => document.collection === 'sources')
      .flatMap((document) => Object.keys(document.data)),
    slugs: (collection) => files.filter((f) => f.collection === collection).map((f) => f.slug),
  };
  faults.push(...CHECKS.flatMap((check) => check(content)));
  if (faults.length > 0) return { comparison: null, faults: sortFaults(faults) };
  return { comparison: link(content), faults: [] };
}

/**
 * The origin that site.yaml names, without any other check.
 *
 * @returns undefined where the file cannot be read or names none
 */
export function readOrigin(directory: string): string | undefined {
  try {
    const data: unknown = parse(readFileSync(join(directory, SITE_FILE), 'utf8'));
    const origin = siteSchema.shape.origin.safeParse((data as { origin?: unknown } | null)?.origin);
    return origin.data?.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

/** A path as people write it from where they work. */
const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join('/');

function listFiles(directory: string, faults: Fault[]): ContentFile[] {
  const whole = (path: string, fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>): void => {
    faults.push({ file: shownPath(path), line: 1, column: 1, field: '', ...fault });
  };
  const read = (collection: string, path: string): ContentFile => ({
    collection,
    slug: basename(path, extname(path)),
    file: shownPath(path),
    bytes: readFileSync(path),
  });

  let top: string[];
  try {
    top = readdirSync(directory).filter((name) => !name.startsWith('.'));
  } catch {
    whole(directory, {
      problem: 'The content folder cannot be read.',
      fix: 'Set CONTENT_DIR to the folder that holds site.yaml.',
    });
    return [];
  }

  const files: ContentFile[] = [];
  if (top.includes(SITE_FILE)) files.push(read('site', join(directory, SITE_FILE)));
  else {
    whole(join(directory, SITE_FILE), {
      problem: 'The file is missing.',
      fix: 'Add it; it names the site, its groups of criteria and its kinds of option.',
    });
  }

  for (const [collection, file] of Object.entries(SINGLE_FILES)) {
    if (top.includes(file)) files.push(read(collection, join(directory, file)));
  }

  const known = Object.keys(COLLECTIONS);
  for (const name of top.toSorted()) {
    const expected =
      [SITE_FILE, ...Object.values(SINGLE_FILES), RELEASES, ...known].includes(name) ||
      name.endsWith('.md');
    if (expected) continue;
    whole(join(directory, name), {
      problem: 'Nothing reads this.',
      found: name,
      allowed: listNames([SITE_FILE, ...Object.values(SINGLE_FILES), ...known.map((k) => `${k}/`)]),
      nearest: nearest(name, [SITE_FILE, ...Object.values(SINGLE_FILES), ...known]),
      fix: 'Rename it, or move it out of the content folder.',
    });
  }

  for (const [collection, { extension, required }] of Object.entries(COLLECTIONS)) {
    const folder = join(directory, collection);
    const names = top.includes(collection) ? readdirSync(folder).toSorted() : [];
    const slugs: string[] = [];
    for (const name of names.filter((n) => !n.startsWith('.'))) {
      const slug = basename(name, extname(name));
      if (extname(name) !== extension || !SLUG.test(slug)) {
        whole(join(folder, name), {
          problem: 'This is not the name of a content file.',
          found: name,
          allowed: `lower-case words joined by hyphens, with the ending ${extension}`,
          fix: 'Rename the file.',
        });
        continue;
      }
      slugs.push(slug);
      files.push(read(collection, join(folder, name)));
    }
    if (required && slugs.length === 0) {
      whole(folder, {
        problem: 'The collection is empty.',
        fix: `Add at least one file with the ending ${extension}.`,
      });
    }
  }
  return files;
}
