import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  allPaths,
  comparePath,
  criterionPath,
  footer,
  isIndexed,
  markdownPath,
  moreNavigation,
  navigation,
  optionPath,
  PAGES,
  pairIn,
  pairPath,
  searchable,
  slugIn,
  underBase,
  type SlugsOf,
} from '../../../src/links/routes.ts';

const source = join(import.meta.dirname, '../../../src');

const full: SlugsOf = (kind) =>
  kind === 'options' ? ['b', 'a', 'c'] : kind.endsWith('airs') ? ['a-vs-b', 'b-vs-c'] : ['one'];
const empty: SlugsOf = () => [];

describe('paths', () => {
  it('lead to a page, a part of it or a state of it, under any base path', () => {
    expect(optionPath('tea')).toBe('/options/tea/');
    expect(optionPath('tea', 'strength')).toBe('/options/tea/#strength');
    expect(criterionPath('strength', 'mild')).toBe('/criteria/strength/#level-mild');
    expect(pairPath('tea', 'coffee')).toBe('/compare/coffee-vs-tea/');
    expect(comparePath()).toBe('/compare/');
    expect(comparePath('options=a,b')).toBe('/compare/?options=a,b');
    expect(markdownPath(optionPath('tea'))).toBe('/options/tea.md');
    expect(underBase('/leaf/', optionPath('tea'))).toBe('/leaf/options/tea/');
    expect(underBase('/leaf', '/')).toBe('/leaf/');
    expect(slugIn('/leaf/options/tea/')).toBe('tea');
  });

  it.each([
    ['/compare/a-vs-b/', { options: ['a', 'b'], isFrame: false }],
    ['/compare/b-vs-a', { options: ['b', 'a'], isFrame: false }],
    ['/compare/b-vs-a/index.html', { options: ['b', 'a'], isFrame: false }],
    ['/embed/compare/a-b-vs-c/', { options: ['a-b', 'c'], isFrame: true }],
    ['/compare/', null],
    ['/embed/compare/', null],
    ['/compare/a-vs-/', null],
    ['/compare/a-vs-b-vs-c/', null],
    ['/compare/a-vs-b/c/', null],
    ['/options/a-vs-b/', null],
  ])('of two options are read: %s', (path, expected) => {
    expect(pairIn(path)).toEqual(expected);
  });

  it('are those of all pages, each once', () => {
    const paths = allPaths(full);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of [
      '/',
      '/options/a/',
      '/one/',
      '/compare/a-vs-b/',
      '/compare/b-vs-c/',
      '/embed/compare/',
      '/embed/compare/b-vs-c/',
      '/embed/scenarios/one/',
      '/matrix/print/',
      '/a-z/',
    ]) {
      expect(paths).toContain(path);
    }
  });
});

describe('lists of pages', () => {
  const names = (pages: readonly { readonly name: string }[]): readonly string[] =>
    pages.map(({ name }) => name);

  it('have an order of their own', () => {
    expect(names(navigation(full))).toEqual(['Recommend', 'Matrix', 'Options', 'Guides']);
    expect(names(moreNavigation(full))).toEqual([
      'Compare',
      'Scenarios',
      'Criteria',
      'In practice',
      'Glossary',
      'Method',
      'What’s new',
    ]);
    expect(names(footer(full))).toEqual([
      'In practice',
      'What’s new',
      'Sources',
      'A to Z',
      'Quality of the data',
      'For programs',
      'Without a network',
    ]);
  });

  it('leave out what has nothing on it', () => {
    expect(names(navigation(empty))).toEqual(['Matrix', 'Options']);
    expect(names(moreNavigation(empty))).toEqual(['Compare', 'Criteria', 'What’s new']);
    expect(names(searchable(empty))).not.toContain('Glossary');
    expect(names(searchable(full))).toContain('Glossary');
  });

  it('keep from search engines what stands in frames or on paper', () => {
    expect(allPaths(full).filter((path) => !isIndexed(path))).toEqual([
      '/matrix/print/',
      '/embed/matrix/',
      '/embed/compare/',
      '/embed/compare/a-vs-b/',
      '/embed/compare/b-vs-c/',
      '/embed/scenarios/one/',
    ]);
  });
});

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:tsx?|astro|js)$/.test(path))
  .map((path) => join(source, path));

it('every page file without a parameter has an entry, and every entry a file', () => {
  const pages = join(source, 'pages');
  const paths = files
    .filter((file) => file.startsWith(pages) && file.endsWith('.astro') && !/\[|404/.test(file))
    .map(
      (file) =>
        `/${relative(pages, file)
          .replaceAll('\\', '/')
          .replace(/\.astro$/, '')}/`,
    )
    .map((path) => path.replace(/(?:^|\/)index\/$/, '/'));
  expect(paths.toSorted()).toEqual(
    Object.values(PAGES)
      .map(({ path }) => path)
      .toSorted(),
  );
});

/**
 * Paths that are written out: whole ones, and folders of the site before a slug. What is imported and
 * what comments say are no paths.
 */
function handwritten(text: string): readonly string[] {
  const folders = [
    ...new Set(allPaths(full).flatMap((path) => path.split('/').slice(1, -2))),
    ...['data', 'releases', 'pictures', 'api'],
  ];
  const singles = Object.values(PAGES).flatMap(({ path }) => path.split('/').slice(1, -1));
  const first = [...new Set([...folders, ...singles])].join('|');
  const whole = new RegExp(
    String.raw`["'\`}](?:/(?:${first})/|(?:(?:${folders.join('|')})/)+\$\{)`,
  );
  const file = /["'`}]\/[\w-]*\.(?:xml|ics|txt|svg|js|json|png)["'`]|["'`]\/\$\{/;
  return text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/(?:from|import)\s*\(?'[^']+'/g, '')
    .split('\n')
    .filter((line) => whole.test(line) || file.test(line))
    .map((line) => line.trim());
}

describe('no path is written anywhere but in routes.ts', () => {
  it.each([
    'href(`/options/${slug}/`)',
    "href('/matrix/')",
    '`${base}criteria/${slug}/`',
    '<a href="/sources/">',
    'fetch(base + `data/options/${slug}.json`)',
    '`${path}/options/${slug}.xml`',
    "'/changes.xml'",
    '`/${page.slug}/`',
  ])('would be seen: %s', (line) => {
    expect(handwritten(line)).toEqual([line]);
  });

  it.each(["import x from '../options/y.ts'", '// see /options/', "text.split('/')"])(
    'is not mistaken: %s',
    (line) => {
      expect(handwritten(line)).toEqual([]);
    },
  );

  it('in all of src', () => {
    // The second says under which path the whole site lives.
    const exempt = ['links/routes.ts', 'comparison/environment.ts'].map((file) =>
      join(source, file),
    );
    const found = files
      .filter((file) => !exempt.includes(file))
      .flatMap((file) =>
        handwritten(readFileSync(file, 'utf8')).map((line) => `${relative(source, file)}: ${line}`),
      );
    expect(found).toEqual([]);
  });
});
