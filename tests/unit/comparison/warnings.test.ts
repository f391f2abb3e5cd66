import { describe, expect, it } from 'vitest';
import { hasValue, type Rating } from '../../../src/decision/rating.ts';
import type { Value } from '../../../src/decision/scale.ts';
import { makeRelease } from '../../../src/links/release.ts';
import type { Comparison, Option, Source } from '../../../src/comparison/comparison.ts';
import type { Exception, WarningRule } from '../../../src/comparison/schemas/exceptions.ts';
import { formatWarnings, warningsOf } from '../../../src/comparison/warnings.ts';
import type { Warning } from '../../../src/comparison/warned/warning.ts';
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

/** What the tea calls the criterion that most is tried on. */
const LONG_NAME = 'Caffeine in a cup of two hundred and fifty millilitres as served';

/** What a rule says of a comparison, each with the option and criterion that it is about. */
const told = (comparison: Comparison, rule: WarningRule): readonly string[] =>
  warningsOf(comparison)
    .warnings.filter((w) => w.rule === rule)
    .map(
      ({ option, criterion, text }) =>
        `${option ?? '-'} ${criterion ?? '-'}: ${text.replace(LONG_NAME, 'Caffeine')}`,
    );

/** The tea with one rating of its first option changed. */
function rated(criterion: string, change: (rating: Rating) => Rating): Comparison {
  const before = black?.ratings[criterion];
  if (black === undefined || before === undefined) throw new Error('It is rated.');
  const changed = { ...black, ratings: { ...black.ratings, [criterion]: change(before) } };
  return { ...tea, options: tea.options.map((o) => (o === black ? changed : o)) };
}

const finding =
  (more: Partial<Extract<Rating, { state: 'known' }>>) =>
  (rating: Rating): Rating => {
    if (!hasValue(rating)) throw new Error('It has a value.');
    return { ...rating, ...more };
  };

const by = (kind: Source['kind']): Comparison => {
  const changed = rated('caffeine', finding({ evidence: 'documented' }));
  const retold = (option: Option): Option => ({
    ...option,
    sources: (ids) => option.sources(ids).map((source) => ({ ...source, kind })),
  });
  return {
    ...changed,
    options: changed.options.map((o) => (o.slug === black.slug ? retold(o) : o)),
  };
};
const caffeineOf = (comparison: Comparison, rule: WarningRule): readonly string[] =>
  told(comparison, rule).filter((text) => text.startsWith(`${black.slug} caffeine`));

describe('“documented”', () => {
  it.each(['blog', 'news', 'marketing', 'discussion'])(
    'by a page of the kind %s is warned of',
    (kind) => {
      expect(caffeineOf(by(kind), 'documented-by-hearsay')).toEqual([
        `${black.slug} caffeine: Caffeine is “documented”, and all that it cites is ${kind}: grade it “claimed”, or cite documentation.`,
      ]);
    },
  );

  it.each(['documentation', 'repository', 'release-notes', 'standard', 'paper'])(
    'by a page of the kind %s is not',
    (kind) => {
      expect(caffeineOf(by(kind), 'documented-by-hearsay')).toEqual([]);
    },
  );
});

describe('a version', () => {
  const read = (version: string, latest: string): readonly string[] => {
    const comparison = rated('caffeine', finding({ version }));
    const options = comparison.options.map((o) => ({
      ...o,
      data: {
        ...o.data,
        release: {
          ends: [],
          latest: { version: latest, checked: '2025-07-01', sources: [] },
        },
      },
    }));
    return caffeineOf({ ...comparison, options }, 'old-version');
  };

  it('that is two minors behind is warned of', () => {
    expect(read('1.34', 'v1.36.4+k3s1')).toEqual([
      `${black.slug} caffeine: Caffeine is rated by “1.34”; the latest version is 1.36.4.`,
    ]);
  });

  it.each([
    ['1.35', '1.36.4'],
    ['1.36', '1.36'],
    // The newest of several counts.
    ['1.30 to 1.36', '1.36'],
    // From there on.
    ['1.30 and later', '1.36'],
    ['stable since 1.26', '1.36'],
    // Of something else.
    ['Elemental 1.9', '1.36'],
    ['docs of July 2026', '1.36'],
    ['2.1', '1.36'],
    // Not told in minors.
    ['2602', '2607'],
  ])('%s, of which the latest is %s, is not', (version, latest) => {
    expect(read(version, latest)).toEqual([]);
  });

  it.each([
    ['guide of about 1.19', '1.36'],
    ['0.23.1, Kubernetes 1.35', '0.26.5 (Kubernetes 1.30 to 1.36)'],
    ['Tea 1.30', 'Tea 1.36'],
  ])('%s, of which the latest is %s, is', (version, latest) => {
    expect(read(version, latest)).toHaveLength(1);
  });
});

