/**
 * Every kind of content file, once: where its files are, what is in them, and what else depends on the
 * kind. Reading, checking, linking, the version of the content, the collections of Astro and the
 * schemas of editors all go through this list, so that a new kind of file is added here.
 */

import {
  criterionPath,
  guidePath,
  optionPath,
  PAGES,
  practicePath,
  prosePath,
  publishedPath,
  scenarioPath,
} from '../links/routes.ts';
import type { z } from 'zod';
import { isFileSlug, sourceMap, type SourceMap } from './schemas/common.ts';
import { authoredCriterionSchema, criterionSchema } from './schemas/criterion.ts';
import { exceptionsSchema } from './schemas/exceptions.ts';
import { glossarySchema, guideSchema } from './schemas/guide.ts';
import { authoredOptionSchema, optionSchema } from './schemas/option.ts';
import { practiceSchema } from './schemas/practice.ts';
import { publishedSchema } from './schemas/published.ts';
import { questionSchema } from './schemas/question.ts';
import { releaseSchema } from './schemas/released.ts';
import { scenarioSchema } from './schemas/scenario.ts';
import { methodSchema, pageSchema, siteSchema } from './schemas/site.ts';
import { watchSchema } from './schemas/watch.ts';

/** A page of the site that is made of one file. */
export interface PageOfFile {
  readonly name: string;
  /** From the top of the site. */
  readonly path: string;
}

/** What is known of all files of one kind, whose data are `D`. */
interface Kind<D> {
  /**
   * Where the files are, from the top of the content folder: one file, or all of a folder. Those that
   * end in .mdx have prose.
   */
  readonly files: `${string}/*.${'mdx' | 'yaml' | 'json'}` | `${string}.${'mdx' | 'yaml'}`;
  readonly schema: z.ZodType<D>;
  /** A table beside the folder, each row of which is one of them as well. */
  readonly table?: `${string}.csv`;
  /** What people may write, where it is shorter than what the schema asks for in the end. */
  readonly authored?: z.ZodType;
  /** What one of them is, in a word; the schema for editors is named after it. */
  readonly noun: string;
  /** Whether there must be one. */
  readonly required?: true;
  /** The command that writes them, where no person does. */
  readonly writtenBy?: string;
  /** What their names look like, where that is more than a slug, in a pattern and in words. */
  readonly names?: { readonly form: RegExp; readonly words: string };
  /** Whether they are part of what the content says, so that a change in one is a new version of it. */
  readonly versioned: boolean;
  /** The page that a file becomes, where it becomes one. */
  readonly page?: (data: D, slug: string) => PageOfFile;
  /** Whether fields and prose cite sources. */
  readonly cites?: true;
  /** The sources that a file declares. */
  readonly declares?: (data: D) => SourceMap;
  /** Whether the sources that they declare may be cited by all files, else only by the one itself. */
  readonly shared?: true;
}

const kind = <S extends z.ZodType>(
  entry: Kind<z.output<S>> & { readonly schema: S },
): typeof entry => entry;

