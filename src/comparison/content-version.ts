/** Which content this is, as a short name that changes when the data do. */

import { createHash } from 'node:crypto';
import { COLLECTION_NAMES, KINDS } from './collections.ts';
import type { Content } from './content.ts';

/**
 * The version of the content: the beginning of a hash of all data, prose left out.
 *
 * It depends neither on the day, nor on where files lie, nor on the order of fields within them, nor on
 * whether a rating says something itself or a default does for it.
 *
 * @returns twelve hexadecimal digits
 */
export function contentVersion({ all }: Pick<Content, 'all'>): string {
  const model = COLLECTION_NAMES.filter((name) => KINDS[name].versioned).map((name) => {
    const entries = all.filter(({ collection }) => collection === name);
    // In which of several files a shared source is declared makes no difference.
    const data = KINDS[name].shared
      ? entries.map(({ data }) => data).reduce<object>((a, b) => Object.assign(a, b), {})
      : entries.map(({ slug, data }) => ({ slug, data: withoutDefaults(data) }));
    return [name, data];
  });
  const text = JSON.stringify(model, (_key, value: unknown) => sorted(value));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** What a file says in the end: the ratings have taken its defaults. */
function withoutDefaults(data: unknown): unknown {
  if (data === null || typeof data !== 'object' || !('defaults' in data)) return data;
  const { defaults: _defaults, ...rest } = data;
  return rest;
}

/** An object with its keys in alphabetical order; anything else as it is. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
