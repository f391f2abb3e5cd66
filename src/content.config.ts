/**
 * The content collections that have prose. Pages take their data from `comparison/`, which checks all
 * files at once and links them; the collections render the prose, and tell editors what fields there are.
 * Where pages are many, a build does without: each file would be parsed, judged, stored and bundled
 * once more, which takes as long as all else.
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
import { contentDirectory, hasManyPages } from './comparison/environment.ts';

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
  (hasManyPages ? [] : COLLECTION_NAMES.filter(hasProse)).map((name) => [
    name,
    defineCollection({ loader: files(name), schema: KINDS[name].authored ?? KINDS[name].schema }),
  ]),
);