describe('a finding that there is nothing', () => {
  const why = (text: string): readonly string[] =>
    caffeineOf(rated('caffeine', finding({ why: text })), 'unnamed-search');

  it.each([
    ['It is strong. No sign of milk was found.', 'No sign of milk was found'],
    ['Milk was not found.', 'Milk was not found'],
    ['We found no milk; it is black.', 'We found no milk'],
  ])('is warned of without a list of what was searched: %s', (text, quoted) => {
    expect(why(text)).toEqual([
      `${black.slug} caffeine: Caffeine does not say what was searched: “${quoted}”.`,
    ]);
  });

  it.each([
    'The label, the leaflet and the shop’s pages were searched, and no milk was found.',
    'None of it is found in cups that are clean, says a page that was read.',
    'It is found in the kitchen. No milk is in it.',
  ])('is not, where it says so or nothing of the kind: %s', (text) => {
    expect(why(text)).toEqual([]);
  });

  it('that is unknown rests on more than one page', () => {
    const unknown = (sources: readonly string[]): readonly string[] =>
      caffeineOf(
        rated('caffeine', () => ({
          state: 'unknown',
          looked: 'The leaflet.',
          checked: '2025-07-01',
          sources,
        })),
        'unnamed-search',
      );
    expect(unknown(['leaves'])).toEqual([
      `${black.slug} caffeine: Caffeine is unknown after a look at one page alone.`,
    ]);
    expect(unknown(['leaves', 'cups'])).toEqual([]);
  });
});

describe('a source', () => {
  const [first] = tea.sources;
  if (first === undefined) throw new Error('There is a source.');
  const one = (more: Partial<Source>): readonly string[] =>
    told(
      { ...tea, sources: [{ ...first, title: 'Leaf', edition: undefined, ...more }] },
      'undated-source',
    ).map((text) => text.replace(/^\S+ \S+ /, ''));

  it('without a date is warned of, file by file', () => {
    expect(one({ date: null })).toEqual([
      'Of 1 source, 1 has no date, nor has the copy that was read: “Leaf”.',
    ]);
  });

  it('is not, where it or the copy that was read has one', () => {
    expect(one({ date: '2020' })).toEqual([]);
    expect(one({ date: null, edition: { none: 'not-in-git', read: '2025-01-01' } })).toEqual([]);
    expect(one({ date: null, edition: { none: 'not-in-git' } })).toHaveLength(1);
  });
});

/** The tea as often as there are figures, each option with one of them. */
const withFigures = (figures: readonly number[], criterion = 'caffeine'): Comparison => ({
  ...tea,
  options: figures.flatMap((value, i) => {
    const rating = black.ratings[criterion];
    if (rating === undefined) return [];
    const known = finding({ value, basis: 'typical' })(rating);
    return [
      {
        ...black,
        slug: `tea-${String(i)}`,
        name: `Tea ${String(i)}`,
        modes: [],
        ratings: { ...black.ratings, [criterion]: known },
      },
    ];
  }),
});
const caffeine = tea.criteria.find(({ slug }) => slug === 'caffeine');
if (caffeine?.scale.kind !== 'quantity') throw new Error('Caffeine is a quantity.');
const { worst, best } = caffeine.scale;

