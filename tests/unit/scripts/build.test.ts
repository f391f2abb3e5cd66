/** A build that fails leaves the last good site as it was. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const fixtures = join(root, 'tests/fixtures');
let work = '';

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'edgewise-build-'));
  cpSync(join(fixtures, 'sound'), join(work, 'content'), { recursive: true });
  cpSync(join(fixtures, 'broken/value-off-scale/options'), join(work, 'content/options'), {
    recursive: true,
  });
  cpSync(join(fixtures, 'sound'), join(work, 'dist'), { recursive: true });
  writeFileSync(join(work, 'dist/index.html'), 'the last good one');
});

afterEach(() => {
  rmSync(work, { recursive: true });
});

it('a build of broken content tells what is wrong, fails, and touches nothing', () => {
  const before = readdirSync(work, { recursive: true }).toSorted();
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: join(work, 'content'), OUT_DIR: join(work, 'dist') },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('This is not a value of the scale of “Light”.');
  expect(stderr).toContain('1 fault in 1 file.');
  expect(readdirSync(work, { recursive: true }).toSorted()).toEqual(before);
  expect(readFileSync(join(work, 'dist/index.html'), 'utf8')).toBe('the last good one');
});
