/** Whether this machine has git, and which tests make repositories with it. */

import { spawnSync } from 'node:child_process';

export const HAS_GIT = spawnSync('git', ['--version']).status === 0;

export const NEED_GIT = [
  'tests/unit/comparison/content-day.test.ts',
  'tests/unit/scripts/lib/ask-repository.test.ts',
  'tests/unit/scripts/watch.test.ts',
] as const;
