/**
 * `npm test`: every check there is, with what each took and the total at the end. Types, the builds, and
 * the tests that read what was built run beside lint and the tests that need no built site; then those
 * in browsers, which use every core, one after the other. Each step runs even if one before it failed,
 * unless it needs what that one builds. With names of parts, only these run, and what they need is built
 * first.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIREFOX, skippedLine, WEBKIT } from '../tests/browsers/installed.ts';
import { IS_FOREIGN, LEFT_OUT } from '../tests/content-under-test.ts';
import { HAS_GIT, NEED_GIT } from '../tests/git.ts';
import { SITES, SMALL_SITE, type Site } from '../tests/sites.ts';
import { CommandError, loadContent, MISUSED, runCommand } from './lib/command.ts';
import { playwrightTally, vitestTally, type Tally } from './lib/test-reports.ts';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const total = { passed: 0, failed: 0 };

/** What is said again at the end. */
const told: string[] = [];

/** What each step took, in milliseconds, in the order in which they ran. */
const spent: { name: string; time: number }[] = [];

interface Step {
  readonly env?: NodeJS.ProcessEnv;
  /** Another step runs at the same time: what this one says comes in one piece, once it has ended. */
  readonly beside?: boolean;
}

/** Runs a program under a heading, and keeps the time that it takes; gives whether it went well. */
async function run(
  name: string,
  command: string,
  args: readonly string[],
  { env = {}, beside = false }: Step = {},
): Promise<boolean> {
  const heading = `\n── ${name}`;
  if (!beside) console.log(heading);
  const begun = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      // Tests start a hundred programs, which load the same modules.
      NODE_COMPILE_CACHE: join(cache, 'compiled'),
      ...env,
    },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => said.push(chunk));
  }
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      resolve(null);
    });
    child.once('close', resolve);
  });
  if (beside) console.log(`${heading}\n${Buffer.concat(said).toString()}`.trimEnd());
  spent.push({ name, time: performance.now() - begun });
  return status === 0;
}

/** A step that passes or fails as a whole and counts as one test. */
async function step(
  name: string,
  command: string,
  args: readonly string[],
  how?: Step,
): Promise<boolean> {
  const passed = await run(name, command, args, how);
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) {
    console.error(`${name}: failed`);
    told.push(`  ${name}`);
  }
  return passed;
}

/** A test runner that writes its counts to a file; a run that leaves none counts as one failure. */
async function suite(
  name: string,
  command: string,
  args: readonly string[],
  report: string,
  count: (report: unknown) => Tally,
  how?: Step,
): Promise<void> {
  rmSync(report, { force: true });
  const passed = await run(name, command, args, how);
  const tally = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : NO_REPORT;
  total.passed += tally.passed;
  // A runner may fail for a reason that is no test’s, such as an error while collecting them.
  total.failed += Math.max(tally.failed, passed ? 0 : 1);
  told.push(...tally.told);
  if (!passed && tally.failed === 0) told.push(`  ${name}: the runner itself failed`);
}

const NO_REPORT: Tally = { passed: 0, failed: 1, told: ['  a runner that left no report'] };

async function vitest(project: string, how?: Step): Promise<void> {
  const report = join(cache, `vitest-${project}.json`);
  await suite(
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
    vitestTally,
    how,
  );
}

async function browser(): Promise<void> {
  const report = join(cache, 'e2e.json');
  await suite('tests in the browser', bin('playwright'), ['test'], report, playwrightTally);
}

/** Firefox and WebKit, where they are found. */
async function otherBrowsers(): Promise<void> {
  if (FIREFOX.path !== undefined || WEBKIT.path !== undefined) await vitest('browsers');
  const skipped = skippedLine();
  if (skipped !== undefined) console.log(`\n${skipped}`);
}

const beside = { beside: true };

/** Builds what the tests of pages look at; returns whether all of it is there. */
async function sites(): Promise<boolean> {
  const output = (site: Site): NodeJS.ProcessEnv => ({
    CONTENT_DIR: site.contentDirectory,
    OUT_DIR: site.directory,
    BASE_PATH: site.basePath,
  });
  const make = (what: 'build' | 'bundle', site: Site): Promise<boolean> =>
    step(`${what} of ${site.name}`, process.execPath, [`scripts/${what}.ts`, '--silent'], {
      ...beside,
      env: output(site),
    });
  let made = true;
  for (const site of [...SITES, ...(IS_FOREIGN ? [] : [SMALL_SITE])]) {
    made = (await make('build', site)) && made;
  }
  for (const site of IS_FOREIGN ? [] : SITES.slice(0, 1)) {
    made = (await make('bundle', site)) && made;
  }
  return made;
}

