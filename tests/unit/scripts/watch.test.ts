/** The command as a whole, against a repository and a content folder that are made here. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadComparison } from '../../../src/comparison/load.ts';
import { changedSourcesInWords } from '../../../src/words/edition-words.ts';

const root = join(import.meta.dirname, '../../..');
const base = mkdtempSync(join(tmpdir(), 'edgewise-watch-'));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});
const content = join(base, 'content');
const repository = join(base, 'handbook');
const shared = join(content, 'sources/common.yaml');
const findings = join(content, 'watch.yaml');
const READ = '3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d';
const ADDRESS = 'https://git.example/handbook';

let read = '';
let tip = '';
beforeAll(() => {
  cpSync(join(root, 'tests/fixtures/tea'), content, { recursive: true });
  mkdirSync(join(repository, 'pages'), { recursive: true });
  const commit = (text: string, day: string): string => {
    writeFileSync(join(repository, 'pages/chapter one.md'), text);
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: repository,
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_AUTHOR_DATE: `${day}T12:00Z`,
          GIT_COMMITTER_DATE: `${day}T12:00Z`,
        },
      }).trim();
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message', day);
    return git('rev-parse', 'HEAD');
  };
  read = commit('# Steeping\n\nThree minutes.\n', '2025-06-12');
  tip = commit('# Steeping\n\nFour minutes.\n', '2025-09-03');
  writeFileSync(shared, readFileSync(shared, 'utf8').replace(READ, read));
});

function watch(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(
    process.execPath,
    [join(root, 'scripts/watch.ts'), '--cache', join(base, 'cache'), ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CONTENT_DIR: content } },
  );
}

const changed = (): readonly (string | undefined)[] =>
  loadComparison({ directory: content, today: '2026-11-29' }).sources.flatMap((source) =>
    source.changed === undefined ? [] : [source.changed.since ?? undefined],
  );

describe('npm run watch', () => {
  it('tells in one line that there is no network, and keeps what it knew', () => {
    const { status, stdout, stderr } = watch(
      '--write',
      '--from',
      `${ADDRESS}=${join(base, 'nowhere')}`,
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^No repository could be reached, so nothing was changed; .*\n$/);
    expect(existsSync(findings)).toBe(false);
  });

  it('tells what changed and what rests on it', () => {
    const { status, stdout } = watch('--json', '--from', `${ADDRESS}=${repository}`);
    expect(status).toBe(0);
    const { changes, unchanged } = JSON.parse(stdout) as {
      changes: { rests: { ratings: { weight: number }[]; pages: string[] } }[];
      unchanged: number;
    };
    expect(unchanged).toBe(0);
    expect(changes).toMatchObject([
      {
        source: 'handbook',
        read,
        state: 'changed',
        since: '2025-09-03',
        lines: 2,
        headings: ['Steeping'],
      },
    ]);
    const weights = changes[0]?.rests.ratings.map(({ weight }) => weight) ?? [];
    expect(weights.length).toBeGreaterThan(1);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('keeps what it found, until the source has been read again', () => {
    const once = watch('--write', '--from', `${ADDRESS}=${repository}`);
    expect(once.status).toBe(0);
    const written = readFileSync(findings, 'utf8');
    expect(written.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1);
    watch('--write', '--from', `${ADDRESS}=${repository}`);
    expect(readFileSync(findings, 'utf8')).toBe(written);

    expect(changed()).toEqual(['2025-09-03']);
    writeFileSync(shared, readFileSync(shared, 'utf8').replace(read, tip));
    expect(changed()).toEqual([]);
  });

  it('knows no repository that no source names', () => {
    const { status, stderr } = watch('--repository', 'https://git.example/other');
    expect([status, stderr]).toEqual([1, 'No source lies in “https://git.example/other”.\n']);
  });
});

describe('the sentence on a rating', () => {
  it('names the first change', () => {
    expect(changedSourcesInWords([])).toBeNull();
    expect(changedSourcesInWords([{ state: 'changed', since: '2026-09-03' }])).toBe(
      'A source of it has changed on 3 September 2026 and nobody has read it again yet.',
    );
    expect(
      changedSourcesInWords([
        { state: 'gone', since: null },
        { state: 'moved', since: '2026-09-03' },
      ]),
    ).toBe(
      '2 sources of it have changed; the first has moved on 3 September 2026 and nobody has read it again yet.',
    );
  });
});
