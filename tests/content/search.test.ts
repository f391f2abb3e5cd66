/** What readers type finds what they mean: the search of the site, on the index of the site. */

import { describe, expect, it } from 'vitest';
import { findablePages, searchFiles } from '../../src/outputs/search-index.ts';
import { unpackFindables, type PackedFindables } from '../../src/words/search-entry.ts';
import { finder } from '../../src/islands/search/find.ts';
import { comparison } from './content.ts';
import { queries, QUERIES_FILE } from './search-queries.ts';

// As the browser has it: packed, sent as text, and unpacked.
const packed = JSON.parse(searchFiles(comparison).pages.text) as PackedFindables;
const find = finder(unpackFindables(packed));

describe(QUERIES_FILE, () => {
  it('has enough of what people type', () => {
    expect(queries.length).toBeGreaterThanOrEqual(200);
  });

  it('asks for each thing once', () => {
    const asked = queries.map(({ query }) => query.toLowerCase());
    expect(asked.filter((query, i) => asked.indexOf(query) !== i)).toEqual([]);
  });

  it.each(queries)('$line: “$query” finds $path first', ({ query, path }) => {
    expect(find(query).groups[0]?.members[0]?.path).toBe(path);
  });
});

describe('the index', () => {
  it('finds every page by its name, among the first of its kind', () => {
    const lost = findablePages(comparison).filter(({ kind, name, path }) => {
      const group = find(name).groups.find((g) => g.kind === kind);
      // Levels of several criteria may be called the same.
      return kind !== 'level' && group?.members.some((member) => member.path === path) !== true;
    });
    expect(lost).toEqual([]);
  });
});
