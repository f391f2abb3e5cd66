/** Reads a content folder and gives either one validated Comparison or everything wrong with it. */

import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { Authored, withAnchors } from './authored.ts';
import { NO_PROSE, readProse } from './body.ts';
import { CHECKS } from './checks/index.ts';
import {
  COLLECTION_NAMES,
  fixIn,
  hasProse,
  isNameIn,
  KINDS,
  placeOf,
  type CollectionName,
  type DataOf,
} from './collections.ts';
import type { Comparison } from './comparison.ts';
import type { Content, Entries, Entry } from './content.ts';
import { parseContentFile, type ContentDocument, type FieldPath } from './document.ts';
import { explainIssues } from './explain-issue.ts';
import { ContentError, listNames, nearest, sortFaults, type Fault } from './fault.ts';
import { link } from './link.ts';
import { readOptionsTable, type ScalesBySlug } from './options-table.ts';
import { SLUG, SLUG_IN_WORDS } from './schemas/common.ts';
import { siteSchema } from './schemas/site.ts';

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
export function tryLoadComparison(options: LoadOptions): {
  comparison: Comparison | null;
  faults: readonly Fault[];
} {
  const { content, faults } = readContent(options);
  if (content === null || faults.length > 0) return { comparison: null, faults };
  return { comparison: link(content), faults: [] };
}

/**
 * Reads and checks the content without linking it.
 *
 * @returns all faults, sorted; and whatever is sound of the content, or null without a sound site.yaml or
 *   where a whole collection that it must have is missing
 */
export function readContent({ directory, today }: LoadOptions): {
  content: Content | null;
  faults: readonly Fault[];
} {
  const listed = listFiles(directory);
  const faults = [...listed.faults];
  const inFiles = listed.files.map((file): ReadFile => {
    const bytes = readBytes(file.path);
    if (!(bytes instanceof Uint8Array)) return { ...file, document: null, faults: [bytes] };
    const { document, faults: own } = parseContentFile({ file: shownPath(file.path), bytes });
    return { ...file, document, faults: [...own] };
  });
  // What others may leave to criteria is known once these are read.
  const criteria = entriesOf(
    'criteria',
    inFiles
      .filter(isOf('criteria'))
      .map((file) => ({ ...file, document: file.document && withAnchors(file.document) })),
  );
  const criterionSlugs = inFiles.filter(isOf('criteria')).map(({ slug }) => slug);
  const authored = new Authored(criteria, criterionSlugs);
  const scales = new Map(
    criterionSlugs.map((slug) => [slug, criteria.find((c) => c.slug === slug)?.data.scale]),
  );
  const tables = listed.tables.map((table) => rowsOf(table, scales, inFiles));
  faults.push(...tables.flatMap((table) => table.faults));
  const files = [...inFiles, ...tables.flatMap(({ rows }) => rows)].map((file): ReadFile => {
    const { document, collection } = file;
    if (document === null) return file;
    if (collection === 'questions') return { ...file, document: authored.question(document) };
    if (collection === 'published') return { ...file, document: authored.published(document) };
    return collection === 'options' ? { ...file, ...authored.option(document) } : file;
  });
  const read = COLLECTION_NAMES.map(
    (name): readonly [CollectionName, readonly Entry<unknown>[]] => [
      name,
      name === 'criteria' ? criteria : entriesOf(name, files.filter(isOf(name))),
    ],
  );
  const nameOf = ({ collection, slug }: { collection: CollectionName; slug: string }): string =>
    `${collection}/${slug}`;
  const entered = new Set(read.flatMap(([, of]) => of.map(nameOf)));
  const unsound = files.filter((file) => file.faults.length > 0 || !entered.has(nameOf(file)));
  const faulty = new Set([
    ...listed.faulty,
    ...unsound.map(({ collection }) => collection),
    ...tables.flatMap((table) => (table.faults.length > 0 ? table.collection : [])),
  ]);
  const wrong = new Set(unsound.map(({ path }) => shownPath(path)));
  faults.push(...authored.idleDefaults((file) => !wrong.has(file), !faulty.has('options')));
  faults.push(
    ...files.flatMap((file) =>
      file.faults.map((fault) => ({ ...fault, fix: fixIn(file.collection, fault.fix) })),
    ),
  );

  // Only the list of collections knows which data belong to which name.
  const entries = Object.fromEntries(read) as unknown as Entries;
  const site = entries.site[0];
  // Nearly every check needs site.yaml, and names of what is gone as a whole would all be unknown: that is
  // told first.
  if (site === undefined || !listed.isWhole) return { content: null, faults: sortFaults(faults) };

  const shared = files.filter(({ collection }) => KINDS[collection].shared);
  const slugs = new Map<CollectionName, string[]>();
  for (const { collection, slug } of files) {
    const own = slugs.get(collection);
    if (own === undefined) slugs.set(collection, [slug]);
    else own.push(slug);
  }
  const content: Content = {
    ...entries,
    site,
    all: read.flatMap(([, of]) => of),
    faulty,
    today,
    // A file that is not read for its name declares sources as well.
    sharedSourceIds: listed.faulty.some((name) => KINDS[name].shared)
      ? null
      : idsIn(shared.map(({ document }) => document)),
    slugs: (collection) => slugs.get(collection) ?? [],
  };
  faults.push(...CHECKS.flatMap((check) => check(content)));
  return { content, faults: sortFaults(faults) };
}

