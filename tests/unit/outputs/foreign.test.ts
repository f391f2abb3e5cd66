/** A comparison of a thousand rows of figures: sound, and handed on whole, without a word that is not its own. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadComparison } from '../../../src/comparison/load.ts';
import { warningsOf } from '../../../src/comparison/warnings.ts';
import { stream } from '../../../src/decision/random.ts';
import { apiDocuments } from '../../../src/outputs/api.ts';
import { supportCalendars } from '../../../src/outputs/calendars.ts';
import { matrixSheet, ratingsSheet } from '../../../src/outputs/csv-tables.ts';
import { criterionMarkdown, optionMarkdown } from '../../../src/outputs/markdown/documents.ts';
import { currentRelease } from '../../../src/outputs/recommender-props.ts';
import { findablePages, indexLetters } from '../../../src/outputs/search-index.ts';
import { absoluteUrl, TODAY } from '../comparison/loaded.ts';

const ROWS = 1000;
const COLUMNS = ['height', 'span', 'weight', 'wings', 'eggs', 'years'];

const directory = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** A folder of birds, each with a figure in each column. */
function writeRows(): void {
  for (const folder of ['criteria', 'options', 'sources']) mkdirSync(join(directory, folder));
  const write = (file: string, text: string): void => {
    writeFileSync(join(directory, file), text);
  };
  write('site.yaml', 'title: Aviary\nsubject: birds\n');
  write(
    'sources/book.yaml',
    'book: { title: The book, url: https://birds.example/book, publisher: The press, date: 2026 }\n',
  );
  for (const column of COLUMNS) {
    write(
      `criteria/${column}.mdx`,
      `---\nname: ${column}\nscale: { kind: quantity, unit: cm, spacing: linear, worst: 0, best: 500, bases: [{ slug: told, label: told, rubric: The book tells it. }] }\n---\n`,
    );
  }
  const draw = stream(1, 'birds');
  for (let row = 1; row <= ROWS; row++) {
    const ratings = COLUMNS.map(
      (column) =>
        `  ${column}: { value: ${String(Math.round(draw() * 500))}, basis: told, why: The book tells it., evidence: documented, version: '1', checked: 2026-11-01, sources: [book] }\n`,
    );
    write(
      `options/bird-${String(row)}.mdx`,
      `---\nname: Bird ${String(row)}\nratings:\n${ratings.join('')}---\n`,
    );
  }
}

writeRows();
const comparison = loadComparison({ directory, today: TODAY });
const { options, criteria } = comparison;

/** What must not be in a text: words of another subject, and what stands where a text is missing. */
const FOREIGN =
  /\b(?:kubernetes|clusters?|edge|nodes?|vendors?|machines?|control plane|releases? and|support|undefined|NaN)\b|\[object/i;

it('is sound, and gives no warning', () => {
  expect(options).toHaveLength(ROWS);
  expect(options.slice(0, 3).map(({ name }) => name)).toEqual(['Bird 1', 'Bird 2', 'Bird 3']);
  expect(warningsOf(comparison).warnings).toEqual([]);
});

describe('what is handed on', () => {
  it('has every row in the tables', () => {
    expect(matrixSheet(comparison).rows).toHaveLength(ROWS);
    expect(ratingsSheet(comparison, absoluteUrl).rows).toHaveLength(ROWS * COLUMNS.length);
  });

  it('has every row in the data, as their schemas have it', () => {
    // Each document is parsed by its schema as it is made.
    const documents = apiDocuments(comparison, absoluteUrl);
    const { ratings } = documents.get('ratings.json')?.() as { ratings: readonly object[] };
    expect(ratings).toHaveLength(ROWS * COLUMNS.length);
    expect(JSON.stringify(documents.get('options/bird-7.json')?.())).not.toMatch(FOREIGN);
  });

  it('is described by schemas that speak of no subject', () => {
    const described = [...apiDocuments(comparison, absoluteUrl)].filter(
      ([file]) => file.startsWith('schemas/') || file === 'openapi.json',
    );
    expect(described.length).toBeGreaterThan(5);
    for (const [file, make] of described) {
      const words = JSON.stringify(make()).match(
        /\b(?:kubernetes|clusters?|edge|nodes?|machines?|control plane|workloads?|arm64|install|storage|fleet)\b/gi,
      );
      expect(words, file).toBeNull();
    }
  });

  it('has every row in the search, and none twice', () => {
    const found = findablePages(comparison).filter(({ kind }) => kind === 'option');
    expect(found).toHaveLength(ROWS);
    const indexed = indexLetters(comparison).flatMap(({ entries }) => entries);
    expect(indexed.filter(({ name }) => /^Bird \d+$/.test(name))).toHaveLength(ROWS);
  });

  it('has no calendar, and a release without a lifecycle', () => {
    expect(supportCalendars(comparison, absoluteUrl).size).toBe(0);
    expect(currentRelease(comparison)).toMatchObject({ lifecycle: null, questions: [] });
  });

  it('is Markdown without a hole', () => {
    const sheet = { comparison, absoluteUrl };
    const [first] = options;
    const [column] = criteria;
    if (first === undefined || column === undefined) throw new Error('There are rows and columns.');
    const option = optionMarkdown(first, sheet);
    expect(option.match(/^#+ .*/gm)).toEqual(['# Bird 1', '## Ratings', '## Sources']);
    const criterion = criterionMarkdown(column, sheet);
    expect(criterion.match(/^#+ .*/gm)).toEqual(['# eggs', '## The scale', '## Ratings']);
    expect(criterion.match(/^- \*\*Bird/gm)).toHaveLength(ROWS);
    for (const text of [option, criterion]) {
      expect(text).not.toMatch(FOREIGN);
      expect(text).not.toMatch(/\n{3}/);
    }
  });
});
