/** Links of the real site: those that have been made keep their meaning, and no text breaks the reader. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setting } from '../../src/comparison/environment.ts';
import { analysisOf, preferencesIn } from '../../src/decision/analysis.ts';
import { namedFirst } from '../../src/decision/conclusion.ts';
import { recommend } from '../../src/decision/recommend.ts';
import { formatAsk, parseAsk } from '../../src/links/ask.ts';
import type { Unfollowed } from '../../src/links/keys.ts';
import { parseQuery } from '../../src/links/query.ts';
import { explainDrift } from '../../src/links/drift.ts';
import { openRelease, questionnaireOf, type OpenedRelease } from '../../src/links/release.ts';
import {
  EMPTY_VIEW,
  formatView,
  parseView,
  type ViewState,
} from '../../src/links/view.ts';
import { comparison, release } from './content.ts';
import { mutator } from './fuzz.ts';

/** How many mutants are tried: as many as FUZZ says, or a hundred thousand. */
const MUTANTS = Number(setting('FUZZ') ?? 100_000);

interface Golden {
  readonly query: string;
  readonly release: string;
  /** The kind of headline that it had, and the first five with score and first-rank share. */
  readonly answer: string;
  /** The kind of verdict and whom it puts first. */
  readonly verdict: string;
  /** The same five, each with its top share. */
  readonly topShares: string;
}

