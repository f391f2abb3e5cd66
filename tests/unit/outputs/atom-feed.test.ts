import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/comparison/release-changes.ts';
import { feedPath } from '../../../src/links/routes.ts';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { changesFeeds } from '../../../src/outputs/atom-feed.ts';
import { currentRelease } from '../../../src/outputs/recommender-props.ts';
import type { PresentRelease } from '../../../src/links/release.ts';
import { absoluteUrl, loadTea } from '../comparison/loaded.ts';

const tea = loadTea();
const made = currentRelease(tea);
if (made.format === 1) throw new Error('Releases are made in the present format.');
const now: PresentRelease = { ...made, name: '2026-11-22' };

/** The present release as it would have been, had some things been otherwise. */
const earlier = (
  name: string,
  change: (option: PresentRelease['options'][number]) => object,
): PresentRelease => ({
  ...now,
  name,
  options: now.options.map((option) => ({ ...option, ...change(option) })),
});

const withCaffeine = (value: number): PresentRelease =>
  earlier('2026-10-01', ({ slug, ratings }) =>
    slug === 'black-tea'
      ? { ratings: { ...ratings, caffeine: { value, evidence: 'claimed' as const } } }
      : {},
  );

const without = (slug: string): PresentRelease => ({
  ...now,
  name: '2026-10-01',
  options: now.options.filter((option) => option.slug !== slug),
});

describe('changes between releases', () => {
  it('are none between a release and itself', () => {
    expect(changesBetween(now, now)).toEqual({
      release: now.name,
      criteriaAdded: [],
      criteriaRemoved: [],
      options: [],
    });
  });

  it('give the old and the new value of a rating in words', () => {
    expect(changesBetween(withCaffeine(40), now).options).toEqual([
      {
        option: { slug: 'black-tea', name: 'Black tea' },
        change: 'changed',
        renamed: null,
        ratings: [
          {
            criterion: { slug: 'caffeine', name: expect.stringContaining('Caffeine') as string },
            mode: null,
            before: '40 mg (claimed)',
            after: '50 mg (measured)',
          },
        ],
      },
    ]);
  });

  it('name an option that came, once, and not each of its ratings', () => {
    const { options } = changesBetween(without('green-tea'), now);
    expect(options).toEqual([
      {
        option: { slug: 'green-tea', name: 'Green tea' },
        change: 'added',
        renamed: null,
        ratings: [],
      },
    ]);
  });

  it('name an option that went', () => {
    const { options } = changesBetween(now, without('green-tea'));
    expect(options.map(({ option, change }) => [option.slug, change])).toEqual([
      ['green-tea', 'removed'],
    ]);
  });

  it('know a renamed option by its former slug', () => {
    const before = earlier('2026-10-01', ({ slug }) =>
      slug === 'black-tea' ? { slug: 'bohea', name: 'Bohea', formerSlugs: [] } : {},
    );
    expect(changesBetween(before, now).options).toEqual([
      {
        option: { slug: 'black-tea', name: 'Black tea' },
        change: 'changed',
        renamed: 'Bohea',
        ratings: [],
      },
    ]);
  });

  it('name a criterion that came, and no rating on it', () => {
    const before: PresentRelease = {
      ...now,
      name: '2026-10-01',
      criteria: now.criteria.filter((criterion) => criterion.slug !== 'caffeine'),
      options: now.options.map((option) => ({
        ...option,
        ratings: Object.fromEntries(
          Object.entries(option.ratings).filter(([slug]) => slug !== 'caffeine'),
        ),
      })),
    };
    const { criteriaAdded, options } = changesBetween(before, now);
    expect(criteriaAdded.map(({ slug }) => slug)).toEqual(['caffeine']);
    expect(options).toEqual([]);
  });
});

interface ParsedEntry {
  readonly id: string;
  readonly title: { readonly '#text': string };
  readonly updated: string;
  readonly content: { readonly '#text': string };
  readonly link: { readonly '@_href': string };
}

