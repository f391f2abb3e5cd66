/**
 * `npm test`: every check there is, one after the other, with what each took and the total at the end.
 * Each step runs even if one before it failed, unless it needs what that one builds. With names of
 * parts, only these run, and what they need is built first.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIREFOX, skippedLine, WEBKIT } from '../tests/browsers/installed.ts';
import { SITES, type Site } from '../tests/sites.ts';
import { CommandError, MISUSED, runCommand } from './lib/command.ts';

interface Tally {
  passed: number;
  failed: number;
}

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const total: Tally = { passed: 0, failed: 0 };

/** What each step took, in milliseconds, in the order in which they ran. */
const spent: { name: string; time: number }[] = [];

/** Runs a program under a heading, and keeps the time that it takes; returns whether it went well. */
function run(
  name: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): boolean {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  spent.push({ name, time: performance.now() - begun });
  return status === 0;
}

/** A step that passes or fails as a whole and counts as one test. */
function step(
  name: string,
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): boolean {
  const passed = run(name, command, args, env);
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) console.error(`${name}: failed`);
  return passed;
}

/** A test runner that writes its counts to a file; a run that leaves none counts as one failure. */
function suite(
  name: string,
  command: string,
  args: readonly string[],
  report: string,
  count: (report: unknown) => Tally,
): void {
  rmSync(report, { force: true });
  const passed = run(name, command, args);
  const tally = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1 };
  // A runner may fail for a reason that is no test’s, such as an error while collecting them.
  if (!passed && tally.failed === 0) tally.failed = 1;
  total.passed += tally.passed;
  total.failed += tally.failed;
}

function vitest(project: string): void {
  const report = join(cache, `vitest-${project}.json`);
  suite(
    `${project} tests`,
    bin('vitest'),
    [
      'run',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
    (data) => {
      const { numPassedTests, numFailedTests } = data as Record<string, number>;
      return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 1 };
    },
  );
}

function browser(): void {
  const report = join(cache, 'e2e.json');
  suite('tests in the browser', bin('playwright'), ['test'], report, (data) => {
    const { stats } = data as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

/** Firefox and WebKit, where they are found. */
function otherBrowsers(): void {
  if (FIREFOX.path !== undefined || WEBKIT.path !== undefined) vitest('browsers');
  const skipped = skippedLine();
  if (skipped !== undefined) console.log(`\n${skipped}`);
}

/** Builds what the tests of pages look at; returns whether all of it is there. */
function sites(): boolean {
  const output = (site: Site): NodeJS.ProcessEnv => ({
    CONTENT_DIR: site.contentDirectory,
    OUT_DIR: site.directory,
    BASE_PATH: site.basePath,
  });
  const make = (what: 'build' | 'bundle', site: Site): boolean =>
    step(
      `${what} of ${site.name}`,
      process.execPath,
      [`scripts/${what}.ts`, '--silent'],
      output(site),
    );
  const built = SITES.map((site) => make('build', site));
  const bundled = SITES.slice(0, 1).map((site) => make('bundle', site));
  return [...built, ...bundled].every(Boolean);
}

/** The parts that can be run alone, in the order in which all of them run. */
const PARTS = {
  types: () => {
    step('types of the decision core', bin('tsc'), ['-p', 'tsconfig.pure.json']);
    step('types of the service worker', bin('tsc'), ['-p', 'src/service-worker']);
    step('types', bin('astro'), ['check']);
  },
  lint: () => {
    step('lint', bin('eslint'), ['.']);
    step('format', bin('prettier'), ['--check', '--log-level=warn', '.']);
  },
  unit: () => {
    vitest('unit');
  },
  content: () => {
    vitest('content');
  },
  sound: () => {
    vitest('sound');
  },
  site: () => {
    vitest('site');
  },
  e2e: browser,
  browsers: otherBrowsers,
} as const satisfies Readonly<Record<string, () => void>>;

type Part = keyof typeof PARTS;

const NAMES = Object.keys(PARTS) as readonly Part[];
const OF_BUILT_SITES: readonly Part[] = ['site', 'e2e', 'browsers'];

/** What each step took and which share of the whole that is. */
function shares(): string {
  const whole = spent.reduce((sum, { time }) => sum + time, 0);
  const width = Math.max(...spent.map(({ name }) => name.length));
  return spent
    .map(({ name, time }) => {
      const seconds = `${(time / 1000).toFixed(0)} s`.padStart(7);
      return `${name.padEnd(width)}${seconds}${`${((time / whole) * 100).toFixed(0)} %`.padStart(7)}`;
    })
    .join('\n');
}

function main(_: object, asked: readonly string[]): number {
  const unknown = asked.find((name) => !NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new CommandError(
      `There is no part “${unknown}”. The parts are: ${NAMES.join(', ')}.`,
      MISUSED,
    );
  }
  const parts = asked.length === 0 ? NAMES : NAMES.filter((name) => asked.includes(name));
  mkdirSync(cache, { recursive: true });
  for (const part of parts.filter((name) => !OF_BUILT_SITES.includes(name))) PARTS[part]();
  const ofBuilt = parts.filter((name) => OF_BUILT_SITES.includes(name));
  if (ofBuilt.length > 0 && sites()) for (const part of ofBuilt) PARTS[part]();

  console.log(`\n${shares()}`);
  console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed > 0 ? 1 : 0;
}

await runCommand({
  usage: 'npm test [-- PART …]',
  options: {},
  positionals: [0, Infinity],
  settings: ['TEST_PORT', 'FUZZ', 'MUTATIONS', 'FIRST_MUTATION', 'BROWSER_PATH'],
  main,
});
