/** What the search and the terms in the prose of the built sites lead to. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpackFindables, type PackedFindables } from '../../src/words/search-entry.ts';
import { IS_FOREIGN } from '../content-under-test.ts';
import { SITES } from '../sites.ts';
import { builtPages } from './built-pages.ts';

describe.each(SITES)('$name', (site) => {
  const read = (file: string): string => readFileSync(join(site.directory, file), 'utf8');
  const ids = new Map(builtPages(site).map((page) => [page.path, page.ids]));
  const leadsNowhere = (path: string): boolean => {
    const [page = '', fragment] = path.split('#');
    return ids.get(page)?.has(fragment ?? 'content') !== true;
  };
  const files = readdirSync(join(site.directory, 'data')).filter((f) => f.startsWith('search.'));

  it('everything that can be found has its place on a page', () => {
    expect(files.map((file) => file.replace(/-[0-9a-f]{8}\.json$/, ''))).toEqual([
      'search.pages',
      'search.sources',
    ]);
    const found = files.flatMap((file) =>
      unpackFindables(JSON.parse(read(join('data', file))) as PackedFindables),
    );
    if (!IS_FOREIGN) expect(found.length).toBeGreaterThan(30);
    expect(found.map(({ path }) => path).filter(leadsNowhere)).toEqual([]);
  });

  it('every page knows the files by their names', () => {
    for (const { file, root } of builtPages(site)) {
      const search = root.querySelector('site-search');
      if (search === null) continue;
      const named = ['data-pages', 'data-sources'].map((name) => search.getAttribute(name));
      expect(named, file).toEqual(files.map((name) => `${site.basePath}data/${name}`));
    }
  });

  it('terms are linked once on a page, and few of them', () => {
    const pages = builtPages(site).map(({ file, root }) => {
      const links = root.querySelectorAll('a.term');
      return { file, targets: links.map((link) => link.getAttribute('href') ?? '') };
    });
    const linking = pages.filter(({ targets }) => targets.length > 0);
    if (!IS_FOREIGN) expect(linking.length).toBeGreaterThan(0);
    for (const { file, targets } of linking) {
      expect(new Set(targets).size, file).toBe(targets.length);
      expect(targets.length, file).toBeLessThanOrEqual(15);
    }
  });
});
