/**
 * The site of five cheeses by three criteria, of which nothing is said but names, ratings and sources:
 * what is absent leaves no hole, no heading and no link, and no word of another subject is in its place.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { SMALL_SITE as site } from '../sites.ts';
import { builtPages } from './built-pages.ts';

const base = site.basePath.replace(/\/$/, '');
const read = (file: string): string => readFileSync(join(site.directory, file), 'utf8');
const pages = builtPages(site);

/** The headings of a page, without the mark of their links. */
const headings = (path: string): readonly string[] =>
  (
    pages.find((page) => page.path === path)?.root.querySelectorAll('main :is(h1, h2, h3)') ?? []
  ).map(({ text }) => text.replaceAll(/[\s#]+/g, ' ').trim());

it('needs a folder of under sixty lines', () => {
  const files = readdirSync(site.contentDirectory, { recursive: true, encoding: 'utf8' });
  const lines = files
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .map((file) => readFileSync(join(site.contentDirectory, file), 'utf8').split('\n').length - 1);
  expect(lines.reduce((a, b) => a + b, 0)).toBeLessThan(60);
});

describe('what is absent', () => {
  it('has no heading', () => {
    expect(headings('/')).toEqual(['Compare cheeses', 'At a glance']);
    expect(headings('/options/')).toEqual([
      'Options',
      'Brie',
      'Comté',
      'Feta',
      'Halloumi',
      'Manchego',
    ]);
    expect(headings('/options/feta/')).toEqual(['Feta', 'Ratings', 'Sources', 'This page']);
    expect(headings('/criteria/')).toEqual(['Criteria']);
    expect(headings('/criteria/milk/')).toEqual([
      'Milk',
      'All options in one picture',
      'The scale',
      'How each option rates, and why',
      'This page',
    ]);
    expect(headings('/compare/brie-vs-feta/')).toEqual([
      'Brie vs Feta',
      'What differs most',
      'Side by side',
      'Sources',
      'This page',
    ]);
    expect(headings('/recommend/')).toEqual(['Recommend']);
    expect(headings('/quality/')).toEqual([
      'Quality of the data',
      'In figures',
      'By option',
      'By criterion',
    ]);
    expect(headings('/method/')).toEqual(['Method', 'The data in figures']);
    expect(headings('/whats-new/')).toEqual(['What’s new', 'Last checked']);
  });

  it('leaves nothing empty', () => {
    const places = ':is(h1, h2, h3, p, li, dt, dd, th, section, ul, ol, dl, tbody, caption, title)';
    // What a script fills is empty until it comes, and a status until there is something to tell.
    const isFilledLater = (element: HTMLElement): boolean =>
      element.closest('template, dialog, matrix-view, compare-tray, [role=status], [hidden]') !==
      null;
    const empty = pages.flatMap(({ path, root }) =>
      root
        .querySelectorAll(`main ${places}`)
        .filter((element) => element.text.trim() === '' && !isFilledLater(element))
        .map((element) => `${path}: ${element.outerHTML.slice(0, 80)}`),
    );
    expect(empty).toEqual([]);
  });

  it('is linked from nowhere', () => {
    const absent = ['recommend', 'scenarios', 'practice', 'guides', 'glossary', 'method'];
    const links = pages.flatMap(({ path, root }) =>
      root
        .querySelectorAll('a[href]')
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => absent.some((name) => href.startsWith(`${base}/${name}/`)))
        .map((href) => `${path} → ${href}`),
    );
    expect(links).toEqual([]);
    expect(existsSync(join(site.directory, 'data/drawings'))).toBe(false);
    expect(existsSync(join(site.directory, 'support-ends.ics'))).toBe(false);
    expect(existsSync(join(site.directory, 'changes.xml'))).toBe(false);
  });
});

describe('no word', () => {
  const texts = readdirSync(site.directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:html|md|json|csv|txt)$/.test(file))
    // Notices of what others wrote, and a list of files.
    .filter((file) => !/^(?:licences\.md|kept\.json|robots\.txt)$/.test(file))
    .map((file) => {
      const text = read(file);
      return { file, text: file.endsWith('.html') ? parse(text).structuredText : text };
    });
  const found = (words: RegExp): readonly string[] =>
    texts.flatMap(({ file, text }) => (text.match(words) ?? []).map((word) => `${file}: ${word}`));

  it('of another subject is on a page, in its Markdown, in data or in a schema', () => {
    expect(texts.length).toBeGreaterThan(40);
    expect(
      found(
        /\b(?:kubernetes|k8s|clusters?|edge|edgewise|nodes?|control plane|workloads?|uplink|arm64|machines?|support policy|latest release seen|ends of support)\b/gi,
      ),
    ).toEqual([]);
  });

  it('stands in the place of what is not there', () => {
    expect(found(/\b(?:undefined|NaN|null (?:of|for)|\[object)\b/g)).toEqual([]);
  });
});
