/** The worked numbers of the literature, and closed forms with modes, intervals and what is left out. */

import { describe, expect, it } from 'vitest';
import {
  acceptability,
  type Acceptability,
  type AcceptabilitySettings,
} from '../../../src/decision/acceptability.ts';
import { stream } from '../../../src/decision/random.ts';
import { robustness } from '../../../src/decision/recommend.ts';
import { scoresInMillionths } from '../../../src/decision/score.ts';
import type { Cell, Part, ValueTable } from '../../../src/decision/value-table.ts';
import { notApplicable, UNKNOWN } from './arbitrary.ts';
import { criterion, modelWith, option, percent, prefer, table as percentages } from './building.ts';

const SETTINGS: AcceptabilitySettings = { samples: 100_000, seed: 7, levels: 'fixed' };
// Twice the half-width of a 95 % interval at that many samples.
const CLOSE = 0.0065;

const point = (value: number): Cell => ({
  parts: [{ name: '', low: value, high: value, place: null }],
  assumed: false,
});

const between = (name: string, low: number, high: number, place: Part['place'] = null): Cell => ({
  parts: [{ name, low, high, place }],
  assumed: true,
});

const tableWith = (cells: readonly (readonly Cell[])[]): ValueTable => ({
  candidates: cells.map((_, i) => ({ option: `option-${String(i)}`, mode: null })),
  factors: (cells[0] ?? []).map((_, i) => `factor-${String(i)}`),
  cells,
});

/** A table of given values: options down, factors across. */
const tableOf = (rows: readonly (readonly number[])[]): ValueTable =>
  tableWith(rows.map((row) => row.map(point)));

function expectClose(
  actual: readonly number[] | null | undefined,
  expected: readonly number[],
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs((actual?.[i] ?? NaN) - value)).toBeLessThan(CLOSE);
  });
}

const run = (rows: readonly (readonly number[])[], ranks: readonly number[]): Acceptability =>
  acceptability(tableOf(rows), ranks, 20_000, SETTINGS);

