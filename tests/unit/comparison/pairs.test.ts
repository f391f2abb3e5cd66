import { describe, expect, it } from 'vitest';
import type { Comparison, Option } from '../../../src/comparison/comparison.ts';
import { moves } from '../../../src/comparison/former-addresses.ts';
import {
  framedPairsOf,
  pairsOf,
  partners,
  partnersOf,
  pathMeant,
  sideBySidePath,
} from '../../../src/comparison/pairs.ts';
import { currentRelease } from '../../../src/outputs/recommender-props.ts';
import { loadTea } from './loaded.ts';

const tea = { ...loadTea(), releases: [] };

/** The comparison of teas with so many options, which are rated differently. */
function withOptions(count: number): Comparison {
  const options = Array.from({ length: count }, (_, i): Option => {
    const like = tea.options[i % tea.options.length];
    if (like === undefined) throw new Error('There are no teas.');
    // The second alone cannot be chosen.
    const data = {
      ...like.data,
      listing: i === 1 ? ('reference' as const) : ('candidate' as const),
    };
    return { ...like, slug: `o${String(i).padStart(3, '0')}`, shortName: `O${String(i)}`, data };
  });
  return { ...tea, options };
}

const released = (comparison: Comparison, name: string): Comparison => ({
  ...comparison,
  releases: [{ ...currentRelease(comparison), name }],
});

const namesOf = (pairs: ReturnType<typeof pairsOf>): readonly string[] =>
  pairs.map(([a, b]) => `${a.slug} ${b.slug}`);

describe.each([
  { count: 25, few: 24 },
  { count: 61, few: 19 },
  { count: 200, few: 6 },
])('of $count options', ({ count, few }) => {
  const comparison = withOptions(count);
  const pairs = pairsOf(comparison);

  it(`each has a page with at least ${String(few)} others, and no pair has two`, () => {
    expect(new Set(namesOf(pairs)).size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThanOrEqual((count * few) / 2);
    expect(pairs.length).toBeLessThanOrEqual(Math.min((count * (count - 1)) / 2, count * few));
    for (const option of comparison.options) {
      expect(partners(comparison, option).length).toBeGreaterThanOrEqual(few);
    }
  });

  it('every two have a path, and it is that of a page where there is one', () => {
    const paged = new Set(namesOf(pairs));
    const [first, ...others] = comparison.options.map(({ slug }) => slug);
    for (const other of others) {
      expect(sideBySidePath(comparison, other, first ?? '')).toBe(
        paged.has(`${first ?? ''} ${other}`)
          ? `/compare/${first ?? ''}-vs-${other}/`
          : `/compare/?options=${other},${first ?? ''}`,
      );
    }
  });
});

it('the pages of pairs grow with the options, and no faster', () => {
  expect(partnersOf(4000)).toBe(partnersOf(1000));
  expect(partnersOf(1)).toBeGreaterThan(0);
});

describe('when options are added', () => {
  const before = released(withOptions(25), '2026-11-29');
  const after = { ...withOptions(200), releases: before.releases };

  it('every pair that a release had a page for still has it', () => {
    const now = new Set(namesOf(pairsOf(after)));
    const then = namesOf(pairsOf(before));
    expect(then).toHaveLength(300);
    expect(then.filter((pair) => !now.has(pair))).toEqual([]);
  });

  it('so has one whose options were renamed, and its former address leads there', () => {
    const [first, second] = after.options;
    if (first === undefined || second === undefined) throw new Error('There are no options.');
    const renamed = {
      ...first,
      slug: 'new-name',
      formerSlugs: [first.slug],
      data: { ...first.data, formerSlugs: [first.slug] },
    };
    const now = { ...after, options: [renamed, ...after.options.slice(1)] };
    expect(namesOf(pairsOf(now))).toContain(`new-name ${second.slug}`);
    expect(moves(now)).toContainEqual({
      from: `/compare/${first.slug}-vs-${second.slug}/`,
      to: `/compare/new-name-vs-${second.slug}/`,
      name: `${first.shortName} vs ${second.shortName}`,
    });
  });

  it('frames keep the addresses that they had, and get no new ones', () => {
    expect(namesOf(framedPairsOf(after))).toEqual(namesOf(pairsOf(before)));
    expect(framedPairsOf(released(withOptions(25), '2027-01-01'))).toEqual([]);
  });
});

it('a link of content to two options leads to their page, or to the comparison of any', () => {
  const comparison = withOptions(200);
  const [a, b] = pairsOf(comparison)[0] ?? [];
  const paged = `/compare/${a?.slug ?? ''}-vs-${b?.slug ?? ''}/`;
  expect(pathMeant(comparison, `${paged}#strength`)).toBe(`${paged}#strength`);
  const far = comparison.options.find(
    (o) => o.slug > 'o000' && sideBySidePath(comparison, 'o000', o.slug).includes('?'),
  );
  const slug = far?.slug ?? '';
  expect(pathMeant(comparison, `/compare/o000-vs-${slug}/?identical#strength`)).toBe(
    `/compare/?options=o000,${slug}&identical#strength`,
  );
  expect(pathMeant(comparison, `/embed/compare/o000-vs-${slug}/`)).toBe(
    `/embed/compare/?options=o000,${slug}`,
  );
  expect(pathMeant(comparison, '/options/o000/?x#y')).toBe('/options/o000/?x#y');
});