export const COLLECTIONS = {
  site: kind({
    files: 'site.yaml',
    schema: siteSchema,
    noun: 'site',
    required: true,
    versioned: true,
  }),
  exceptions: kind({
    files: 'exceptions.yaml',
    schema: exceptionsSchema,
    noun: 'exceptions',
    versioned: false,
  }),
  options: kind({
    files: 'options/*.mdx',
    table: 'options.csv',
    schema: optionSchema,
    authored: authoredOptionSchema,
    noun: 'option',
    required: true,
    versioned: true,
    cites: true,
    page: ({ name }, slug) => ({ name, path: optionPath(slug) }),
    declares: ({ sources }) => sources,
  }),
  criteria: kind({
    files: 'criteria/*.mdx',
    schema: criterionSchema,
    authored: authoredCriterionSchema,
    noun: 'criterion',
    required: true,
    versioned: true,
    page: ({ name }, slug) => ({ name, path: criterionPath(slug) }),
  }),
  published: kind({
    files: 'published/*.yaml',
    schema: publishedSchema,
    noun: 'published',
    versioned: true,
    cites: true,
    page: ({ title }, slug) => ({ name: title, path: publishedPath(slug) }),
  }),
  pages: kind({
    files: 'pages/*.mdx',
    schema: pageSchema,
    noun: 'page',
    versioned: true,
    cites: true,
    page: ({ title }, slug) => ({ name: title, path: prosePath(slug) }),
    declares: ({ sources }) => sources,
  }),
  method: kind({
    files: 'method.mdx',
    schema: methodSchema,
    noun: 'method',
    versioned: true,
    cites: true,
    page: () => ({ name: PAGES.method.name, path: PAGES.method.path }),
    declares: ({ sources }) => sources,
  }),
  guides: kind({
    files: 'guides/*.mdx',
    schema: guideSchema,
    noun: 'guide',
    versioned: true,
    cites: true,
    page: ({ title }, slug) => ({ name: title, path: guidePath(slug) }),
    declares: ({ sources }) => sources,
  }),
  scenarios: kind({
    files: 'scenarios/*.mdx',
    schema: scenarioSchema,
    noun: 'scenario',
    versioned: true,
    cites: true,
    page: ({ title }, slug) => ({ name: title, path: scenarioPath(slug) }),
    declares: ({ sources }) => sources,
  }),
  practice: kind({
    files: 'practice/*.mdx',
    schema: practiceSchema,
    noun: 'practice',
    versioned: true,
    cites: true,
    page: ({ title }, slug) => ({ name: title, path: practicePath(slug) }),
    declares: ({ sources }) => sources,
  }),
  questions: kind({
    files: 'questions/*.yaml',
    schema: questionSchema,
    noun: 'question',
    versioned: true,
  }),
  glossary: kind({
    files: 'glossary.yaml',
    schema: glossarySchema,
    noun: 'glossary',
    versioned: true,
    cites: true,
    page: () => ({ name: PAGES.glossary.name, path: PAGES.glossary.path }),
    declares: ({ sources }) => sources,
  }),
  sources: kind({
    files: 'sources/*.yaml',
    schema: sourceMap,
    noun: 'source',
    versioned: true,
    declares: (sources) => sources,
    shared: true,
  }),
  watch: kind({
    files: 'watch.yaml',
    schema: watchSchema,
    noun: 'watch',
    writtenBy: 'npm run watch -- --write',
    versioned: false,
  }),
  releases: kind({
    files: 'releases/*.json',
    schema: releaseSchema,
    noun: 'release',
    writtenBy: 'npm run release',
    names: {
      form: /^\d{4}-\d{2}-\d{2}[a-z]?$/,
      words: 'the day on which it was made, with a letter from the second of a day on',
    },
    versioned: false,
  }),
};

export type CollectionName = keyof typeof COLLECTIONS;

/** What a file of a collection holds, read and with its defaults. */
export type DataOf<N extends CollectionName> = z.output<(typeof COLLECTIONS)[N]['schema']>;

/** The same list, for code that goes through all kinds alike. */
export const KINDS: { readonly [N in CollectionName]: Kind<DataOf<N>> } = COLLECTIONS;

/** The names of all collections. */
export const COLLECTION_NAMES = Object.keys(COLLECTIONS).filter(isCollection);

function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(COLLECTIONS, name);
}

/** Where the files of a collection are within the content folder, and how their names end. */
export function placeOf(name: CollectionName): {
  /** A folder, or the one file. */
  readonly place: string;
  readonly isFolder: boolean;
  readonly extension: string;
} {
  const { files } = KINDS[name];
  const [place = ''] = files.split('/');
  return { place, isFolder: place !== files, extension: files.slice(files.lastIndexOf('.')) };
}

/** Whether the files of a collection have prose below their fields. */
export const hasProse = (name: CollectionName): boolean => placeOf(name).extension === '.mdx';

/** Whether the files of a collection may have this name, its ending left out. */
export const isNameIn = (name: CollectionName, slug: string): boolean =>
  KINDS[name].names?.form.test(slug) ?? isFileSlug(slug);

/** What to do about a fault in a file of a collection: what is said, where people write its files. */
export function fixIn(name: CollectionName, byHand: string): string {
  const { writtenBy } = KINDS[name];
  if (writtenBy === undefined) return byHand;
  return `Restore the file; “${writtenBy}” writes it, and nobody edits it.`;
}