describe('worked numbers', () => {
  it('two options, each best on one of two factors', () => {
    const { ranks, centralWeights } = run(
      [
        [1, 0],
        [0, 1],
      ],
      [1, 1],
    );
    expectClose(ranks[0], [0.5, 0.5]);
    expectClose(centralWeights[0], [0.75, 0.25]);
  });

  it('a compromise between two extremes', () => {
    const { ranks, centralWeights } = run(
      [
        [1, 0],
        [0, 1],
        [0.6, 0.6],
      ],
      [1, 1],
    );
    expectClose(ranks[0], [0.4, 0.1, 0.5]);
    expectClose(ranks[1], [0.4, 0.1, 0.5]);
    expectClose(ranks[2], [0.2, 0.8, 0]);
    expectClose(centralWeights[0], [0.8, 0.2]);
    expectClose(centralWeights[2], [0.5, 0.5]);
  });

  it('two against one of three factors, as in the tests of JSMAA', () => {
    const { ranks, centralWeights } = run(
      [
        [1, 0, 1],
        [0, 1, 0],
      ],
      [1, 1, 1],
    );
    expectClose(ranks[0], [0.75, 0.25]);
    expectClose(centralWeights[0], [7 / 18, 2 / 9, 7 / 18]);
    expectClose(centralWeights[1], [1 / 6, 2 / 3, 1 / 6]);
  });

  it('three options, each best on one of three factors', () => {
    const { ranks, centralWeights } = run(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [1, 1, 1],
    );
    expectClose(
      ranks.map((row) => row[0] ?? NaN),
      [1 / 3, 1 / 3, 1 / 3],
    );
    expectClose(centralWeights[0], [11 / 18, 7 / 36, 7 / 36]);
  });

  it('an order of importance that decides: central weights are the centroid, or undefined', () => {
    const { ranks, centralWeights } = run(
      [
        [1, 0, 1],
        [0, 1, 0],
      ],
      [3, 2, 1],
    );
    expect(ranks[0]).toEqual([1, 0]);
    expectClose(centralWeights[0], [0.6111, 0.2778, 0.1111]);
    expect(centralWeights[1]).toBeNull();
  });

  it('an option that is never first has no central weights (rsmaa, nacw.R)', () => {
    const { ranks, centralWeights } = run(
      [
        [1, 1, 1],
        [0, 0, 0],
      ],
      [1, 1, 1],
    );
    expect(ranks).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expectClose(centralWeights[0], [1 / 3, 1 / 3, 1 / 3]);
    expect(centralWeights[1]).toBeNull();
  });

  it('two equal options split the ranks (JSMAA, testEqualRanks)', () => {
    const { ranks, centralWeights } = run(
      [
        [0.5, 0.5, 0.5],
        [0.5, 0.5, 0.5],
      ],
      [1, 1, 1],
    );
    expectClose(ranks[0], [0.5, 0.5]);
    expectClose(ranks[1], [0.5, 0.5]);
    for (const weights of centralWeights) expectClose(weights, [1 / 3, 1 / 3, 1 / 3]);
  });

  describe('four options on low/high, easy/difficult and low/medium/high, from a published table', () => {
    const rows = [
      [0, 0, 1],
      [1, 1, 0],
      [1, 1, 0.5],
      [1, 1, 0.5],
    ];

    it('by score at equal weights', () => {
      const columns = [0, 1, 2].map((f) => Float64Array.from(rows, (row) => row[f] ?? NaN));
      const found = [...scoresInMillionths(4, columns, [1 / 3, 1 / 3, 1 / 3])].map((x) => x / 1e6);
      expectClose(found, [1 / 3, 2 / 3, 5 / 6, 5 / 6]);
    });

    it('by rank acceptability, in closed form, with ties split', () => {
      const { ranks, centralWeights } = run(rows, [1, 1, 1]);
      expectClose(ranks[0], [1 / 9, 0, 5 / 36, 3 / 4]);
      expectClose(ranks[1], [0, 0, 3 / 4, 1 / 4]);
      expectClose(ranks[2], [4 / 9, 1 / 2, 1 / 18, 0]);
      expectClose(ranks[3], [4 / 9, 1 / 2, 1 / 18, 0]);
      expectClose(centralWeights[0], [1 / 9, 1 / 9, 7 / 9]);
      expectClose(centralWeights[2], [13 / 36, 13 / 36, 5 / 18]);
      expect(centralWeights[1]).toBeNull();
    });
  });

  it('spreads interior levels over the scale where only their order is given', () => {
    const table = tableWith([[between('c', 0.5, 0.5, { index: 1, count: 3 })], [point(0.3)]]);
    expectClose(
      acceptability(table, [1], 0, { ...SETTINGS, levels: 'order-only' }).ranks[0],
      [0.7, 0.3],
    );
    expect(acceptability(table, [1], 0, SETTINGS).ranks[0]).toEqual([1, 0]);
  });

  it('takes an unknown rating to be anywhere in its interval', () => {
    // Uniform on [0, 1], it is above 0.8 in a fifth of the samples; on [0.4, 0.9], in 0.1 / 0.5.
    for (const [low, high] of [
      [0, 1],
      [0.4, 0.9],
    ] as const) {
      const table = tableWith([[between('c', low, high)], [point(0.8)]]);
      expectClose(acceptability(table, [1], 0, SETTINGS).ranks[0], [0.2, 0.8]);
    }
  });

  it('draws no levels that are more than enough', () => {
    // Of five levels the third is enough: the second is the one interior level, uniform on [0, 1], and
    // above 0.7 in three of ten samples; the third is 1 in all of them.
    const table = tableWith([
      [between('c', 0.5, 0.5, { index: 1, count: 3 })],
      [between('c', 1, 1, { index: 2, count: 3 })],
      [point(0.7)],
    ]);
    const { ranks } = acceptability(table, [1], 0, { ...SETTINGS, levels: 'order-only' });
    expectClose(ranks[0], [0, 0.3, 0.7]);
    expectClose(ranks[1], [1, 0, 0]);
  });
});

