/** A table of options says what files of the same options say. */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { loadComparison } from '../../../src/comparison/load.ts';

const sound = join(import.meta.dirname, '../../fixtures/sound');

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

/** The sound content, with other files beside its candle. */
function load(files: Readonly<Record<string, string>>): Comparison {
  const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
  made.push(directory);
  cpSync(sound, directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return loadComparison({ directory, today: '2026-01-01' });
}

const FILE = `---
name: Torch, the
kind: desk
aliases: [flashlight, light]
links: { home: https://lamps.example/torch }
ratings:
  light: { value: bright, why: One can read by it., evidence: measured, version: "1", checked: 2025-01-01, sources: [book] }
  power: { state: unknown, looked: The book., atLeast: 4, checked: 2025-02-01, sources: [book] }
---
`;

const TABLE = `slug,name,kind,aliases,links.home,light,power,power.looked,power.atLeast,power.checked,why,evidence,version,checked,sources
torch,"Torch, the",desk,flashlight; light,https://lamps.example/torch,bright,unknown,The book.,4 W,2025-02-01,One can read by it.,measured,1,2025-01-01,book
`;

const torch = ({ options }: Comparison): unknown => {
  const option = options.find(({ slug }) => slug === 'torch');
  return (
    option && {
      data: option.data,
      ratings: option.ratings,
      references: option.references.map(({ id }) => id),
    }
  );
};

describe('a row', () => {
  const file = load({ 'options/torch.mdx': FILE });
  const row = load({ 'options.csv': TABLE });

  it('is the same option as a file', () => {
    expect(torch(row)).toEqual(torch(file));
    expect(row.version).toBe(file.version);
  });

  it('is found at its line', () => {
    const option = row.options.find(({ slug }) => slug === 'torch');
    expect(option?.file).toMatch(/options\.csv$/);
    expect(option?.lineOf('light')).toBe(2);
  });

  it.each([
    ['semicolons between cells', (text: string) => text.replaceAll(';', '|').replaceAll(',', ';')],
    ['tabs between cells', (text: string) => text.replaceAll(',', '\t')],
    [
      'the line ends of Windows and a mark before it',
      (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    ],
    ['empty rows below it', (text: string) => `${text},,,\n,,\n`],
  ])('may have %s', (_what, save) => {
    const unquoted = TABLE.replace('"Torch, the"', 'The torch');
    const option = load({ 'options.csv': save(unquoted) }).options.find(
      ({ slug }) => slug === 'torch',
    );
    expect(option?.data).toEqual(
      load({ 'options.csv': unquoted }).options.find(({ slug }) => slug === 'torch')?.data,
    );
    expect(option?.ratings.light).toMatchObject({ value: 'bright' });
  });

  it('leaves unrated what its cell is empty for', () => {
    const { options } = load({
      'options.csv': 'slug,name,kind,light,power\ntorch,Torch,desk,,\n',
    });
    expect(options.find(({ slug }) => slug === 'torch')?.ratings).toEqual({
      light: { state: 'unrated' },
      power: { state: 'unrated' },
    });
  });
});
