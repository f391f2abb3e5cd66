/** What is written short says what it says when it is written out. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { authoredCriterionSchema } from '../../../src/comparison/schemas/criterion.ts';
import { authoredOptionSchema } from '../../../src/comparison/schemas/option.ts';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { loadComparison } from '../../../src/comparison/load.ts';
import { apiDocuments } from '../../../src/outputs/api.ts';
import { ratingsSheet } from '../../../src/outputs/csv-tables.ts';
import { ratingWorth } from '../../../src/decision/rating.ts';
import { ratingLabel } from '../../../src/words/label.ts';
import { absoluteUrl } from './loaded.ts';

const sound = join(import.meta.dirname, '../../fixtures/sound');

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

type Edits = Readonly<Record<string, (text: string) => string>>;

/** The sound content with some files changed. */
function load(edits: Edits): Comparison {
  const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
  made.push(directory);
  cpSync(sound, directory, { recursive: true });
  for (const [name, edit] of Object.entries(edits)) {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, edit(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  }
  return loadComparison({ directory, today: '2026-01-01' });
}

/** The files for programs, by name. */
const api = (comparison: Comparison): ReadonlyMap<string, unknown> =>
  new Map([...apiDocuments(comparison, absoluteUrl)].map(([file, write]) => [file, write()]));

/** What is written in a file of the sound content. */
const written = (name: string, edit: (text: string) => string): unknown =>
  parse(edit(readFileSync(join(sound, name), 'utf8')).split('---\n')[1] ?? '');

const WRITTEN_OUT = '    evidence: documented\n    version: "1"\n    checked: 2025-01-01\n';
const DEFAULTS = 'defaults:\n  evidence: documented\n  version: "1"\n  checked: 2025-01-01\n';
const without =
  (...parts: string[]) =>
  (text: string): string =>
    parts.reduce((rest, part) => rest.replaceAll(part, ''), text);
const before =
  (key: string, added: string) =>
  (text: string): string =>
    text.replace(`\n${key}:\n`, `\n${added}${key}:\n`);

describe('defaults', () => {
  const spelled = load({});
  const short = load({
    'options/candle.mdx': (text) =>
      before(
        'ratings',
        `${DEFAULTS}  sources: [box]\n`,
      )(without(WRITTEN_OUT, '    sources: [box]\n')(text)),
  });
  const byCriterion = load({
    'options/candle.mdx': without(WRITTEN_OUT, '    sources: [book]\n', '    basis: stated\n'),
    'criteria/light.mdx': before('scale', `${DEFAULTS}  sources: [book]\n`),
    'criteria/power.mdx': before('scale', `${DEFAULTS}  basis: stated\n`),
  });

  it.each([
    ['of its file', short],
    ['of the criteria', byCriterion],
  ])('%s make ratings what they are when each says all', (_whose, comparison) => {
    const { version, options, sources } = comparison;
    expect(options[0]?.ratings).toEqual(spelled.options[0]?.ratings);
    // One content is one version, however it is written.
    if (comparison === short) expect(version).toBe(spelled.version);
    expect(options[0]?.references.map(({ id }) => id)).toEqual(
      spelled.options[0]?.references.map(({ id }) => id),
    );
    expect(sources.map((source) => comparison.citedBy(source))).toEqual(
      spelled.sources.map((source) => spelled.citedBy(source)),
    );
    expect(ratingsSheet(comparison, absoluteUrl)).toEqual(ratingsSheet(spelled, absoluteUrl));
    const whole = (of: Comparison): string =>
      JSON.stringify([...api(of)].filter(([file]) => !file.startsWith('schemas/'))).replaceAll(
        of.version,
        '',
      );
    expect(whole(comparison)).toBe(whole(spelled));
  });

  it('are found at the line of the rating itself, for those who edit it', () => {
    expect(short.options[0]?.lineOf('power')).toBe(42);
  });

  it('give way to what a rating says itself', () => {
    const { options } = load({
      'options/candle.mdx': (text) =>
        before(
          'ratings',
          'defaults:\n  version: of the file\n',
        )(text.replace('    version: "1"\n', '')),
    });
    expect(options[0]?.ratings).toMatchObject({
      light: { version: 'of the file' },
      power: { version: '1' },
    });
  });

  it('of a criterion give way to those of a file, and what is then idle is told', () => {
    const edit = (): Comparison =>
      load({
        'options/candle.mdx': (text) =>
          before(
            'ratings',
            'defaults:\n  version: of the file\n',
          )(text.replaceAll('    version: "1"\n', '')),
        'criteria/light.mdx': before('scale', 'defaults:\n  version: of the criterion\n'),
      });
    expect(edit).toThrow(
      /criteria\/light\.mdx:9:3 {2}defaults\.version\n {2}problem {2}No rating takes this default\.[^]*1 fault in 1 file/,
    );
  });
});

describe('the schemas of what may be written', () => {
  it.each([
    [
      'options/candle.mdx',
      authoredOptionSchema,
      (text: string) =>
        without(WRITTEN_OUT, '    sources: [box]\n')(text).replace('value: 40', 'value: 0.04 kW'),
    ],
    [
      'options/candle.mdx',
      authoredOptionSchema,
      (text: string) =>
        text.replace(
          /power:[^]*?sources: \[box\]/,
          'power: { state: unknown, looked: The box., atLeast: 0.01 kW }',
        ),
    ],
    [
      'criteria/power.mdx',
      authoredCriterionSchema,
      (text: string) => text.replace('100', '0.1 kW'),
    ],
  ] as const)('take what the check takes (%s)', (name, schema, edit) => {
    expect(schema.safeParse(written(name, edit)).error).toBeUndefined();
    expect(written(name, edit)).not.toEqual(written(name, (text) => text));
  });
});

describe('a figure with a unit', () => {
  const watts = (text: string): string => text.replace('unit: W', 'unit: W\n  prefixes: [si]');
  const dark = (enough: string): string => `question: How dark?
order: 1
section: Light
why: It depends on it.
answers:
  - { slug: very, text: Very., enough: { power: ${enough} }, requires: { power: ..0.04 kW } }
  - { slug: little, text: A little. }
`;
  const question = (enough: string): Edits => ({
    'questions/dark.yaml': () => dark(enough),
  });

  it.each([
    ['0.1 kW', '1000 mW', '0.04 kW', '0.01 kW'],
    ['100 W', '1', '40 W', '10'],
  ])('is the same content as the number (%s)', (worst, best, value, enough) => {
    const { criteria, options, questions } = load({
      'criteria/power.mdx': (text) =>
        watts(text).replace('worst: 100', `worst: ${worst}`).replace('best: 1', `best: ${best}`),
      'options/candle.mdx': (text) => text.replace('value: 40', `value: ${value}`),
      ...question(enough),
    });
    expect(criteria.find(({ slug }) => slug === 'power')?.scale).toMatchObject({
      worst: 100,
      best: 1,
    });
    expect(options[0]?.ratings.power).toMatchObject({ value: 40 });
    expect(questions[0]?.answers[0]).toMatchObject({
      enough: { power: 10 },
      requires: [{ clauses: [{ kind: 'range', min: null, max: 40 }] }],
    });
  });

  it('may be a bound', () => {
    const { options } = load({
      'criteria/power.mdx': watts,
      'options/candle.mdx': (text) =>
        text.replace(
          /power:[^]*?sources: \[box\]/,
          'power: { state: unknown, looked: The box., atLeast: 0.01 kW, atMost: 2 kW, checked: 2025-01-01, sources: [box] }',
        ),
    });
    expect(options[0]?.ratings.power).toMatchObject({ atLeast: 10, atMost: 2000 });
  });
});

describe('a scale of dates', () => {
  const dates = (text: string): string =>
    text
      .replace('unit: W', 'unit: date')
      .replace('logarithmic', 'linear')
      .replace('worst: 100', 'worst: 2000')
      .replace('best: 1', 'best: 2030-01-01');

  it('has dates for values and anchors, and hands them on as dates', () => {
    const comparison = load({
      'criteria/power.mdx': dates,
      'options/candle.mdx': (text) => text.replace('value: 40', 'value: 2015-01-01'),
    });
    const rating = comparison.options[0]?.ratings.power;
    const scale = comparison.criteria.find(({ slug }) => slug === 'power')?.scale;
    if (rating === undefined || scale === undefined) throw new Error('There is a rating.');
    expect(ratingLabel(scale, rating)).toBe('1 January 2015');
    expect(ratingWorth(scale, rating)).toBeCloseTo(0.5, 3);
    const files = api(comparison);
    expect(files.get('ratings.json')).toMatchObject({
      ratings: [{}, { value: '2015-01-01', label: '1 January 2015' }],
    });
    expect(files.get('criteria.json')).toMatchObject({
      criteria: [{}, { scale: { unit: 'date', worst: '2000-01-01', best: '2030-01-01' } }],
    });
    const { head, rows } = ratingsSheet(comparison, absoluteUrl);
    expect(rows[1]?.[head.indexOf('value')]).toBe('2015-01-01');
  });
});