const shares = (...given: Parameters<typeof robustness>): Record<string, number> => {
  const robust = robustness(...given);
  return Object.fromEntries(
    (robust?.options ?? []).map((slug, i) => [slug, robust?.topShares[i] ?? NaN]),
  );
};

function expectShares(actual: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(actual).toSorted()).toEqual(Object.keys(expected).toSorted());
  for (const [slug, share] of Object.entries(expected)) {
    expect(Math.abs((actual[slug] ?? NaN) - share)).toBeLessThan(CLOSE);
  }
}

describe('closed forms, worked out by hand', () => {
  const TIED = prefer({ x: 'nice', y: 'nice' });

  it('of a top share: within q of the best', () => {
    // With w on x uniform, a scores w and b 1 − w. They are practically equal where |2w − 1| < 0.1:
    // in a tenth of the samples. Each is best in half of them, so that each is on top in 0.55.
    const model = percentages(['x', 'y'], { a: [100, 0], b: [0, 100] }, { indifference: 0.1 });
    expectShares(shares(model, TIED, false, SETTINGS), { a: 0.55, b: 0.55 });
  });

  it('of an option as the better of its modes in each sample', () => {
    // As one mode it scores w, as the other 1 − w: the better is above 0.6 where w > 0.6 or w < 0.4,
    // which is 0.8 of the samples; each mode alone would be in 0.4. Here q is 0.
    const model = modelWith(
      [criterion('x', percent), criterion('y', percent)],
      [
        option('a', {}, { one: { x: 100, y: 0 }, two: { x: 0, y: 100 } }),
        option('b', { x: 60, y: 60 }),
      ],
      { indifference: 0 },
    );
    expectShares(shares(model, TIED, false, SETTINGS), { a: 0.8, b: 0.2 });
  });

  it('of modes that share what is unknown of their option', () => {
    // Both modes are u on x, so a is above b where u > 0.7: 0.3. With a number each it would be
    // 1 − 0.7² = 0.51.
    const model = modelWith(
      [criterion('x', percent)],
      [option('a', {}, { one: { x: UNKNOWN }, two: { x: UNKNOWN } }), option('b', { x: 70 })],
      { indifference: 0 },
    );
    expectShares(shares(model, prefer({ x: 'nice' }), false, SETTINGS), { a: 0.3, b: 0.7 });
  });

  it('of modes with intervals of their own, one number for both', () => {
    // As one mode it is u / 2, as the other 0.4 + 0.2u, which is greater for u < 4/3: always. It is
    // above 0.5 where u > 0.5.
    const model = modelWith(
      [criterion('x', percent)],
      [
        option(
          'a',
          {},
          {
            one: { x: { state: 'unknown', atMost: 50 } },
            two: { x: { state: 'unknown', atLeast: 40, atMost: 60 } },
          },
        ),
        option('b', { x: 50 }),
      ],
      { indifference: 0 },
    );
    expectShares(shares(model, prefer({ x: 'nice' }), false, SETTINGS), { a: 0.5, b: 0.5 });
  });

  it('of a bound and of what is enough: cut off at 50 and stretched, 30 or more is 0.6 to 1', () => {
    // Uniform on [0.6, 1], it is above 40 / 50 = 0.8 in half of the samples.
    const model = percentages(
      ['x'],
      { a: [{ state: 'unknown', atLeast: 30 }], b: [40] },
      { indifference: 0 },
    );
    const preferences = prefer({ x: 'nice' }, [], { enough: { x: 50 } });
    expectShares(shares(model, preferences, false, SETTINGS), { a: 0.5, b: 0.5 });
  });

  it('of two that are both enough, and so on top together in every sample', () => {
    const model = percentages(['x', 'y'], { a: [80, 30], b: [100, 30], c: [20, 30] });
    const preferences = prefer({ x: 'nice', y: 'nice' }, [], { enough: { x: 80 } });
    // c is behind by 0.75 of the weight of x: practically equal where w < 0.02 / 0.75.
    expectShares(shares(model, preferences, false, SETTINGS), { a: 1, b: 1, c: 0.02 / 0.75 });
  });

  it('of a factor that is left out: its weight goes to the others', () => {
    // On y alone a is 0.5 in every sample; b scores 1 − w, above it where w < 0.5.
    const model = percentages(
      ['x', 'y'],
      { a: [notApplicable('left-out'), 50], b: [0, 100] },
      { indifference: 0 },
    );
    expectShares(shares(model, TIED, false, SETTINGS), { a: 0.5, b: 0.5 });
  });

  it('of a family: an unknown member is left out of its mean, and none known is one number', () => {
    const family = (...values: (number | typeof UNKNOWN)[]): Record<string, unknown> => ({
      x: values[0],
      y: values[1],
    });
    const criteria = [criterion('x', percent, 'size'), criterion('y', percent, 'size')];
    const build = (a: Record<string, unknown>): ReturnType<typeof modelWith> =>
      modelWith(
        criteria,
        [option('a', a as Record<string, number>), option('b', { x: 80, y: 80 })],
        { indifference: 0 },
      );
    const preferences = prefer({ size: 'nice' });
    expect(shares(build(family(90, UNKNOWN)), preferences, false, SETTINGS)).toEqual({
      a: 1,
      b: 0,
    });
    // One number for the family is above 0.8 in a fifth; the mean of two would be in 0.08.
    expectShares(shares(build(family(UNKNOWN, UNKNOWN)), preferences, false, SETTINGS), {
      a: 0.2,
      b: 0.8,
    });
  });

  it('of the leading band alone: what is to be confirmed is not sampled beside what is proven', () => {
    const model = percentages(['x', 'y'], { a: [100, 10], b: [90, 10], c: [UNKNOWN, 100] });
    const requirement = {
      criterion: 'x',
      clauses: [{ kind: 'range', min: 50, max: null }],
      question: null,
    } as const;
    const robust = robustness(model, prefer({ y: 'critical' }, [requirement]), false, SETTINGS);
    expect(robust?.options).toEqual(['a', 'b']);
  });
});