/** The entries of a feed that is well-formed and has all that Atom asks for. */
function entriesOf(xml: string | undefined): readonly ParsedEntry[] {
  if (xml === undefined) throw new Error('There is no such feed.');
  expect(SyntaxValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name, path) => name === 'entry' || path === 'feed.link',
  });
  const { feed } = parser.parse(xml) as {
    feed: { id: string; title: string; updated: string; author: object; entry?: ParsedEntry[] };
  };
  expect(feed).toMatchObject({
    '@_xmlns': 'http://www.w3.org/2005/Atom',
    id: expect.stringMatching(/^https:/) as string,
    author: { name: 'Leafwise' },
    updated: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T12:00:00/) as string,
  });
  const entries = feed.entry ?? [];
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  return entries;
}

const feedsOf = (...releases: readonly PresentRelease[]): ReadonlyMap<string, string> => {
  const comparison: Comparison = { ...tea, releases };
  return changesFeeds(comparison, absoluteUrl);
};

describe('the feeds', () => {
  it('are not there before the first release', () => {
    expect(feedsOf().size).toBe(0);
  });

  it('begin with the first release', () => {
    const feeds = feedsOf(now);
    const first = entriesOf(feeds.get(feedPath()));
    expect(first.map(({ title }) => title['#text'])).toEqual(['The first release of Leafwise']);
    expect(entriesOf(feeds.get(feedPath('green-tea')))).toEqual(first);
  });

  it('are none for what no release has', () => {
    expect(feedsOf(without('water')).has(feedPath('water'))).toBe(false);
  });

  it('of an option begin where it was added', () => {
    const feeds = feedsOf(without('green-tea'), now);
    const [added, ...others] = entriesOf(feeds.get(feedPath('green-tea')));
    expect(added?.title['#text']).toBe('Green tea: added');
    expect(others).toEqual([]);
  });

  it('tell of a changed rating with old value, new value and source', () => {
    const [entry] = entriesOf(feedsOf(withCaffeine(40), now).get(feedPath()));
    expect(entry?.link['@_href']).toBe(absoluteUrl('/options/black-tea/'));
    expect(entry?.updated).toContain('2026-11-22');
    const html = entry?.content['#text'] ?? '';
    expect(html).toContain('40 mg (claimed) → 50 mg (measured)');
    expect(html).toContain(`href="${absoluteUrl('/options/black-tea/#caffeine')}"`);
    expect(html).toMatch(/Sources: <a href="https?:[^"]+">/);
  });

  it('give no source for a value that has changed since', () => {
    const middle = { ...withCaffeine(45), name: '2026-11-01' };
    const entries = entriesOf(feedsOf(withCaffeine(40), middle, now).get(feedPath()));
    const [newest, between] = entries.map((entry) => entry.content['#text']);
    expect(newest).toContain('Sources');
    expect(between).toContain('40 mg (claimed) → 45 mg (claimed)');
    expect(between).not.toContain('Sources');
  });

  it('of an option hold what is about it, under the same ids', () => {
    const feeds = feedsOf(withCaffeine(40), now);
    const site = entriesOf(feeds.get(feedPath())).map(({ id }) => id);
    const own = (slug: string): string[] =>
      entriesOf(feeds.get(feedPath(slug))).map(({ id }) => id);
    expect(site).toHaveLength(2);
    expect(own('black-tea')).toEqual(site);
    expect(own('green-tea')).toEqual(site.slice(1));
  });

  it('hold names as text, whatever stands in them', () => {
    const before = earlier('2026-10-01', ({ slug }) =>
      slug === 'black-tea' ? { name: '<b>Tea & "sons"</b> ]]>' } : {},
    );
    const [entry] = entriesOf(feedsOf(before, now).get(feedPath()));
    expect(entry?.content['#text']).toContain(
      'Formerly &lt;b&gt;Tea &amp; &quot;sons&quot;&lt;/b&gt; ]]&gt;.',
    );
  });
});
