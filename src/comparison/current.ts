/** The comparison that this build or server is about. */

import type { Comparison } from './comparison.ts';
import { contentDay } from './content-day.ts';
import { contentDirectory } from './environment.ts';
import { loadComparison } from './load.ts';
import { remembered, stateOfFolder } from './remembered.ts';

/** In a build, content does not change; in development it does, and so does the day. */
const key = (): string =>
  import.meta.env.DEV
    ? `${new Date().toISOString().slice(0, 10)}\n${stateOfFolder(contentDirectory)}`
    : '';

/**
 * The comparison: read once in a build, and in development once per change, so that an edit shows at once.
 *
 * @throws {ContentError} if the content has faults
 */
export const currentComparison: () => Comparison = remembered(key, () =>
  loadComparison({ directory: contentDirectory, today: contentDay(contentDirectory) }),
);