it('keeps the first twenty ranks of very many options, exactly', () => {
  // Of 100 options in one order the ranks are certain; two that tie across the border share them.
  const rows = Array.from({ length: 100 }, (_, i) => [i === 20 ? 81 / 100 : (100 - i) / 100]);
  const { ranks, topShares } = acceptability(tableOf(rows), [1], 20_001, {
    ...SETTINGS,
    samples: 10,
  });
  expect(ranks.every((row) => row.length === 20)).toBe(true);
  rows.forEach((_, i) => {
    const [row] = [ranks[i] ?? []];
    if (i < 19) expect(row.indexOf(1)).toBe(i);
    else if (i < 21) expect(row).toEqual([...new Array<number>(19).fill(0), 0.5]);
    else expect(Math.max(...row)).toBe(0);
  });
  expect(topShares.map((share) => share > 0).lastIndexOf(true)).toBe(2);
});

it('gives the first ranks of very many options as it gives those of few', () => {
  // The same options, and as many again that are always last, so that ranks beyond twenty are not kept.
  const draw = stream(1, 'rows');
  const rows = Array.from({ length: 30 }, () => [draw(), draw(), draw()]);
  const worst = Array.from({ length: 60 }, () => [-1, -1, -1]);
  const settings = { ...SETTINGS, samples: 500 };
  const few = acceptability(tableOf(rows), [1, 1, 2], 20_000, settings);
  const many = acceptability(tableOf([...rows, ...worst]), [1, 1, 2], 20_000, settings);
  expect(many.ranks.slice(0, 30)).toEqual(few.ranks.map((row) => row.slice(0, 20)));
  expect(many.topShares.slice(0, 30)).toEqual(few.topShares);
  expect(many.centralWeights.slice(0, 30)).toEqual(few.centralWeights);
});
