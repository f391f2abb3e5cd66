import { expect, it } from 'vitest';
import {
  arePracticallyEqual,
  contributionsOf,
  scoreInMillionths,
  scoresInMillionths,
} from '../../../src/decision/score.ts';

it('is a weighted mean in whole millionths, over what applies', () => {
  expect(scoreInMillionths([1, 0.5], [1 / 3, 2 / 3])).toBe(666_667);
  expect(scoreInMillionths([NaN, 0.5], [0.9, 0.1])).toBe(500_000);
  expect(scoreInMillionths([NaN], [1])).toBe(0);
  expect(scoreInMillionths([], [])).toBe(0);
  const columns = [Float64Array.from([1, NaN, NaN]), Float64Array.from([0.5, 0.5, NaN])];
  expect([...scoresInMillionths(3, columns, [1 / 3, 2 / 3])]).toEqual([666_667, 500_000, 0]);
});

it('says what each factor adds, of the weight that applies', () => {
  const point = (value: number): Parameters<typeof contributionsOf>[1][number] => ({
    parts: [{ name: 'x', low: value, high: value, place: null }],
    assumed: false,
  });
  const factors = [
    { slug: 'a', weight: 0.5 },
    { slug: 'b', weight: 0.3 },
    { slug: 'c', weight: 0.2 },
  ];
  const cells = [{ parts: [], assumed: false }, point(1), { ...point(0.5), assumed: true }];
  expect(contributionsOf(factors, cells)).toEqual([
    { factor: 'a', weight: 0, value: null, points: 0, assumed: false },
    { factor: 'b', weight: 0.6, value: 1, points: 0.6, assumed: false },
    { factor: 'c', weight: 0.4, value: 0.5, points: 0.2, assumed: true },
  ]);
});

it('takes scores to be practically equal below the threshold, and where it is none if they are equal', () => {
  expect(arePracticallyEqual(500_000, 519_999, 20_000)).toBe(true);
  expect(arePracticallyEqual(520_000, 500_000, 20_000)).toBe(false);
  expect(arePracticallyEqual(1, 1, 0)).toBe(true);
  expect(arePracticallyEqual(1, 2, 0)).toBe(false);
});
