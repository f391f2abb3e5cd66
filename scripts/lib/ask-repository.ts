/**
 * Asks one Git repository what has become of the files that were read, with as little transferred as
 * there can be: one `ls-remote`; where the branch has moved on, commits and trees without any text; and
 * of the files that changed, the two texts of each.
 */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { headingsOf } from './changed-headings.ts';
import { makeFolder } from './output.ts';

const run = promisify(execFile);

/** A copy of a file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly commit: string;
  /** Undefined for the branch that the repository names first. */
  readonly branch?: string | undefined;
  /** The day of the commit, where it is known. */
  readonly committed?: string | undefined;
}

/** What has become of a file since it was read. */
export type FileNews =
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'changed' | 'moved' | 'gone';
      /** The day of the first commit after the one that was read that touched it; null where it is not known. */
      readonly since: string | null;
      /** Lines that came or went; null where the texts could not be compared. */
      readonly lines: number | null;
      /** The headings above the changes, in the order of the text. */
      readonly headings: readonly string[];
      /** Where it lies now. */
      readonly to?: string;
    };

export interface RepositoryAnswer {
  /** In the order of the files that were asked about. */
  readonly files: readonly FileNews[];
  /** Of each file, in the same order, the day of the newest commit of its branch; null where it is not known. */
  readonly lastCommits: readonly (string | null)[];
  /** The tags of the repository, where they were asked for. */
  readonly tags: ReadonlyMap<string, string>;
}

export interface AskOptions {
  /** Where the repository is to be asked: its address, or a folder on this machine. */
  readonly address: string;
  readonly files: readonly ReadFile[];
  readonly tags: boolean;
  /** A folder for what is transferred; what it holds already is not transferred again. */
  readonly folder: string;
  /** When to give up, in milliseconds since the epoch. */
  readonly until: number;
}

/** Why a repository could not be asked, in a line. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/**
 * What has become of the files.
 *
 * @throws {Unreachable} if the repository does not answer
 */
export async function askRepository(options: AskOptions): Promise<RepositoryAnswer> {
  const git = gitFor(options);
  const listed = await git(
    'ls-remote',
    options.address,
    'HEAD',
    'refs/heads/*',
    ...(options.tags ? ['refs/tags/*'] : []),
  ).catch((error: unknown) => {
    throw new Unreachable(firstLine(error));
  });
  const refs = new Map(
    listed
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [id = '', name = ''] = line.split('\t');
        return [name, id];
      }),
  );
  const tags = new Map(
    [...refs]
      .filter(([name]) => name.startsWith('refs/tags/') && !name.endsWith('^{}'))
      // An annotated tag is listed a second time, with the commit that it is of.
      .map(([name, id]) => [name.slice('refs/tags/'.length), refs.get(`${name}^{}`) ?? id]),
  );
  const tipOf = (branch: string | undefined): string | undefined =>
    branch === undefined ? refs.get('HEAD') : refs.get(`refs/heads/${branch}`);
  const asked = options.files.map((file) => ({ ...file, tip: tipOf(file.branch) }));
  const movedOn = asked.filter(({ commit, tip }) => tip !== undefined && tip !== commit);
  if (movedOn.length > 0) await prepare(git, options);

  const news = new Map<(typeof asked)[number], FileNews>();
  // Where the branch ends at a commit that was read, its day is told without asking for it.
  const days = new Map(asked.map(({ commit, committed }) => [commit, committed ?? null]));
  for (const tip of new Set(movedOn.map((file) => file.tip ?? ''))) {
    const of = movedOn.filter((file) => file.tip === tip);
    for (const [file, found] of await compareWithTip(git, tip, of)) news.set(file, found);
    // Not `show`, which would have a text transferred.
    days.set(tip, (await git('log', '-1', '--format=%cs', tip)).trim());
  }
  return {
    files: asked.map((file): FileNews => {
      // A branch that is no more takes its files along.
      if (file.tip === undefined) return { state: 'gone', since: null, lines: null, headings: [] };
      return news.get(file) ?? { state: 'unchanged' };
    }),
    lastCommits: asked.map(({ tip = '' }) => days.get(tip) ?? null),
    tags,
  };
}

