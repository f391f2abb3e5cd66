import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, contrast, differ } from '../../../src/decision/contrast.ts';
import { holds, known, notApplicable, ratingOn, scale, UNKNOWN } from './arbitrary.ts';
import { ordinal, percent, setOf } from './building.ts';

describe('two ratings', () => {
  it.each([
    [percent, known(50), known(40), 'better'],
    [percent, known(40), known(50), 'worse'],
    [percent, known(50), known(50), 'same'],
    // Beyond the anchor more is no longer better, but it is not the same.
    [percent, known(200), known(300), 'different'],
    [percent, known(50), UNKNOWN, 'undecided'],
    [percent, { state: 'unrated' }, known(50), 'undecided'],
    [percent, notApplicable('best'), known(50), 'different'],
    [percent, notApplicable('best'), notApplicable('best'), 'same'],
    [percent, { ...known(50), basis: 'measured' }, known(40), 'different'],
    [setOf({ a: 'no', b: 'no' }), known(['a', 'b']), known(['b', 'a']), 'same'],
    [setOf({ a: 'no', b: 'no' }), known(['a']), known(['b']), 'different'],
    [{ kind: 'text' }, known('x'), known('y'), 'different'],
    [ordinal('first', 'x', 'y'), known('x'), known('y'), 'better'],
  ] as const)('%# stand to each other', (s, a, b, expected) => {
    expect(contrast(s, a, b)).toBe(expected);
  });

  it('stand to each other the other way round, turned', () => {
    const turned = { better: 'worse', worse: 'better' } as Record<string, string>;
    holds(
      fc.property(
        scale.chain((s) => fc.tuple(fc.constant(s), ratingOn(s), ratingOn(s))),
        ([s, a, b]) => {
          const found = contrast(s, a, b);
          expect(contrast(s, b, a)).toBe(turned[found] ?? found);
        },
      ),
      300,
    );
  });
});

it('differ where one is of another value or state', () => {
  expect(differ(percent, [known(1), known(1)])).toBe(false);
  expect(differ(percent, [known(1), known(2)])).toBe(true);
  expect(differ(percent, [known(1), UNKNOWN])).toBe(true);
  expect(differ(percent, [UNKNOWN, UNKNOWN])).toBe(false);
  expect(differ(percent, [])).toBe(false);
});

it('do not differ by a caveat alone', () => {
  const partial = { ...known(1), state: 'partial', meets: false } as const;
  expect(differ(percent, [known(1), partial])).toBe(false);
  expect(contrast(percent, known(1), partial)).toBe('same');
  expect(differ(percent, [known(2), partial])).toBe(true);
});

it('are best where they alone are better than each of the others', () => {
  expect(bestOf(percent, [known(9), known(5), known(1)])).toEqual([true, false, false]);
  expect(bestOf(percent, [known(9), known(9), known(1)])).toEqual([false, false, false]);
  expect(bestOf(percent, [known(9), known(1), UNKNOWN])).toEqual([false, false, false]);
  expect(bestOf(percent, [known(9)])).toEqual([false]);
});
