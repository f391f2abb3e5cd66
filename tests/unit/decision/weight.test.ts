import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/decision/random.ts';
import {
  bandsOf,
  centroidWeights,
  importanceOf,
  rankOrderCentroid,
  uniformSorter,
  weightSampler,
} from '../../../src/decision/weight.ts';

const ranks = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 });

describe('rankOrderCentroid', () => {
  // Barron & Barrett 1996; the figures for n = 2 to 6 to four places.
  it.each([
    [2, [0.75, 0.25]],
    [3, [0.6111, 0.2778, 0.1111]],
    [4, [0.5208, 0.2708, 0.1458, 0.0625]],
    [5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]],
    [6, [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278]],
  ])('for %d factors', (n, expected) => {
    const weights = rankOrderCentroid(n);
    expect(weights).toHaveLength(n);
    weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(expected[i] ?? NaN, 4);
    });
  });
});

describe('centroidWeights', () => {
  it('gives tied factors the mean of the ranks that they cover', () => {
    const [a, b, c] = centroidWeights([2, 2, 1]);
    expect(a).toBeCloseTo(4 / 9, 12);
    expect(b).toBeCloseTo(4 / 9, 12);
    expect(c).toBeCloseTo(1 / 9, 12);
  });

  it('is equal weights where all are tied, and empty for no factors', () => {
    for (const weight of centroidWeights([1, 1, 1, 1])) expect(weight).toBeCloseTo(0.25, 12);
    expect(centroidWeights([])).toEqual([]);
  });

  it('sums to 1, follows the order, and permutes with its input', () => {
    fc.assert(
      fc.property(ranks, (given) => {
        const weights = centroidWeights(given);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        given.forEach((rank, i) => {
          given.forEach((other, j) => {
            if (rank > other) expect(weights[i]).toBeGreaterThan(weights[j] ?? NaN);
            if (rank === other) expect(weights[i]).toBe(weights[j]);
          });
        });
        expect(centroidWeights(given.toReversed())).toEqual(weights.toReversed());
      }),
    );
  });
});

describe('weightSampler', () => {
  it('draws weightings that sum to 1 and agree with the order', () => {
    fc.assert(
      fc.property(ranks, fc.integer(), (given, seed) => {
        const sample = weightSampler(bandsOf(given), stream(seed, 'test'));
        const weights = new Float64Array(given.length);
        for (let i = 0; i < 20; i++) {
          sample(weights);
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          given.forEach((rank, a) => {
            given.forEach((other, b) => {
              if (rank > other) expect(weights[a]).toBeGreaterThanOrEqual(weights[b] ?? NaN);
            });
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has the centroid as its mean', () => {
    const given = [3, 1, 3, 2, 2, 1];
    const sample = weightSampler(bandsOf(given), stream(1, 'test'));
    const weights = new Float64Array(given.length);
    const sums = new Float64Array(given.length);
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      sample(weights);
      weights.forEach((weight, f) => {
        sums[f] = (sums[f] ?? 0) + weight;
      });
    }
    centroidWeights(given).forEach((expected, f) => {
      expect((sums[f] ?? NaN) / n).toBeCloseTo(expected, 2);
    });
  });
});

describe('stream', () => {
  it('draws the same for the same name and seed, on every machine', () => {
    const draw = stream(42, 'weights');
    const drawn = Array.from({ length: 4 }, draw);
    expect(drawn).toEqual(Array.from({ length: 4 }, stream(42, 'weights')));
    expect(drawn).toMatchInlineSnapshot(`
      [
        0.8919571503065526,
        0.1987972112838179,
        0.07165449694730341,
        0.7988283720333129,
      ]
    `);
  });

  it('is uniform enough: means of names that differ in one letter, and of neighbouring seeds', () => {
    for (const [seed, name] of [
      [1, 'a'],
      [1, 'b'],
      [2, 'a'],
      [3, 'cell x y'],
    ] as const) {
      const draw = stream(seed, name);
      const n = 20_000;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += draw();
      expect(Math.abs(sum / n - 0.5)).toBeLessThan(0.01);
    }
  });
});

it('sums steps and clamps them once', () => {
  expect([-2, 0, 1, 2, 3, 7].map(importanceOf)).toEqual([
    'ignore',
    'ignore',
    'nice',
    'matters',
    'critical',
    'critical',
  ]);
});

it.each([0, 1, 2, 41, 200])('sorts %i uniform numbers as the general sort does', (count) => {
  const draw = stream(7, 'sorted');
  const sort = uniformSorter(count);
  for (const scale of [1, 0.01, 0]) {
    const numbers = Float64Array.from({ length: count }, () => draw() * scale);
    if (count > 1) numbers[1] = 1 - 2 ** -32;
    const expected = numbers.toSorted();
    sort(numbers);
    expect(numbers).toEqual(expected);
  }
});
