import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LEFT_OUT } from './tests/content-under-test.ts';
import { HAS_GIT, NEED_GIT } from './tests/git.ts';

// Nothing is replaced or left changed by a test, so files share what they import: loading it once for
// each of a hundred files takes longer than many of them do.
const SHARED = { isolate: false };

/** What is tested by running it, some of it by building sites, which this checkout does one at a time. */
const COMMANDS = 'tests/unit/scripts/**/*.test.ts';
const withoutGit = HAS_GIT ? [] : [...NEED_GIT];

// Plain Node, without the site’s own build: what is tested here needs neither.
export default defineConfig({
  test: {
    // Property tests take as long as the machine is busy; a hang is what this is for.
    testTimeout: 240_000,
    // By itself, it would leave one core to others: half of all there are, on a machine with two.
    maxWorkers: '100%',
    setupFiles: [fileURLToPath(new URL('tests/seed.ts', import.meta.url))],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [COMMANDS, ...withoutGit],
          ...SHARED,
        },
      },
      {
        extends: true,
        test: { name: 'commands', include: [COMMANDS], exclude: withoutGit, ...SHARED },
      },
      {
        extends: true,
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          exclude: [...LEFT_OUT.content],
          ...SHARED,
          // A second one would read the content as well, which takes as long as a third of the tests.
          maxWorkers: 1,
        },
      },
      { extends: true, test: { name: 'builds', include: ['tests/builds/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          exclude: [...LEFT_OUT.site],
          ...SHARED,
          // What takes longest is to read all pages, which a second one would do as well.
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          // A browser is waited for most of the time: both at once.
          maxWorkers: 2,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
