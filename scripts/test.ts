/**
 * `npm test`: every check there is, one after the other, and the total at the end. Each step runs
 * even if one before it failed, unless it needs what that one builds.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIREFOX, skippedLine, WEBKIT } from '../tests/browsers/installed.ts';
import { SITES, type Site } from '../tests/sites.ts';

interface Tally {
  passed: number;
  failed: number;
}

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const total: Tally = { passed: 0, failed: 0 };

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  return result.status === 0;
}

/** A step that passes or fails as a whole and counts as one test. */
function step(
  name: string,
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): boolean {
  console.log(`\n── ${name}`);
  const passed = run(command, args, env);
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
  console.log(`\n── ${name}`);
  rmSync(report, { force: true });
  const passed = run(command, args);
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

mkdirSync(cache, { recursive: true });
step('types of the decision core', bin('tsc'), ['-p', 'tsconfig.pure.json']);
step('types of the service worker', bin('tsc'), ['-p', 'src/service-worker']);
step('types', bin('astro'), ['check']);
step('lint', bin('eslint'), ['.']);
step('format', bin('prettier'), ['--check', '--log-level=warn', '.']);
vitest('unit');
vitest('content');

const output = (site: Site): NodeJS.ProcessEnv => ({
  CONTENT_DIR: site.contentDirectory,
  OUT_DIR: site.directory,
  BASE_PATH: site.basePath,
});
const built = [
  ...SITES.map((site) =>
    step(`build of ${site.name}`, process.execPath, ['scripts/build.ts', '--silent'], output(site)),
  ),
  ...SITES.slice(0, 1).map((site) =>
    step(
      `bundle of ${site.name}`,
      process.execPath,
      ['scripts/bundle.ts', '--silent'],
      output(site),
    ),
  ),
].every(Boolean);

if (built) {
  vitest('site');
  const report = join(cache, 'e2e.json');
  suite('tests in the browser', bin('playwright'), ['test'], report, (data) => {
    const { stats } = data as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
  if (FIREFOX.path !== undefined || WEBKIT.path !== undefined) vitest('browsers');
  const skipped = skippedLine();
  if (skipped !== undefined) console.log(`\n${skipped}`);
}

console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
