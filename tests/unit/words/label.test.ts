import { describe, expect, it } from 'vitest';
import { formatQuantity, groupDigits, ratingLabel, valueLabel } from '../../../src/words/label.ts';
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
