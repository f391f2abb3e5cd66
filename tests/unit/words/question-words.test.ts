import { describe, expect, it } from 'vitest';
import type { QuestionWorth } from '../../../src/decision/next-question.ts';
import { effectText, isIdle, worthText } from '../../../src/words/question-words.ts';

const names = { option: (slug: string): string => slug.toUpperCase() };
const worth = (more: Partial<QuestionWorth>): QuestionWorth => ({
  question: 'q',
  change: 0.5,
  eliminates: 0,
  newcomers: [],
  leavers: [],
  ...more,
});

describe('what a question can still do', () => {
  it.each<[Partial<QuestionWorth>, string]>([
    [{ newcomers: ['a', 'b'] }, 'Can put A or B first.'],
    [{ newcomers: ['a', 'b', 'c', 'd', 'e'] }, 'Can put A, B or one of 3 others first.'],
    [{ leavers: ['a'] }, 'Can take A off the first place.'],
    [
      { newcomers: ['z'], leavers: ['a', 'b', 'c', 'd'] },
      'Can shorten the list: 4 options may drop out of it.',
    ],
    [{ change: 0, eliminates: 0.5 }, 'Can rule out options further down.'],
    [{ change: 0 }, 'Changes nothing by itself now.'],
  ])('%#', (more, text) => {
    expect(worthText(worth(more), names)).toBe(text);
  });

  it('is nothing only where nobody comes, goes or is ruled out', () => {
    expect(isIdle(worth({ change: 0 }))).toBe(true);
    expect(isIdle(worth({ change: 0, eliminates: 0.1 }))).toBe(false);
  });
});

it('says only of answers that rule nothing out what they do', () => {
  expect((['rules-out', 'ranks', 'nothing'] as const).map(effectText)).toEqual([
    null,
    'Rules nothing out here; it ranks what is left.',
    'With your other answers, this changes nothing.',
  ]);
});
