import { describe, expect, it } from 'vitest';
import { changeInWords, editionInWords } from '../../../src/words/edition-words.ts';

const commit = '3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d';

describe('an edition in words', () => {
  it('names its day and the beginning of its commit', () => {
    expect(editionInWords({ commit, committed: '2026-08-12' })).toBe(
      'edition of 12 August 2026 (commit 3f2a9c1)',
    );
    expect(editionInWords({ commit })).toBe('edition of commit 3f2a9c1');
  });

  it('says that its publisher has taken the text away', () => {
    expect(editionInWords({ commit, committed: '2021-10-01', removed: '2026-11-29' })).toBe(
      'edition of 1 October 2021 (commit 3f2a9c1), which its publisher has since removed',
    );
  });
});

describe('what has become of a source', () => {
  it('is told with its day, where that is known', () => {
    expect(changeInWords({ state: 'changed', since: '2026-09-03' })).toBe(
      'has changed on 3 September 2026',
    );
    expect(changeInWords({ state: 'gone', since: '2026-09-03' })).toBe(
      'is gone since 3 September 2026',
    );
    expect(changeInWords({ state: 'moved', since: null })).toBe('has moved');
  });
});
