import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canBeEnough,
  impliedMembers,
  isOnScale,
  levelsWorstFirst,
  memberships,
  moreDemanding,
  placeOf,
  worth,
  type OrdinalScale,
  type QuantityScale,
  type Scale,
} from '../../../src/decision/scale.ts';
import { enoughOn, holds, scale, valueOn } from './arbitrary.ts';
import { percent, setOf } from './building.ts';

const ordinal = (better: 'first' | 'last'): OrdinalScale => ({
  kind: 'ordinal',
  better,
  levels: ['low', 'medium', 'high'].map((slug) => ({ slug, label: slug })),
});
const memory: QuantityScale = {
  kind: 'quantity',
  unit: 'MiB',
  multiples: { GiB: 1024 },
  spacing: 'logarithmic',
  worst: 32768,
  best: 512,
  bases: [],
};

describe('worth', () => {
  it('puts ordinal levels in equal steps from the worse end', () => {
    expect(['low', 'medium', 'high'].map((v) => worth(ordinal('last'), v))).toEqual([0, 0.5, 1]);
    expect(['low', 'medium', 'high'].map((v) => worth(ordinal('first'), v))).toEqual([1, 0.5, 0]);
  });

  it('puts a quantity between its anchors and clips what lies beyond', () => {
    expect(worth(memory, 512)).toBe(1);
    expect(worth(memory, 32768)).toBe(0);
    expect(worth(memory, 4096)).toBeCloseTo(0.5, 12);
    expect(worth(memory, 70)).toBe(1);
    expect(worth(memory, 65536)).toBe(0);
    expect(worth(memory, 0)).toBe(1);
  });

  it('is linear where the scale is', () => {
    const scale: QuantityScale = { ...memory, spacing: 'linear', worst: 0, best: 200 };
    expect([0, 50, 200, 500].map((v) => worth(scale, v))).toEqual([0, 0.25, 1, 1]);
  });

  it('follows an order of preference, and is null without one', () => {
    const values = ['a', 'b', 'c'].map((slug) => ({ slug, label: slug }));
    const ordered: Scale = { kind: 'choice', values, preference: ['c', 'a', 'b'] };
    expect(['a', 'b', 'c'].map((v) => worth(ordered, v))).toEqual([0.5, 0, 1]);
    expect(worth({ kind: 'choice', values }, 'a')).toBeNull();
    expect(worth({ kind: 'flag' }, true)).toBeNull();
    expect(worth({ kind: 'flag', better: 'no' }, true)).toBe(0);
    expect(worth({ kind: 'text' }, 'words')).toBeNull();
  });

  it('lies in [0, 1] for every legal value of every scale, or is null', () => {
    holds(
      fc.property(
        scale.chain((s) => fc.tuple(fc.constant(s), valueOn(s))),
        ([s, value]) => {
          expect(isOnScale(s, value)).toBe(true);
          const w = worth(s, value);
          if (w !== null) expect(w >= 0 && w <= 1).toBe(true);
        },
      ),
      500,
    );
  });
});

describe('isOnScale', () => {
  it.each([
    [ordinal('last'), 'huge'],
    [ordinal('last'), 1],
    [{ kind: 'flag' } as const, 'yes'],
    [memory, '2 GB'],
    [memory, -1],
    [memory, Infinity],
    [setOf({ a: 'no' }), 'a'],
    [setOf({ a: 'no' }), ['b']],
    [{ kind: 'text' } as const, ' '],
  ])('refuses what the scale does not have (%#)', (s, value) => {
    expect(isOnScale(s, value)).toBe(false);
  });
});

it('lists levels from worst to best, whichever way content lists them', () => {
  expect(levelsWorstFirst(ordinal('first'))?.map((l) => l.slug)).toEqual(['high', 'medium', 'low']);
  expect(levelsWorstFirst(memory)).toBeNull();
});

it('follows what members imply, through cycles too', () => {
  const set: Scale = {
    kind: 'set',
    members: [
      { slug: 'a', label: 'a', absence: 'no', implies: ['b'] },
      { slug: 'b', label: 'b', absence: 'no', implies: ['c', 'a'] },
      { slug: 'c', label: 'c', absence: 'no' },
      { slug: 'd', label: 'd', absence: 'no' },
    ],
  };
  expect([...impliedMembers(set, ['a'])].toSorted()).toEqual(['a', 'b', 'c']);
});

