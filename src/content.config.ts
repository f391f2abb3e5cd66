/**
 * The content collections. Pages take their data from `comparison/`, which checks all files at once
 * and links them; the collections render the prose, and tell editors what fields there are.
 */

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import { contentDirectory } from './comparison/environment.ts';
import { criterionSchema } from './comparison/schemas/criterion.ts';
import { guideSchema } from './comparison/schemas/guide.ts';
import { optionSchema } from './comparison/schemas/option.ts';
import { scenarioSchema } from './comparison/schemas/scenario.ts';
import { pageSchema } from './comparison/schemas/site.ts';

// The file name is the slug: no field may say otherwise.
const folder = (name: string): ReturnType<typeof glob> =>
  glob({
    pattern: '*.mdx',
    base: join(contentDirectory, name),
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });

export const collections = {
  options: defineCollection({ loader: folder('options'), schema: optionSchema }),
  criteria: defineCollection({ loader: folder('criteria'), schema: criterionSchema }),
  guides: defineCollection({ loader: folder('guides'), schema: guideSchema }),
  scenarios: defineCollection({ loader: folder('scenarios'), schema: scenarioSchema }),
  pages: defineCollection({ loader: folder('pages'), schema: pageSchema }),
};
