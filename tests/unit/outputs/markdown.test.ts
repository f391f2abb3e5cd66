import { markdownToMdast, mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readProse, type Prose } from '../../../src/comparison/body.ts';
import { criterionMarkdown, optionMarkdown } from '../../../src/outputs/markdown/documents.ts';
import { plainMarkdown } from '../../../src/outputs/markdown/prose.ts';
import { inline } from '../../../src/outputs/markdown/text.ts';
import { absoluteUrl, loadTea } from '../comparison/loaded.ts';

const proseOf = (body: string): Prose =>
  readProse({ body, bodyLine: 0, file: 'content/guides/tea.mdx' }).prose;

const plain = (body: string): string =>
  plainMarkdown(
    proseOf(body),
    {
      cite: (ids) => ids.map((id) => `[${id}]`).join(''),
      drawing: (id) => `Drawing ${id}.`,
    },
    absoluteUrl,
  );

describe('prose as Markdown', () => {
  it('keeps what is Markdown already, to the letter', () => {
    const body =
      '## Tea & *milk*\n\n- `one`\n- **two** \\{three\\}\n\n| a | b |\n| - | - |\n| 1 | 2 |';
    expect(plain(body)).toBe(body);
  });

  it('puts numbers in place of citations', () => {
    expect(plain('It is so. <Cite sources="one, two" /> Yes.')).toBe('It is so. [one][two] Yes.');
  });

  it('makes a note a quotation, with all that is in it', () => {
    const note = '<Note kind="warning">\n\nHot. <Cite sources="one" />\n\n- very\n\n</Note>';
    expect(plain(`Before.\n\n${note}\n\nAfter.`)).toBe(
      'Before.\n\n> Hot. [one]\n> \n> - very\n\nAfter.',
    );
  });

  it('puts words in place of a drawing', () => {
    expect(plain('See:\n\n<Drawing id="pot" />')).toBe('See:\n\nDrawing pot.');
  });

  it('makes links within the site absolute, and leaves others alone', () => {
    expect(plain('[a `b` ](/options/tea/#x) and [c](https://other.example/options/tea/)')).toBe(
      `[a \`b\` ](${absoluteUrl('/options/tea/#x')}) and [c](https://other.example/options/tea/)`,
    );
  });

  it('leaves code alone, even where it looks like a component', () => {
    const body = 'Type `<Cite sources="x" />`:\n\n```\n<Note>[a](/b/)</Note>\n```';
    expect(plain(body)).toBe(body);
  });

  it('counts characters as the parser does', () => {
    expect(plain('Thé 🍵 <Cite sources="one" /> [é](/a/) 🍵')).toBe(
      `Thé 🍵 [one] [é](${absoluteUrl('/a/')}) 🍵`,
    );
  });
});

describe('front matter as Markdown', () => {
  it('keeps code and emphasis, and lets nothing else become markup', () => {
    expect(inline('`a_b` is *hot*; 2 * 3, [x](y), <b>, _z_, k8s_io')).toBe(
      String.raw`${'`a_b`'} is *hot*; 2 \* 3, \[x\](y), \<b\>, \_z\_, k8s_io`,
    );
  });

  it.each([
    ['- dash', String.raw`\- dash`],
    ['+ plus', String.raw`\+ plus`],
    ['1986. A year', String.raw`1986\. A year`],
    ['2) Two', String.raw`2\) Two`],
    ['# so', String.raw`\# so`],
    ['---', String.raw`\---`],
    ['===', String.raw`\===`],
    ['___', String.raw`\_\_\_`],
    ['-5 and 1.5', '-5 and 1.5'],
    ['#1', '#1'],
    ['F #', String.raw`F \#`],
    ['so ##', String.raw`so \##`],
    ['F#', 'F#'],
  ])('is text from its beginning on: %s', (text, markdown) => {
    expect(inline(text)).toBe(markdown);
    let shown = '';
    visit(mdxToMdast(`- ${inline(text)}`, {}), 'text', ({ value }) => {
      shown += value;
    });
    expect(shown).toBe(text);
    let heading = '';
    visit(mdxToMdast(`# ${inline(text)}`, {}), 'text', ({ value }) => {
      heading += value;
    });
    expect(heading).toBe(text);
  });
});

describe('documents', () => {
  const comparison = loadTea();
  const body = 'Oxidised. <Cite sources="packet, handbook" />';
  const [blackTea] = comparison.options;
  if (blackTea === undefined) throw new Error('The fixture has options.');
  const option = optionMarkdown({ ...blackTea, prose: proseOf(body) }, { comparison, absoluteUrl });

  it('say all that an option page says', () => {
    for (const part of [
      '# Black tea',
      `Page: <${absoluteUrl('/options/black-tea/')}>`,
      'Formerly: Bohea',
      '## Overview',
      'Oxidised. [',
      '- Kettle → Pot: water',
      '- **Organic**: Yes. Many gardens are certified. *Claimed, for 2025, checked 1 July 2025.* [',
      '(three minutes)',
      'Note: The highest garden is shared with another kind.',
      '(bundled)',
      '   kettle --on',
      'Ends June 2027: This harvest',
      '*Wrong*: Two years.',
      '- 1650: First shipped to Europe.',
    ]) {
      expect(option).toContain(part);
    }
  });

  it('end neither a block of code nor an address where it has signs of its own', () => {
    const command = 'cat <<X\n```\n# Heading\n[x](y)\nX';
    const url = 'https://pot.example/a)b(c';
    const odd = {
      ...blackTea,
      data: {
        ...blackTea.data,
        start: [{ step: 'Boil.', command }],
        tooling: blackTea.data.tooling.map((tool) => ({ ...tool, url })),
      },
      references: blackTea.references.map((source) => ({ ...source, url })),
    };
    const codes: string[] = [];
    const urls = new Set<string>();
    visit(markdownToMdast(optionMarkdown(odd, { comparison, absoluteUrl })), (node) => {
      if (node.type === 'code') codes.push(node.value);
      if (node.type === 'link') urls.add(node.url);
    });
    expect(codes).toEqual([command]);
    expect(urls).toContain(url);
    expect(
      [...urls].filter((one) => one.startsWith('https://pot.example/') && one !== url),
    ).toEqual([]);
  });

  it('number sources as their list does', () => {
    const listed = [...option.matchAll(/^(\d+)\. \[/gm)].map(([, n]) => Number(n));
    expect(listed).toEqual(blackTea.references.map((_, i) => i + 1));
    const cited = [...option.matchAll(/\[(\d+)\](?!\()/g)].map(([, n]) => Number(n));
    expect(Math.max(...cited)).toBeLessThanOrEqual(listed.length);
  });

  it.each(comparison.criteria)('say all of $slug, and every rating on it', (criterion) => {
    const text = criterionMarkdown(criterion, { comparison, absoluteUrl });
    expect(text).toContain(`# ${criterion.name}`);
    for (const { name, slug } of comparison.options) {
      expect(text).toContain(`- **${inline(name)}`);
      expect(text).toContain(absoluteUrl(`/options/${slug}/#${criterion.slug}`));
    }
  });

  it('are Markdown without anything left of the components', () => {
    const types = new Set<string>();
    // Angle brackets around addresses are Markdown and not MDX.
    visit(mdxToMdast(option.replace(/<(https?:[^>]*)>/g, '$1'), {}), ({ type }) => {
      types.add(type);
    });
    expect([...types].filter((type) => type.startsWith('mdx'))).toEqual([]);
  });
});
