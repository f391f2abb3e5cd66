import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClauses, parseClauses } from '../../../src/links/clause-text.ts';
import { parseQuantity } from '../../../src/links/figure-text.ts';
import type { Criterion } from '../../../src/decision/model.ts';
import type { BareRating, Rating } from '../../../src/decision/rating.ts';
import {
  acceptableValues,
  isImpossible,
  judgeRating,
  leavesOneValue,
  leavesOneWorth,
  unmet,
  nameableValues,
  worstVerdict,
  type Verdict,
} from '../../../src/decision/requirement.ts';
import { worth, type Scale } from '../../../src/decision/scale.ts';
import { clauseOn, enoughOn, holds, known, ratingOn, scale, UNKNOWN } from './arbitrary.ts';

const criterion = (s: Scale): Criterion => ({ slug: 'c', name: 'C', scale: s });
const named = (...slugs: string[]): { slug: string; label: string }[] =>
  slugs.map((slug) => ({ slug, label: slug }));

const ordinal: Scale = { kind: 'ordinal', better: 'first', levels: named('full', 'some', 'none') };
const choice: Scale = { kind: 'choice', values: named('active', 'preview', 'retired') };
const flag: Scale = { kind: 'flag' };
const memory: Scale = {
  kind: 'quantity',
  unit: 'MiB',
  multiples: { GiB: 1024 },
  spacing: 'linear',
  worst: 10,
  best: 1,
  bases: [],
};
const set = (closed: boolean): Scale => {
  const absence = closed ? 'no' : 'unknown';
  return {
    kind: 'set',
    members: [
      { slug: 'any', label: 'any', implies: ['some'], absence },
      ...named('some', 'arm', 'x86').map((member) => ({ ...member, absence }) as const),
    ],
  };
};

/** The verdict on a rating of a requirement written as in a link. */
function verdict(s: Scale, rating: BareRating, text: string): Verdict {
  const { clauses, unread } = parseClauses(criterion(s), text);
  expect(unread).toEqual([]);
  return judgeRating(s, rating, clauses);
}

describe('a known rating', () => {
  it.each([
    [ordinal, 'some', 'some', 'met'],
    [ordinal, 'some', 'full/some', 'met'],
    [ordinal, 'none', 'full/some', 'failed'],
    [ordinal, 'some', 'some..best', 'met'],
    [ordinal, 'full', 'some..best', 'met'],
    [ordinal, 'none', 'some..', 'failed'],
    [ordinal, 'full', '..some', 'failed'],
    [ordinal, 'none', '..some', 'met'],
    [ordinal, 'none', 'none..some', 'met'],
    [ordinal, 'full', 'none..some', 'failed'],
    [choice, 'retired', '!retired', 'failed'],
    [choice, 'preview', '!retired,!preview', 'failed'],
    [choice, 'active', '!retired,!preview', 'met'],
    [flag, true, 'yes', 'met'],
    [flag, true, '!yes', 'failed'],
    [memory, 2048, '..2GiB', 'met'],
    [memory, 2049, '..2GiB', 'failed'],
    [memory, 2048, '2048', 'met'],
    [memory, 512, '1024..max', 'failed'],
    [set(true), ['arm'], 'arm', 'met'],
    [set(true), ['arm'], 'arm,x86', 'failed'],
    [set(true), ['arm'], 'arm/x86', 'met'],
    [set(true), ['any'], 'some', 'met'],
    [set(true), ['arm'], '!x86', 'met'],
    [set(false), ['arm'], 'x86', 'unproven'],
    [set(false), ['arm'], '!x86', 'unproven'],
    [set(false), ['arm'], '!arm', 'failed'],
  ] as const)('%# is judged', (s, value, text, expected) => {
    expect(verdict(s, known(value as never), text)).toBe(expected);
  });
});