/** The fields of each line of a file of links; later lines only ever come after earlier ones. */
function linesOf(file: string): string[][] {
  return readFileSync(join(import.meta.dirname, '../fixtures/links', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

const golden = linesOf('ask.tsv').map(
  ([query = '', name = '', answer = '', verdict = '', topShares = '']): Golden => ({
    query,
    release: name,
    answer,
    verdict,
    topShares,
  }),
);

/** Query, the form in which the site writes it, and the state that it means, but for what is default. */
const views = linesOf('view.tsv').map(([query = '', link = '', state = '']) => ({
  query,
  link,
  state: JSON.parse(state) as Partial<ViewState>,
}));

const { criteria, questions } = release.vocabulary;
// The matrix has options too that are never recommended.
const options = comparison.options.map(({ slug, data, modes }) => ({
  slug,
  formerSlugs: data.formerSlugs,
  modes: modes.map((mode) => ({ slug: mode.slug, formerSlugs: mode.formerSlugs })),
}));
const vocabulary = {
  ...release.vocabulary,
  options,
  groups: comparison.groups.map((g) => g.slug),
  defaultView: comparison.site.defaultView,
};

/** The criteria of the first release, of which the links of the matrix on file speak. */
const firstCriteria = new Set(comparison.releases.map((r) => r.name).toSorted().slice(0, 1).flatMap((name) =>
  openKept(name).vocabulary.criteria.map((c) => c.slug),
));
const groupOf = (slug: string): string | undefined =>
  comparison.criteria.find((c) => c.slug === slug)?.group;

type Answered = Pick<Golden, 'answer' | 'verdict' | 'topShares'>;

/**
 * What a link answers: the first five, each with its score and how often it is first, in alphabetical
 * order, since those that are equal may stand in any; the verdict; and the top shares of those five.
 */
function answerOf(name: string, query: string): Answered {
  const opened = openKept(name);
  const { state, unfollowed } = parseAsk(opened.vocabulary, query);
  expect(unfollowed).toEqual([]);
  const asked = questionnaireOf(opened);
  const { proven, ifConfirmed } = recommend(
    opened.model,
    preferencesIn(asked, state),
    state.strict,
  );
  const { robust, conclusion } = analysisOf(asked, state);
  const first = [...proven, ...ifConfirmed].slice(0, 5).map((r) => {
    const place = robust?.options.indexOf(r.option) ?? -1;
    return {
      figures: `${r.option} ${r.score.toFixed(4)} ${robust?.ranks[place]?.[0]?.toFixed(4) ?? '-'}`,
      top: `${r.option} ${robust?.topShares[place]?.toFixed(4) ?? '-'}`,
    };
  });
  const named = namedFirst(conclusion).map((standing) => standing.option);
  return {
    answer: first
      .map(({ figures }) => figures)
      .toSorted()
      .join(', '),
    verdict: [conclusion.kind, ...named.toSorted()].join(' '),
    topShares: first
      .map(({ top }) => top)
      .toSorted()
      .join(', '),
  };
}

function openKept(name: string): OpenedRelease {
  const kept = comparison.releases.find((r) => r.name === name);
  if (kept === undefined) throw new Error(`There is no release ${name}.`);
  return openRelease(kept);
}

/** What is on file, without the kind of headline that it had and in alphabetical order. */
const figuresOf = (answer: string): string =>
  (answer.split(': ')[1] ?? '').split(', ').toSorted().join(', ');

describe('a link that was made once', () => {
  it('is on file, of the first release and of the one that brought the newest options', () => {
    expect(golden.filter((link) => link.release === '2026-11-22').length).toBeGreaterThan(20);
    expect(golden.filter((link) => link.release === '2026-11-29b').length).toBeGreaterThan(30);
    expect(golden.filter((link) => link.release === '2026-11-29d').length).toBeGreaterThan(30);
    expect(golden.filter((link) => link.release === '2026-11-29e').length).toBeGreaterThan(30);
    expect(golden.filter((link) => link.release === '2026-11-29f').length).toBeGreaterThan(30);
    expect(golden.filter((link) => link.release === '2026-11-30').length).toBeGreaterThan(30);
    expect(golden.filter((link) => link.release === '2026-11-30b').length).toBeGreaterThan(30);
    expect(comparison.releases.length).toBeGreaterThan(0);
  });

  it.each(golden)('$release $query answers as it did', (link) => {
    const { query, answer, verdict, topShares } = link;
    expect(answerOf(link.release, query)).toEqual({
      answer: figuresOf(answer),
      verdict,
      topShares,
    });
  });

  it.each(golden)('$query can still be followed today', ({ query }) => {
    expect(parseAsk(release.vocabulary, query).unfollowed).toEqual([]);
  });

  it.each(golden)('$release $query is told what has changed its answer', (link) => {
    const then = openKept(link.release);
    const { state } = parseAsk(then.vocabulary, link.query);
    const drift = explainDrift(then, release, state);
    // Whoever led then is named by that release; whoever leads now by this one.
    const slugs = (options: readonly { readonly slug: string }[]): readonly string[] =>
      options.map((option) => option.slug);
    expect(slugs(then.model.options)).toEqual(expect.arrayContaining([...drift.before.options]));
    expect(slugs(release.model.options)).toEqual(expect.arrayContaining([...drift.after.options]));
    // A change is never told without a head under which something differs.
    const { ratings, options: came, answers, method } = drift;
    const differs =
      ratings.count + came.added.length + came.removed.length + came.split.length > 0 ||
      answers.questions.length > 0 ||
      method.differs;
    expect(differs || !drift.changed).toBe(true);
    // An answer is told to mean something else only where it was given.
    expect(Object.keys(state.answers)).toEqual(expect.arrayContaining([...answers.questions]));
    // What decides by itself is among what has changed.
    expect(ratings.decisive.length).toBeLessThanOrEqual(ratings.count);
    expect(explainDrift(then, then, state).changed).toBe(false);
  });

  it.each(golden)('$query is short', ({ query }) => {
    expect(query.length).toBeLessThan(500);
  });
});

describe('a link to the matrix or to a comparison that was made once', () => {
  it('is on file', () => {
    expect(views.length).toBeGreaterThanOrEqual(30);
  });

  it.each(views)('$query means what it meant', ({ query, link, state }) => {
    const { state: parsed, unfollowed } = parseView(vocabulary, query);
    expect(unfollowed).toEqual([]);
    // A whole group takes in the criteria that came to it later, after those on file and nowhere else.
    const groups = [...query.matchAll(/([\w-]+)\*/g)].map(([, group]) => group);
    const came = (parsed.columns ?? []).filter(
      (column) => !firstCriteria.has(column) && groups.includes(groupOf(column)),
    );
    const columns = parsed.columns?.filter((column) => !came.includes(column)) ?? null;
    expect({ ...parsed, columns }).toEqual({ ...EMPTY_VIEW, ...state });
    expect(formatView(vocabulary, parsed)).toBe(link);
  });

  it.each(views)('$query is short', ({ link }) => {
    expect(link.length).toBeLessThan(500);
  });
});

describe('any text for a link', () => {
  const words = [
    ...criteria.map((c) => c.slug),
    ...options.map((o) => o.slug),
    ...questions.flatMap((q) => [q.slug, ...q.answers.map((a) => a.slug)]),
  ];

  it(`is followed or told, part by part: ${String(MUTANTS)} mutants`, () => {
    const mutate = mutator([...golden, ...views].map(({ query }) => query), words, 1);
    const safe = /^[\w.~!*'(),/:%=&-]*$/;
    const faults: string[] = [];
    for (let i = 0; i < MUTANTS && faults.length < 5; i++) {
      const text = mutate();
      const ask = parseAsk(vocabulary, text);
      const view = parseView(vocabulary, text);
      const askLink = formatAsk(vocabulary, ask.state);
      const viewLink = formatView(vocabulary, view.state);
      if (!safe.test(askLink) || !safe.test(viewLink)) faults.push(`unsafe: ${text}`);
      if (formatAsk(vocabulary, parseAsk(vocabulary, askLink).state) !== askLink) {
        faults.push(`unstable: ${text}`);
      }
      if (formatView(vocabulary, parseView(vocabulary, viewLink).state) !== viewLink) {
        faults.push(`unstable: ${text}`);
      }
      const keptBy = (link: string, unfollowed: readonly Unfollowed[]): ReadonlySet<string> =>
        new Set([...parseQuery(link).map((p) => p.key), ...unfollowed.map((u) => u.key)]);
      const askKeys = keptBy(askLink, ask.unfollowed);
      const viewKeys = keptBy(viewLink, view.unfollowed);
      for (const { key } of parseQuery(text)) {
        if (!askKeys.has(key)) faults.push(`dropped “${key}” of ${text}`);
        // Columns that are those of the default view are not written, nor is what differs, now the default.
        if (!viewKeys.has(key) && key !== 'columns' && key !== 'differences') faults.push(`dropped “${key}” of ${text}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
