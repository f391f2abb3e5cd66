import { describe, expect, it } from 'vitest';
import {
  allOf,
  comparedAs,
  counted,
  listed,
  percent,
  shortfallText,
} from '../../../src/words/sentences.ts';
import { known, UNKNOWN } from '../decision/arbitrary.ts';

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

it('counts', () => {
  expect(counted(1, 'option')).toBe('1 option');
  expect(counted(2, 'option meets everything', 'options meet everything')).toBe(
    '2 options meet everything',
  );
  expect(counted(0, 'criterion', 'criteria')).toBe('0 criteria');
  expect(counted(1050, 'rating')).toBe('1,050 ratings');
  expect([1, 2, 1000].map((n) => allOf(n, 'criterion', 'criteria'))).toEqual([
    'The one criterion',
    'All 2 criteria',
    'All 1,000 criteria',
  ]);
});

it('says in which mode each is compared, and nothing where none has modes', () => {
  const moon = { name: 'Moon', mode: 'a full one' };
  const candle = { name: 'Candle', mode: null };
  expect(comparedAs([moon, candle])).toBe('Compared here: Moon as a full one.');
  expect(comparedAs([moon, { name: 'Lamp', mode: 'dimmed' }])).toBe(
    'Compared here: Moon as a full one; Lamp as dimmed.',
  );
  expect(comparedAs([candle])).toBeNull();
});

it('lists names', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => listed(names))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

describe('what falls short', () => {
  const memory = {
    slug: 'memory',
    name: 'Minimum memory',
    scale: {
      kind: 'quantity' as const,
      unit: 'MiB',
      multiples: { GiB: 1024 },
      spacing: 'logarithmic' as const,
      worst: 65_536,
      best: 256,
      bases: [],
    },
  };
  const most = [{ kind: 'range' as const, min: null, max: 8192 }];

  it('is said in the phrase that content has for it, with what the reader has', () => {
    const phrase = 'needs {value} of memory, you have {asked}';
    expect(shortfallText(memory, known(16_384), most, phrase)).toBe(
      'needs 16 GiB of memory, you have 8 GiB',
    );
  });

  it('is said plainly where there is no phrase, or no value to put into it', () => {
    expect(shortfallText(memory, known(16_384), most, null)).toBe(
      'Minimum memory: 16 GiB; you asked for 8 GiB or less',
    );
    expect(shortfallText(memory, UNKNOWN, most, 'needs {value}')).toBe(
      'Minimum memory: Unknown; you asked for 8 GiB or less',
    );
  });
});
