/** Against real repositories, made here: what the command sees, and how little it transfers. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askRepository,
  dayOfCommit,
  Unreachable,
  type AskOptions,
  type ReadFile,
} from '../../../../scripts/lib/ask-repository.ts';

const base = mkdtempSync(join(tmpdir(), 'edgewise-watch-'));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

/** A repository that commits on the days that it is told. */
function makeRepository(name: string): {
  readonly address: string;
  readonly path: string;
  readonly git: (...args: string[]) => string;
  readonly put: (file: string, text: string) => void;
  readonly commit: (day: string) => string;
} {
  const path = join(base, name);
  mkdirSync(path);
  let stamp = '';
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: path,
      encoding: 'utf8',
      stdio: 'pipe',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.org',
        ...(stamp === '' ? {} : { GIT_AUTHOR_DATE: stamp, GIT_COMMITTER_DATE: stamp }),
      },
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  return {
    address: pathToFileURL(path).href,
    path,
    git,
    put: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    commit: (day) => {
      stamp = `${day}T12:00:00Z`;
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', day);
      return git('rev-parse', 'HEAD');
    },
  };
}

let asked = 0;
const askOf = (address: string, files: readonly ReadFile[], tags = false): AskOptions => ({
  address,
  files,
  tags,
  folder: join(base, `asked-${String(asked++)}`),
  until: Date.now() + 60_000,
});

/** How many texts, and how many objects of all kinds, lie in the folder of what was transferred. */
function transferred({ folder }: AskOptions): { blobs: number; all: number } {
  if (!existsSync(join(folder, 'HEAD'))) return { blobs: 0, all: 0 };
  const listed = execFileSync(
    'git',
    ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)', '--unordered'],
    { encoding: 'utf8', env: { ...process.env, GIT_DIR: folder } },
  );
  const types = listed.trim().split('\n');
  return { blobs: types.filter((type) => type === 'blob').length, all: types.length };
}

const PAGE = '# Page\n\nOne.\n\n## Memory\n\n2 GB.\n\n## Disk\n\n10 GB.\n';

describe('a repository that has moved on', () => {
  const repo = makeRepository('moved-on');
  let read = '';
  beforeAll(() => {
    repo.put('docs/page.md', PAGE);
    repo.put('docs/same.md', 'The same.\n');
    repo.put('docs/renamed.md', 'A text that goes elsewhere.\n');
    repo.put('docs/rewritten.md', 'A text that goes elsewhere and changes.\n');
    repo.put('docs/removed.md', 'A text that goes.\n');
    read = repo.commit('2026-03-01');
    repo.put('docs/page.md', PAGE.replace('2 GB', '4 GB'));
    repo.commit('2026-04-02');
    repo.put('docs/page.md', PAGE.replace('2 GB', '4 GB').replace('10 GB.', '20 GB.\n\nOr more.'));
    repo.commit('2026-05-03');
    mkdirSync(join(repo.path, 'guide'));
    renameSync(join(repo.path, 'docs/renamed.md'), join(repo.path, 'guide/other-name.md'));
    rmSync(join(repo.path, 'docs/rewritten.md'));
    repo.put('guide/rewritten.md', 'Another text.\n');
    rmSync(join(repo.path, 'docs/removed.md'));
    repo.commit('2026-06-04');
  });
  const file = (path: string): ReadFile => ({ path, commit: read, branch: 'main' });

  it('is told of file by file', async () => {
    const ask = askOf(
      repo.address,
      ['page', 'same', 'renamed', 'rewritten', 'removed'].map((name) => file(`docs/${name}.md`)),
    );
    const { files } = await askRepository(ask);
    expect(files).toEqual([
      { state: 'changed', since: '2026-04-02', lines: 6, headings: ['Memory', 'Disk'] },
      { state: 'unchanged' },
      { state: 'moved', since: '2026-06-04', lines: 0, headings: [], to: 'guide/other-name.md' },
      { state: 'moved', since: '2026-06-04', lines: 2, headings: [], to: 'guide/rewritten.md' },
      { state: 'gone', since: '2026-06-04', lines: null, headings: [] },
    ]);
    // Two texts of each file whose text is another one now.
    expect(transferred(ask).blobs).toBe(4);
  });

  it('is followed on the branch that it names first where no other is given', async () => {
    const ask = askOf(repo.address, [{ path: 'docs/same.md', commit: read }]);
    expect((await askRepository(ask)).files).toEqual([{ state: 'unchanged' }]);
    expect(transferred(ask).blobs).toBe(0);
  });

  it('has lost what lay on a branch that is no more', async () => {
    const ask = askOf(repo.address, [{ path: 'docs/same.md', commit: read, branch: 'next' }]);
    expect((await askRepository(ask)).files).toMatchObject([{ state: 'gone' }]);
  });

  it('tells of each file the day of the newest commit of its branch', async () => {
    repo.git('branch', '--force', 'kept', read);
    const onKept = { path: 'docs/same.md', commit: read, branch: 'kept', committed: '2026-03-01' };
    const ask = askOf(repo.address, [
      file('docs/same.md'),
      { path: 'docs/same.md', commit: read },
      onKept,
      { ...onKept, branch: 'next' },
    ]);
    expect((await askRepository(ask)).lastCommits).toEqual([
      '2026-06-04',
      '2026-06-04',
      '2026-03-01',
      null,
    ]);
  });
});

