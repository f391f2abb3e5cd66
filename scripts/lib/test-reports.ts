/** What the reports of the test runners say: how many passed and failed, and what of it is told at the end. */

/** What a run came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What is told again at the end, since what was said on the way may be cut off: a line or two each. */
  readonly told: readonly string[];
}

interface VitestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Reads the JSON report of Vitest; one without counts is one failure. */
export function vitestTally(report: unknown): Tally {
  const { numPassedTests, numFailedTests, testResults = [] } = report as VitestReport;
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 1,
    told: failed.map(({ fullName, failureMessages }) => inShort(fullName, failureMessages?.[0])),
  };
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  readonly suites: readonly PlaywrightSuite[];
}

/** Reads the JSON report of Playwright; what passed only when tried again has passed, and is told. */
export function playwrightTally(report: unknown): Tally {
  const { stats, suites } = report as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    told: suites.flatMap((suite) => toldOf(suite, [])),
  };
}

function toldOf({ title, specs = [], suites = [] }: PlaywrightSuite, above: string[]): string[] {
  const path = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, status, results }) => {
        const name = [`[${projectName}]`, ...path, spec.title].join(' › ');
        const message = results.find(({ error }) => error?.message !== undefined)?.error?.message;
        return inShort(status === 'flaky' ? `passed when tried again: ${name}` : name, message);
      }),
  );
  return [...own, ...suites.flatMap((suite) => toldOf(suite, path))];
}

/** How terminals are told to change colour. */
const COLOUR = /\u001B\[[\d;]*m/g;

/** How many lines of what went wrong are told again. */
const LINES = 8;

function inShort(name: string, message = ''): string {
  const lines = message
    .replace(COLOUR, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(0, LINES)
    .map((line) => `    ${line}`);
  return [`  ${name}`, ...lines].join('\n');
}
