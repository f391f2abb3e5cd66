/** The parsed content, not yet linked: what the checks across files look at. */

import type { Prose } from './body.ts';
import type { CollectionName, DataOf, PageOfFile } from './collections.ts';
import type { ContentDocument, FieldPath } from './document.ts';

import type { Fault } from './fault.ts';
import type { SourceMap } from './schemas/common.ts';

/** A file whose fields agree with their schema. */
export interface Entry<T> {
  readonly collection: CollectionName;
  /** The file name without its ending. */
  readonly slug: string;
  readonly document: ContentDocument;
  readonly data: T;
  /** Empty where files of the kind have none. */
  readonly prose: Prose;
  /** The page that the file becomes, where it becomes one. */
  readonly page: PageOfFile | null;
  /** The sources that the file declares, by their ids. */
  readonly declares: SourceMap;
}

/** The entries of every collection. Of collections that are one file there is one entry, or none. */
export type Entries = { readonly [N in CollectionName]: readonly Entry<DataOf<N>>[] };

export interface Content extends Omit<Entries, 'site'> {
  readonly site: Entry<DataOf<'site'>>;
  /** All entries of all collections. */
  readonly all: readonly Entry<unknown>[];
  /** Collections of which a file is missing or has faults of its own: not all that they say is known. */
  readonly faulty: ReadonlySet<CollectionName>;
  /**
   * The slugs of a collection's files, those with faults of their own included: a file that cannot
   * be read yet is not reported as missing wherever it is named.
   */
  readonly slugs: (collection: CollectionName) => readonly string[];
  /**
   * The ids of the sources that all files may cite, those in files with faults included; null where
   * such a file cannot be read at all.
   */
  readonly sharedSourceIds: readonly string[] | null;
  /** The day of the content, as YYYY-MM-DD. */
  readonly today: string;
}

/** A check across files: the faults that it finds. */
export type Check = (content: Content) => Fault[];

/** A fault at a field of an entry. */
export function faultAt(
  entry: { readonly document: ContentDocument },
  path: FieldPath,
  fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>,
  part: 'key' | 'value' = 'value',
): Fault {
  return { ...entry.document.locate(path, part), ...fault };
}