describe('a change that was written before the reading and merged after it', () => {
  it('is told of with the day of the merge', async () => {
    const repo = makeRepository('merged');
    repo.put('page.md', PAGE);
    repo.commit('2026-03-01');
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.put('page.md', PAGE.replace('2 GB', '4 GB'));
    repo.commit('2026-03-10');
    repo.git('checkout', '--quiet', 'main');
    repo.put('other.md', 'Another.\n');
    const read = repo.commit('2026-03-10');
    repo.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    repo.commit('2026-04-05');
    const { files } = await askRepository(askOf(repo.address, [{ path: 'page.md', commit: read }]));
    expect(files).toMatchObject([{ state: 'changed', since: '2026-04-05', lines: 2 }]);
  });
});

describe('a repository that has not moved on', () => {
  it('is asked for its branches and for nothing else', async () => {
    const repo = makeRepository('still');
    repo.put('page.md', PAGE);
    const commit = repo.commit('2026-03-01');
    const ask = askOf(repo.address, [{ path: 'page.md', commit, branch: 'main' }]);
    const { files, lastCommits } = await askRepository(ask);
    expect(files).toEqual([{ state: 'unchanged' }]);
    expect(lastCommits).toEqual([null]);
    expect(transferred(ask)).toEqual({ blobs: 0, all: 0 });
  });
});

describe('a branch whose history was written anew', () => {
  const forced = (name: string): { repo: ReturnType<typeof makeRepository>; read: string } => {
    const repo = makeRepository(name);
    repo.put('page.md', PAGE);
    const read = repo.commit('2026-03-01');
    repo.git('checkout', '--quiet', '--orphan', 'anew');
    repo.put('page.md', PAGE.replace('2 GB', '8 GB'));
    repo.commit('2026-04-01');
    repo.git('branch', '--move', '--force', 'main');
    return { repo, read };
  };

  it('is told of without a day, by the texts', async () => {
    const { repo, read } = forced('forced');
    const { files } = await askRepository(askOf(repo.address, [{ path: 'page.md', commit: read }]));
    expect(files).toEqual([{ state: 'changed', since: null, lines: 2, headings: ['Memory'] }]);
  });

  it('is told of without texts either where the commit is no more', async () => {
    const { repo, read } = forced('pruned');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    repo.git('gc', '--quiet', '--prune=now');
    const { files } = await askRepository(
      askOf(repo.address, [
        { path: 'page.md', commit: read },
        { path: 'other.md', commit: read },
      ]),
    );
    expect(files).toEqual([
      { state: 'changed', since: null, lines: null, headings: [] },
      { state: 'gone', since: null, lines: null, headings: [] },
    ]);
  });
});

describe('a repository of 10,000 files', () => {
  it('gives two texts for the one file that changed', async () => {
    const repo = makeRepository('large');
    // Written into the history without a working tree, which takes a tenth of the time.
    const names = Array.from(
      { length: 10_000 },
      (_, i) => `docs/${String(i % 100)}/${String(i)}.md`,
    );
    const stream = (changed: string): string =>
      names
        .map(
          (name) =>
            `M 100644 inline ${name}\ndata <<E\n${name === 'docs/7/7.md' ? changed : name}\nE\n`,
        )
        .join('');
    const commit = (day: number, files: string, from = ''): string =>
      `commit refs/heads/main\ncommitter A <a@example.org> ${String(day)} +0000\ndata <<E\nx\nE\n${from}${files}\n`;
    const day = Date.UTC(2026, 2, 1, 12) / 1000;
    execFileSync('git', ['fast-import', '--quiet'], {
      cwd: repo.path,
      input:
        commit(day, stream('# Seven\n\nOld.')) +
        commit(day + 86_400 * 31, 'M 100644 inline docs/7/7.md\ndata <<E\n# Seven\n\nNew.\nE\n'),
    });
    const read = repo.git('rev-parse', 'main~1');
    const ask = askOf(repo.address, [
      { path: 'docs/7/7.md', commit: read },
      { path: 'docs/8/8.md', commit: read },
    ]);
    const { files } = await askRepository(ask);
    expect(files).toEqual([
      { state: 'changed', since: '2026-04-01', lines: 2, headings: ['Seven'] },
      { state: 'unchanged' },
    ]);
    const { blobs, all } = transferred(ask);
    expect(blobs).toBe(2);
    // Beside them two commits and the folders: a hundred and their parents once, three anew.
    expect(all).toBe(2 + 2 + 102 + 3);
  });
});

describe('tags', () => {
  it('are listed with their commits, whether they have a message or not', async () => {
    const repo = makeRepository('tagged');
    const first = repo.commit('2026-03-01');
    repo.git('tag', 'v1.9.0');
    const second = repo.commit('2026-04-01');
    repo.git('tag', '--annotate', '--message', 'Ten', 'v1.10.0');
    const ask = askOf(repo.address, [], true);
    const { tags } = await askRepository(ask);
    expect([...tags]).toEqual([
      ['v1.10.0', second],
      ['v1.9.0', first],
    ]);
    expect(await dayOfCommit(ask, second)).toBe('2026-04-01');
    expect(await dayOfCommit(ask, '0'.repeat(40))).toBeNull();
  });
});

describe('a repository that is not there', () => {
  it('is out of reach, in one line', async () => {
    const ask = askOf(pathToFileURL(join(base, 'nowhere')).href, []);
    const error: unknown = await askRepository(ask).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).not.toContain('\n');
  });

  it('is given up once the time is up', async () => {
    const repo = makeRepository('late');
    const commit = repo.commit('2026-03-01');
    const ask = { ...askOf(repo.address, [{ path: 'a', commit }]), until: Date.now() - 1 };
    await expect(askRepository(ask)).rejects.toThrow('The time was up.');
  });
});
