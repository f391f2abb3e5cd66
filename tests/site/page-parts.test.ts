/** The ids that the validator believes pages to have are those that they are built with. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { contentDay } from '../../src/comparison/content-day.ts';
import { readContent } from '../../src/comparison/load.ts';
import { partsOfPages } from '../../src/comparison/page-parts.ts';
import { SITES } from '../sites.ts';

describe.each(SITES)('$name', ({ contentDirectory, directory }) => {
  const { content } = readContent({
    directory: contentDirectory,
    today: contentDay(contentDirectory),
  });
  const pages = content === null ? [] : [...partsOfPages(content)];

  it('has pages with parts', () => {
    expect(pages.length).toBeGreaterThan(30);
  });

  it.each(pages)('%s has the ids that it is taken to have, and no others', (path, partsOf) => {
    const { parts, isWhole } = partsOf();
    expect(isWhole).toBe(true);
    const root = parse(readFileSync(join(directory, path, 'index.html'), 'utf8'));
    // Panels that open on demand, controls and data for scripts are no places to link to.
    for (const hidden of root.querySelectorAll('template, [popover], script, input'))
      hidden.remove();
    const built = root.querySelectorAll('[id]').map((element) => element.getAttribute('id') ?? '');
    expect(built.toSorted()).toEqual([...new Set(built)].toSorted());
    expect(parts.filter((part) => part.isThere !== false).map(({ id }) => id)).toEqual(
      expect.arrayContaining(built),
    );
    const places = parts.filter((part) => part.isPlace && !part.isByScript);
    expect(built).toEqual(
      expect.arrayContaining(places.filter((part) => part.isThere === true).map(({ id }) => id)),
    );
  });
});
