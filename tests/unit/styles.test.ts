/** What the style sheets must not say, and how much they may say in all. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');
const read = (file: string): string => readFileSync(join(source, file), 'utf8');

/** The sheets, each with the name of the file that it is or in which it stands. */
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
  if (file.endsWith('.css')) return [{ file, css: read(file) }];
  if (!file.endsWith('.astro')) return [];
  return [...read(file).matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css = '']) => ({
    file,
    css,
  }));
});
const said = (css: string): string => css.replaceAll(/\/\*.*?\*\//gs, '');

it('finds the sheets', () => {
  const files = sheets.map(({ file }) => file);
  expect(files).toContain(join('islands', 'matrix', 'matrix.css'));
  expect(files).toContain(join('layouts', 'Base.astro'));
});

// Utilities in the templates say most of how things look; a sheet says what they cannot, as of what
// scripts make: the menus and the drawer of the matrix, its rows where they are many, and what spares the
// browser work on hundreds of cells and ratings.
it('are fewer than 2,350 lines in all', () => {
  const lines = sheets.reduce((sum, { css }) => sum + css.trim().split('\n').length, 0);
  expect(lines).toBeLessThan(2_350);
});

// Browsers would style all that is in a list or table anew whenever one of its elements moves.
it.each(sheets)('$file has no rule for whatever comes after another element', ({ css }) => {
  expect(said(css).match(/[^{};]*[+~]\s*\*\s*[{,]/g) ?? []).toEqual([]);
});

it.each(sheets.filter(({ file }) => file !== join('styles', 'theme.css')))(
  '$file takes its colours from the theme',
  ({ css }) => {
    expect(said(css).match(/:[^;{}]*(?:#[\da-f]{3,8}\b|\bhsl\(|\boklch\()/gi) ?? []).toEqual([]);
  },
);

// WebKit does not know the shorthand with a thickness, into which minifiers put the long forms.
it.each(sheets)('$file gives no thickness beside the shorthand of a decoration', ({ css }) => {
  const rules = said(css).match(/[^{}]*\{[^{}]*\}/g) ?? [];
  const both = rules.filter(
    (rule) => rule.includes('text-decoration:') && rule.includes('text-decoration-thickness:'),
  );
  expect(both).toEqual([]);
});
