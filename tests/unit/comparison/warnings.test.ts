import { describe, expect, it } from 'vitest';
import type { Exception } from '../../../src/comparison/schemas/exceptions.ts';
import { warningsOf } from '../../../src/comparison/warnings.ts';
import { loadTea } from './loaded.ts';

const tea = loadTea();
const [black] = tea.options;
if (black === undefined) throw new Error('There is a first option.');

/** The criteria on which the first option is warned of under a rule, as of a day. */
function warned(rule: string, today: string, exceptions: readonly Exception[] = []): string[] {
  return warningsOf({ ...tea, today, exceptions })
    .warnings.filter((w) => w.rule === rule && w.option === black?.slug)
    .map((w) => w.criterion ?? 'all');
}

const exception = (until: string, criterion: string): Exception => ({
  rule: 'one-weak-source',
  option: black.slug,
  criterion,
  reason: 'The only other page is behind a door.',
  until,
});

describe('ratings that have gone stale', () => {
  // All were checked on 1 July 2025.
  const shelf = (lives: readonly string[]): string[] =>
    tea.criteria.filter((c) => lives.includes(c.shelfLife)).map((c) => c.slug);

  it.each([
    ['2025-12-31', []],
    ['2026-01-01', ['versions']],
    ['2026-06-30', ['versions']],
    ['2026-07-01', ['versions', 'limits']],
    ['2027-07-01', ['versions', 'limits', 'nature']],
  ])('as of %s are those on %j', (today, lives) => {
    expect(warned('stale', today)).toEqual(shelf(lives));
  });

  it('are told with their age and the limit', () => {
    const [first] = warningsOf({ ...tea, today: '2026-01-01' }).warnings.filter(
      (w) => w.rule === 'stale',
    );
    expect(first?.file).toMatch(/\.mdx$/);
    expect(first?.text).toMatch(
      /^.+ was checked 6 months ago; ratings on versions are good for 6\.$/,
    );
  });
});

describe('a claim on one page alone', () => {
  it('is warned of', () => {
    expect(warned('one-weak-source', '2025-07-02')).toEqual(['organic']);
  });

  it('is not, while an exception holds', () => {
    const held = exception('2025-07-02', 'organic');
    expect(warned('one-weak-source', '2025-07-02', [held])).toEqual([]);
    expect(warned('one-weak-source', '2025-07-03', [held])).toEqual(['organic']);
  });
});

describe('an exception', () => {
  it('is idle once it has lapsed or nothing needs it', () => {
    const idle = (given: Exception): boolean =>
      warningsOf({ ...tea, today: '2025-07-02', exceptions: [given] }).idle.length === 1;
    expect(idle(exception('2025-07-02', 'organic'))).toBe(false);
    expect(idle(exception('2025-07-01', 'organic'))).toBe(true);
    expect(idle(exception('2030-01-01', 'strength'))).toBe(true);
  });
});

describe('an option without reports', () => {
  it('is warned of as a whole', () => {
    const silent = { ...black, data: { ...black.data, reports: [] } };
    const options = [silent, ...tea.options.filter(({ data }) => data.reports.length > 0)];
    const { warnings } = warningsOf({ ...tea, today: '2025-07-02', options });
    expect(warnings.filter((w) => w.rule === 'no-reports')).toEqual([
      expect.objectContaining({ option: black.slug, criterion: null }),
    ]);
    // Where nobody reports of anything, there is nothing to look for.
    expect(
      warningsOf({ ...tea, options: [silent] }).warnings.filter((w) => w.rule === 'no-reports'),
    ).toEqual([]);
  });
});

describe('a source without an edition', () => {
  const titled = (url: string, edition?: { none: 'not-found' }): string[] => {
    const [source] = tea.sources;
    if (source === undefined) throw new Error('There is a first source.');
    const { edition: _edition, ...plain } = source;
    const other = { ...plain, url, title: 'Chapter two', ...(edition && { edition }) };
    return warningsOf({ ...tea, sources: [...tea.sources, other] })
      .warnings.filter((w) => w.rule === 'no-edition')
      .map((w) => w.text);
  };
  const chapter = 'https://git.example/handbook/blob/main/pages/chapter-two.md';

  it('is warned of where it lies in a repository of which others have editions', () => {
    expect(titled(chapter)).toEqual([
      'The source “Chapter two” lies in https://git.example/handbook, of which others have editions, and has none.',
    ]);
  });

  it('is not where it says why there is none, or lies elsewhere, or is no file', () => {
    expect(titled(chapter, { none: 'not-found' })).toEqual([]);
    expect(titled('https://git.example/other/blob/main/a.md')).toEqual([]);
    expect(titled('https://git.example/handbook/issues/7')).toEqual([]);
  });
});
