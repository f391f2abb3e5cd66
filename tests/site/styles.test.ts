/** The style within each page: how much of it there is, and that page and style belong together. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlFiles, SITES } from '../sites.ts';

/** The most bytes of style in a page, as they are before they are compressed. */
// With its filters, menus and panels, the matrix needs most.
const BUDGET = 19_000;
const MATRIX_BUDGET = 23_200;
/** The same of the faces of fonts, which every page has alike. */
const FACES_BUDGET = 2_500;

const FACE = /@font-face\s*\{[^}]*\}/g;

describe.each(SITES)('$name', (site) => {
  const read = (file: string): string => readFileSync(join(site.directory, file), 'utf8');
  const scripts = readdirSync(join(site.directory, '_astro'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => read(join('_astro', file)))
    .join('\n');
  const pages = htmlFiles(site).map((file) => {
    const html = read(file);
    const css = [...html.matchAll(/<style\b[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text ?? '');
    return { file, css: css.join('\n'), rest: html.replaceAll(/<style\b[^]*?<\/style>/g, '') };
  });
  /** The classes that selectors name. */
  const classesOf = (css: string): Set<string> => {
    const selectors = css.replaceAll(/"[^"]*"/g, '').match(/(?<=^|[{};,>\s])[^{};@]+(?=\{)/g) ?? [];
    const names = selectors.flatMap((selector) => [
      ...selector.matchAll(/(?<!\\)\.((?:[a-z-]|\\.)(?:[\w-]|\\.)*)/gi),
    ]);
    return new Set(names.map(([, name = '']) => name.replaceAll('\\', '')));
  };

  it('is within its budget in every page', () => {
    const heavy = pages
      .map(({ file, css }) => ({ file, bytes: Buffer.byteLength(css.replaceAll(FACE, '')) }))
      .filter(({ file, bytes }) => bytes > (file.startsWith('matrix/') ? MATRIX_BUDGET : BUDGET))
      .map(({ file, bytes }) => `${file}: ${String(bytes)}`);
    expect(heavy).toEqual([]);
    const faces = new Set(pages.map(({ css }) => css.match(FACE)?.join('') ?? ''));
    for (const text of faces) expect(Buffer.byteLength(text)).toBeLessThan(FACES_BUDGET);
  });

  it('has its layers in their order, before all that is in them', () => {
    const order = pages
      .filter(({ css }) => css.includes('@layer'))
      .map(({ css }) => /^@layer ([\w,]+);/.exec(css)?.[1]?.split(',') ?? [])
      .map((layers) =>
        layers.filter((name) => ['base', 'components', 'utilities'].includes(name)).join(),
      );
    expect([...new Set(order)]).toEqual(['base,components,utilities']);
  });

  it('names no class that neither the page has nor a script can add', () => {
    const unused = pages.flatMap(({ file, css, rest }) => {
      const text = rest.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&gt;', '>');
      return [...classesOf(css)]
        .filter((name) => !text.includes(name) && !scripts.includes(name))
        .filter((name) => !scripts.includes(`${name.replace(/[^-]+$/, '')}\${`))
        .map((name) => `${file}: ${name}`);
    });
    expect(unused).toEqual([]);
  });

  it('has a rule for each utility of a page that names a state or a value', () => {
    const missing = pages.flatMap(({ file, css, rest }) => {
      const known = classesOf(css);
      const used = [...rest.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, value = '']) =>
        value
          .replaceAll('&#38;', '&')
          .replaceAll('&amp;', '&')
          .replaceAll('&gt;', '>')
          .split(/\s+/),
      );
      return [...new Set(used)]
        .filter((name) => /[:[]/.test(name) && !known.has(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('has the long forms of decorations, which all browsers know', () => {
    const short = pages.flatMap(({ file, css }) =>
      (css.match(/(?<![-\w])text-decoration:[^;}]*\d[^;}]*/g) ?? []).map(
        (found) => `${file}: ${found}`,
      ),
    );
    expect(short).toEqual([]);
  });
});
