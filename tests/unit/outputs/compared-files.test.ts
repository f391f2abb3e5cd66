/** What the comparison of any options fetches. */

import { expect, it } from 'vitest';
import { candidatesOf } from '../../../src/decision/model.ts';
import { comparedFiles } from '../../../src/outputs/compared-files.ts';
import { ratingLabel } from '../../../src/words/label.ts';
import {
  unpackOption,
  type ListedTable,
  type PackedOption,
} from '../../../src/words/packed-table.ts';
import { loadTea } from '../comparison/loaded.ts';

const comparison = loadTea();
const { table: file, options: files } = comparedFiles(comparison);
const table = JSON.parse(file.text) as ListedTable;

it('the table lists each option by its short name, with its modes and drawings, and no rating', () => {
  const names = table.options.map(({ shortName }) => shortName);
  expect(names.toSorted()).toEqual(comparison.options.map((o) => o.shortName).toSorted());
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  for (const { slug, modes, drawn } of table.options) {
    const option = comparison.options.find((o) => o.slug === slug);
    expect(modes.map((mode) => mode.slug)).toEqual(option?.modes.map((mode) => mode.slug));
    expect(drawn).toHaveLength(option?.data.topologies.length ?? -1);
  }
  expect(file.text).not.toContain('"ratings"');
});

it('each option has a file of its own, which the table names, with its ratings in each mode', () => {
  for (const { slug, file: name } of table.options) {
    const { text = '' } = files.find((other) => other.name === name) ?? {};
    const told = unpackOption(table, JSON.parse(text) as PackedOption);
    const option = comparison.options.find((o) => o.slug === slug);
    const labels = (of: Parameters<typeof candidatesOf>[0]): unknown =>
      candidatesOf(of).map(({ mode, ratings }) => [
        mode,
        comparison.criteria.map((c) => ratingLabel(c.scale, ratings[c.slug] ?? UNRATED)),
      ]);
    expect(option === undefined ? null : labels(told)).toEqual(option && labels(option));
  }
});

const UNRATED = { state: 'unrated' } as const;

it('the files are named by their contents', () => {
  expect(file.name).toMatch(/^table\.[\da-f]{8}$/);
  for (const { name } of files) expect(name).toMatch(/^ratings\.[\da-z-]+-[\da-f]{8}$/);
});