describe('a rating that is not simply known', () => {
  it('is unproven where it is unknown or nobody has looked', () => {
    expect(verdict(flag, UNKNOWN, 'yes')).toBe('unproven');
    expect(verdict(flag, { state: 'unrated' }, 'yes')).toBe('unproven');
  });

  it('is unproven where a reservation stands, unless it says that it meets, and fails where its value does', () => {
    const partial = (value: boolean, meets: boolean): Rating => ({
      ...known(value),
      state: 'partial',
      note: 'Mostly.',
      meets,
    });
    expect(verdict(flag, partial(true, false), 'yes')).toBe('unproven');
    expect(verdict(flag, partial(true, true), 'yes')).toBe('met');
    expect(verdict(flag, partial(false, true), 'yes')).toBe('failed');
  });

  it('counts as it says where it does not apply', () => {
    const without = (counts: 'best' | 'worst' | 'left-out'): Rating => ({
      state: 'not-applicable',
      why: 'None.',
      counts,
      checked: '2026-01-01',
      sources: ['a'],
    });
    expect(verdict(memory, without('best'), '..5')).toBe('met');
    expect(verdict(memory, without('left-out'), '..5')).toBe('met');
    expect(verdict(memory, without('worst'), '..5')).toBe('failed');
  });
});

describe('unknown is not no', () => {
  it('of a member whose absence is unknown, unless a source denies it', () => {
    const rating = (not: string[]): BareRating => ({
      ...known(['arm']),
      not: not.map((member) => ({ member })),
    });
    expect(verdict(set(false), rating([]), 'x86')).toBe('unproven');
    expect(verdict(set(false), rating(['x86']), 'x86')).toBe('failed');
    expect(verdict(set(false), rating(['x86']), '!x86')).toBe('met');
    expect(verdict(set(false), rating(['x86']), 'arm/x86')).toBe('met');
    expect(verdict(set(false), rating(['x86']), 'some/x86')).toBe('unproven');
    // What entails the denied is not there either.
    expect(verdict(set(false), rating(['some']), 'any')).toBe('failed');
  });

  it('of a figure between bounds', () => {
    const between = (atLeast?: number, atMost?: number): Rating => ({
      ...UNKNOWN,
      atLeast,
      atMost,
    });
    expect(verdict(memory, between(4, 8), '..8')).toBe('met');
    expect(verdict(memory, between(4, 8), '..7')).toBe('unproven');
    expect(verdict(memory, between(4, 8), '..3')).toBe('failed');
    expect(verdict(memory, between(4, 8), '9..max')).toBe('failed');
    expect(verdict(memory, between(4, 8), '4..8')).toBe('met');
    expect(verdict(memory, between(4), '4..max')).toBe('met');
    expect(verdict(memory, between(4), '..8')).toBe('unproven');
    expect(verdict(memory, between(undefined, 8), '..8')).toBe('met');
    expect(verdict(memory, between(), '..8')).toBe('unproven');
  });

  it('and of a partial rating of a set, what is met is unproven unless it says that it meets', () => {
    const partial = (meets: boolean): BareRating => ({
      ...known(['arm']),
      state: 'partial',
      meets,
    });
    expect(verdict(set(true), partial(false), 'arm')).toBe('unproven');
    expect(verdict(set(true), partial(true), 'arm')).toBe('met');
    expect(verdict(set(true), partial(true), 'x86')).toBe('failed');
  });
});

