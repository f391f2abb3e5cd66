/** The answer in the shell: of a link, whatever is in it. */

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const recommend = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['scripts/recommend.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: 'tests/fixtures/lamps' },
  });

it('tells a dozen of the parts that it cannot follow, and how many more', () => {
  const { status, stdout, stderr } = recommend(`where=table&${'where=barn&'.repeat(5000)}`);
  expect(status).toBe(0);
  expect(stdout).toContain('meet your requirements');
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(13);
  expect(lines[0]).toBe('where=barn is here twice; the first one counts.');
  expect(lines[12]).toMatch(/^And \d+ more\.$/);
});

it('says which content it answers by, where the link was made with another', () => {
  const { stderr } = recommend('on=1999-01-01&where=table', '--content', '');
  expect(stderr).toMatch(
    /^This link was made with the content of 1999-01-01; this is the answer by that of .+\.\n$/,
  );
});
