/** One fault makes no false ones: what cannot be judged because of it is not judged. */

import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tryLoadComparison } from '../../../src/comparison/load.ts';

const root = resolve(import.meta.dirname, '../../..');

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

/** The files, from the top of the folder, in which faults are found once one of them is changed. */
function faultyFiles(content: string, change: (directory: string) => void): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
  made.push(directory);
  cpSync(join(root, content), directory, { recursive: true });
  change(directory);
  const { faults } = tryLoadComparison({ directory, today: '2100-01-01' });
  return [...new Set(faults.map(({ file }) => resolve(file).slice(directory.length + 1)))];
}

/** One file of each kind, since loading takes a moment. */
function filesOf(content: string): readonly string[] {
  const files = readdirSync(join(root, content), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:mdx|yaml|json)$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  const kinds = files.map((file) => file.replace(/\/.*/, ''));
  return files.filter((_, i) => kinds.indexOf(kinds[i] ?? '') === i);
}

const FAULTS: readonly [string, (text: string, file: string) => string][] = [
  ['cannot be read', (text, file) => (file.endsWith('.mdx') ? text.slice(4) : `"${text}`)],
  [
    'has a field too many',
    (text, file) =>
      file.endsWith('.json')
        ? text.replace('{', '{"wrong-field": 1,')
        : text.replace(/^(?:---\n)?/, '$&wrong-field: 1\n'),
  ],
  ['has prose that cannot be read', (text) => `${text}\n{`],
];

describe.each([
  ['tests/fixtures/tea', FAULTS],
  // Of so much content, loading takes a second: the fault after which the least is known of a file.
  ['content', FAULTS.slice(0, 1)],
] as const)('in %s', (content, faults) => {
  describe.each(faults)('a file that %s', (what, spoil) => {
    const files = filesOf(content).filter((f) => !what.includes('prose') || f.endsWith('.mdx'));
    it.each(files)('is the only one with faults: %s', (file) => {
      const found = faultyFiles(content, (directory) => {
        const path = join(directory, file);
        writeFileSync(path, spoil(readFileSync(path, 'utf8'), file));
      });
      expect(found).toEqual([file]);
    });
  });
});

it('a citation that is misspelt makes no source uncited', () => {
  const files = faultyFiles('tests/fixtures/tea', (directory) => {
    const path = join(directory, 'options/black-tea.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('handbook', 'handbok'));
  });
  expect(files).toEqual(['options/black-tea.mdx']);
});

it('but a source that nothing cites is told of, beside faults in files that cite nothing', () => {
  const files = faultyFiles('tests/fixtures/tea', (directory) => {
    appendFileSync(
      join(directory, 'sources/common.yaml'),
      '\nnobody:\n  title: T\n  url: https://tea.example/nobody\n  publisher: P\n  date: null\n  kind: blog\n',
    );
    appendFileSync(join(directory, 'criteria/organic.mdx'), '\n# Too large\n');
  });
  expect(files).toEqual(['criteria/organic.mdx', 'sources/common.yaml']);
});
