import { describe, expect, it } from 'vitest';
import { readProse } from '../../../../src/comparison/body.ts';
import { proseContent } from '../../../../src/components/prose/prose-content.ts';

/** What a page renders: the names of elements with what they are given, the outermost first. */
function rendered(body: string, components: Record<string, unknown> = {}): string[] {
  const { prose, faults } = readProse({ body, bodyLine: 4, file: 'content/guides/tea.mdx' });
  expect(faults).toEqual([]);
  const lines: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'string' && node.trim() !== '') lines.push(node);
    else if (node !== null && typeof node === 'object' && 'type' in node && 'props' in node) {
      const { children, ...props } = node.props as { readonly children?: unknown };
      if (typeof node.type !== 'symbol')
        lines.push(`${String(node.type)} ${JSON.stringify(props)}`);
      visit(children);
    }
  };
  visit(proseContent(prose)({ components }));
  return lines;
}

describe('prose on a page', () => {
  it('has under each heading the id that is checked when something leads there', () => {
    const body = '## The `pot` -- & cup\n\n<Note>\n\n### Hot\n\n</Note>\n\n### Hot\n';
    expect(rendered(body, { Note: 'aside' }).filter((line) => /^h\d/.test(line))).toEqual([
      'h2 {"id":"the-pot---cup"}',
      'h3 {"id":"hot"}',
      'h3 {"id":"hot-1"}',
    ]);
  });

  it('has the components of the site in the places of what is written', () => {
    const body =
      'Tea... "so" <Cite sources="a, b" /> [there](/x/)\n\n<Note kind="warning">Hot</Note>\n';
    expect(rendered(body, { Cite: 'cite', Note: 'aside', a: 'link' })).toEqual([
      'p {}',
      'Tea… “so” ',
      'cite {"sources":"a, b"}',
      'link {"href":"/x/"}',
      'there',
      'aside {"kind":"warning"}',
      'Hot',
    ]);
  });

  it('writes attributes as HTML has them', () => {
    expect(rendered('```sh\nls\n```\n')).toContain('code {"class":"language-sh"}');
  });
});