describe('members of a set', () => {
  const set: Extract<Scale, { kind: 'set' }> = {
    kind: 'set',
    members: [
      { slug: 'whole', label: '', absence: 'unknown', implies: ['part'] },
      { slug: 'part', label: '', absence: 'unknown' },
      { slug: 'sold', label: '', absence: 'no' },
      { slug: 'sold-whole', label: '', absence: 'unknown', implies: ['sold'] },
    ],
  };
  const of = (named: string[], denied: string[] = []): Record<string, string> =>
    Object.fromEntries(memberships(set, named, denied));

  it('are there where they are named or entailed, and else as their absence says', () => {
    expect(of([])).toEqual({
      whole: 'unknown',
      part: 'unknown',
      sold: 'lacks',
      // It would entail what is not there.
      'sold-whole': 'lacks',
    });
    expect(of(['whole', 'sold-whole'])).toEqual({
      whole: 'has',
      part: 'has',
      sold: 'has',
      'sold-whole': 'has',
    });
  });

  it('are not there where that is documented, nor is what entails them', () => {
    expect(of(['sold'], ['part'])).toMatchObject({ part: 'lacks', whole: 'lacks', sold: 'has' });
    expect(of([], ['whole'])).toMatchObject({ whole: 'lacks', part: 'unknown' });
  });
});

describe('what is enough', () => {
  const levels: Scale = {
    kind: 'ordinal',
    better: 'last',
    levels: ['none', 'some', 'much', 'all'].map((slug) => ({ slug, label: slug })),
  };

  it('cuts the value function off and stretches it to 1', () => {
    expect(['none', 'some', 'much', 'all'].map((v) => worth(levels, v, 'much'))).toEqual([
      0, 0.5, 1, 1,
    ]);
    expect(placeOf(levels, 'all', 'much')).toEqual({ index: 2, count: 3 });
    expect([0, 20, 40, 100].map((v) => worth(percent, v, 40))).toEqual([0, 0.5, 1, 1]);
    // 512 to 32768 is six doublings; 8192 as enough leaves two, of which 16384 is one.
    expect(worth(memory, 16384, 8192)).toBeCloseTo(0.5, 12);
    expect(worth(memory, 8192, 8192)).toBe(1);
    expect(worth(memory, 512, 8192)).toBe(1);
  });

  it('is above the worst and not beyond the best, on an ordered scale', () => {
    expect(['none', 'some', 'all', 'more'].map((v) => canBeEnough(levels, v))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([0, 1, 100, 101, '5'].map((v) => canBeEnough(percent, v))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect([32768, 32767, 512, 511].map((v) => canBeEnough(memory, v))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const values = [
      { slug: 'a', label: '' },
      { slug: 'b', label: '' },
    ];
    expect(canBeEnough({ kind: 'choice', values }, 'a')).toBe(false);
    expect(canBeEnough({ kind: 'choice', values, preference: ['a', 'b'] }, 'a')).toBe(true);
    expect(canBeEnough({ kind: 'flag', better: 'yes' }, true)).toBe(false);
    expect(canBeEnough(setOf({ a: 'no' }), ['a'])).toBe(false);
    expect(canBeEnough({ kind: 'text' }, 'a')).toBe(false);
  });

  it('of two is the better one, in whatever order they come', () => {
    expect(moreDemanding(percent, 15, 40)).toBe(40);
    expect(moreDemanding(memory, 1024, 4096)).toBe(1024);
    expect(moreDemanding(levels, 'all', 'some')).toBe('all');
    holds(
      fc.property(
        scale.chain((s) => {
          const value = enoughOn(s);
          return fc.tuple(fc.constant(s), value ?? fc.constant(1), value ?? fc.constant(1));
        }),
        ([s, a, b]) => {
          expect(moreDemanding(s, a, b)).toBe(moreDemanding(s, b, a));
        },
      ),
      300,
    );
  });

  it('never lowers a worth, and keeps the order', () => {
    holds(
      fc.property(
        scale.chain((s) =>
          fc.tuple(fc.constant(s), valueOn(s), valueOn(s), enoughOn(s) ?? fc.constant(undefined)),
        ),
        ([s, a, b, enough]) => {
          const [plainA, plainB] = [a, b].map((v) => worth(s, v));
          const [cutA, cutB] = [a, b].map((v) => worth(s, v, enough));
          if (plainA == null || plainB == null || cutA == null || cutB == null) return;
          expect(cutA).toBeGreaterThanOrEqual(plainA - 1e-12);
          if (plainA > plainB) expect(cutA).toBeGreaterThanOrEqual(cutB);
        },
      ),
      500,
    );
  });
});
