import { expect, it } from 'vitest';
import { moves } from '../../../src/comparison/former-addresses.ts';
import { loadReal, loadTea } from './loaded.ts';

it('every former slug leads to the present page', () => {
  expect(moves(loadTea())).toContainEqual({
    from: '/options/bohea/',
    to: '/options/black-tea/',
    name: 'Black tea',
  });
});

it('no page stands at a former address, and no address leads to two pages', () => {
  for (const comparison of [loadTea(), loadReal()]) {
    const { options, criteria } = comparison;
    const pages = [
      ...options.map(({ slug }) => `/options/${slug}/`),
      ...criteria.map(({ slug }) => `/criteria/${slug}/`),
    ];
    const from = moves(comparison).map((move) => move.from);
    expect(from.filter((path) => pages.includes(path))).toEqual([]);
    expect(new Set(from).size).toBe(from.length);
  }
});
