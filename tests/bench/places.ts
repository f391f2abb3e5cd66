import { join, resolve } from 'node:path';

/** The project’s folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** What the benchmark builds; it may be deleted at any time. */
export const SCRATCH = join(ROOT, '.cache/bench');