/** The day of a commit of a repository; null where the server refuses it. */
export async function dayOfCommit(options: AskOptions, commit: string): Promise<string | null> {
  const git = gitFor(options);
  try {
    await prepare(git, options);
    await git('fetch', '--quiet', '--no-tags', '--depth=1', '--filter=tree:0', 'origin', commit);
    return (await git('show', '-s', '--format=%cs', commit)).trim();
  } catch {
    return null;
  }
}

type Git = (...args: readonly string[]) => Promise<string>;

/** How long a single step may take. */
const STEP_MS = 180_000;
const LONGEST_ANSWER = 256 * 1024 * 1024;

/** Runs git in the folder of a repository, within its time, and never asks anybody for a password. */
function gitFor({ folder, address, until }: AskOptions): Git {
  makeFolder(folder);
  // A repository on this machine serves what hosts of public ones do.
  const serving = isLocal(address)
    ? [
        '-c',
        'protocol.file.allow=always',
        '-c',
        'remote.origin.uploadpack=git -c uploadpack.allowFilter=true -c uploadpack.allowAnySHA1InWant=true upload-pack',
      ]
    : [];
  return async (...args) => {
    const left = Math.min(STEP_MS, until - Date.now());
    if (left <= 0) throw new Unreachable('The time was up.');
    const { stdout } = await run(
      'git',
      [
        '-c',
        'gc.auto=0',
        '-c',
        'http.lowSpeedLimit=1000',
        '-c',
        'http.lowSpeedTime=30',
        ...serving,
        ...args,
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: left,
        maxBuffer: LONGEST_ANSWER,
        env: {
          ...process.env,
          GIT_DIR: folder,
          GIT_TERMINAL_PROMPT: '0',
          GIT_CONFIG_GLOBAL: '/dev/null',
          // Brackets and stars in the path of a file are a part of its name.
          GIT_LITERAL_PATHSPECS: '1',
          LC_ALL: 'C',
        },
      },
    );
    return stdout;
  };
}

const isLocal = (address: string): boolean => address.startsWith('file://');

/** Makes the folder a repository that leaves texts with the other side until they are asked for. */
async function prepare(git: Git, { address }: AskOptions): Promise<void> {
  await git('init', '--quiet', '--bare');
  await git('config', 'remote.origin.url', address);
  await git('config', 'remote.origin.promisor', 'true');
  await git('config', 'remote.origin.partialclonefilter', 'blob:none');
}

const UNKNOWN = { state: 'changed', since: null, lines: null, headings: [] } as const;

async function compareWithTip<F extends ReadFile>(
  git: Git,
  tip: string,
  files: readonly F[],
): Promise<readonly (readonly [F, FileNews])[]> {
  const fetch = (...args: readonly string[]): Promise<string> =>
    git('fetch', '--quiet', '--no-tags', '--filter=blob:none', ...args);
  try {
    await fetch('--depth=1', 'origin', tip);
  } catch (error) {
    throw new Unreachable(firstLine(error));
  }
  const now = await listTree(git, tip);
  const answers: (readonly [F, FileNews])[] = [];
  const compared: { file: F; before: string; after: string; to?: string }[] = [];
  for (const commit of new Set(files.map((file) => file.commit))) {
    const of = files.filter((file) => file.commit === commit);
    try {
      await fetch('--depth=1', 'origin', commit);
    } catch {
      // Some servers give no commit that no branch reaches any more; what is not there any more is told.
      for (const file of of) {
        const gone = !now.has(file.path);
        answers.push([file, gone ? { ...UNKNOWN, state: 'gone' } : UNKNOWN]);
      }
      continue;
    }
    const then = await listTree(git, commit);
    for (const file of of) {
      const before = then.get(file.path);
      const after = now.get(file.path);
      if (before === undefined) {
        answers.push([file, after === undefined ? { ...UNKNOWN, state: 'gone' } : UNKNOWN]);
      } else if (after === before) {
        answers.push([file, { state: 'unchanged' }]);
      } else {
        const to = after === undefined ? newPlace(file.path, before, then, now) : undefined;
        const place = after ?? (to === undefined ? undefined : now.get(to));
        compared.push({ file, before, after: place ?? '', ...(to === undefined ? {} : { to }) });
      }
    }
  }
  if (compared.length === 0) return answers;

  // The texts in one go; folders that stand for a source have none.
  const texts = compared.flatMap(({ before, after }) =>
    after === '' || after === before ? [] : [before, after],
  );
  const blobs = [...new Set(texts)].filter((id) => !id.startsWith('tree:'));
  if (blobs.length > 0) {
    await git('fetch', '--quiet', '--no-tags', '--filter=blob:none', 'origin', ...blobs).catch(
      () => '',
    );
  }
  const days = await sinceDays(
    git,
    tip,
    compared.map(({ file }) => file),
  );
  for (const [i, { file, before, after, to }] of compared.entries()) {
    const since = days[i] ?? null;
    if (after === '') {
      answers.push([file, { state: 'gone', since, lines: null, headings: [] }]);
      continue;
    }
    const change = await changeBetween(git, before, after);
    answers.push([
      file,
      {
        state: to === undefined ? 'changed' : 'moved',
        since,
        ...change,
        ...(to === undefined ? {} : { to }),
      },
    ]);
  }
  return answers;
}

