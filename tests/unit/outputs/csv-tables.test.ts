import { describe, expect, it } from 'vitest';
import { matrixSheet, ratingsSheet } from '../../../src/outputs/csv-tables.ts';
import { absoluteUrl, loadTea } from '../comparison/loaded.ts';

const tea = loadTea();

describe('the matrix as a table', () => {
  const { head, rows } = matrixSheet(tea);

  it('has a row for each mode of each option and a column for each criterion', () => {
    expect(head).toEqual(['Option', 'Slug', 'Mode', 'Kind', ...tea.criteria.map((c) => c.name)]);
    expect(rows.map(([name, , mode]) => [name, mode])).toEqual(
      tea.options.flatMap(({ name, modes }) =>
        modes.length === 0 ? [[name, '']] : modes.map((mode) => [name, mode.name]),
      ),
    );
    for (const row of rows) expect(row).toHaveLength(head.length);
  });

  it('says what is unknown, and carries the reservation of what is partial', () => {
    const greenTea = rows.find(([name]) => name === 'Green tea') ?? [];
    const cell = (criterion: string): string | undefined =>
      greenTea[head.findIndex((name) => name.startsWith(criterion))];
    expect(cell('Organic')).toBe('Unknown');
    expect(cell('Highest garden')).toBe('Not applicable');
    expect(cell('Caffeine')).toBe('30 mg (partial: It depends on the water.)');
  });
});

describe('the ratings as a table', () => {
  const { head, rows } = ratingsSheet(tea, absoluteUrl);
  const records = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
  const of = (option: string, criterion: string): Record<string, string | undefined> =>
    records.find((r) => r.option === option && r.criterion === criterion) ?? {};

  it('has a row for each rating, and where modes differ one for each of them', () => {
    expect(records).toHaveLength(tea.options.length * tea.criteria.length + 2);
    const caffeine = records.filter((r) => r.option === 'green-tea' && r.criterion === 'caffeine');
    expect(
      caffeine.map(({ mode, value, at_least, at_most }) => [mode, value, at_least, at_most]),
    ).toEqual([
      ['hot', '30', '', ''],
      ['cold', '', '10', '25'],
    ]);
  });

  it('gives for each source the copy that was read, or a hyphen', () => {
    const read = (row: Record<string, string | undefined>): (string | undefined)[][] => [
      row.sources?.split(' ') ?? [],
      row.read?.split(' ') ?? [],
    ];
    for (const record of records.filter(({ sources }) => sources !== '')) {
      const [sources = [], copies = []] = read(record);
      expect(copies).toHaveLength(sources.length);
      for (const [i, source] of sources.entries()) {
        expect(copies[i]).toBe(
          source === 'https://handbook.example/'
            ? 'https://git.example/handbook/blob/3f2a9c1d3f2a/pages/chapter%20one.md'
            : '-',
        );
      }
    }
    expect(records.some((record) => record.read?.includes('/handbook/blob/'))).toBe(true);
  });

  it('names what is documented not to be there', () => {
    expect(of('green-tea', 'sold-as')).toMatchObject({ value: 'bags', not: 'loose' });
  });

  it('gives quantities as plain numbers in their unit, sets as slugs', () => {
    expect(of('black-tea', 'height')).toMatchObject({ value: '2200', unit: 'm', label: '2.2 km' });
    expect(of('black-tea', 'sold-as')).toMatchObject({ value: 'loose bags', unit: '' });
    expect(of('black-tea', 'organic')).toMatchObject({ value: 'true', label: 'Yes' });
  });

  it('gives no value where none is known, but what was looked at', () => {
    expect(of('green-tea', 'organic')).toMatchObject({
      state: 'unknown',
      value: '',
      why: 'The handbook does not say.',
      evidence: '',
    });
    expect(of('green-tea', 'story')).toMatchObject({ state: 'unrated', why: '', checked: '' });
  });

  it('leads to the sources and to the place on the page', () => {
    const { sources, page } = of('black-tea', 'strength');
    expect(sources).toMatch(/^https:\/\//);
    expect(page).toBe(absoluteUrl('/options/black-tea/#strength'));
  });
});
