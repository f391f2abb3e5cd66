/** What lies beside the pages, under the addresses at which pages and programs ask for it. */

import { expect, it } from 'vitest';
import { hasFeed } from '../../../src/outputs/atom-feed.ts';
import { hasEnds } from '../../../src/outputs/calendars.ts';
import { comparedFiles } from '../../../src/outputs/compared-files.ts';
import { dataFiles } from '../../../src/outputs/data-files.ts';
import { currentRelease } from '../../../src/outputs/recommender-props.ts';
import {
  apiOptionFile,
  apiPath,
  calendarPath,
  drawingPath,
  feedPath,
  markdownPath,
  namedDataPath,
  optionPath,
  reasonsPath,
} from '../../../src/links/routes.ts';
import type { OptionDrawing } from '../../../src/words/option-drawing.ts';
import type { OptionReasons } from '../../../src/words/reason.ts';
import { absoluteUrl, loadTea } from '../comparison/loaded.ts';

const tea = loadTea();
const comparison = { ...tea, releases: [{ ...currentRelease(tea), name: '2026-11-22' }] };
const { options } = comparison;
const files = dataFiles(comparison, absoluteUrl);
const textOf = (path: string): string => files.get(path)?.() ?? '';

it('each option has all of its files, and what it has not, it has no file of', () => {
  for (const option of options) {
    const { slug, data } = option;
    expect([
      files.has(apiPath(apiOptionFile(slug))),
      files.has(reasonsPath(slug)),
      files.has(markdownPath(optionPath(slug))),
      files.has(feedPath(slug)),
      files.has(calendarPath(slug)),
      files.has(drawingPath(slug)),
    ]).toEqual([
      true,
      true,
      true,
      hasFeed(comparison, option),
      hasEnds(option),
      data.topologies.length > 0,
    ]);
  }
  expect(files.has(calendarPath())).toBe(options.some(hasEnds));
  expect(files.has(feedPath())).toBe(true);
});

it('the comparison of any options finds its table, and by it the ratings of each', () => {
  const { table, options: rated } = comparedFiles(comparison);
  expect(rated).toHaveLength(options.length);
  for (const { name, text } of [table, ...rated]) expect(textOf(namedDataPath(name))).toBe(text);
});

it('reasons are those of all that was looked at, and drawings are named by what stands beside them', () => {
  const [drawn] = options.filter(({ data }) => data.topologies.length > 0);
  const slug = drawn?.slug ?? '';
  const { rest } = JSON.parse(textOf(reasonsPath(slug))) as OptionReasons;
  const looked = Object.entries(drawn?.ratings ?? {}).filter(
    ([, { state }]) => state !== 'unrated',
  );
  expect(Object.keys(rest).toSorted()).toEqual(looked.map(([criterion]) => criterion).toSorted());
  const drawings = JSON.parse(textOf(drawingPath(slug))) as OptionDrawing[];
  expect(drawings.map(({ name }) => name)).toEqual(drawn?.data.topologies.map(({ name }) => name));
  expect(drawings[0]?.svg).toContain(` aria-labelledby="drawing-${slug}-name"`);
});

it('a person can read what is for programs', () => {
  expect(textOf(apiPath('index.json'))).toMatch(/^\{\n {2}"\$schema": "https:[^]*\}\n$/);
});
