import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../../scripts/lib/changed-headings.ts';

const at = (line: number, came = 1): { at: number; came: number } => ({ at: line, came });

describe('headings above changes', () => {
  it.each([
    ['Markdown', '# One\na\n## Two\nb\n', [at(2), at(4)], ['One', 'Two']],
    ['AsciiDoc', '= One\na\n== Two\nb\n', [at(4)], ['Two']],
    ['reStructuredText', 'One\n===\na\nTwo\n---\nb\n', [at(3), at(6)], ['One', 'Two']],
    ['comments in code are none', '# One\n```\n# no heading\nb\n```\n', [at(4)], ['One']],
    [
      'nor comments in the fields above',
      '---\n# no heading\n---\n# One\nb\n',
      [at(2), at(5)],
      ['One'],
    ],
    ['each once', '# One\na\nb\nc\n', [at(2), at(4)], ['One']],
    ['none above', 'a\n# One\n', [at(1)], []],
  ])('%s', (_what, text, hunks, headings) => {
    expect(headingsOf(text, hunks)).toEqual(headings);
  });
});
