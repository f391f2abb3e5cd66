/** A build that is wrongly asked for, fails, is stopped or is one too many leaves all that there was. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARKER } from '../../../scripts/lib/output.ts';

const root = resolve(import.meta.dirname, '../../..');
const fixtures = join(root, 'tests/fixtures');
let work = '';

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'edgewise-build-'));
  cpSync(join(fixtures, 'sound'), join(work, 'content'), { recursive: true });
  cpSync(join(fixtures, 'sound'), join(work, 'dist'), { recursive: true });
  writeFileSync(join(work, 'dist/index.html'), 'the last good one');
  writeFileSync(join(work, 'dist', MARKER), '');
});

afterEach(() => {
  rmSync(work, { recursive: true });
});

const settings = (env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  CONTENT_DIR: join(work, 'content'),
  OUT_DIR: join(work, 'dist'),
  ...env,
});

/** Runs a command of this project to its end. */
function run(
  [script = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { status: number | null; stderr: string; stdout: string } {
  return spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: settings(env),
    timeout: 60_000,
  });
}

const everything = (): string[] =>
  readdirSync(work, { recursive: true, encoding: 'utf8' }).toSorted();

const breakContent = (): void => {
  cpSync(join(fixtures, 'broken/value-off-scale/options'), join(work, 'content/options'), {
    recursive: true,
  });
};

it('a build of broken content tells what is wrong, fails, and touches nothing', () => {
  breakContent();
  const before = everything();
  const { status, stderr } = run(['build']);
  expect(status).toBe(1);
  expect(stderr).toContain('This is not a value of the scale of “Light”.');
  expect(stderr).toContain('1 fault in 1 file.');
  expect(everything()).toEqual(before);
  expect(readFileSync(join(work, 'dist/index.html'), 'utf8')).toBe('the last good one');
});

describe('every command that reads content tells its faults, without a stack trace', () => {
  it.each([
    [['check']],
    [['links']],
    [['release', '--check']],
    [['recommend', 'v=1']],
    [['new-option', 'lantern']],
    [['editor-schemas', '--check']],
    [['bundle']],
    [['start']],
    [['test']],
  ])('%j', (command) => {
    breakContent();
    const { status, stderr } = run(command, { PORT: '0' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\S+candle\.mdx:\d+:\d+ {2}/);
    expect(stderr).toMatch(/\n1 fault in 1 file\.\n$/);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('what is wrongly asked for is told in one line, and nothing is done', () => {
  it.each([
    [['build'], { OUT_DIR: '.' }],
    [['build'], { OUT_DIR: 'src' }],
    [['bundle'], { OUT_DIR: 'content/dist' }],
    [['build'], { OUT_DIR: '/proc/nowhere/dist' }],
    [['build'], { BASE_PATH: '/a b/' }],
    [['build'], { SOURCE_DATE_EPOCH: 'abc' }],
    [['build'], { SITE_URL: 'example' }],
    [['start'], { PORT: 'abc' }],
    [['start'], { PORT: '70000' }],
    [['check', '--fix'], {}],
    [['build', '--slient'], {}],
    [['links', '--chek'], {}],
    [['recommend', '--jsn'], {}],
    [['release', 'now'], {}],
    [['test', 'units'], {}],
    [['bench', 'speed'], {}],
    [['fuzz'], { FUZZ: 'many' }],
    [['new-option', 'a-vs-b'], {}],
  ])('%j %j', (command, env) => {
    const before = everything();
    const { status, stderr, stdout } = run(command, env);
    expect({ stdout, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', lines: 1 });
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBeGreaterThan(0);
    expect(everything()).toEqual(before);
  });

  it('a port that is taken, before anything is built', async () => {
    const { createServer } = await import('node:http');
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const child = spawn(process.execPath, ['scripts/start.ts'], {
      cwd: root,
      env: settings({ PORT: port }),
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    server.close();
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^Port ${port} is taken\\. Choose another: PORT=\\d+ npm start\\n$`),
    );
  });
});

describe('a build that is under way', () => {
  /** Begins a build, and waits until its workshop is there. */
  const begin = async (): Promise<ReturnType<typeof spawn>> => {
    const child = spawn(process.execPath, ['scripts/build.ts', '--silent'], {
      cwd: tree(),
      env: settings(),
      stdio: 'ignore',
    });
    while (!existsSync(join(work, '.building-dist/process'))) {
      if (child.exitCode !== null) throw new Error('The build has ended already.');
      await sleep(20);
    }
    return child;
  };

  /** A checkout of its own, so that builds elsewhere are not in the way. */
  const tree = (): string => {
    const folder = join(work, 'tree');
    if (existsSync(folder)) return folder;
    mkdirSync(folder);
    for (const part of [
      'scripts',
      'src',
      'public',
      'astro.config.mjs',
      'package.json',
      'tsconfig.json',
    ]) {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  };
  const shown = (): string[] => readdirSync(work).toSorted();

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing behind at %s',
    async (signal) => {
      tree();
      const before = shown();
      const child = await begin();
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).toBeGreaterThan(128);
      expect(shown()).toEqual(before);
      expect(readFileSync(join(work, 'dist/index.html'), 'utf8')).toBe('the last good one');
    },
  );

  it('is not disturbed by a second one, which says so', async () => {
    const child = await begin();
    const second = run(['build', '--silent']);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(/^.*dist is being built already, by process \d+\. .*\n$/);
  });

  it('and is killed is swept by the next, which gives back what it had moved aside', () => {
    breakContent();
    const workshop = join(work, '.building-dist');
    // No process has this number: it is beyond what systems give.
    mkdirSync(workshop);
    writeFileSync(join(workshop, 'process'), '99999999');
    cpSync(join(work, 'dist'), join(workshop, 'before'), { recursive: true });
    rmSync(join(work, 'dist'), { recursive: true });
    mkdirSync(join(work, '.building-other.zip-abc'));
    writeFileSync(join(work, '.building-other.zip-abc/process'), '99999999');
    // A folder of that name that says nothing of a process is somebody’s.
    mkdirSync(join(work, '.building-site'));
    rmSync(join(work, 'content'), { recursive: true });
    cpSync(join(fixtures, 'sound'), join(work, 'content'), { recursive: true });
    spawnSync(process.execPath, ['-e', sweepOnly()], { cwd: root, env: settings() });
    expect(shown()).toEqual(['.building-site', 'content', 'dist']);
    expect(readFileSync(join(work, 'dist/index.html'), 'utf8')).toBe('the last good one');
  });

  /** Opens a workshop and closes it again. */
  const sweepOnly = (): string =>
    `import('${join(root, 'scripts/lib/workshop.ts')}').then(({ inWorkshop }) =>
      inWorkshop('${join(work, 'dist')}', () => Promise.resolve()));`;
});
