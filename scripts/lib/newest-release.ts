/** The newest release among the tags of a repository, and how it is written into an option's file. */

import { isMap, isScalar, parseDocument } from 'yaml';

export interface TaggedRelease {
  readonly version: string;
  readonly tag: string;
  readonly commit: string;
}

/**
 * The release with the highest numbers among the tags that a pattern fits as a whole.
 *
 * @param pattern its first group, if it has one, is the version; else the tag is
 * @returns null where no tag fits
 */
export function newestRelease(
  tags: ReadonlyMap<string, string>,
  pattern: string,
): TaggedRelease | null {
  const form = new RegExp(`^(?:${pattern})$`);
  const releases = [...tags].flatMap(([tag, commit]): TaggedRelease[] => {
    const match = form.exec(tag);
    return match === null ? [] : [{ version: match[1] ?? tag, tag, commit }];
  });
  return releases.toSorted((a, b) => compareVersions(b.version, a.version))[0] ?? null;
}

/** Orders versions by their numbers: 1.9 before 1.10; less than 0 where the first is the older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? -1) - (right?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['QUOTE_SINGLE', "'"],
  ['QUOTE_DOUBLE', '"'],
]);

/** Front matter with another version and day as its latest release, and nothing else changed. */
export function withLatest(
  text: string,
  { version, date }: { version: string; date: string | null },
): string {
  const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const end = start === 0 ? text.length : text.indexOf('\n---', start) + 1;
  const latest = parseDocument(text.slice(start, end)).getIn(['release', 'latest'], true);
  if (!isMap(latest)) throw new Error('There is no latest release.');
  const edits = [
    { key: 'version', value: version },
    { key: 'date', value: date },
  ].flatMap(({ key, value }) => {
    const node = latest.get(key, true);
    if (value === null || !isScalar(node) || !node.range) return [];
    const style = QUOTES.get(node.type ?? '');
    // Bare, a version of figures would be read as a number, and other ones as something else still.
    const isPlain = key === 'date' || /^v\d[\w.+-]*$/.test(value);
    const quote = style ?? (isPlain ? '' : "'");
    return [
      { from: start + node.range[0], to: start + node.range[1], put: `${quote}${value}${quote}` },
    ];
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, { from, to, put }) => whole.slice(0, from) + put + whole.slice(to), text);
}
