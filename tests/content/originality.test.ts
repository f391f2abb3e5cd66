/** The words of the site are its own: no run of eight of them is shared with a reference text. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { shingles, wordsOf } from './shingles.ts';

const root = resolve(import.meta.dirname, '../..');
const known = new Set(
  JSON.parse(readFileSync(join(import.meta.dirname, 'reference-texts.json'), 'utf8')) as string[],
);

/** Titles and names, which have to be what they are. */
const NAMES = [
  'Choose a Kubernetes at the edge compute option',
  'Run Kubernetes at the edge with these K8s distributions',
  'Kubernetes on your Azure Stack Edge Pro GPU device',
  'on your Azure Stack Edge Pro GPU device',
  'operational-cost, ease-of-configuration, flexibility, mixed-node',
].map((name) => wordsOf(name).join(' '));

const files = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:mdx|yaml|md)$/.test(file))
  .map((file) => join('content', file));

it('has texts to look at, and fingerprints to compare them with', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(known.size).toBeGreaterThan(3000);
});

it.each(files)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
    // Addresses are what they are, too.
    .replace(/https?:\/\/\S+/g, ' ');
  const words = NAMES.reduce((left, name) => left.replaceAll(name, ' name '), wordsOf(text).join(' '));
  const shared = shingles(words).filter(({ hash }) => known.has(hash));
  expect(shared.map(({ run }) => run)).toEqual([]);
});
