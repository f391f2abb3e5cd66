/** What is picked: where it is kept, when it cannot be, and what becomes of it. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { optionNamed, packOptionNames } from '../../../src/words/option-names.ts';
import { stubPage } from './page.ts';

const TEA = { slug: 'green-tea', name: 'Green tea' };
const BOHEA = { slug: 'bohea', name: 'Bohea' };

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

type Picks = typeof import('../../../src/islands/picks.ts');
const load = async (): Promise<Picks> => import('../../../src/islands/picks.ts');

it('is kept under the path of the site, so that sites of one origin do not share it', async () => {
  const kept = { compare: JSON.stringify([{ slug: 'k3s', name: 'K3s' }]) };
  stubPage('https://here.example/leaf/options/green-tea/', { base: '../../', kept });
  const { picked, setPicked } = await load();
  expect(picked()).toEqual([]);
  setPicked([TEA]);
  expect(Object.keys(kept)).toEqual(['compare', 'compare/leaf']);
  expect(picked()).toEqual([TEA]);
});

it('at the top of an origin is kept under the plain name', async () => {
  const { kept } = stubPage('https://here.example/matrix/');
  const { setPicked } = await load();
  setPicked([TEA]);
  expect(JSON.parse(kept.compare ?? '')).toEqual([TEA]);
});

it('holds as long as the page where storage can be read and not written', async () => {
  stubPage('https://here.example/', { kept: { compare: JSON.stringify([BOHEA]) }, isFull: true });
  const { picked, setPicked } = await load();
  expect(picked()).toEqual([BOHEA]);
  setPicked([BOHEA, TEA]);
  expect(picked()).toEqual([BOHEA, TEA]);
});

it('holds for all scripts of a page, though some have this module of their own', async () => {
  stubPage('https://here.example/', { isFull: true });
  const one = await load();
  vi.resetModules();
  const other = await load();
  one.setPicked([TEA]);
  expect(other.picked()).toEqual([TEA]);
  other.setPicked([]);
  expect(one.picked()).toEqual([]);
});

it.each(['{', '7', '[{"slug":1}]', 'null'])('is nothing where %s is kept', async (text) => {
  stubPage('https://here.example/', { kept: { compare: text } });
  const { picked } = await load();
  expect(picked()).toEqual([]);
});

it('is read again when the page comes back, and when another page changes it', async () => {
  const { kept, page } = stubPage('https://here.example/');
  const { onPicked, picked } = await load();
  const seen: [boolean, number][] = [];
  onPicked((elsewhere) => seen.push([elsewhere, picked().length]));
  kept.compare = JSON.stringify([TEA]);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(seen).toEqual([]);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  kept.compare = JSON.stringify([TEA, BOHEA]);
  page.dispatchEvent(Object.assign(new Event('storage'), { key: 'theme' }));
  page.dispatchEvent(Object.assign(new Event('storage'), { key: 'compare' }));
  expect(seen).toEqual([
    [true, 1],
    [true, 2],
  ]);
});

it('follows options that have been renamed, once, and drops those that have gone', async () => {
  stubPage('https://here.example/');
  const { followed } = await load();
  const names = packOptionNames([
    { slug: 'black-tea', shortName: 'Black tea', formerSlugs: ['bohea'], modes: [] },
    { slug: 'green-tea', shortName: 'Green tea', formerSlugs: ['constructor-tea'], modes: [] },
  ]);
  const gone = { slug: 'constructor', name: 'Gone' };
  const again = { slug: 'black-tea', name: 'Black tea' };
  expect(followed([BOHEA, gone, TEA, again], (slug) => optionNamed(names, slug))).toEqual([
    { slug: 'black-tea', name: 'Black tea' },
    { slug: 'green-tea', name: 'Green tea' },
  ]);
});

it('follows modes under their present names, and falls back to the option where one has gone', () => {
  const mode = (
    slug: string,
    ...formerSlugs: string[]
  ): { slug: string; name: string; formerSlugs: string[] } => ({
    slug,
    name: `as ${slug}`,
    formerSlugs,
  });
  const names = packOptionNames([
    {
      slug: 'green-tea',
      shortName: 'Green tea',
      formerSlugs: ['leaf'],
      modes: [mode('hot'), mode('iced', 'cold')],
    },
  ]);
  expect(Object.keys(names)).toEqual(['green-tea', 'green-tea~iced']);
  const slugOf = (way: string): string | undefined => optionNamed(names, way)?.slug;
  expect(optionNamed(names, 'green-tea~iced')?.name).toBe('Green tea, as iced');
  expect(slugOf('leaf~cold')).toBe('green-tea~iced');
  expect(slugOf('green-tea~hot')).toBe('green-tea');
  expect(slugOf('green-tea~frozen')).toBe('green-tea');
  expect(slugOf('water~iced')).toBeUndefined();
});
