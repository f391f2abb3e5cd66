import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beginComparison, refusal } from '../../../scripts/new-comparison.ts';
import { loadComparison } from '../../../src/comparison/load.ts';
import { warningsOf } from '../../../src/comparison/warnings.ts';

const root = resolve(import.meta.dirname, '../../..');
const parent = mkdtempSync(join(tmpdir(), 'new-comparison-'));
afterAll(() => {
  rmSync(parent, { recursive: true });
});

const TODAY = '2026-11-29';

describe('the folder of a new comparison', () => {
  const folder = join(parent, 'whole', 'chairs');
  beginComparison(folder, '2027-02-03');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:mdx|yaml)$/.test(file),
  );

  it('has no fault and gives no warning, on the day on which it was begun', () => {
    const comparison = loadComparison({ directory: folder, today: '2027-02-03' });
    expect(comparison.options).toHaveLength(2);
    expect(comparison.criteria).toHaveLength(3);
    expect(comparison.options.map(({ checked }) => checked)).toEqual(['2027-02-03', '2027-02-03']);
    expect(warningsOf(comparison)).toMatchObject({ warnings: [], idle: [] });
  });

  it('is small, and each kind of file is explained in it', () => {
    const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
    const lines = texts.flatMap(({ text }) => text.trimEnd().split('\n'));
    expect(lines.length).toBeLessThan(150);
    const places = texts
      .filter(({ text }) => text.includes('# '))
      .map(({ file }) => file.split('/')[0]);
    expect(new Set(places)).toEqual(new Set(['site.yaml', 'criteria', 'options', 'sources']));
  });
});

describe('a folder', () => {
  const inside = (...path: readonly string[]): string => join(parent, 'places', ...path);
  mkdirSync(inside('empty'), { recursive: true });
  mkdirSync(inside('full'));
  writeFileSync(inside('full', 'notes.txt'), 'Mine.');
  writeFileSync(inside('file'), '');

  it.each([['new'], ['empty'], ['new', 'and', 'deep'], ['with blanks in it']])(
    'may be %s %s %s',
    (...path) => {
      expect(refusal(inside(...path))).toBeUndefined();
    },
  );

  it.each([
    [inside('full'), /full holds something already\. Name a folder/],
    [inside('file'), /file is not a folder\. Name/],
    [join(root, 'content'), /lies within content, which is the content of a comparison\. Name/],
    [join(root, 'content/chairs'), /lies within content, which/],
    [join(root, 'dist/chairs'), /lies within dist, which each build replaces as a whole\. Name/],
    [
      join(root, 'src/pages/chairs'),
      /lies within src, where all is taken for a part of the code\./,
    ],
    [join(root, 'public/chairs'), /lies within public, where/],
    ['', /^A folder needs a name\. Name/],
    ['  ', /^A folder needs a name\. Name/],
    ['a\u0007b', /^This name holds a character that nobody can see\. Name/],
  ])('may not be %j', (folder, says) => {
    expect(refusal(folder)).toMatch(says);
  });
});

it.skipIf(process.platform !== 'linux')('a system folder that takes none is told at once', () => {
  expect(() => {
    beginComparison('/proc/chairs', TODAY);
  }).toThrow(/ENOENT|EACCES|EPERM/);
});

describe('npm run new:comparison', () => {
  const run = (
    ...args: readonly string[]
  ): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [join(root, 'scripts/new-comparison.ts'), ...args], {
      cwd: parent,
      encoding: 'utf8',
    });

  it('writes the folder once, and says what comes next', () => {
    const { status, stdout } = run('phones');
    expect(status).toBe(0);
    expect(stdout).toContain('CONTENT_DIR=phones npm start');
    expect(loadComparison({ directory: join(parent, 'phones'), today: TODAY }).site.title).toBe(
      'Chairs',
    );
    const again = run('phones');
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toBe(
      'phones holds something already. Name a folder that is empty or not there yet.\n',
    );
  });

  it.each([[[]], [['a', 'b']], [['--dry-run', 'a']]])(
    'tells in one line what it cannot do with %j',
    (args) => {
      const { status, stdout, stderr } = run(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^.* Usage: npm run new:comparison <folder>\n$/);
    },
  );
});
