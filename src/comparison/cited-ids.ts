/** Where content cites sources. */

import type { Entry } from './content.ts';
import type { FieldPath } from './document.ts';

/** The fields that hold lists of source ids. */
const CITING_FIELDS: ReadonlySet<string> = new Set(['sources', 'said', 'startSources']);

/** Goes through every list of source ids in data; the path is that of the list only while it is told of. */
function eachList(
  data: unknown,
  path: (string | number)[],
  tell: (ids: readonly unknown[], path: FieldPath) => void,
): void {
  if (data === null || typeof data !== 'object') return;
  const isList = Array.isArray(data);
  for (const [key, child] of Object.entries(data) as [string, unknown][]) {
    if (key === 'defaults' && path.length === 0) continue;
    path.push(isList ? Number(key) : key);
    if (Array.isArray(child) && CITING_FIELDS.has(key)) tell(child, path);
    else eachList(child, path, tell);
    path.pop();
  }
}

/** Every source id that the fields of a document cite, with the field; a default is cited where it is taken. */
export function fieldCitations(data: unknown): readonly { id: string; path: FieldPath }[] {
  const found: { id: string; path: FieldPath }[] = [];
  eachList(data, [], (ids, path) => {
    found.push(...ids.map((id, i) => ({ id: String(id), path: [...path, i] })));
  });
  return found;
}

/** The ids of all sources that an entry cites, in fields or prose, each once. */
export function citedIds(entry: Entry<unknown>): readonly string[] {
  const ids = new Set<string>();
  eachList(entry.data, [], (list) => {
    for (const id of list) ids.add(String(id));
  });
  for (const { target } of entry.prose.cited) ids.add(target);
  return [...ids];
}

/** The data with every list of source ids replaced; all else is kept. */
export function mapCitations<T>(data: T, replace: (ids: readonly string[]) => string[]): T {
  const copy = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) {
      return key !== undefined && CITING_FIELDS.has(key)
        ? replace(value.map(String))
        : value.map((item) => copy(item));
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([k, child]) => [k, copy(child, k)]));
  };
  return copy(data) as T;
}
