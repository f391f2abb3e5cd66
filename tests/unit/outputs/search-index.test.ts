import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  byLetter,
  findablePages,
  findableSources,
  indexLetters,
  searchFiles,
} from '../../../src/outputs/search-index.ts';
import {
  packFindables,
  unpackFindables,
  type Findable,
  type PackedFindables,
} from '../../../src/words/search-entry.ts';
import { loadTea } from '../comparison/loaded.ts';

const comparison = loadTea();
const pages = findablePages(comparison);
const at = (path: string): Findable | undefined => pages.find((page) => page.path === path);

describe('what can be found', () => {
  it('is an option by all of its names, former ones included', () => {
    expect(at('/options/black-tea/')).toEqual({
      kind: 'option',
      name: 'Black tea',
      path: '/options/black-tea/',
      about: 'Leaf · The gardens · Leaves that were left to oxidise.',
      also: ['Bohea', 'assam', 'ceylon'],
    });
  });

  it('is a page by the words of its address, where these say more', () => {
    expect(at('/guides/brewing/')?.also).toEqual(['brewing']);
    expect(at('/options/green-tea/')?.also).toEqual([]);
  });

  it('is a criterion with its levels, a term, a guide with its sections, and a page of its own', () => {
    expect(
      [
        '/criteria/strength/',
        '/criteria/strength/#level-strong',
        '/glossary/#leaf',
        '/guides/brewing/',
        '/guides/brewing/#leaves',
        '/about/',
      ].map((path) => [at(path)?.kind, at(path)?.name]),
    ).toEqual([
      ['criterion', 'Strength'],
      ['level', 'Strong'],
      ['term', 'Leaf'],
      ['guide', 'How to brew'],
      ['guide', 'Leaves'],
      ['page', 'About'],
    ]);
  });

  it('is told in plain text, without the marks of code and emphasis', () => {
    expect(at('/glossary/#leaf')?.about).toBe('What grows on a bush, as leaf.');
  });

  it('is not what the site does not have', () => {
    expect(at('/recommend/')).toBeUndefined();
    expect(at('/scenarios/')).toBeUndefined();
  });

  it('has each address once', () => {
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('is a source by title and publisher', () => {
    expect(findableSources(comparison)).toContainEqual({
      kind: 'source',
      name: 'The packet',
      path: '/sources/#black-tea-packet',
      about: 'The gardens',
      also: [],
    });
  });
});

describe('the files that the search loads', () => {
  const { pages: file, sources } = searchFiles(comparison);

  it('hold all of it, and come back as it was', () => {
    const unpacked = unpackFindables(JSON.parse(file.text) as PackedFindables);
    expect(new Set(unpacked)).toEqual(new Set(pages));
    expect(unpackFindables(JSON.parse(sources.text) as PackedFindables)).toEqual(
      findableSources(comparison),
    );
  });

  it('are named by their contents', () => {
    for (const [name, { text }] of [
      [file.name, file],
      [sources.name, sources],
    ] as const) {
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
      expect(name).toMatch(new RegExp(`^search\\.\\w+-${hash}$`));
    }
  });

  it('keep the order within a kind', () => {
    const two = pages.filter(({ kind }) => kind === 'option').slice(0, 2);
    expect(unpackFindables(packFindables(two.toReversed()))).toEqual(two.toReversed());
  });
});

describe('the index from A to Z', () => {
  const letters = indexLetters(comparison);

  it('has every name under its letter, and says what another name leads to', () => {
    const under = (letter: string): (readonly [string, string | null])[] | undefined =>
      letters
        .find((each) => each.letter === letter)
        ?.entries.map(({ name, see }) => [name, see] as const);
    expect(under('B')).toEqual([
      ['Bibliography', 'Sources'],
      ['Black tea', null],
      ['Bohea', 'Black tea'],
    ]);
    expect(under('L')).toEqual([
      ['Leaf', null],
      ['leaves', 'Leaf'],
    ]);
  });

  it('has the letters in order, each once', () => {
    const order = letters.map(({ letter }) => letter);
    expect(order).toEqual([...new Set(order)].toSorted());
  });
});

it('names are sorted under the letters with which they begin, accents left aside, figures under “0”', () => {
  const names = ['Élan', 'ant', '9 lives', 'm10', 'Eel', 'm2'].map((name) => ({ name }));
  expect(
    byLetter('en', names).map(({ letter, entries }) => [
      letter,
      ...entries.map(({ name }) => name),
    ]),
  ).toEqual([
    ['0', '9 lives'],
    ['A', 'ant'],
    ['E', 'Eel', 'Élan'],
    ['M', 'm2', 'm10'],
  ]);
});
