import { satteri } from '@astrojs/markdown-satteri';
import { describe, expect, it } from 'vitest';
import { readProse, type Prose } from '../../../src/comparison/body.ts';

const read = (body: string): Prose =>
  readProse({ body, bodyLine: 4, file: 'content/guides/tea.mdx' }).prose;

describe('the headings of prose', () => {
  it('have the ids of the page: each its own, even where two have the same text', () => {
    const { headings } = read('## The `pot` & *cup*\n\nHot.\n\n### The pot & cup\n\n## Leaves?');
    expect(headings).toEqual([
      { id: 'the-pot--cup', text: 'The pot & cup', depth: 2, line: 5, column: 1 },
      { id: 'the-pot--cup-1', text: 'The pot & cup', depth: 3, line: 9, column: 1 },
      { id: 'leaves', text: 'Leaves?', depth: 2, line: 11, column: 1 },
    ]);
  });

  it('are found within notes', () => {
    expect(read('<Note>\n\n## Hot\n\n</Note>').headings.map(({ id }) => id)).toEqual(['hot']);
  });

  it('have the ids that any page of this builder gives, which makes dashes of hyphens and one sign of three dots', async () => {
    const body = [
      '## A -- B',
      '## A --- B',
      '## Wait...',
      '## "Quoted", isn’t it?',
      '## With [a link](/x/), `code--so` and *stress*',
      '## Straße & café',
      '## 1. One',
      '## A – B',
      '## Wait',
      'Set--ext\n---',
      '### \\{a} \\<b',
      '> ## Within -- a quotation',
    ].join('\n\n');
    const renderer = await satteri().createRenderer({});
    const { headings } = (await renderer.render(body)).metadata;
    expect(read(body).headings.map(({ id }) => id)).toEqual(headings.map(({ slug }) => slug));
    expect(headings).toHaveLength(12);
  });
});

describe('what prose refers to', () => {
  it('is listed with its place in the file', () => {
    const { links, cited, drawings } = read(
      'See [the pot](/guides/pot/#hot).\n<Cite sources="one, two" />\n\n<Drawing id="pot" />\n',
    );
    expect(links).toEqual([{ target: '/guides/pot/#hot', line: 5, column: 5 }]);
    expect(cited.map(({ target, line }) => [target, line])).toEqual([
      ['one', 6],
      ['two', 6],
    ]);
    expect(drawings).toEqual([{ target: 'pot', line: 8, column: 1 }]);
  });

  it('is not all known where there are faults', () => {
    expect(read('Tea. <Cite sources="one" />').isSound).toBe(true);
    expect(read('Tea. <Cite source="one" />').isSound).toBe(false);
    expect(read('Tea. {').isSound).toBe(false);
  });
});