describe('a requirement takes a criterion out of the weights', () => {
  const one = (s: Scale, text: string, enough?: string | number, wanted?: string[]): boolean =>
    leavesOneWorth(s, parseClauses(criterion(s), text).clauses, enough, wanted);

  it('where all that it accepts is worth the same', () => {
    expect(one(ordinal, 'full')).toBe(true);
    expect(one(ordinal, 'some..best')).toBe(false);
    expect(one(ordinal, 'some..best', 'some')).toBe(true);
    expect(one({ kind: 'flag', better: 'yes' }, 'yes')).toBe(true);
    expect(one(ordinal, '')).toBe(false);
  });

  it('of a quantity, beyond an anchor or beyond what is enough', () => {
    // Worth 1 at 1 and below, 0 at 10 and above.
    expect(one(memory, '..5')).toBe(false);
    expect(one(memory, '..1')).toBe(true);
    expect(one(memory, '..5', 5)).toBe(true);
    expect(one(memory, '..6', 5)).toBe(false);
    expect(one(memory, '10..max')).toBe(true);
    expect(one(memory, '4..4')).toBe(true);
  });

  it('of a set, where each wanted member is required or excluded', () => {
    expect(one(set(false), 'arm', undefined, ['arm'])).toBe(true);
    expect(one(set(false), 'any', undefined, ['some'])).toBe(true);
    expect(one(set(false), 'arm', undefined, ['arm', 'x86'])).toBe(false);
    expect(one(set(false), 'arm,!x86', undefined, ['arm', 'x86'])).toBe(true);
    expect(one(set(false), '!some', undefined, ['any'])).toBe(true);
    expect(one(set(false), 'arm/x86', undefined, ['arm'])).toBe(false);
    expect(one(set(false), 'arm')).toBe(false);
  });

  it('exactly if no two known ratings that meet it differ in worth', () => {
    holds(
      fc.property(
        scale
          .filter((s) => s.kind === 'ordinal' || s.kind === 'flag' || s.kind === 'choice')
          .chain((s) =>
            fc.tuple(
              fc.constant(s),
              fc.array(clauseOn(s) ?? fc.constant({ kind: 'any', of: [] } as const), {
                minLength: 1,
                maxLength: 2,
              }),
              enoughOn(s) ?? fc.constant(undefined),
            ),
          ),
        ([s, clauses, enough]) => {
          const values = s.kind === 'flag' ? [true, false] : nameableValues(s);
          const worths = values
            .filter((value) => judgeRating(s, known(value), clauses) === 'met')
            .map((value) => worth(s, value, enough));
          expect(leavesOneWorth(s, clauses, enough)).toBe(new Set(worths).size === 1);
        },
      ),
      500,
    );
  });
});

it('lists what a candidate does not meet, in the order of the requirements', () => {
  const candidate = { ratings: { c: known('none'), d: UNKNOWN } };
  const criteria = [
    { slug: 'c', name: '', scale: ordinal },
    { slug: 'd', name: '', scale: flag },
  ];
  const asked = [
    { criterion: 'd', clauses: [{ kind: 'any', of: ['yes'] }] },
    { criterion: 'c', clauses: [{ kind: 'any', of: ['full'] }] },
    { criterion: 'c', clauses: [{ kind: 'any', of: ['none'] }] },
    { criterion: 'gone', clauses: [] },
  ] as const;
  expect(unmet(candidate, criteria, asked)).toEqual([
    { requirement: asked[0], verdict: 'unproven' },
    { requirement: asked[1], verdict: 'failed' },
  ]);
});

it('lets the worst verdict stand for all', () => {
  expect(worstVerdict([])).toBe('met');
  expect(worstVerdict(['met', 'unproven'])).toBe('unproven');
  expect(worstVerdict(['unproven', 'failed', 'met'])).toBe('failed');
});

describe('what clauses leave', () => {
  const clauses = (s: Scale, text: string): ReturnType<typeof parseClauses>['clauses'] =>
    parseClauses(criterion(s), text).clauses;

  it('is a list of values, one value, or none', () => {
    expect(acceptableValues(ordinal, clauses(ordinal, 'some..best'))).toEqual(['full', 'some']);
    expect(leavesOneValue(ordinal, clauses(ordinal, 'full..best'))).toBe(true);
    expect(leavesOneValue(ordinal, clauses(ordinal, 'some..best'))).toBe(false);
    expect(leavesOneValue(memory, clauses(memory, '512'))).toBe(true);
    expect(isImpossible(ordinal, clauses(ordinal, 'full,none'))).toBe(true);
    const apart = [...clauses(memory, '..5'), ...clauses(memory, '10..max')];
    expect(isImpossible(memory, apart)).toBe(true);
    expect(isImpossible(set(true), clauses(set(true), 'any,!some'))).toBe(true);
    expect(isImpossible(set(true), clauses(set(true), 'arm,!x86'))).toBe(false);
  });

  it('is impossible exactly if no legal single value meets it', () => {
    fc.assert(
      fc.property(
        scale.filter((s) => s.kind === 'ordinal' || s.kind === 'choice' || s.kind === 'flag'),
        fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
        (s, picks) => {
          const values = nameableValues(s);
          const text = picks
            .map((p) => `${p % 2 ? '!' : ''}${values[p % values.length] ?? ''}`)
            .join(',');
          const parsed = clauses(s, text);
          const met = values.some(
            (v) => judgeRating(s, known(s.kind === 'flag' ? v === 'yes' : v), parsed) === 'met',
          );
          expect(isImpossible(s, parsed)).toBe(!met);
        },
      ),
    );
  });
});

