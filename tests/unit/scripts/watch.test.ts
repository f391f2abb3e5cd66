/** The command as a whole, against repositories and content folders that are made here. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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
const READ = '3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d';
const ADDRESS = 'https://git.example/handbook';
const CHAPTER = 'pages/chapter one.md';

/** Runs git in a repository, as on a day. */
function git(repository: string, day: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: `${day}T12:00Z`,
      GIT_COMMITTER_DATE: `${day}T12:00Z`,
    },
  }).trim();
}

/** Commits a chapter, or that it is taken away; gives the commit. */
function commit(repository: string, day: string, text: string | null): string {
  mkdirSync(join(repository, 'pages'), { recursive: true });
  if (!existsSync(join(repository, '.git'))) {
    git(repository, day, 'init', '--quiet', '--initial-branch=main');
  }
  if (text === null) rmSync(join(repository, CHAPTER));
  else writeFileSync(join(repository, CHAPTER), text);
  git(repository, day, 'add', '--all');
  git(repository, day, 'commit', '--quiet', '--message', day);
  return git(repository, day, 'rev-parse', 'HEAD');
}

/** A content folder of its own, in which the handbook was read at a commit, and the command on it. */
function makeContent(name: string, read: string): { content: string; run: Run } {
  const content = join(base, name);
  cpSync(join(root, 'tests/fixtures/tea'), content, { recursive: true });
  edit(join(content, 'sources/common.yaml'), READ, read);
  const run: Run = (...args) =>
    spawnSync(
      process.execPath,
      [join(root, 'scripts/watch.ts'), '--cache', join(base, `${name}-cache`), ...args],
      { cwd: root, encoding: 'utf8', env: { ...process.env, CONTENT_DIR: content } },
    );
  return { content, run };
}

type Run = (...args: string[]) => { status: number | null; stdout: string; stderr: string };

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

const repository = join(base, 'handbook');
let content = '';
let watch: Run;
let shared = '';
let findings = '';
let read = '';
let tip = '';
beforeAll(() => {
  read = commit(repository, '2025-06-12', '# Steeping\n\nThree minutes.\n');
  tip = commit(repository, '2025-09-03', '# Steeping\n\nFour minutes.\n');
  ({ content, run: watch } = makeContent('content', read));
  shared = join(content, 'sources/common.yaml');
  findings = join(content, 'watch.yaml');
});

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

  it('keeps what it found of a text with signs that content may not hold, so that the content stays sound', () => {
    const odd = join(base, 'odd');
    const before = commit(odd, '2025-06-12', '# Steeping\n\nThree minutes.\n');
    const heading = `Ste\u200Beping \u001B[2J\u00AD e\u0301 [a](b) <b> ~~x~~ {#id} ${'w'.repeat(2000)}`;
    commit(odd, '2025-09-03', `# ${heading}\n\nFour minutes.\n\n# \u200B\n\nFive.\n`);
    const { content: own, run } = makeContent('odd-content', before);
    const { status, stdout } = run('--write', '--from', `${ADDRESS}=${odd}`);
    expect(status).toBe(0);
    expect(stdout).toContain('“Steeping [2J é [a](b) <b> ~~x~~ {#id} www');
    const { sources } = loadComparison({ directory: own, today: '2026-11-29' });
    expect(sources.flatMap(({ changed: found }) => found?.headings.length ?? [])).toEqual([1]);
  });

  it('asks anew where what it kept is not whole', () => {
    const { run } = makeContent('cut-off', read);
    const from = ['--json', '--from', `${ADDRESS}=${repository}`] as const;
    const whole = run(...from).stdout;
    const cache = join(base, 'cut-off-cache');
    const kept = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('answer.json'),
    );
    expect(kept).toHaveLength(1);
    for (const rest of ['{"question', 'null', '']) {
      for (const name of kept) writeFileSync(join(cache, name), rest);
      expect(run(...from)).toMatchObject({ status: 0, stdout: whole });
    }
  });

  it('knows no repository that no source names, even to ask it elsewhere', () => {
    const strange = watch('--from', `https://git.example/other=${repository}`);
    expect([strange.status, strange.stderr]).toEqual([
      2,
      'No source lies in “https://git.example/other”, which --from names.\n',
    ]);
    const { status, stderr } = watch('--repository', 'https://git.example/other');
    expect([status, stderr]).toEqual([1, 'No source lies in “https://git.example/other”.\n']);
  });
});

