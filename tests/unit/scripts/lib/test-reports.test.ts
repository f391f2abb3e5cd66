import { describe, expect, it } from 'vitest';
import { playwrightTally, vitestTally } from '../../../../scripts/lib/test-reports.ts';

const wrong = (status: string, message: string): object => ({
  projectName: 'the site’s fonts',
  status,
  results: [{ error: { message } }, {}],
});

describe('the report of Playwright', () => {
  const report = {
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [
      {
        title: 'offline.spec.ts',
        specs: [{ title: 'searches', tests: [wrong('expected', '')] }],
        suites: [
          {
            title: 'as the browser keeps it',
            specs: [
              {
                title: 'is there',
                tests: [wrong('unexpected', '\u001B[31mError\u001B[39m: late\n\n    at x.ts:1')],
              },
              { title: 'is told', tests: [wrong('flaky', 'slow')] },
            ],
          },
        ],
      },
    ],
  };

  it('counts what passed when tried again as passed, and tells it', () => {
    expect(playwrightTally(report)).toEqual({
      passed: 8,
      failed: 1,
      told: [
        '  [the site’s fonts] › offline.spec.ts › as the browser keeps it › is there\n    Error: late',
        '  passed when tried again: [the site’s fonts] › offline.spec.ts › as the browser keeps it › is told\n    slow',
      ],
    });
  });
});

describe('the report of Vitest', () => {
  it('tells what failed, in its first lines', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${String(i)}`).join('\n');
    const tally = vitestTally({
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        {
          assertionResults: [
            { fullName: 'a sum', status: 'passed' },
            { fullName: 'a product', status: 'failed', failureMessages: [lines] },
          ],
        },
      ],
    });
    expect(tally).toMatchObject({ passed: 3, failed: 1 });
    expect(tally.told).toEqual([expect.stringMatching(/^ {2}a product\n {4}line 0\n/)]);
    expect(tally.told[0]?.split('\n')).toHaveLength(9);
  });

  it('is one failure without counts', () => {
    expect(vitestTally({})).toEqual({ passed: 0, failed: 1, told: [] });
  });
});
