import { describe, expect, it } from 'vitest';
import { byRating } from '../../../src/decision/order.ts';
import type { BareRating } from '../../../src/decision/rating.ts';
import type { Scale, Value } from '../../../src/decision/scale.ts';
import { known, notApplicable, UNKNOWN } from './arbitrary.ts';
import { criterion, option, ordinal, percent, setOf } from './building.ts';

function order(
  scale: Scale,
  rows: Readonly<Record<string, BareRating | Value>>,
  settings = {},
): string {
  const c = criterion('c', scale);
  return Object.entries(rows)
    .map(([slug, r]) => option(slug, { c: r }))
    .toSorted(byRating(c, settings))
    .map((o) => o.slug)
    .join(' ');
}

describe('options by one criterion', () => {
  it('come better first, beyond the anchors too, and what has no value last', () => {
    const rows = {
      u: { state: 'unrated' },
      q: UNKNOWN,
      n: notApplicable('best'),
      a: 50,
      b: 500,
      c: 200,
    } as const;
    expect(order(percent, rows)).toBe('b c a n q u');
    expect(order(percent, rows, { worseFirst: true })).toBe('a c b n q u');
    expect(order({ ...percent, worst: 100, best: 0 }, rows)).toBe('a c b n q u');
  });

  it('by levels, flags, members and values without order', () => {
    expect(order(ordinal('first', 'x', 'y', 'z'), { a: 'z', b: 'x', c: 'y' })).toBe('b c a');
    expect(order({ kind: 'flag', better: 'no' }, { a: true, b: false })).toBe('b a');
    expect(order({ kind: 'flag' }, { a: false, b: true })).toBe('b a');
    expect(order(setOf({ x: 'no', y: 'no' }), { a: ['x'], b: ['x', 'y'], c: [] })).toBe('b a c');
    const values = ['x', 'y', 'z'].map((slug) => ({ slug, label: slug }));
    expect(order({ kind: 'choice', values }, { a: 'z', b: 'x', c: 'z', d: 'y' })).toBe('b d a c');
  });

  it('keep the order in which they came where they tie', () => {
    expect(order(percent, { b: 5, a: 5, c: known(5) })).toBe('b a c');
    expect(order({ kind: 'text' }, { b: 'x', a: 'y' })).toBe('b a');
  });
});
