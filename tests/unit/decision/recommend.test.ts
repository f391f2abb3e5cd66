import { describe, expect, it } from 'vitest';
import {
  leadingBand,
  evidenceShares,
  recommend,
  robustness,
} from '../../../src/decision/recommend.ts';
import type { Size } from '../../../src/decision/model.ts';
import { known, notApplicable, UNKNOWN } from './arbitrary.ts';
import {
  ALL,
  ARTICLE,
  asked,
  atLeast,
  criterion,
  flag,
  modelWith,
  option,
  ordinal,
  percent,
  prefer,
  setOf,
  table,
  yes,
} from './building.ts';

const needsWindows = yes('windows');

describe('requirements', () => {
  it('eliminate what fails, and keep what is unproven in a band of its own', () => {
    const found = recommend(ARTICLE, prefer(ALL, [needsWindows]), false);
    expect(found.proven.map((r) => r.option)).toEqual(['hybrid', 'bare']);
    expect(found.ifConfirmed.map((r) => [r.option, r.rank, r.unproven])).toEqual([
      ['pc', 1, [needsWindows]],
    ]);
    expect(found.eliminated.map((e) => [e.option, e.failed, e.score])).toEqual([
      ['appliance', [{ requirement: needsWindows, verdict: 'failed' }], 0.666667],
    ]);
    expect(leadingBand(found)).toBe(found.proven);
  });

  it('eliminate the unproven too for a strict reader, nearest misses first', () => {
    const { ifConfirmed, eliminated } = recommend(ARTICLE, prefer(ALL, [needsWindows]), true);
    expect(ifConfirmed).toEqual([]);
    // Equally many requirements missed, so the better score is the nearer miss.
    expect(eliminated.map((e) => [e.option, e.failed[0]?.verdict])).toEqual([
      ['pc', 'unproven'],
      ['appliance', 'failed'],
    ]);
  });

  it('take what they decide out of the weights', () => {
    const found = recommend(
      ARTICLE,
      prefer({ ...ALL, windows: 'critical' }, [needsWindows]),
      false,
    );
    expect(found.decided).toEqual(['windows']);
    expect(found.factors.map((f) => f.slug)).toEqual(['cost', 'ease', 'flexibility']);
  });

  it('decide a criterion with what is enough, and a family member by member', () => {
    const model = modelWith(
      [criterion('x', percent, 'size'), criterion('y', percent, 'size'), criterion('z', percent)],
      [option('a', { x: 50, y: 20, z: 10 })],
    );
    const importances = { size: 'nice', z: 'nice' } as const;
    const found = (
      enough: Record<string, number>,
      ...requirements: Parameters<typeof prefer>[1] & {}
    ): ReturnType<typeof recommend> =>
      recommend(model, prefer(importances, requirements, { enough }), false);
    // At least 50 of 100 may be worth anything from 0.5 to 1; where 50 is enough, it is all worth 1.
    expect(found({}, atLeast('x', 50)).factors.map((f) => f.criteria.length)).toEqual([2, 1]);
    const one = found({ x: 50 }, atLeast('x', 50));
    expect(one.factors.map((f) => f.criteria.map((c) => c.slug))).toEqual([['y'], ['z']]);
    expect(one.proven[0]?.contributions.map((c) => c.value)).toEqual([0.2, 0.1]);
    expect(one.decided).toEqual([]);
    const both = found({ x: 50, y: 10 }, atLeast('x', 50), atLeast('y', 10));
    expect(both.decided).toEqual(['size']);
    expect(both.idleEnough).toEqual([]);
  });

  it('of a criterion that is ignored leave what is enough of it without effect, and that is said', () => {
    const model = table(['x', 'y'], { a: [50, 10], b: [90, 10] });
    const found = recommend(
      model,
      prefer({ x: 'ignore', y: 'nice' }, [atLeast('x', 20)], { enough: { x: 50, y: 50 } }),
      false,
    );
    expect(found.idleEnough).toEqual(['x']);
  });
});