describe('a repository that has stopped', () => {
  it('is told of with its day and what rests on it, though nothing in it has changed', () => {
    const old = join(base, 'old');
    const only = commit(old, '2019-05-06', '# Steeping\n\nThree minutes.\n');
    const { content: stale, run } = makeContent('stopped', only);
    edit(join(stale, 'sources/common.yaml'), '2025-06-12', '2019-05-06');
    const from = ['--from', `${ADDRESS}=${old}`] as const;
    const { changes, stopped } = JSON.parse(run('--json', ...from).stdout) as {
      changes: unknown[];
      stopped: { sources: { rests: { ratings: unknown[] } }[] }[];
    };
    expect(changes).toEqual([]);
    expect(stopped).toMatchObject([
      {
        repository: ADDRESS,
        branch: 'main',
        since: '2019-05-06',
        sources: [{ source: 'handbook' }],
      },
    ]);
    expect(stopped[0]?.sources[0]?.rests.ratings.length).toBeGreaterThan(1);
    expect(run(...from).stdout).toContain(
      `- ${ADDRESS} main has stopped since 6 May 2019\n  handbook\n`,
    );
  });
});

describe('a text that its publisher has taken away', () => {
  it('is told of until it has been read again in that knowledge', () => {
    const emptied = join(base, 'emptied');
    const last = commit(emptied, '2025-06-12', '# Steeping\n\nThree minutes.\n');
    commit(emptied, '2025-09-03', null);
    const { content: kept, run } = makeContent('taken-away', last);
    const states = (): unknown =>
      (
        JSON.parse(run('--json', '--again', '--from', `${ADDRESS}=${emptied}`).stdout) as {
          changes: { state: string; since: string }[];
        }
      ).changes.map(({ state, since }) => [state, since]);
    expect(states()).toEqual([['gone', '2025-09-03']]);
    const source = join(kept, 'sources/common.yaml');
    edit(source, 'committed: 2025-06-12', 'committed: 2025-06-12\n    removed: 2025-10-01');
    expect(states()).toEqual([]);
  });
});

describe('releases', () => {
  const LEAVES = 'https://git.example/leaves';

  it('are proposed from tags, and written into their option and nowhere else', () => {
    const leaves = join(base, 'leaves');
    const { content: own, run } = makeContent('releases', read);
    const option = join(own, 'options/green-tea.mdx');
    edit(
      option,
      '  latest: { version: first flush, checked: 2025-07-01, sources: [handbook] }\n',
      [
        '  latest:',
        '    version: v1.9.0 # as on the packet',
        '    date: 2025-05-01',
        '    checked: 2025-07-01',
        '    sources: [handbook]',
        `    tags: { repository: ${LEAVES}, pattern: 'v\\d+\\.\\d+\\.\\d+' }`,
        '',
      ].join('\n'),
    );
    const tag = (day: string, ...args: string[]): void => {
      commit(leaves, day, day);
      git(leaves, day, 'tag', ...args);
    };
    tag('2025-05-01', 'v1.9.0');
    tag('2025-08-02', '--annotate', '--message', 'Ten', 'v1.10.0');
    tag('2025-08-20', 'v1.11.0-rc.1');
    tag('2025-08-30', 'second-flush');
    tag('2025-09-01', 'v1.8.7');
    const before = readFileSync(option, 'utf8');
    const others = contentOf(own, option);

    const ask = ['--from', `${LEAVES}=${leaves}`, '--from', `${ADDRESS}=${repository}`] as const;
    const { releases } = JSON.parse(run('--json', ...ask).stdout) as { releases: unknown };
    expect(releases).toEqual([{ option: 'green-tea', version: 'v1.10.0', date: '2025-08-02' }]);
    expect(readFileSync(option, 'utf8')).toBe(before);

    expect(run('--write', '--repository', LEAVES, ...ask).stdout).toContain(
      '## Newer releases\n\n- green-tea: v1.10.0, 2025-08-02\n',
    );
    const after = before
      .replace('v1.9.0', 'v1.10.0')
      .replace('date: 2025-05-01', 'date: 2025-08-02');
    expect(readFileSync(option, 'utf8')).toBe(after);
    expect(contentOf(own, option)).toEqual(others);
    expect(loadComparison({ directory: own, today: '2026-11-29' }).options).not.toHaveLength(0);

    expect(run('--write', '--repository', LEAVES, ...ask).stdout).not.toContain('Newer releases');
    expect(readFileSync(option, 'utf8')).toBe(after);
  });

  /** Every file of a content folder but one and what the command keeps, with its text. */
  const contentOf = (folder: string, but: string): readonly (readonly [string, string])[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'watch.yaml')
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => file !== but)
      .toSorted()
      .map((file) => [file, readFileSync(file, 'latin1')]);
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
