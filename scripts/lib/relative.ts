/**
 * Makes a built site independent of the path under which it lies: what it says of its own addresses
 * becomes relative to where it says it.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** The path to build a site under that is to be made relative: it stands in no text by chance. */
export const PLACEHOLDER = '/--anywhere--/';

// What a browser resolves relative to the file itself; of anything else, only its reader knows to what.
const RESOLVED = ['.html', '.js', '.css', '.svg'];
const ENCODED = encodeURIComponent(PLACEHOLDER);

/** Where the addresses of a text lead once they do not lead to the placeholder. */
export interface Place {
  /** The file, from the top of the site, with forward slashes. */
  readonly file: string;
  /** The path under which the site is published, with a slash at both ends; for what names its origin. */
  readonly published: string;
}

/**
 * The text of a file with its addresses made relative. Those that name an origin lead to the
 * published site as before.
 *
 * @throws {Error} if the text has relative addresses and a browser would not know to what
 */
export function relativeText(text: string, { file, published }: Place): string {
  const top = '../'.repeat(file.split('/').length - 1) || './';
  const named = text
    .replaceAll(new RegExp(`(?<=[\\w\\]])${PLACEHOLDER}`, 'g'), published)
    .replaceAll(ENCODED, encodeURIComponent(published));
  if (named.includes(PLACEHOLDER) && !RESOLVED.includes(extname(file))) {
    throw new Error(`${file} has addresses without an origin, which cannot be made relative.`);
  }
  const moved = named.replaceAll(PLACEHOLDER, top);
  return extname(file) === '.html' ? withHashes(text, moved) : moved;
}

/** A page whose policy lists the hashes of its scripts and styles as they are after a change. */
export function withHashes(before: string, after: string): string {
  const old = inlineHashes(before);
  return inlineHashes(after).reduce(
    (page, hash, i) =>
      old[i] === undefined || old[i] === hash ? page : page.replaceAll(`'${old[i]}'`, `'${hash}'`),
    after,
  );
}

/** The hashes of the scripts and styles within a page, in order, as a policy writes them. */
export function inlineHashes(page: string): string[] {
  return [...page.matchAll(/<(script|style)\b[^>]*>([^]*?)<\/\1>/g)].map(
    ([, , contents = '']) => `sha256-${createHash('sha256').update(contents).digest('base64')}`,
  );
}

/**
 * Makes all files of a built site relative.
 *
 * @param published the path under which the site is published, with a slash at both ends
 */
export function makeRelative(directory: string, published: string): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const contents = readFileSync(path);
    if (!contents.includes(PLACEHOLDER) && !contents.includes(ENCODED)) continue;
    const file = relative(directory, path).split(sep).join('/');
    writeFileSync(path, relativeText(contents.toString('utf8'), { file, published }));
  }
}
