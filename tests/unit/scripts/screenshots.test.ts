import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each(['tests', 'package.json', '/nowhere'])('%s is no site to take pictures of', (folder) => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/screenshots.ts'], {
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: folder },
    timeout: 60_000,
  });
  expect(stderr).toBe('There is no site to take pictures of: run “npm run build” first.\n');
  expect(status).toBe(1);
});