/** Every file and folder of a commit, with the id of what it holds. */
async function listTree(git: Git, commit: string): Promise<ReadonlyMap<string, string>> {
  const listed = await git('ls-tree', '-r', '-t', '-z', commit);
  return new Map(
    listed
      .split('\0')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const tab = line.indexOf('\t');
        const [, type, id = ''] = line.slice(0, tab).split(' ');
        return [line.slice(tab + 1), type === 'tree' ? `tree:${id}` : id];
      }),
  );
}

/** Where a file that left its place lies now: the same text elsewhere, else the one new file of its name. */
function newPlace(
  path: string,
  id: string,
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string | undefined {
  const appeared = [...now.keys()].filter((other) => !then.has(other));
  const same = appeared.find((other) => now.get(other) === id);
  if (same !== undefined) return same;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = appeared.filter((other) => other.endsWith(`/${name}`) || other === name);
  return named.length === 1 ? named[0] : undefined;
}

/**
 * For each file the day of the first commit that touched it after it was read; null where the server
 * refuses the history, or the history was written anew.
 */
async function sinceDays(
  git: Git,
  tip: string,
  files: readonly ReadFile[],
): Promise<(string | null)[]> {
  try {
    const stamps = await Promise.all(
      [...new Set(files.map(({ commit }) => commit))].map(async (commit) =>
        Number(await git('show', '-s', '--format=%ct', commit)),
      ),
    );
    // A day earlier, since clocks of committers differ.
    const from = Math.min(...stamps) - 24 * 60 * 60;
    await git(
      'fetch',
      '--quiet',
      '--no-tags',
      '--filter=blob:none',
      `--shallow-since=${String(from)}`,
      'origin',
      tip,
    );
  } catch {
    return files.map(() => null);
  }
  return Promise.all(
    files.map(async ({ commit, path }) => {
      try {
        await git('merge-base', '--is-ancestor', commit, tip);
        // By the branch itself: what was written before and merged later changed it when it was merged.
        const log = await git(
          'log',
          '--format=%cs',
          '--first-parent',
          `${commit}..${tip}`,
          '--',
          path,
        );
        const first = log.trim().split('\n').at(-1) ?? '';
        return first === '' ? null : first;
      } catch {
        return null;
      }
    }),
  );
}

async function changeBetween(
  git: Git,
  before: string,
  after: string,
): Promise<{ lines: number | null; headings: readonly string[] }> {
  if (before === after) return { lines: 0, headings: [] };
  if (before.startsWith('tree:') || after.startsWith('tree:')) return { lines: null, headings: [] };
  try {
    const [diff, text] = await Promise.all([
      git('diff', '--unified=0', '--no-color', '--no-ext-diff', before, after),
      git('cat-file', 'blob', after),
    ]);
    const hunks = [...diff.matchAll(/^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map(
      ([, gone = '1', at = '0', came = '1']) => ({
        gone: Number(gone),
        at: Number(at),
        came: Number(came),
      }),
    );
    return {
      lines: hunks.reduce((n, { gone, came }) => n + gone + came, 0),
      headings: headingsOf(text, hunks),
    };
  } catch {
    return { lines: null, headings: [] };
  }
}

const firstLine = (error: unknown): string => {
  const text =
    error instanceof Error &&
    'stderr' in error &&
    typeof error.stderr === 'string' &&
    error.stderr !== ''
      ? error.stderr
      : String(error instanceof Error ? error.message : error);
  return text.trim().split('\n').at(-1) ?? '';
};
