/** What a reader of YAML would take for something else than was written. */

import { describe, expect, it } from 'vitest';
import { parseContentFile } from '../../../src/comparison/document.ts';

const problems = (yaml: string): readonly string[] =>
  parseContentFile({ file: 'content/sources/shared.yaml', bytes: Buffer.from(yaml) }).faults.map(
    ({ line, found }) => `${String(line)}: ${found ?? ''}`,
  );

describe('a sign of a comment', () => {
  it.each([
    'a: "batch #1"',
    "a: 'batch #1'\nb: so # and so",
    'list:\n  - why: "a \'b\' #1"',
    "a: 'it''s #1'",
    'a: |\n  batch #1\n  "b" #2',
    'a: "batch\n  #1"',
  ])('is text in %j', (yaml) => {
    expect(problems(yaml)).toEqual([]);
  });

  it.each([
    ['a: batch 7 #1', '1: "#1"'],
    ['a: "batch #1"\nb: see batch #2', '2: "#2"'],
    ['a: see "batch #1" #2', '1: "#1\\" #2"'],
    ["a: |\n  batch #1\nlist:\n  - say 'so' #1", '4: "#1"'],
  ])('is told of in %j', (yaml, told) => {
    expect(problems(yaml)).toEqual([told]);
  });
});

describe('a name for a value', () => {
  it('is in order where the value is taken again', () => {
    expect(problems('a: &so\n  b: 1\nc: *so\nlist: [&it tea, *it]')).toEqual([]);
  });

  it('is told of where it never is, though the word stands in a text', () => {
    expect(problems('a: &so it is\nb: and *so* on, then *so')).toEqual(['1: "&so"']);
    expect(problems('a: &so it is\nc: &other tea\nd: *other')).toEqual(['1: "&so"']);
  });
});
