import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from '../../../../src/islands/search/marks.ts';

/** A text with what was found in brackets. */
const told = (text: string, query: string, alike = false): string =>
  marked(text, query, { alike })
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join('');

describe('marks', () => {
  it('are on the beginnings of words, in any order and case', () => {
    expect(told('Green tea, black Tea', 'te bl')).toBe('Green [te]a, [bl]ack [Te]a');
  });

  it('are not within words', () => {
    expect(told('Steam', 'tea')).toBe('Steam');
  });

  it('take the longest of several words that fit', () => {
    expect(told('caffeine', 'c caff')).toBe('[caff]eine');
  });

  it('are on whole words that are alike, where these are what was found', () => {
    expect(told('Strength of taste', 'strenth', true)).toBe('[Strength] of taste');
    expect(told('Strength of taste', 'strenth')).toBe('Strength of taste');
  });

  it('change nothing of the text, and stand in no markup', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (text, query, alike) => {
        const spans = marked(text, query, { alike });
        expect(spans.map((span) => span.text).join('')).toBe(text);
        expect(spans.every((span) => span.text !== '')).toBe(true);
      }),
    );
  });
});
