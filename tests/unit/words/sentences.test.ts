import { describe, expect, it } from 'vitest';
import { headlineText, listed, percent, robustnessText } from '../../../src/words/sentences.ts';

const name = (slug: string): string => slug.toUpperCase();

it('says shares as whole percentages, and 0 and 100 only of what never or always happens', () => {
  expect([0, 0.001, 0.005, 0.5, 0.994, 0.996, 1].map(percent)).toEqual([
    '0 %',
    'under 1 %',
    '1 %',
    '50 %',
    '99 %',
    'over 99 %',
    '100 %',
  ]);
});

it('lists names', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => listed(names))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

describe('headlines', () => {
  it.each([
    [{ kind: 'none', confirmed: false }, 'No option meets all requirements.'],
    [
      { kind: 'unweighed', count: 3, confirmed: true },
      '3 options are left, and nothing is weighed yet that would rank them.',
    ],
    [{ kind: 'only', option: 'a', confirmed: true }, 'A is the only option left.'],
    [
      { kind: 'only', option: 'a', confirmed: false },
      'If it can be confirmed: A is the only option left.',
    ],
    [{ kind: 'tie', options: ['a', 'b'], confirmed: true }, 'A and B come out equal.'],
    [{ kind: 'tie', options: ['a', 'b', 'c', 'd'], confirmed: true }, '4 options come out equal.'],
    [{ kind: 'leader', option: 'a', share: 0.83, confirmed: true }, 'A comes first.'],
    [
      {
        kind: 'close',
        option: 'a',
        share: 0.3,
        mostOften: 'b',
        mostOftenShare: 0.4,
        confirmed: true,
      },
      'A close call. A has the highest score, B is first most often, and neither in half of the cases.',
    ],
    [
      {
        kind: 'close',
        option: 'a',
        share: 0.4,
        mostOften: 'a',
        mostOftenShare: 0.4,
        confirmed: true,
      },
      'A close call. A has the highest score and is first most often, yet in fewer than half of the cases.',
    ],
    [
      {
        kind: 'compromise',
        option: 'a',
        share: 0.2,
        mostOften: 'b',
        mostOftenShare: 0.6,
        confirmed: true,
      },
      'A has the highest score and is the safest compromise, though B is first more often.',
    ],
  ] as const)('%# in words', (headline, text) => {
    expect(headlineText(headline as never, name)).toBe(text);
  });

  it('come with how robust they are, where that can be told', () => {
    expect(robustnessText({ kind: 'leader', option: 'a', share: 0.83 }, name)).toBe(
      'A is first in 83 % of the weightings and level readings that agree with your answers.',
    );
    expect(
      robustnessText(
        { kind: 'close', option: 'a', share: 0.3, mostOften: 'b', mostOftenShare: 0.4 },
        name,
      ),
    ).toBe(
      'A is first in 30 % of the weightings and level readings that agree with your answers, B in 40 %.',
    );
    expect(robustnessText({ kind: 'none' }, name)).toBeNull();
  });
});
