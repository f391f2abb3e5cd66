/**
 * Files of data whose names tell their contents: a page and what it fetches are always of one edition of the
 * site, and what was fetched once need not be asked for again.
 */

import { createHash } from 'node:crypto';

/** A file of data. Its name changes when and only when its text does. */
export interface NamedFile {
  /** What `namedDataPath` takes: a kind, a dot, and the rest with eight hexadecimal digits at its end. */
  readonly name: string;
  readonly text: string;
}

/**
 * The file of some data.
 *
 * @param kind a word that tells what such files hold
 * @param of which of its kind it is, where there are several: letters, digits and hyphens
 */
export function namedFile(kind: string, data: unknown, of?: string): NamedFile {
  const text = JSON.stringify(data);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { name: of === undefined ? `${kind}.${hash}` : `${kind}.${of}-${hash}`, text };
}
