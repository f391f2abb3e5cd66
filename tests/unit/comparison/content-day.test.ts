/** The day of the content, in whatever repository and setting. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { contentDay } from '../../../src/comparison/content-day.ts';

const TODAY = '2031-05-06';
const COMMITTED = '2030-01-02';
let work = '';

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: `${COMMITTED}T12:00:00Z` },
  });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(`${TODAY}T12:00:00Z`), toFake: ['Date'] });
  vi.stubEnv('SOURCE_DATE_EPOCH', undefined);
  work = mkdtempSync(join(tmpdir(), 'edgewise-day-'));
  for (const folder of ['kept', 'ignored']) {
    mkdirSync(join(work, folder));
    writeFileSync(join(work, folder, 'a.yaml'), 'a: 1\n');
  }
  writeFileSync(join(work, '.gitignore'), 'ignored/\n');
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Content');
});
afterEach(() => {
  rmSync(work, { recursive: true });
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

it('is that of the last commit', () => {
  expect(contentDay(join(work, 'kept'))).toBe(COMMITTED);
});

it('is today where something is not committed', () => {
  writeFileSync(join(work, 'kept/a.yaml'), 'a: 2\n');
  expect(contentDay(join(work, 'kept'))).toBe(TODAY);
});

it('is today in a folder that the repository around it ignores', () => {
  expect(contentDay(join(work, 'ignored'))).toBe(TODAY);
});

it('is today where there is no repository', () => {
  rmSync(join(work, '.git'), { recursive: true });
  expect(contentDay(join(work, 'kept'))).toBe(TODAY);
});

it('is what is set, and what is set to nothing is not set', () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1795900000');
  expect(contentDay(join(work, 'kept'))).toBe('2026-11-28');
  vi.stubEnv('SOURCE_DATE_EPOCH', '');
  expect(contentDay(join(work, 'kept'))).toBe(COMMITTED);
});
