import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTermLinks, type LinkedTerm } from '../../../src/components/term-links.ts';

const terms: readonly LinkedTerm[] = [
  { slug: 'leaf', term: 'Leaf', also: ['leaves'] },
  { slug: 'pot', term: 'Pot', also: [] },
  { slug: 'tea-pot', term: 'Tea pot', also: ['teapot'] },
  { slug: 'gmo', term: 'GMO', also: ['C++ (drink)'] },
];

/** Prose with its links in brackets, the term after a colon. */
const told = (html: string): string =>
  withTermLinks(html, terms, (slug) => `/leaf/glossary/#${slug}`).replaceAll(
    /<a class="term" href="\/leaf\/glossary\/#([^"]*)">([^<]*)<\/a>/g,
    '[$2:$1]',
  );

describe('links to the glossary', () => {
  it('stand on the first mention of a term, under any of its names', () => {
    expect(told('<p>Green leaves. A leaf.</p><p>Leaf</p>')).toBe(
      '<p>Green [leaves:leaf]. A leaf.</p><p>Leaf</p>',
    );
  });

  it('are on whole words, as they are written at the beginning of a sentence and within it', () => {
    expect(told('<p>Leaflet, tea-leaf. Leaf, gmo, GMO.</p>')).toBe(
      '<p>Leaflet, tea-leaf. [Leaf:leaf], gmo, [GMO:gmo].</p>',
    );
  });

  it('take the longest name that fits', () => {
    expect(told('<p>A tea pot and a pot.</p>')).toBe('<p>A [tea pot:tea-pot] and a [pot:pot].</p>');
  });

  it('take names with signs for what they are', () => {
    expect(told('<p>Caa drink, C++ (drink)</p>')).toBe('<p>Caa drink, [C++ (drink):gmo]</p>');
  });

  it('leave headings, links, code, drawings and heads of tables alone', () => {
    for (const html of [
      '<h2>Leaf</h2>',
      '<a href="/x/">the <em>leaf</em></a>',
      '<code>leaf</code>',
      '<pre><code>a leaf</code></pre>',
      '<figure><svg><text>leaf</text></svg><figcaption>leaf</figcaption></figure>',
      '<table><caption>Leaf</caption><tr><th>Leaf</th></tr></table>',
      '<p title="leaf">x</p><!-- leaf -->',
    ]) {
      expect(told(html)).toBe(html);
    }
  });

  it('are not added where the prose leads to the term by itself', () => {
    const html = '<p>A leaf, and <a href="/leaf/glossary/#leaf">leaves</a>.</p>';
    expect(told(html)).toBe(html);
  });

  it('are not on a part of another name', () => {
    expect(told('<p>The Blue Pot is a café; a Pot is not.</p>')).toBe(
      '<p>The Blue Pot is a café; a [Pot:pot] is not.</p>',
    );
  });

  it('are two in a paragraph, and further ones in the next', () => {
    expect(told('<p>A leaf, a pot, GMO.</p><ul><li>GMO</li></ul>')).toBe(
      '<p>A [leaf:leaf], a [pot:pot], GMO.</p><ul><li>[GMO:gmo]</li></ul>',
    );
  });

  it('change nothing else', () => {
    const text = fc.string().map((s) => s.replace(/[<>&]/g, ''));
    const html = fc
      .array(fc.tuple(fc.constantFrom('p', 'li', 'em', 'code', 'h2', 'a'), text), { maxLength: 6 })
      .map((parts) => parts.map(([tag, s]) => `<${tag}>leaf ${s} pot</${tag}>`).join(' &amp; '));
    fc.assert(
      fc.property(html, (prose) => {
        const linked = withTermLinks(prose, terms, (slug) => `#${slug}`);
        expect(linked.replaceAll(/<a class="term"[^>]*>([^<]*)<\/a>/g, '$1')).toBe(prose);
      }),
    );
  });

  it('are none without a glossary', () => {
    expect(withTermLinks('<p>Leaf</p>', [], (slug) => slug)).toBe('<p>Leaf</p>');
  });
});
