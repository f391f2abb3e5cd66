/** `npm run mutations`: builds content that was changed at random, hundreds of times; `npm test` tries fewer. */

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setting } from '../src/comparison/environment.ts';
import { runCommand } from './lib/command.ts';

const root = resolve(import.meta.dirname, '..');

function mutations(): number {
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', 'builds', 'sound', '--testTimeout', '1200000'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATIONS: setting('MUTATIONS') ?? '1500' },
    },
  );
  return status ?? 1;
}

await runCommand({
  usage: 'npm run mutations',
  options: {},
  settings: ['MUTATIONS', 'FIRST_MUTATION'],
  main: mutations,
});
