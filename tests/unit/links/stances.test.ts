/** Filters that are clicked together: what is shown is what is asked, in the form that links have. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClauses, parseClauses } from '../../../src/links/clause-text.ts';
import {
  quantifierOf,
  rangeOf,
  spelledOut,
  stanceOf,
  withClauses,
  withQuantifier,
  withRange,
  withStance,
  type End,
  type Quantifier,
  type Stance,
} from '../../../src/links/stances.ts';
import {
  acceptableValues,
  nameableValues,
  type Clause,
} from '../../../src/decision/requirement.ts';
import { levelsWorstFirst, type Scale } from '../../../src/decision/scale.ts';
import { scale as anyScale } from '../decision/arbitrary.ts';

interface Click {
  readonly value: number;
  readonly stance: Stance;
  readonly quantifier: Quantifier;
}

const click: fc.Arbitrary<Click> = fc.record({
  value: fc.nat(9),
  stance: fc.constantFrom<Stance>('required', 'excluded', null),
  quantifier: fc.constantFrom<Quantifier>('any', 'all'),
});
const listed = anyScale.filter((scale) => nameableValues(scale).length > 0);

const valueAt = (scale: Scale, place: number): string => {
  const values = nameableValues(scale);
  return values[place % values.length] ?? '';
};
const press = (
  scale: Scale,
  clauses: readonly Clause[],
  { value, stance, quantifier }: Click,
): readonly Clause[] => withStance(scale, clauses, valueAt(scale, value), stance, quantifier);
const pressed = (scale: Scale, clicks: readonly Click[]): readonly Clause[] =>
  clicks.reduce<readonly Clause[]>((clauses, one) => press(scale, clauses, one), []);
const readAgain = (scale: Scale, clauses: readonly Clause[]): readonly Clause[] =>
  parseClauses({ slug: 'x', name: 'X', scale }, formatClauses(scale, clauses)).clauses;

describe('values', () => {
  it('have the stance that was last taken', () => {
    fc.assert(
      fc.property(listed, fc.array(click, { maxLength: 6 }), click, (scale, before, last) => {
        // Of a flag, to exclude the one is to require the other.
        fc.pre(scale.kind !== 'flag' || last.stance !== 'excluded');
        const clauses = press(scale, pressed(scale, before), last);
        expect(stanceOf(clauses, valueAt(scale, last.value))).toBe(last.stance);
      }),
    );
  });

  it('leave the stances of other values as they were', () => {
    fc.assert(
      fc.property(listed, fc.array(click, { maxLength: 6 }), click, (scale, before, last) => {
        fc.pre(scale.kind !== 'flag');
        const clauses = pressed(scale, before);
        const after = press(scale, clauses, last);
        for (const value of nameableValues(scale)) {
          if (value === valueAt(scale, last.value)) continue;
          expect(stanceOf(after, value)).toBe(stanceOf(clauses, value));
        }
      }),
    );
  });

  it('come to clauses in the form that links have', () => {
    fc.assert(
      fc.property(listed, fc.array(click, { maxLength: 8 }), (scale, clicks) => {
        const clauses = pressed(scale, clicks);
        if (clauses.length > 0) expect(readAgain(scale, clauses)).toEqual(clauses);
      }),
    );
  });

  it('of a set are joined by “all” or “any”, and say which', () => {
    const scale: Scale = {
      kind: 'set',
      members: ['a', 'b', 'c'].map((slug) => ({ slug, label: slug, absence: 'no' })),
    };
    const all = withStance(scale, withStance(scale, [], 'b', 'required'), 'a', 'required', 'all');
    expect([formatClauses(scale, all), quantifierOf(all)]).toEqual(['a,b', 'all']);
    const any = withQuantifier(scale, all, 'any');
    expect([formatClauses(scale, any), quantifierOf(any)]).toEqual(['a/b', 'any']);
    expect(withQuantifier(scale, any, 'all')).toEqual(all);
    const one = withStance(scale, any, 'a', null);
    expect([formatClauses(scale, one), quantifierOf(one)]).toEqual(['b', null]);
    const without = withStance(scale, all, 'c', 'excluded');
    expect(formatClauses(scale, withQuantifier(scale, without, 'any'))).toBe('a/b,!c');
  });
});

describe('ends', () => {
  const end = fc.constantFrom<End>('at-least', 'at-most');

  it('of an order are the values between them, each to be ticked by itself', () => {
    const scale: Scale = {
      kind: 'ordinal',
      better: 'last',
      levels: ['low', 'middle', 'high'].map((slug) => ({ slug, label: slug })),
    };
    const read = (text: string): readonly Clause[] =>
      parseClauses({ slug: 'x', name: 'X', scale }, text).clauses;
    const spelled = (text: string): string => formatClauses(scale, spelledOut(scale, read(text)));
    expect(spelled('middle..best')).toBe('middle/high');
    expect(spelled('..middle,!low')).toBe('low/middle,!low');
    expect(spelled('low/high,middle..best')).toBe('high');
    expect(spelled('!low')).toBe('!low');
    expect(
      formatClauses(
        scale,
        withStance(scale, spelledOut(scale, read('middle..best')), 'low', 'required'),
      ),
    ).toBe('low/middle/high');
  });

  it('of an order accept the same values when they are spelled out', () => {
    fc.assert(
      fc.property(anyScale, end, fc.nat(9), (scale, kind, place) => {
        const slugs = (levelsWorstFirst(scale) ?? []).map(({ slug }) => slug);
        fc.pre(slugs.length > 0);
        const clauses: readonly Clause[] = [{ kind, level: slugs[place % slugs.length] ?? '' }];
        const spelled = spelledOut(scale, clauses);
        expect(acceptableValues(scale, spelled)).toEqual(acceptableValues(scale, clauses));
        expect(readAgain(scale, spelled)).toEqual(spelled);
      }),
    );
  });

  it('of a range never cross: the one that moves takes the other along', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(end, fc.option(fc.nat(100)))), (moves) => {
        let clauses: readonly Clause[] = [];
        for (const [which, figure] of moves) {
          clauses = withRange(clauses, which, figure);
          const range = rangeOf(clauses);
          expect(range[which]).toBe(figure);
          const { 'at-least': min, 'at-most': max } = range;
          expect(min === null || max === null || min <= max).toBe(true);
        }
      }),
    );
  });
});

it('requirements stand in the order of the criteria, each once, and go with their last clause', () => {
  const criteria = ['a', 'b', 'c'].map((slug) => ({ slug }));
  const clauses: readonly Clause[] = [{ kind: 'not', of: 'x' }];
  const both = withClauses(criteria, [{ criterion: 'c', clauses }], 'a', clauses);
  expect(both.map(({ criterion }) => criterion)).toEqual(['a', 'c']);
  expect(withClauses(criteria, both, 'a', clauses)).toEqual(both);
  expect(withClauses(criteria, both, 'c', [])).toEqual([{ criterion: 'a', clauses }]);
});