describe('scores', () => {
  it('of the article’s table, in groups of what is practically equal', () => {
    const { proven } = recommend(ARTICLE, prefer(ALL), false);
    expect(proven.map((r) => [r.option, r.score, r.rank, r.shared])).toEqual([
      ['hybrid', 0.833333, 1, true],
      ['pc', 0.833333, 1, true],
      ['appliance', 0.666667, 3, false],
      ['bare', 0.333333, 4, false],
    ]);
  });

  it('take an unknown rating as the middle of its interval, and say so', () => {
    const model = table(['x'], {
      a: [UNKNOWN],
      b: [{ state: 'unknown', atLeast: 60 }],
      c: [{ state: 'unknown', atMost: 60 }],
      d: [{ state: 'unknown', atLeast: 20, atMost: 60 }],
      // Beyond the anchor there is nothing to assume.
      e: [{ state: 'unknown', atLeast: 150 }],
      f: [{ state: 'unrated' }],
    });
    const { proven } = recommend(model, prefer({ x: 'nice' }), false);
    expect(proven.map((r) => [r.option, r.score, r.contributions[0]?.assumed])).toEqual([
      ['e', 1, false],
      ['b', 0.8, true],
      ['a', 0.5, true],
      ['f', 0.5, true],
      ['d', 0.4, true],
      ['c', 0.3, true],
    ]);
  });

  it('of a bound where lower is better, and with what is enough', () => {
    const scale = { ...percent, worst: 100, best: 0 };
    const model = modelWith(
      [criterion('x', scale)],
      [
        option('a', { x: { state: 'unknown', atMost: 40 } }),
        option('b', { x: { state: 'unknown', atLeast: 40 } }),
        option('c', { x: 40 }),
      ],
    );
    const score = (enough: Record<string, number>): unknown =>
      recommend(model, prefer({ x: 'nice' }, [], { enough }), false).proven.map((r) => [
        r.option,
        r.score,
      ]);
    expect(score({})).toEqual([
      ['a', 0.8],
      ['c', 0.6],
      ['b', 0.3],
    ]);
    // Where 50 is enough, 40 is: at most 40 is too, and at least 40 is anything up to it.
    expect(score({ x: 50 })).toEqual([
      ['a', 1],
      ['c', 1],
      ['b', 0.5],
    ]);
  });

  it('of a set are the share of what is wanted, an interval where absence means unknown', () => {
    const model = modelWith(
      [criterion('s', setOf({ a: 'no', b: 'unknown', c: 'unknown', d: 'no' }))],
      [
        option('all', { s: ['a', 'b', 'c'] }),
        option('some', { s: ['a'] }),
        option('denied', { s: { ...known(['a']), not: [{ member: 'b' }] } }),
        option('none', { s: notApplicable('best') }),
      ],
    );
    const score = (wanted: string[]): unknown =>
      Object.fromEntries(
        recommend(model, prefer({ s: 'nice' }, [], { wants: { s: wanted } }), false).proven.map(
          (r) => [r.option, r.score],
        ),
      );
    // Of a and b, a alone is one half or the whole: three quarters.
    expect(score(['a', 'b'])).toEqual({ all: 1, some: 0.75, denied: 0.5, none: 1 });
    expect(score(['d'])).toEqual({ all: 0, some: 0, denied: 0, none: 1 });
    // Nothing is wanted: no weight.
    expect(recommend(model, prefer({ s: 'nice' }), false).factors).toEqual([]);
  });

  it('give the weight of what is left out to the rest', () => {
    const model = table(['x', 'y'], { a: [notApplicable('left-out'), 90], b: [90, 90] });
    const { proven } = recommend(model, prefer({ x: 'critical', y: 'nice' }), false);
    expect(proven.map((r) => r.score)).toEqual([0.9, 0.9]);
    expect(proven[0]?.contributions.map((c) => [c.weight, c.value])).toEqual([
      [0, null],
      [1, 0.9],
    ]);
  });

  it('weigh a family once, by the mean of what counts of its members', () => {
    const scales = { x: percent, y: percent, z: percent };
    const model = modelWith(
      Object.entries(scales).map(([slug, s]) => criterion(slug, s, 'size')),
      [
        option('known', { x: 20, y: 40, z: 90 }),
        option('gap', { x: 20, y: UNKNOWN, z: 40 }),
        option('bound', { x: 20, y: { state: 'unknown', atLeast: 60 }, z: 40 }),
        option('left-out', { x: 20, y: notApplicable('left-out'), z: 40 }),
        option('nothing', { x: UNKNOWN, y: UNKNOWN, z: notApplicable('left-out') }),
      ],
    );
    const found = (method = model.method): unknown =>
      Object.fromEntries(
        recommend({ ...model, method }, prefer({ size: 'nice' }), false).proven.map((r) => [
          r.option,
          [r.score, r.contributions[0]?.assumed],
        ]),
      );
    expect(found()).toEqual({
      known: [0.5, false],
      gap: [0.3, true],
      // (0.2 + 0.8 + 0.4) / 3
      bound: [0.466667, true],
      'left-out': [0.3, false],
      nothing: [0.5, true],
    });
    // In the first releases an unknown member counted as the middle, and what was left out did not.
    expect(found({ unknownInFamily: 'counted', decidedBy: 'one-value' })).toMatchObject({
      gap: [0.366667, true],
      'left-out': [0.3, false],
      nothing: [0.5, true],
    });
  });

  it('that differ by less than the threshold share a rank, measured from the first of the group', () => {
    const model = table(['x'], { a: [90], b: [88.1], c: [88], d: [86.1], e: [86] });
    const { proven } = recommend(model, prefer({ x: 'nice' }), false);
    // 0.90 to 0.881 is less than 0.02, to 0.88 it is not; so c begins the next group, which d is in.
    expect(proven.map((r) => [r.option, r.rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
      ['d', 3],
      ['e', 5],
    ]);
  });
});

describe('modes', () => {
  const model = modelWith(
    [criterion('x', percent), criterion('y', percent), criterion('open', flag)],
    [
      option('a', { open: true }, { light: { x: 90, y: 10 }, full: { x: 30, y: 95 } }),
      option('b', { x: 50, y: 50, open: true }),
    ],
  );

  it('are judged each by itself: no mark comes from one and a second from another', () => {
    const found = recommend(
      model,
      prefer({ x: 'nice', y: 'nice' }, [atLeast('x', 50), atLeast('y', 50)]),
      false,
    );
    expect(found.proven.map((r) => r.option)).toEqual(['b']);
    // Each of the two requirements is met by some mode, and none meets both.
    expect(found.eliminated).toMatchObject([
      {
        option: 'a',
        mode: 'full',
        metOnlyApart: true,
        failed: [{ requirement: { criterion: 'x' } }],
      },
    ]);
  });

  it('are not met apart where one requirement is only unproven', () => {
    const open = modelWith(
      [criterion('x', percent), criterion('y', percent)],
      [option('a', {}, { one: { x: UNKNOWN, y: 0 }, two: { x: 0, y: 90 } })],
    );
    const found = recommend(open, prefer({}, [atLeast('x', 50), atLeast('y', 50)]), false);
    expect(found.eliminated).toMatchObject([{ option: 'a', mode: 'one', metOnlyApart: false }]);
  });

  it('stand for their option as the best one; of those that tie, the first', () => {
    const mode = (importances: Parameters<typeof prefer>[0]): unknown =>
      recommend(model, prefer(importances), false).proven.find((r) => r.option === 'a')?.mode;
    expect(mode({ x: 'nice' })).toBe('light');
    expect(mode({ y: 'nice' })).toBe('full');
    expect(mode({ open: 'nice' })).toBe('light');
  });

  it('stand as the one about which least is to be asked, where they do as well and are not proven', () => {
    const open = modelWith(
      [criterion('x', percent), criterion('y', flag), criterion('z', flag)],
      [
        option(
          'a',
          {},
          {
            two: { x: 80, y: UNKNOWN, z: UNKNOWN },
            one: { x: 80, y: true, z: UNKNOWN },
            also: { x: 80, y: UNKNOWN, z: true },
            worse: { x: 70, y: true, z: UNKNOWN },
          },
        ),
      ],
    );
    const stands = (importances: Parameters<typeof prefer>[0]): unknown =>
      recommend(open, prefer(importances, [yes('y'), yes('z')]), false).ifConfirmed[0]?.mode;
    expect(stands({ x: 'nice' })).toBe('one');
    expect(stands({})).toBe('one');
  });

  it('that are practically equal are named together', () => {
    const alike = modelWith(
      [criterion('x', percent), criterion('y', flag)],
      [
        option(
          'a',
          {},
          {
            one: { x: 80, y: true },
            two: { x: 81, y: true },
            three: { x: 60, y: true },
            four: { x: 81, y: false },
          },
        ),
      ],
    );
    const [first] = recommend(alike, prefer({ x: 'nice' }, [yes('y')]), false).proven;
    expect(first).toMatchObject({ mode: 'two', alike: ['one', 'two'], rank: 1, shared: false });
  });

  it('that would score higher are told where a vendor confirms', () => {
    const better = (x: number): unknown =>
      recommend(
        modelWith(
          [criterion('x', percent), criterion('y', flag)],
          [option('a', {}, { sure: { x: 50, y: true }, open: { x, y: UNKNOWN } })],
        ),
        prefer({ x: 'nice' }, [yes('y')]),
        false,
      ).proven[0];
    expect(better(80)).toMatchObject({
      mode: 'sure',
      betterIfConfirmed: { mode: 'open', score: 0.8, unproven: [yes('y')] },
    });
    // Practically equal is not better.
    expect(better(51)).toMatchObject({ mode: 'sure', betterIfConfirmed: null });
    expect(better(40)).toMatchObject({ mode: 'sure', betterIfConfirmed: null });
  });

  it('that are eliminated: the one with the fewest unmet is told, then the best score', () => {
    const out = modelWith(
      [criterion('x', percent), criterion('y', percent)],
      [option('a', {}, { one: { x: 90, y: 0 }, two: { x: 10, y: 40 }, three: { x: 20, y: 45 } })],
    );
    const told = (...requirements: Parameters<typeof prefer>[1] & {}): unknown =>
      recommend(out, prefer({ x: 'nice' }, requirements), false).eliminated[0]?.mode;
    expect(told(atLeast('y', 50))).toBe('one');
    expect(told(atLeast('y', 30), atLeast('x', 50))).toBe('one');
    expect(told(atLeast('y', 30), atLeast('y', 42), atLeast('x', 50))).toBe('three');
  });
});

describe('a size', () => {
  const sized = option('a', {}, { one: { x: 40 }, three: { x: 80 }, two: { x: 60 } });
  const sizes: Readonly<Record<string, Size>> = {
    one: { most: 1 },
    three: { least: 3 },
    two: { least: 2, most: 2 },
  };
  const model = modelWith(
    [criterion('x', percent)],
    [
      { ...sized, modes: sized.modes.map((mode) => ({ ...mode, size: sizes[mode.slug] })) },
      option('b', { x: 50 }),
    ],
  );
  const standing = (size: Size, min = 0): unknown => {
    const { proven, eliminated } = recommend(
      model,
      prefer({ x: 'nice' }, [atLeast('x', min)], { size }),
      false,
    );
    return [...proven, ...eliminated].map(({ option: slug, mode }) => [slug, mode]);
  };

  it('chooses between the modes of an option, whatever the others score', () => {
    expect(standing({})).toEqual([
      ['a', 'three'],
      ['b', null],
    ]);
    expect(standing({ most: 1 })).toEqual([
      ['b', null],
      ['a', 'one'],
    ]);
    expect(standing({ least: 2, most: 2 })).toEqual([
      ['a', 'two'],
      ['b', null],
    ]);
    expect(standing({ least: 2 })).toEqual([
      ['a', 'three'],
      ['b', null],
    ]);
  });

  it('lets no mode of another size meet what those of the size fail', () => {
    expect(standing({ most: 1 }, 45)).toEqual([
      ['b', null],
      ['a', 'one'],
    ]);
    const { eliminated } = recommend(
      model,
      prefer({}, [atLeast('x', 45)], { size: { most: 1 } }),
      false,
    );
    expect(eliminated).toMatchObject([
      {
        option: 'a',
        mode: 'one',
        metOnlyApart: false,
        failed: [{ requirement: { criterion: 'x' } }],
      },
    ]);
  });

  it('that no mode can have leaves them all', () => {
    expect(standing({ least: 3, most: 1 })).toEqual([
      ['a', 'three'],
      ['b', null],
    ]);
  });

  it('leaves modes of another size out of the samples', () => {
    const robust = robustness(model, prefer({ x: 'nice' }, [], { size: { most: 1 } }), false);
    expect(robust?.options).toEqual(['a', 'b']);
    expect(robust?.topShares).toEqual([0, 1]);
  });
});

describe('dominance', () => {
  it('names the option that dominates another', () => {
    const { dominators } = recommend(ARTICLE, prefer(ALL), false);
    expect([...dominators]).toEqual([['appliance', 'hybrid']]);
  });

  it('of an option with modes takes one that dominates each, not one and the same for all', () => {
    const model = modelWith(
      [criterion('x', percent), criterion('y', percent)],
      [
        option('a', {}, { one: { x: 90, y: 10 }, two: { x: 10, y: 90 } }),
        option('b', {}, { one: { x: 80, y: 10 }, two: { x: 10, y: 80 } }),
      ],
    );
    expect([...recommend(model, prefer({ x: 'nice', y: 'nice' }), false).dominators]).toEqual([
      ['b', 'a'],
    ]);
  });
});

describe('robustness', () => {
  it('is none where nothing is weighed, or fewer than two options lead', () => {
    expect(robustness(ARTICLE, prefer({}), false)).toBeNull();
    const onlyHigh = asked('flexibility', { kind: 'any', of: ['high'] });
    expect(robustness(ARTICLE, prefer(ALL, [onlyHigh]), false)).toBeNull();
  });
});

describe('evidence', () => {
  it('says how much of the weight rests on what', () => {
    const criteria = [
      criterion('cost', ordinal('first', 'low', 'high')),
      criterion('x', percent),
      criterion('y', percent, 'size'),
      criterion('z', percent, 'size'),
      criterion('w', percent),
    ];
    const model = modelWith(criteria, [
      option('a', {
        cost: known('low', 'claimed'),
        x: { state: 'unknown', atLeast: 3 },
        y: known(1, 'inferred'),
        z: known(1, 'measured'),
        w: notApplicable('left-out'),
      }),
    ]);
    const found = recommend(
      model,
      prefer({ cost: 'nice', x: 'nice', size: 'nice', w: 'nice' }),
      false,
    );
    // Three factors of equal weight count; the family is one of them, half of it each member.
    const shares = evidenceShares(model.options[0] ?? { ratings: {} }, found);
    for (const [kind, share] of Object.entries({
      firm: 1 / 6,
      inferred: 1 / 6,
      claimed: 1 / 3,
      unknown: 1 / 3,
    })) {
      expect(shares[kind as keyof typeof shares]).toBeCloseTo(share, 12);
    }
  });
});
