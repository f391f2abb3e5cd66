/** `npm run fuzz`: a million mutated links; `npm test` tries a tenth of that. */

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--project', 'content', 'tests/content/links.test.ts', '--testTimeout', '1200000'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ: process.env.FUZZ ?? '1000000' } },
);
process.exitCode = status ?? 1;
