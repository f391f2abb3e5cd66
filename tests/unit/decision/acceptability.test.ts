/** The worked numbers of the literature, and the laws of the method, on generated matrices. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptability,
  type Acceptability,
  type AcceptabilitySettings,
} from '../../../src/decision/acceptability.ts';
import { dominates } from '../../../src/decision/dominance.ts';
import { scores } from '../../../src/decision/score.ts';
import { valueTable, type Factor, type ValueTable } from '../../../src/decision/value-table.ts';
import { centroidWeights } from '../../../src/decision/weight.ts';
import { matrix, type Matrix } from './arbitrary.ts';

const SETTINGS: AcceptabilitySettings = { samples: 100_000, seed: 7, levels: 'fixed' };
// Twice the half-width of a 95 % interval at that many samples.
const CLOSE = 0.0065;

/** A table of given values: options down, factors across. */
function tableOf(rows: readonly (readonly number[])[]): ValueTable {
  return {
    options: rows.map((_, i) => `option-${String(i)}`),
    factors: (rows[0] ?? []).map((_, i) => `factor-${String(i)}`),
    cells: rows.map((row) =>
      row.map((value) => [{ criterion: '', low: value, high: value, level: null }]),
    ),
  };
}

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
  acceptability(tableOf(rows), ranks, SETTINGS);

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
      const found = scores(tableOf(rows), [1 / 3, 1 / 3, 1 / 3]).map((s) => s.score);
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
    const cell = (index: number): ValueTable['cells'][number][number] => [
      { criterion: 'c', low: index / 2, high: index / 2, level: { index, count: 3 } },
    ];
    const table: ValueTable = {
      options: ['ordinal', 'fixed'],
      factors: ['f'],
      cells: [[cell(1)], [[{ criterion: 'd', low: 0.3, high: 0.3, level: null }]]],
    };
    expectClose(
      acceptability(table, [1], { ...SETTINGS, levels: 'order-only' }).ranks[0],
      [0.7, 0.3],
    );
    expect(acceptability(table, [1], SETTINGS).ranks[0]).toEqual([1, 0]);
  });

  it('takes an unknown rating to be anywhere on its scale', () => {
    const table: ValueTable = {
      options: ['unknown', 'known'],
      factors: ['f'],
      cells: [
        [[{ criterion: 'c', low: 0, high: 1, level: null }]],
        [[{ criterion: 'c', low: 0.8, high: 0.8, level: null }]],
      ],
    };
    expectClose(acceptability(table, [1], SETTINGS).ranks[0], [0.2, 0.8]);
  });
});

const few: AcceptabilitySettings = { samples: 300, seed: 3, levels: 'order-only' };
const weighable = (given: Matrix): readonly Factor[] =>
  given.criteria
    .filter(
      ({ scale: s }) =>
        s.kind === 'ordinal' ||
        s.kind === 'quantity' ||
        (s.kind === 'flag' && s.better !== undefined),
    )
    .map((c) => ({ slug: c.slug, criteria: [c] }));

const withRanks = (
  options?: Parameters<typeof matrix>[0],
): fc.Arbitrary<readonly [Matrix, number[]]> =>
  matrix(options).chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.array(fc.integer({ min: 1, max: 3 }), {
        minLength: weighable(given).length,
        maxLength: weighable(given).length,
      }),
    ),
  );

describe('laws', () => {
  it('the shares of an option, and of a rank, each sum to 1', () => {
    fc.assert(
      fc.property(withRanks(), ([given, ranks]) => {
        const table = valueTable(given.options, weighable(given), {});
        const { ranks: shares } = acceptability(table, ranks, few);
        for (const row of shares) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        given.options.forEach((_, r) => {
          expect(shares.reduce((sum, row) => sum + (row[r] ?? 0), 0)).toBeCloseTo(1, 9);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('permuting options and factors permutes the result and changes no figure', () => {
    fc.assert(
      fc.property(withRanks(), ([given, ranks]) => {
        const factors = weighable(given);
        const straight = acceptability(valueTable(given.options, factors, {}), ranks, few);
        const turned = acceptability(
          valueTable(given.options.toReversed(), factors.toReversed(), {}),
          ranks.toReversed(),
          few,
        );
        expect(turned.ranks.toReversed()).toEqual(straight.ranks);
      }),
      { numRuns: 60 },
    );
  });

  it('the mean score of the samples converges on the score', () => {
    fc.assert(
      fc.property(withRanks({ leftOut: false }), ([given, ranks]) => {
        const factors = weighable(given);
        fc.pre(factors.length > 0);
        const table = valueTable(given.options, factors, {});
        const { meanScores } = acceptability(table, ranks, {
          samples: 20_000,
          seed: 5,
          levels: 'fixed',
        });
        const closed = scores(table, centroidWeights(ranks));
        closed.forEach(({ score }, i) => {
          expect(Math.abs((meanScores[i] ?? NaN) - score)).toBeLessThan(0.015);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('leaving an option out changes no draw of the others', () => {
    fc.assert(
      fc.property(withRanks(), ([given, ranks]) => {
        fc.pre(given.options.length > 1);
        const factors = weighable(given);
        const all = acceptability(valueTable(given.options, factors, {}), ranks, few);
        const rest = acceptability(valueTable(given.options.slice(1), factors, {}), ranks, few);
        expect(rest.meanScores).toEqual(all.meanScores.slice(1));
      }),
      { numRuns: 60 },
    );
  });

  it('a dominated option never scores above its dominator, whatever the weights and unknowns', () => {
    fc.assert(
      fc.property(withRanks(), ([given, ranks]) => {
        const table = valueTable(given.options, weighable(given), {});
        const { ranks: shares } = acceptability(table, ranks, { ...few, levels: 'fixed' });
        const scored = scores(table, centroidWeights(ranks));
        given.options.forEach((_, a) => {
          given.options.forEach((__, b) => {
            if (a === b || !dominates(table, a, b)) return;
            expect(scored[a]?.score ?? NaN).toBeGreaterThanOrEqual(
              (scored[b]?.score ?? NaN) - 1e-9,
            );
            expect(shares[a]?.[0] ?? NaN).toBeGreaterThanOrEqual((shares[b]?.[0] ?? NaN) - 1e-9);
          });
        });
      }),
      { numRuns: 150 },
    );
  });
});
