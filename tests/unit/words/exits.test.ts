import { describe, expect, it } from 'vitest';
import { NAMES } from './lamps.ts';

describe('the exits of answers', () => {
  it('are told where an answer leads out, with the guide that says more', () => {
    expect(NAMES.exits({ reading: ['no'] })).toEqual([
      {
        text: 'You may need no *lamp*: go to bed.',
        guide: { slug: 'in-the-dark', title: 'In the dark' },
      },
    ]);
  });

  it('are none where there is something to choose, or nothing was answered', () => {
    expect(NAMES.exits({ reading: ['yes'] })).toEqual([]);
    expect(NAMES.exits({ reading: ['dont-know'] })).toEqual([]);
    expect(NAMES.exits({})).toEqual([]);
  });

  it('are told beside what else was answered', () => {
    expect(NAMES.exits({ reading: ['yes', 'no'] })).toHaveLength(1);
  });
});
