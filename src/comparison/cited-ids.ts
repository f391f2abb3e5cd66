/** Where content cites sources. */

import type { Entry } from './content.ts';
import type { FieldPath } from './document.ts';

/** The fields that hold lists of source ids. */
const CITING_FIELDS = ['sources', 'said', 'startSources'];

/** Every source id that the fields of a document cite, with the field; a default is cited where it is taken. */
export function fieldCitations(
  data: unknown,
  path: FieldPath = [],
): readonly { id: string; path: FieldPath }[] {
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, child]) => {
    if (key === 'defaults' && path.length === 0) return [];
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (CITING_FIELDS.includes(key) && Array.isArray(child)) {
      return child.map((id, i) => ({ id: String(id), path: [...here, i] }));
    }
    return fieldCitations(child, here);
  });
}

/** The ids of all sources that an entry cites, in fields or prose, each once. */
export function citedIds(entry: Entry<unknown>): readonly string[] {
  const inFields = fieldCitations(entry.data).map(({ id }) => id);
  const inProse = entry.prose.cited.map(({ target }) => target);
  return [...new Set([...inFields, ...inProse])];
}

/** The data with every list of source ids replaced; all else is kept. */
export function mapCitations<T>(data: T, replace: (ids: readonly string[]) => string[]): T {
  const copy = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) {
      return key !== undefined && CITING_FIELDS.includes(key)
        ? replace(value.map(String))
        : value.map((item) => copy(item));
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([k, child]) => [k, copy(child, k)]));
  };
  return copy(data) as T;
}