/**
 * The origin that site.yaml names, without any other check.
 *
 * @returns undefined where the file cannot be read or names none
 */
export function readOrigin(directory: string): string | undefined {
  try {
    const data: unknown = parse(readFileSync(join(directory, KINDS.site.files), 'utf8'));
    const origin = siteSchema.shape.origin.safeParse((data as { origin?: unknown } | null)?.origin);
    return origin.data?.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

/** The ids that files of shared sources declare; null where a file, or one of its ids, cannot be read. */
function idsIn(documents: readonly (ContentDocument | null)[]): readonly string[] | null {
  const ids = documents.flatMap((document) =>
    document === null ? [null] : Object.keys(document.data),
  );
  const known = ids.filter((id) => id !== null && SLUG.test(id));
  return known.length === ids.length ? known.filter((id) => id !== null) : null;
}

/** A path as people write it from where they work. */
const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join('/');

/** What a file holds, or why it cannot be read. Pipes and the like are not opened: that could take for ever. */
function readBytes(path: string): Uint8Array | Fault {
  const fault = (problem: string, fix: string): Fault => ({
    file: shownPath(path),
    line: 1,
    column: 1,
    field: '',
    problem,
    fix,
  });
  try {
    const kind = oddKind(lstatSync(path));
    if (kind !== null) {
      return fault(`This is ${kind}, not a file.`, 'Put the file itself here, or remove it.');
    }
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fault(`The file cannot be read (${code}).`, 'Let everyone read it, or remove it.');
  }
}

/** What stands in the place of a file, in words; null for a file. */
function oddKind(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return 'a folder';
  if (stats.isSymbolicLink()) return 'a symbolic link';
  return 'a pipe or a device';
}

/** A file of a collection, by its name alone. */
interface ListedFile {
  readonly collection: CollectionName;
  readonly slug: string;
  readonly path: string;
}

/** A file each row of which is one of a collection. */
interface ListedTable {
  readonly collection: CollectionName;
  readonly path: string;
}

/** A file that was read. */
interface ReadFile extends ListedFile {
  /** Null where it cannot be read. */
  readonly document: ContentDocument | null;
  /** What is wrong with the file by itself. */
  readonly faults: Fault[];
  /** Whether a field may be wanting, since what gives it has a fault of its own. */
  readonly excuses?: (path: FieldPath) => boolean;
}

const isOf =
  (name: CollectionName) =>
  ({ collection }: ListedFile): boolean =>
    collection === name;

/** The rows of a table, each as a file. */
function rowsOf(
  { collection, path }: ListedTable,
  scales: ScalesBySlug,
  files: readonly ReadFile[],
): {
  readonly collection: CollectionName;
  readonly rows: readonly ReadFile[];
  readonly faults: readonly Fault[];
} {
  const bytes = readBytes(path);
  if (!(bytes instanceof Uint8Array)) {
    return { collection, rows: [], faults: [bytes] };
  }
  const taken = files
    .filter(isOf(collection))
    .map((file) => [file.slug, shownPath(file.path)] as const);
  const { rows, faults } = readOptionsTable(
    { file: shownPath(path), bytes },
    scales,
    new Map(taken),
  );
  return {
    collection,
    rows: rows.map((row) => ({ collection, path, ...row, faults: [] })),
    faults,
  };
}

/** The files of a collection whose fields are sound; what is wrong with others is added to their faults. */
function entriesOf<N extends CollectionName>(
  collection: N,
  files: readonly ReadFile[],
): readonly Entry<DataOf<N>>[] {
  const { schema, page, declares } = KINDS[collection];
  return files.flatMap(({ slug, document, faults, excuses }) => {
    if (document === null) return [];
    const { prose, faults: inProse } = hasProse(collection)
      ? readProse(document)
      : { prose: NO_PROSE, faults: [] };
    faults.push(...inProse);
    const { data, error } = schema.safeParse(document.data);
    if (error !== undefined) {
      const issues = error.issues.filter(({ path }) => excuses?.(path) !== true);
      faults.push(...explainIssues(document, schema, issues));
      return [];
    }
    return [
      {
        collection,
        slug,
        document,
        data,
        prose,
        page: page?.(data, slug) ?? null,
        declares: declares?.(data) ?? {},
      },
    ];
  });
}

/** What systems and editors leave in folders, and nobody means as content. */
const LITTER = /^(?:\..*|#.*#|.*~|Thumbs\.db|desktop\.ini)$/i;

/** What may lie beside the content and tells of it. */
const NOTES = /\.md$|^(?:licen[cs]e|notice|readme)(?:\.txt)?$/i;

/** The names in a folder, sorted; null where there is none that can be read. */
function entriesIn(path: string): readonly string[] | null {
  try {
    return readdirSync(path).toSorted();
  } catch {
    return null;
  }
}

/** The files of a content folder, with what their names alone show to be wrong. */
function listFiles(directory: string): {
  readonly files: readonly ListedFile[];
  readonly tables: readonly ListedTable[];
  readonly faults: readonly Fault[];
  /** Collections that lack files, or have some that are not read for their names. */
  readonly faulty: readonly CollectionName[];
  /** False where a folder cannot be read or has nothing in it that it must have. */
  readonly isWhole: boolean;
} {
  const faults: Fault[] = [];
  const faulty: CollectionName[] = [];
  let isWhole = true;
  const whole = (path: string, fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>): void => {
    faults.push({ file: shownPath(path), line: 1, column: 1, field: '', ...fault });
  };

  let top: string[];
  try {
    top = readdirSync(directory).filter((name) => !LITTER.test(name));
  } catch {
    whole(directory, {
      problem: 'The content folder cannot be read.',
      fix: `Set CONTENT_DIR to the folder that holds ${KINDS.site.files}.`,
    });
    return { files: [], tables: [], faults, faulty, isWhole: false };
  }

  const places = COLLECTION_NAMES.map((name) => ({ name, ...placeOf(name) }));
  const tables = COLLECTION_NAMES.flatMap((collection) => {
    const { table } = KINDS[collection];
    return table === undefined ? [] : [{ collection, table, path: join(directory, table) }];
  });
  const known = [...places.map(({ place }) => place), ...tables.map(({ table }) => table)];
  for (const name of top.toSorted()) {
    if (known.includes(name) || NOTES.test(name)) continue;
    whole(join(directory, name), {
      problem: 'Nothing reads this.',
      found: name,
      allowed: listNames([
        ...places.map(({ place, isFolder }) => (isFolder ? `${place}/` : place)),
        ...tables.map(({ table }) => table),
      ]),
      nearest: nearest(name, known),
      fix: 'Rename it, or move it out of the content folder.',
    });
  }

  const files = places.flatMap(({ name: collection, place, isFolder, extension }): ListedFile[] => {
    const { required, names } = KINDS[collection];
    const path = join(directory, place);
    if (!isFolder) {
      if (top.includes(place)) return [{ collection, slug: basename(place, extension), path }];
      if (required) {
        faulty.push(collection);
        whole(path, {
          problem: 'The file is missing.',
          fix: 'Add it; it names the site, its groups of criteria and its kinds of option.',
        });
      }
      return [];
    }
    const inFolder = top.includes(place) ? entriesIn(path) : [];
    if (inFolder === null) {
      isWhole = false;
      faulty.push(collection);
      whole(path, {
        problem: 'This is not a folder that can be read.',
        fix: `Make it a folder of files with the ending ${extension}.`,
      });
      return [];
    }
    const found = inFolder
      .filter((name) => !LITTER.test(name))
      .flatMap((name): ListedFile[] => {
        const slug = basename(name, extname(name));
        if (extname(name) === extension && isNameIn(collection, slug)) {
          return [{ collection, slug, path: join(path, name) }];
        }
        faulty.push(collection);
        whole(join(path, name), {
          problem: 'This is not the name of a content file.',
          found: name,
          allowed: `${names?.words ?? SLUG_IN_WORDS}, with the ending ${extension}`,
          fix: fixIn(collection, 'Rename the file.'),
        });
        return [];
      });
    const hasTable = tables.some((of) => of.collection === collection && top.includes(of.table));
    if (required && found.length === 0 && !hasTable) {
      isWhole = false;
      faulty.push(collection);
      whole(path, {
        problem: 'The collection is empty.',
        fix: `Add at least one file with the ending ${extension}.`,
      });
    }
    return found;
  });
  return {
    files,
    tables: tables.filter(({ table }) => top.includes(table)),
    faults,
    faulty,
    isWhole,
  };
}
