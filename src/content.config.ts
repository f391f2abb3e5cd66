/**
 * What editors know of the front matter of MDX files: which fields there are, while `npm run dev` runs.
 * Pages take all from `comparison/`, which checks all files at once and links them. So a build loads
 * nothing here, where each file would be parsed, judged, stored and bundled once more.
 */

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import {
  COLLECTION_NAMES,
  hasProse,
  KINDS,
  placeOf,
  type CollectionName,
} from './comparison/collections.ts';
import { contentDirectory, isBuilt } from './comparison/environment.ts';

// The file name is the slug: no field may say otherwise.
const files = (name: CollectionName): ReturnType<typeof glob> => {
  const { place, isFolder } = placeOf(name);
  return glob({
    pattern: isFolder ? '*.mdx' : place,
    base: isFolder ? join(contentDirectory, place) : contentDirectory,
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });
};

export const collections = Object.fromEntries(
  (isBuilt ? [] : COLLECTION_NAMES.filter(hasProse)).map((name) => [
    name,
    defineCollection({ loader: files(name), schema: KINDS[name].authored ?? KINDS[name].schema }),
  ]),
);