describe('clauses as text', () => {
  it.each([
    [ordinal, 'none/full', 'full/none'],
    [ordinal, 'some..', 'some..best'],
    [ordinal, 'worst..some', '..some'],
    [ordinal, 'none..some', 'none..some'],
    [flag, '!yes', 'no'],
    [choice, '!retired,!preview', '!preview,!retired'],
    [memory, '0.5GiB..2 gib', '512..2048'],
    [memory, '..2GiB', '..2048'],
    [memory, '512..', '512..max'],
    [set(true), 'x86,arm,arm', 'arm,x86'],
    [set(true), 'x86/arm,!any', 'arm/x86,!any'],
  ] as const)('%# has one form', (s, text, canonical) => {
    expect(formatClauses(s, parseClauses(criterion(s), text).clauses)).toBe(canonical);
  });

  it.each([
    [ordinal, 'huge', '“huge” is not a value of this criterion'],
    [ordinal, '', 'is empty'],
    [ordinal, '..', 'leaves both ends open'],
    [ordinal, 'a..b..c', 'has more than two ends'],
    [choice, 'active..best', 'asks for an order that this criterion does not have'],
    [memory, 'lots', 'is not a number, or its unit is not one of MiB, GiB'],
    [memory, '5..2', 'begins above its end'],
    [memory, '..', 'leaves both ends open'],
    [memory, '1e9', 'is not a number, or its unit is not one of MiB, GiB'],
    [{ kind: 'text' }, 'x', 'asks something of a criterion that is only described'],
  ] as const)('%# is told', (s, text, why) => {
    const { clauses, unread } = parseClauses(criterion(s), text);
    expect(clauses).toEqual([]);
    expect(unread).toEqual([{ token: text, why }]);
  });

  it('keeps what can be read beside what cannot', () => {
    const { clauses, unread } = parseClauses(criterion(ordinal), 'full/huge,tiny');
    expect(formatClauses(ordinal, clauses)).toBe('full');
    expect(unread.map((u) => u.token)).toEqual(['huge', 'tiny']);
  });

  it('round-trips in canonical form, whatever was typed', () => {
    fc.assert(
      fc.property(scale, fc.string(), fc.array(fc.nat(6)), (s, noise, picks) => {
        const words = [
          'level-0',
          'level-1',
          'level-2',
          'yes',
          'no',
          '..',
          '/',
          ',',
          '!',
          '12',
          'GiB',
          'best',
        ];
        const text = noise + picks.map((p) => words[p]).join('');
        const once = parseClauses(criterion(s), text).clauses;
        const again = parseClauses(criterion(s), formatClauses(s, once));
        if (once.length > 0) expect(again).toEqual({ clauses: once, unread: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('judges the same after a round trip', () => {
    fc.assert(
      fc.property(
        scale.chain((s) => fc.tuple(fc.constant(s), ratingOn(s))),
        fc.array(
          fc.constantFrom(
            'level-0',
            'level-1/level-0',
            '!level-1',
            'level-0..best',
            '..level-1',
            'yes',
            '!yes',
            '..100',
            '50..max',
          ),
          { maxLength: 3 },
        ),
        ([s, rating], parts) => {
          const { clauses } = parseClauses(criterion(s), parts.join(','));
          const again = parseClauses(criterion(s), formatClauses(s, clauses)).clauses;
          expect(judgeRating(s, rating, again)).toBe(judgeRating(s, rating, clauses));
        },
      ),
    );
  });
});

it('reads quantities with units, in any case, and nothing else', () => {
  const read = (text: string): number | null | undefined => parseQuantity(memory, text);
  expect(['2GiB', '2 gib', '512', '0.5', '', 'x', '2TB', '-1'].map(read)).toEqual([
    2048,
    2048,
    512,
    0.5,
    null,
    undefined,
    undefined,
    undefined,
  ]);
});
