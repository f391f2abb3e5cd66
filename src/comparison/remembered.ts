/** What is made once, for as long as what it was made of stays the same. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param keyOf what a present value depends on, as a text
 * @param make makes a value; where it throws, nothing is remembered
 * @returns what `make` made last, made anew whenever the key has changed
 */
export function remembered<T>(keyOf: () => string, make: () => T): () => T {
  let last: { readonly key: string; readonly value: T } | undefined;
  return () => {
    const key = keyOf();
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}

/**
 * Tells one state of a folder from another without reading its files: by name, size and time of the last
 * change of each.
 */
export function stateOfFolder(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(directory, name));
      return [name, size, mtimeMs].join(' ');
    })
    .join('\n');
}
