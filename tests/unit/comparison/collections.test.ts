import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  COLLECTION_NAMES,
  hasProse,
  isNameIn,
  KINDS,
  placeOf,
} from '../../../src/comparison/collections.ts';
import { releaseSchema } from '../../../src/comparison/schemas/released.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('the list of all kinds of content file', () => {
  it('has a place and a noun of its own for each', () => {
    const places = COLLECTION_NAMES.map((name) => placeOf(name).place);
    const nouns = COLLECTION_NAMES.map((name) => KINDS[name].noun);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(nouns).size).toBe(nouns.length);
  });

  it('says where files are, how they end, and whether they have prose', () => {
    expect(placeOf('options')).toEqual({ place: 'options', isFolder: true, extension: '.mdx' });
    expect(placeOf('site')).toEqual({ place: 'site.yaml', isFolder: false, extension: '.yaml' });
    expect([hasProse('guides'), hasProse('questions')]).toEqual([true, false]);
  });

  it('knows what files may be called', () => {
    expect(isNameIn('options', 'green-tea')).toBe(true);
    expect(isNameIn('options', 'Green tea')).toBe(false);
    expect(isNameIn('releases', '2026-11-22b')).toBe(true);
    expect(isNameIn('releases', 'green-tea')).toBe(false);
  });
});

it('a release that is read is, to the letter, the one that was kept', () => {
  const { place } = placeOf('releases');
  const files = readdirSync(join(root, 'content', place));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = readFileSync(join(root, 'content', place, file), 'utf8');
    expect(`${JSON.stringify(releaseSchema.parse(JSON.parse(text)))}\n`).toBe(text);
  }
});
