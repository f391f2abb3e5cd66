import { describe, expect, it } from 'vitest';
import { keptSlots } from '../../../../src/islands/recommend/slots.ts';

const USEFUL = ['a', 'b', 'c', 'd', 'e'];
const without = (...answered: readonly string[]): readonly string[] =>
  USEFUL.filter((slug) => !answered.includes(slug));

describe('the most useful questions next', () => {
  it('are three at first', () => {
    expect(keptSlots([], [], USEFUL)).toEqual(['a', 'b', 'c']);
  });

  it('keep what was answered in its place, and three that are open', () => {
    expect(keptSlots(['a', 'b', 'c'], ['a'], without('a'))).toEqual(['a', 'b', 'c', 'd']);
    expect(keptSlots(['a', 'b', 'c'], ['c'], without('c'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('change below what was answered last, never above', () => {
    expect(keptSlots(['a', 'b', 'c'], ['b'], ['e', 'd', 'c', 'a'])).toEqual(['a', 'b', 'e', 'd']);
  });

  it('are the same when they are worked out again', () => {
    const once = keptSlots(['a', 'b', 'c'], ['b'], ['e', 'd', 'c', 'a']);
    expect(keptSlots(once, ['b'], ['e', 'd', 'c', 'a'])).toEqual(once);
  });

  it('drop what is of no use any more', () => {
    expect(keptSlots(['a', 'b', 'c'], ['b'], ['d'])).toEqual(['b', 'd']);
  });
});
