/** Figures as content, links and people write them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityScale } from '../../../src/decision/scale.ts';
import { formatClauses, parseClauses } from '../../../src/links/clause-text.ts';
import { formatFigure, parseQuantity, unitsOf } from '../../../src/links/figure-text.ts';

const scaleIn = (unit: string, more: Partial<QuantityScale> = {}): QuantityScale => ({
  kind: 'quantity',
  unit,
  multiples: {},
  spacing: 'linear',
  worst: 0,
  best: 100,
  bases: [],
  ...more,
});
const memory = scaleIn('MiB', { multiples: { GiB: 1024 } });
const watts = scaleIn('W', { prefixes: ['si'] });
const bytes = scaleIn('MiB', { base: 'B', prefixes: ['binary', 'si'] });
const dates = scaleIn('date');

describe('a figure with a unit', () => {
  it.each<[QuantityScale, string, number | null | undefined]>([
    [memory, '2 GiB', 2048],
    [memory, '2GiB', 2048],
    [memory, '2 gib', 2048],
    [memory, '2,048 MiB', 2048],
    [memory, '2 048', 2048],
    [memory, '1,5 GiB', 1536],
    [memory, '1.5 GiB', 1536],
    [memory, '', null],
    [memory, '2 GB', undefined],
    [memory, 'two GiB', undefined],
    [memory, '-2 GiB', undefined],
    [memory, '2 GiB 3', undefined],
    [memory, '1,23,4', undefined],
    // Of two units that differ in one letter’s size, each is what it says, and neither is guessed.
    [watts, '2 MW', 2_000_000],
    [watts, '2 mW', 0.002],
    [watts, '2 kw', 2000],
    [watts, '2 Mw', undefined],
    [bytes, '1 GiB', 1024],
    [bytes, '1048576 B', 1],
    [bytes, '1 TB', 953674.316406],
  ])('of %# (%s) is read', (scale, text, figure) => {
    expect(parseQuantity(scale, text)).toBe(figure);
  });

  it('may be one of it, as the scale calls it or as English does', () => {
    expect(parseQuantity(scaleIn('threads'), '1 thread')).toBe(1);
    expect(parseQuantity(scaleIn('boxes', { singular: { boxes: 'box' } }), '1 box')).toBe(1);
    expect(parseQuantity(scaleIn('months', { multiples: { years: 12 } }), '1 year')).toBe(12);
  });
});

it('a prefix gives a unit its size beside that of the scale, and what is listed goes before', () => {
  expect(unitsOf(bytes).get('GiB')).toBe(1024);
  expect(unitsOf(bytes).get('B')).toBe(2 ** -20);
  expect([...unitsOf(memory)]).toEqual([
    ['MiB', 1],
    ['GiB', 1024],
  ]);
  const sloppy = scaleIn('MiB', { base: 'B', prefixes: ['si'], multiples: { GB: 1024 } });
  expect(unitsOf(sloppy).get('GB')).toBe(1024);
});

describe('dates in a link', () => {
  const read = (text: string, scale = dates): string =>
    formatClauses(scale, parseClauses({ slug: 'x', name: 'X', scale }, text).clauses);

  it.each([
    ['2020..', '2020-01-01..max'],
    ['..2020', '..2020-12-31'],
    ['2020', '2020-01-01..2020-12-31'],
    ['2020-02..2021-02', '2020-02-01..2021-02-28'],
    ['2020-02-03', '2020-02-03'],
    ['2020..max', '2020-01-01..max'],
    ['2021..2020', ''],
    ['2020-02-30', ''],
    ['737000', ''],
  ])('%s is %s', (text, canonical) => {
    expect(read(text)).toBe(canonical);
    expect(read(canonical)).toBe(canonical);
  });

  it('are as precise as their scale', () => {
    expect(read('2020-05-17..', scaleIn('calendar year'))).toBe('2020..max');
    expect(read('2020..2021-05', scaleIn('calendar month'))).toBe('2020-01..2021-05');
  });

  it('are told from numbers', () => {
    const { unread } = parseClauses({ slug: 'x', name: 'X', scale: dates }, '..soon');
    expect(unread).toEqual([
      { token: '..soon', why: 'is not a date such as 2026, 2026-11 or 2026-11-29' },
    ]);
  });
});

it('what is written of a figure is read again', () => {
  fc.assert(
    fc.property(fc.constantFrom(memory, watts, dates), fc.nat(3_000_000), (scale, figure) => {
      expect(parseQuantity(scale, formatFigure(scale, figure))).toBe(figure);
    }),
  );
});