/** The parts that can be run alone, in the order in which all of them run. */
const PARTS = {
  types: async () => {
    await step('types of the decision core', bin('tsc'), ['-p', 'tsconfig.pure.json'], beside);
    await step('types of the service worker', bin('tsc'), ['-p', 'src/service-worker'], beside);
    await step('types', bin('astro'), ['check'], beside);
  },
  lint: async () => {
    await step('lint', bin('eslint'), ['.'], beside);
    await step('format', bin('prettier'), ['--check', '--log-level=warn', '.'], beside);
  },
  content: () => vitest('content', beside),
  unit: () => vitest('unit', beside),
  commands: () => vitest('commands', beside),
  builds: () => vitest('builds', beside),
  site: () => vitest('site', beside),
  e2e: browser,
  browsers: otherBrowsers,
} as const satisfies Readonly<Record<string, () => Promise<void>>>;

type Part = keyof typeof PARTS;

const NAMES = Object.keys(PARTS) as readonly Part[];
/** What builds nothing, and so may run while the sites are built, from the same checkout. */
const BESIDE_BUILDS: readonly Part[] = ['lint', 'content', 'unit'];
const IN_BROWSERS: readonly Part[] = ['e2e', 'browsers'];
/** What says something of any comparison; all else tests the code, or names what stands in content/. */
const OF_ANY_CONTENT = ['content', 'site'] as const satisfies readonly Part[];
const OF_BUILT_SITES: readonly Part[] = ['site', 'builds', ...IN_BROWSERS];
const SOME_NEED_GIT: readonly Part[] = ['unit', 'commands'];

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

/** What is not tested of another comparison, and why. */
function leftOut(parts: readonly Part[]): string {
  const others = NAMES.filter((name) => !OF_ANY_CONTENT.some((any) => any === name));
  const files = OF_ANY_CONTENT.flatMap((part) => (parts.includes(part) ? LEFT_OUT[part] : []));
  return [
    `Not run for this content: ${others.join(', ')}, which test the code with content of their own;`,
    ...files.map((file) => `  ${file}`),
    'since they name what stands in content/, or test what this content does not have.',
  ].join('\n');
}

async function main(_: object, asked: readonly string[]): Promise<number> {
  const unknown = asked.find((name) => !NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new CommandError(
      `There is no part “${unknown}”. The parts are: ${NAMES.join(', ')}.`,
      MISUSED,
    );
  }
  const all: readonly Part[] = IS_FOREIGN ? OF_ANY_CONTENT : NAMES;
  const parts = asked.length === 0 ? all : NAMES.filter((name) => asked.includes(name));
  const alone = parts.find((name) => !all.includes(name));
  if (alone !== undefined) {
    throw new CommandError(
      `“${alone}” tests the code, with content of its own. Run it without CONTENT_DIR.`,
      MISUSED,
    );
  }
  // What is wrong with it is told as the check tells it, and not by each test.
  if (IS_FOREIGN) loadContent();
  mkdirSync(cache, { recursive: true });
  const of = (names: readonly Part[]): readonly Part[] =>
    parts.filter((name) => names.includes(name));
  const inTurn = async (names: readonly Part[]): Promise<void> => {
    for (const part of of(names)) await PARTS[part]();
  };
  const built = inTurn(['types']).then(
    async () => of(OF_BUILT_SITES).length > 0 && (await sites()),
  );
  const ofBuilt = async (names: readonly Part[]): Promise<void> => {
    if (await built) await inTurn(names);
  };
  const withoutSites = async (): Promise<void> => {
    await inTurn(BESIDE_BUILDS);
    // Commands build as well, and a checkout builds one site at a time.
    await built;
    await inTurn(['commands']);
    await ofBuilt(['builds']);
  };
  await Promise.all([ofBuilt(['site']), withoutSites()]);
  await ofBuilt(IN_BROWSERS);

  if (IS_FOREIGN) console.log(`\n${leftOut(parts)}`);
  if (!HAS_GIT && of(SOME_NEED_GIT).length > 0) {
    console.log(`\nSkipped, since git was not found: ${NEED_GIT.join(', ')}.`);
  }
  console.log(`\n${shares()}`);
  if (told.length > 0) console.log(`\nSaid again:\n${told.join('\n')}`);
  console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed > 0 ? 1 : 0;
}

await runCommand({
  usage: 'npm test [-- PART …]',
  options: {},
  positionals: [0, Infinity],
  settings: [
    'TEST_PORT',
    'FUZZ',
    'MUTATIONS',
    'FIRST_MUTATION',
    'BROWSER_PATH',
    'FIREFOX_PATH',
    'WEBKIT_DRIVER_PATH',
  ],
  main,
});
