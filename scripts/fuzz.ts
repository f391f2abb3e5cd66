/** `npm run fuzz`: a million mutated links; `npm test` tries a tenth of that. */

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setting } from '../src/comparison/environment.ts';
import { runCommand } from './lib/command.ts';

const root = resolve(import.meta.dirname, '..');

function fuzz(): number {
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', 'content', 'tests/content/links.test.ts', '--testTimeout', '1200000'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ: setting('FUZZ') ?? '1000000' } },
  );
  return status ?? 1;
}

await runCommand({ usage: 'npm run fuzz', options: {}, settings: ['FUZZ'], main: fuzz });
