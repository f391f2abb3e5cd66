import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { readProse, type Prose } from '../../../src/comparison/body.ts';
import { loadReal } from './loaded.ts';

const read = (body: string): Prose =>
  readProse({ body, bodyLine: 4, file: 'content/guides/tea.mdx' }).prose;

describe('the headings of prose', () => {
  it('have the ids of the page: each its own, even where two have the same text', () => {
    const { headings } = read('## The `pot` & *cup*\n\nHot.\n\n### The pot & cup\n\n## Leaves?');
    expect(headings).toEqual([
      { id: 'the-pot--cup', text: 'The pot & cup', depth: 2 },
      { id: 'the-pot--cup-1', text: 'The pot & cup', depth: 3 },
      { id: 'leaves', text: 'Leaves?', depth: 2 },
    ]);
  });

  it('are found within notes', () => {
    expect(read('<Note>\n\n## Hot\n\n</Note>').headings.map(({ id }) => id)).toEqual(['hot']);
  });

  it('are plain enough in all content that the renderer, which sets quotes, gives the same ids', () => {
    const { options, criteria, guides, pages, scenarios } = loadReal();
    const headings = [options, criteria, guides, pages, scenarios]
      .flat()
      .flatMap(({ prose }) => prose.headings);
    expect(headings.length).toBeGreaterThan(20);
    // Two hyphens or three dots would become one sign, which has another slug.
    const set = (text: string): string => text.replace(/--+/g, '—').replaceAll('...', '…');
    for (const { text } of headings) {
      expect(new GithubSlugger().slug(set(text))).toBe(new GithubSlugger().slug(text));
    }
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
