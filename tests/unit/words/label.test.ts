import { describe, expect, it } from 'vitest';
import { clausesText } from '../../../src/words/clause-words.ts';
import {
  formatExactly,
  formatQuantity,
  groupDigits,
  plainValue,
  ratingLabel,
  valueLabel,
} from '../../../src/words/label.ts';
import type { QuantityScale } from '../../../src/decision/scale.ts';
import { known, UNKNOWN } from '../decision/arbitrary.ts';

const memory: QuantityScale = {
  kind: 'quantity',
  unit: 'MiB',
  multiples: { GiB: 1024, MB: 1, GB: 1024 },
  spacing: 'logarithmic',
  worst: 32768,
  best: 512,
  bases: [],
};

describe('formatQuantity', () => {
  it.each([
    [512, '512 MiB'],
    [2048, '2 GiB'],
    [1536, '1.5 GiB'],
    [2500, '2,500 MiB'],
    [65536, '64 GiB'],
    [0, '0 MiB'],
    [70.5, '70.5 MiB'],
  ])('writes %d MiB as %s', (value, text) => {
    expect(formatQuantity(memory, value)).toBe(text);
  });
});

it('says one of a unit that is a word in the singular', () => {
  const time: QuantityScale = { ...memory, unit: 'months', multiples: { years: 12 } };
  expect([1, 12, 18, 24].map((value) => formatQuantity(time, value))).toEqual([
    '1 month',
    '1 year',
    '1.5 years',
    '2 years',
  ]);
  expect(formatQuantity({ ...memory, unit: 'Hz', multiples: {} }, 1)).toBe('1 Hz');
});

it('groups the digits of large numbers and keeps three decimals', () => {
  expect([1234567, 999, 1000.5, 0.12345].map(groupDigits)).toEqual([
    '1,234,567',
    '999',
    '1,000.5',
    '0.123',
  ]);
});

describe('valueLabel', () => {
  const members = ['a', 'b', 'c'].map((slug) => ({
    slug,
    label: slug.toUpperCase(),
    absence: 'no' as const,
  }));

  it('lists members in the order of the scale', () => {
    expect(valueLabel({ kind: 'set', members }, ['c', 'a'])).toBe('A, C');
    expect(valueLabel({ kind: 'set', members }, [])).toBe('None');
  });

  it('says yes and no', () => {
    expect([true, false].map((v) => valueLabel({ kind: 'flag' }, v))).toEqual(['Yes', 'No']);
  });
});

it('says between which bounds a figure lies that nobody gives', () => {
  expect(ratingLabel(memory, { state: 'unknown', atLeast: 2048 })).toBe('Unknown, at least 2 GiB');
  expect(ratingLabel(memory, { state: 'unknown', atLeast: 512, atMost: 1024 })).toBe(
    'Unknown, at least 512 MiB, at most 1 GiB',
  );
});

it('says what a rating without a value is', () => {
  expect(ratingLabel({ kind: 'flag' }, UNKNOWN)).toBe('Unknown');
  expect(ratingLabel({ kind: 'flag' }, { state: 'unrated' })).toBe('Not rated yet');
  expect(ratingLabel({ kind: 'flag' }, known(true))).toBe('Yes');
});

describe('a quantity', () => {
  const of = (unit: string, more: Partial<QuantityScale> = {}): QuantityScale => ({
    ...memory,
    unit,
    multiples: {},
    ...more,
  });

  it.each<[string, QuantityScale, number, string]>([
    ['one of its unit', of('threads'), 1, '1 thread'],
    ['many', of('threads'), 2, '2 threads'],
    ['none', of('threads'), 0, '0 threads'],
    ['a part of one', of('threads'), 0.5, '0.5 threads'],
    ['an odd plural', of('boxes', { singular: { boxes: 'box' } }), 1, '1 box'],
    ['capital letters', of('GPUs', { singular: { GPUs: 'GPU' } }), 1, '1 GPU'],
    ['a word that ends like a plural', of('gas'), 1, '1 gas'],
    ['prefixes', of('W', { prefixes: ['si'] }), 1500, '1.5 kW'],
    ['small prefixes', of('W', { prefixes: ['si'] }), 0.0015, '1.5 mW'],
    ['binary prefixes', of('MiB', { base: 'B', prefixes: ['binary'] }), 2 ** 21, '2 TiB'],
    ['what no prefix makes short', of('B', { prefixes: ['si'] }), 123_456, '123,456 B'],
    ['digits', of('points', { digits: 3 }), 12.3456, '12.3 points'],
    ['digits of a whole number', of('points', { digits: 2 }), 2512, '2,500 points'],
    ['digits of a multiple', { ...memory, digits: 2 }, 2500, '2.4 GiB'],
    ['digits at the border of a multiple', { ...memory, digits: 2 }, 1023.9, '1 GiB'],
    ['digits that round to one', of('points', { digits: 1 }), 0.96, '1 point'],
    ['a small number', of('s'), 0.00012, '0.00012 s'],
    ['a day', of('date'), 739_583, '29 November 2025'],
    ['a month', of('calendar month'), 2022 * 12 + 10, 'November 2022'],
    ['a year', of('calendar year'), 2022, '2022'],
  ])('with %s', (_what, scale, value, text) => {
    expect(formatQuantity(scale, value)).toBe(text);
  });

  it('is told exactly where a reader asks for it', () => {
    expect(formatExactly({ ...memory, digits: 2 }, 2500)).toBe('2,500 MiB');
    expect(plainValue({ ...memory, digits: 2 }, 2500)).toBe(2500);
  });

  it('that is a date is read by programs as one, and lies before or after', () => {
    const year = of('calendar year');
    expect(plainValue(year, 2022)).toBe('2022');
    expect(plainValue(of('date'), 739_583)).toBe('2025-11-29');
    expect(ratingLabel(year, { state: 'unknown', atLeast: 2019, atMost: 2022 })).toBe(
      'Unknown, not before 2019, not after 2022',
    );
    expect(clausesText(year, [{ kind: 'range', min: 2019, max: null }])).toBe('2019 or later');
    expect(clausesText(year, [{ kind: 'range', min: null, max: 2019 }])).toBe('2019 or earlier');
  });
});
