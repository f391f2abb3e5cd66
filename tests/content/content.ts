/** The real content, loaded once for the tests of its truths. */

import { resolve } from 'node:path';
import { contentDay } from '../../src/comparison/content-day.ts';
import { loadComparison } from '../../src/comparison/load.ts';
import { currentRelease } from '../../src/outputs/recommender-props.ts';
import { openRelease } from '../../src/links/release.ts';

const directory = resolve(import.meta.dirname, '../../content');

export const comparison = loadComparison({ directory, today: contentDay(directory) });
export const release = openRelease(currentRelease(comparison));
