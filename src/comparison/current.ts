/** The comparison that this build or server is about. */

import type { Comparison } from './comparison.ts';
import { contentDay } from './content-day.ts';
import { contentDirectory } from './environment.ts';
import { loadComparison } from './load.ts';

const load = (): Comparison =>
  loadComparison({ directory: contentDirectory, today: contentDay(contentDirectory) });

let loaded: Comparison | undefined;

/**
 * The comparison: read once in a build, and anew for every page in development, so that an edit
 * shows at once.
 *
 * @throws {ContentError} if the content has faults
 */
export function currentComparison(): Comparison {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
