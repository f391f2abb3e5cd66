/** Addresses made relative: every form in which a built site says them. */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDER, relativeText } from '../../../../scripts/lib/relative.ts';

const at = (file: string, text: string, published = '/'): string =>
  relativeText(text.replaceAll('@/', PLACEHOLDER), { file, published });
const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('an address of the site', () => {
  it.each([
    ['index.html', './options/k/#x'],
    ['options/index.html', '../options/k/#x'],
    ['options/k/index.html', '../../options/k/#x'],
  ])('in %s becomes %s', (file, expected) => {
    expect(at(file, '<a href="@/options/k/#x">')).toBe(`<a href="${expected}">`);
  });

  it('of its top is never empty', () => {
    expect(at('index.html', '<a href="@/">')).toBe('<a href="./">');
    expect(at('a/index.html', '<a href="@/">')).toBe('<a href="../">');
  });

  it.each([
    ['<meta content="0; url=@/x/">', '<meta content="0; url=../x/">'],
    ['<a data-x="{&quot;base&quot;:[0,&quot;@/&quot;]}">', '[0,&quot;../&quot;]'],
    ['<script type="application/json">{"base":"@/"}</script>', '{"base":"../"}'],
    ['<link href=@/x.svg>', '<link href=../x.svg>'],
  ])('is found in %s', (text, expected) => {
    expect(at('a/index.html', text)).toContain(expected);
  });

  it('in a script is relative to the script', () => {
    expect(at('_astro/a.js', 'new URL(`@/_astro/b.js`, import.meta.url)')).toBe(
      'new URL(`../_astro/b.js`, import.meta.url)',
    );
  });

  it('in data cannot be made relative, and that is an error', () => {
    expect(() => at('data/x.json', '{"href":"@/options/"}')).toThrow('data/x.json');
  });
});

describe('an address with its origin', () => {
  it.each(['https://site.example', 'http://localhost', 'http://[::1]', 'http://127.0.0.1:4321'])(
    'at %s leads to the published site',
    (origin) => {
      expect(at('a/index.html', `"${origin}@/x/"`, '/b/')).toBe(`"${origin}/b/x/"`);
      expect(at('data/x.json', `"${origin}@/x/"`)).toBe(`"${origin}/x/"`);
    },
  );

  it('within the query of another leads there too', () => {
    expect(at('a/index.html', `?page=${encodeURIComponent(`${PLACEHOLDER}matrix/`)}`, '/b/')).toBe(
      '?page=%2Fb%2Fmatrix%2F',
    );
  });
});

describe('the policy of a page', () => {
  const page = (address: string, ...hashes: readonly string[]): string =>
    `<meta content="script-src ${hashes.join(' ')}">` +
    `<script type="module">go("${address}")</script><script>same()</script>` +
    `<style>a{background:url(${address})}</style>`;

  it('follows what has changed within it, and nothing else', () => {
    const [script, style, same] = [
      (address: string) => hashOf(`go("${address}")`),
      (address: string) => hashOf(`a{background:url(${address})}`),
      hashOf('same()'),
    ];
    const [before, after] = [`${PLACEHOLDER}x`, '../x'];
    expect(
      at('a/index.html', page(before, script(before), same, style(before), "'sha256-z'")),
    ).toBe(page(after, script(after), same, style(after), "'sha256-z'"));
  });
});
