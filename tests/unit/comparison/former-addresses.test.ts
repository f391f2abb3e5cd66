import { expect, it } from 'vitest';
import { moves } from '../../../src/comparison/former-addresses.ts';
import { slugsOf } from '../../../src/comparison/slugs-of.ts';
import { allPaths } from '../../../src/links/routes.ts';
import { loadReal, loadTea } from './loaded.ts';

it('every former slug leads to the present page', () => {
  expect(moves(loadTea())).toContainEqual({
    from: '/options/bohea/',
    to: '/options/black-tea/',
    name: 'Black tea',
  });
});

it('guides, scenarios and practice cases keep their former addresses too', () => {
  const real = loadReal();
  const [guide] = real.guides;
  const [scenario] = real.scenarios;
  if (guide === undefined || scenario === undefined) throw new Error('There is none.');
  const renamed = {
    ...real,
    guides: [{ ...guide, data: { ...guide.data, formerSlugs: ['old-guide'] } }],
    scenarios: [{ ...scenario, data: { ...scenario.data, formerSlugs: ['old-scenario'] } }],
  };
  const from = moves(renamed).map((move) => `${move.from} ${move.to}`);
  expect(from).toContain(`/guides/old-guide/ /guides/${guide.slug}/`);
  expect(from).toContain(`/scenarios/old-scenario/ /scenarios/${scenario.slug}/`);
});

it('no page stands at a former address, and no address leads to two pages', () => {
  for (const comparison of [loadTea(), loadReal()]) {
    const pages = allPaths(slugsOf(comparison));
    const from = moves(comparison).map((move) => move.from);
    expect(from.filter((path) => pages.includes(path))).toEqual([]);
    expect(new Set(from).size).toBe(from.length);
  }
});