describe('a figure', () => {
  it('far from all others is warned of: it may be in another unit', () => {
    expect(told(withFigures([40, 50, 45, 60, 0.045]), 'implausible-figure')).toEqual([
      expect.stringMatching(
        /^tea-4 caffeine: Caffeine is 0\.045 mg, where the others are about 50 mg\. Is it in another unit\?$/,
      ),
    ]);
    expect(told(withFigures([40, 50, 45, 60, 50_000]), 'implausible-figure')).toHaveLength(1);
  });

  it.each([
    ['where figures lie far apart', [1, 10, 100, 1000, 10_000]],
    ['where another is like it', [40, 50, 45, 60, 50_000, 60_000]],
    ['among few', [40, 50, 0.045]],
    ['that is nothing', [40, 50, 45, 60, 0]],
  ])('is not, %s', (_where, figures) => {
    expect(told(withFigures(figures), 'implausible-figure')).toEqual([]);
  });

  it('beyond an anchor is warned of, each side once', () => {
    const [low, high] = [Math.min(worst, best), Math.max(worst, best)];
    const names = { [worst]: 'worst', [best]: 'best' };
    const mg = (n: number): string => `${String(n)} mg`;
    const beyond = told(withFigures([low, high, high + 1, high + 2, low / 2]), 'beyond-anchors');
    expect(beyond.toSorted()).toEqual(
      [
        `- caffeine: Caffeine: 2 figures lie beyond the ${names[high] ?? ''} anchor, ${mg(high)}, and count as that: Tea 2 and Tea 3.`,
        `- caffeine: Caffeine: 1 figure lies beyond the ${names[low] ?? ''} anchor, ${mg(low)}, and counts as that: Tea 4.`,
      ].toSorted(),
    );
  });
});

describe('a value that changed since the newest release', () => {
  const released = (value: Value, checked: string): readonly string[] => {
    const { criteria, options } = tea;
    const made = makeRelease('2025-08-01b', {
      indifference: 0,
      lifecycle: null,
      criteria,
      options,
      questions: [],
    });
    const now = rated('caffeine', finding({ value, checked }));
    return told({ ...now, today: '2025-08-02', releases: [made] }, 'changed-unread');
  };
  const was = black.ratings.caffeine;
  if (was === undefined || !hasValue(was)) throw new Error('It has a value.');

  it('is warned of, if its sources were not read since', () => {
    expect(released(33, '2025-07-31')).toEqual([
      `${black.slug} caffeine: Caffeine was “${String(was.value)} mg” in the release of 2025-08-01 and is “33 mg”, but was checked before, on 2025-07-31.`,
    ]);
  });

  it('is not, if they were, or if it is the same', () => {
    expect(released(33, '2025-08-01')).toEqual([]);
    expect(released(was.value, '2025-07-31')).toEqual([]);
  });
});

describe('what is printed', () => {
  const site = (warningsOff: Comparison['site']['warningsOff']): Comparison => ({
    ...tea,
    today: '2027-08-01',
    site: { ...tea.site, warningsOff },
  });

  it('stands under its rule, the first few of each', () => {
    const report = warningsOf(site({}));
    const stale = report.warnings.filter(({ rule }) => rule === 'stale');
    const text = formatWarnings(report, false);
    expect(text).toContain(
      `Ratings that were checked too long ago (stale, ${String(stale.length)})\n  tests/`,
    );
    expect(text).toContain(`  … and ${String(stale.length - 20)} more: npm run check -- --all`);
    expect(formatWarnings(report, true)).not.toContain('npm run check');
  });

  it('says what is switched off, why, and how many warnings that keeps silent', () => {
    const loud = warningsOf(site({}));
    const quiet = warningsOf(site({ stale: 'Tea does not age.' }));
    const count = loud.warnings.filter(({ rule }) => rule === 'stale').length;
    const told = (warnings: readonly Warning[]): unknown =>
      warnings.map(({ line: _, ...rest }) => rest);
    expect(told(quiet.warnings)).toEqual(
      told(loud.warnings.filter(({ rule }) => rule !== 'stale')),
    );
    expect(formatWarnings(quiet, false)).toContain(
      `Switched off in site.yaml: stale, ${String(count)} warnings. Tea does not age.`,
    );
    expect(formatWarnings(quiet, false)).not.toContain('checked too long ago');
  });

  it('is nothing where there is nothing to tell', () => {
    expect(formatWarnings({ warnings: [], off: [], idle: [] }, false)).toBe('');
  });
});
