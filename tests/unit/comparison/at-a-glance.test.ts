import { describe, expect, it } from 'vitest';
import { optionsAtAGlance } from '../../../src/comparison/at-a-glance.ts';
import type { Comparison, Option } from '../../../src/comparison/comparison.ts';
import { loadTea } from './loaded.ts';

const tea = loadTea();
const [first] = tea.options;
if (first === undefined) throw new Error('There are no teas.');

/** So many options, every third of them for reference. */
const withOptions = (count: number): Comparison => ({
  ...tea,
  options: Array.from({ length: count }, (_, i): Option => ({
    ...first,
    slug: `o${String(i)}`,
    data: { ...first.data, listing: i % 3 === 0 ? 'reference' : 'candidate' },
  })),
});
const slugs = (comparison: Comparison): readonly string[] =>
  optionsAtAGlance(comparison).map(({ slug }) => slug);

describe('the options of the front page', () => {
  it('are all, what can be chosen first, where they can be looked through', () => {
    expect(slugs(withOptions(4))).toEqual(['o1', 'o2', 'o0', 'o3']);
    expect(slugs(withOptions(60))).toHaveLength(60);
  });

  it('are the first of many', () => {
    expect(slugs(withOptions(1000))).toHaveLength(20);
    expect(slugs(withOptions(1000)).slice(0, 3)).toEqual(['o1', 'o2', 'o4']);
  });

  it('are those that the content names, in its order', () => {
    const { site } = tea;
    const chosen = { ...site, home: { ...site.home, options: ['o7', 'o3'] } };
    expect(slugs({ ...withOptions(1000), site: chosen })).toEqual(['o7', 'o3']);
  });
});
