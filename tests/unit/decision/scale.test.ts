import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  impliedMembers,
  isOnScale,
  levelsWorstFirst,
  worth,
  type OrdinalScale,
  type QuantityScale,
  type Scale,
} from '../../../src/decision/scale.ts';
import { scale, valueOn } from './arbitrary.ts';

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
    fc.assert(
      fc.property(
        scale.chain((s) => fc.tuple(fc.constant(s), valueOn(s))),
        ([s, value]) => {
          expect(isOnScale(s, value)).toBe(true);
          const w = worth(s, value);
          if (w !== null) expect(w >= 0 && w <= 1).toBe(true);
        },
      ),
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
    [{ kind: 'set', exhaustive: true, members: [{ slug: 'a', label: 'a' }] } as const, 'a'],
    [{ kind: 'set', exhaustive: true, members: [{ slug: 'a', label: 'a' }] } as const, ['b']],
    [{ kind: 'text' } as const, ' '],
  ])('refuses what the scale does not have (%#)', (s, value) => {
    expect(isOnScale(s as Scale, value)).toBe(false);
  });
});

it('lists levels from worst to best, whichever way content lists them', () => {
  expect(levelsWorstFirst(ordinal('first'))?.map((l) => l.slug)).toEqual(['high', 'medium', 'low']);
  expect(levelsWorstFirst(memory)).toBeNull();
});

it('follows what members imply, through cycles too', () => {
  const set: Scale = {
    kind: 'set',
    exhaustive: true,
    members: [
      { slug: 'a', label: 'a', implies: ['b'] },
      { slug: 'b', label: 'b', implies: ['c', 'a'] },
      { slug: 'c', label: 'c' },
      { slug: 'd', label: 'd' },
    ],
  };
  expect([...impliedMembers(set, ['a'])].toSorted()).toEqual(['a', 'b', 'c']);
});
