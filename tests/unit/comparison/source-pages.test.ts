/** On which pages the sources stand. */

import { describe, expect, it } from 'vitest';
import { listedAt, publishersOf, sourcePages } from '../../../src/comparison/source-pages.ts';
import { loadTea } from './loaded.ts';

/** So many sources of each publisher. */
const sourcesOf = (
  counts: Readonly<Record<string, number>>,
): readonly { readonly id: string; readonly title: string; readonly publisher: string }[] =>
  Object.entries(counts).flatMap(([publisher, count]) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${publisher}-${String(i)}`,
      title: `Title ${String(i)}`,
      publisher,
    })),
  );

/** Each page with the number of its sources. */
const pagesOf = (counts: Readonly<Record<string, number>>): readonly unknown[] =>
  sourcePages(sourcesOf(counts), 'en').map(({ slug, name, publishers }) => [
    slug,
    name,
    publishers.reduce((sum, { sources }) => sum + sources.length, 0),
  ]);

describe('the pages of sources', () => {
  it('are none where all stand on one page', () => {
    expect(pagesOf({ Gardens: 5, Mills: 5 })).toEqual([]);
    expect(pagesOf({ Gardens: 200 })).toEqual([]);
    expect(pagesOf({})).toEqual([]);
  });

  it('are those of publishers with many sources, and such as the others share in order', () => {
    expect(pagesOf({ 'The Gardens & Co.': 120, mills: 70, Ports: 3, Ähren: 11 })).toEqual([
      ['mills', 'mills', 70],
      ['the-gardens-co', 'The Gardens & Co.', 120],
      ['others', 'Others, A to P', 14],
    ]);
  });

  it('part what is too long for one: one publisher evenly, many between publishers', () => {
    expect(pagesOf({ Gardens: 401 })).toEqual([
      ['gardens', 'Gardens, 1 of 3', 134],
      ['gardens-2', 'Gardens, 2 of 3', 134],
      ['gardens-3', 'Gardens, 3 of 3', 133],
    ]);
    const many = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`${String.fromCharCode(97 + i)} press`, 19]),
    );
    expect(pagesOf({ ...many, '3 mills': 1 })).toEqual([
      ['others', 'Others, 0–9 to J', 191],
      ['others-2', 'Others, K to T', 190],
      ['others-3', 'Others, U to X', 76],
    ]);
  });

  it('have each an address of its own, whatever publishers are called', () => {
    const counts = { Others: 90, others: 90, 茶: 90, 水: 90, Few: 2 };
    const slugs = sourcePages(sourcesOf(counts), 'en').map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(5);
    expect(slugs.every((slug) => /^[a-z\d]+(?:-[a-z\d]+)*$/.test(slug))).toBe(true);
    expect(slugs.at(-1)).toBe('others');
  });

  it('have every source once, whatever its place in the content', () => {
    const sources = sourcesOf({ A: 230, B: 19, C: 19, D: 300, E: 1 });
    const pages = sourcePages(sources, 'en');
    const listed = pages.flatMap(({ publishers }) => publishers.flatMap((p) => p.sources));
    expect(listed).toHaveLength(sources.length);
    expect(new Set(listed)).toEqual(new Set(sources));
    expect(sourcePages(sources.toReversed(), 'en').map(({ slug }) => slug)).toEqual(
      pages.map(({ slug }) => slug),
    );
  });
});

it('a source is led to on the page that lists it', () => {
  const tea = loadTea();
  const [source] = tea.sources;
  const id = source?.id ?? '';
  expect(listedAt(tea, id)).toBe(`/sources/#${id}`);
  const more = sourcesOf({ Mills: 300 });
  const large = { ...tea, sources: more.map((one) => ({ ...one, url: '', date: null, file: '' })) };
  expect(listedAt(large, 'Mills-0')).toBe('/sources/mills/#Mills-0');
  expect(listedAt(large, more.at(-1)?.id ?? '')).toMatch(/^\/sources\/mills(?:-2)?\/#/);
});

it('publishers are in alphabetical order, and so are the titles of each', () => {
  const sources = [
    { id: 'b', title: 'b', publisher: 'Mills' },
    { id: 'a', title: 'A', publisher: 'mountain' },
    { id: 'c', title: 'a', publisher: 'Mills' },
  ];
  expect(publishersOf(sources, 'en').map(({ sources: own }) => own.map(({ id }) => id))).toEqual([
    ['c', 'b'],
    ['a'],
  ]);
});
