import { describe, expect, it } from 'vitest';
import { citeAsBibtex, citeAsText, type Citable } from '../../../src/outputs/cite-as.ts';

const page: Citable = {
  site: 'Leafwise',
  title: 'Black tea',
  url: 'https://leafwise.example/options/black-tea/',
  checked: '2025-07-01',
  today: '2026-11-22',
};

describe('a citation', () => {
  it('names site, page, day and address', () => {
    expect(citeAsText(page)).toBe(
      'Leafwise, “Black tea”, checked 1 July 2025. https://leafwise.example/options/black-tea/',
    );
  });

  it('gives the year of the content where no day is known', () => {
    expect(citeAsText({ ...page, checked: undefined })).toContain('“Black tea”, 2026.');
    expect(citeAsBibtex({ ...page, checked: undefined })).not.toContain('note');
  });

  it('is an entry of BibTeX', () => {
    expect(citeAsBibtex(page)).toBe(
      [
        '@misc{leafwise-example-options-black-tea,',
        '  author = {{Leafwise}},',
        '  title  = {{Black tea}},',
        '  year   = {2025},',
        '  note   = {Checked 1 July 2025},',
        '  url    = {https://leafwise.example/options/black-tea/}',
        '}',
      ].join('\n'),
    );
  });

  it('holds no character that TeX would take for its own', () => {
    const title = String.raw`50 % & $5 #1 a_b {c} ~ ^ \d`;
    expect(citeAsBibtex({ ...page, title })).toContain(
      String.raw`{{50 \% \& \$5 \#1 a\_b \{c\} \textasciitilde{} \textasciicircum{} \textbackslash{}d}}`,
    );
  });
});
