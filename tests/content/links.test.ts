/** Links of the real site: those that have been made keep their meaning, and no text breaks the reader. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisOf, outcomeOf } from '../../src/decision/analysis.ts';
import { formatAsk, parseAsk } from '../../src/decision/ask.ts';
import { parseQuery } from '../../src/decision/query.ts';
import { headline } from '../../src/decision/recommend.ts';
import { openRelease } from '../../src/decision/release.ts';
import { formatView, parseView, type Unfollowed } from '../../src/decision/view.ts';
import { comparison, release } from './content.ts';
import { mutator } from './fuzz.ts';

/** How many mutants are tried: as many as FUZZ says, or a hundred thousand. */
const MUTANTS = Number(process.env.FUZZ ?? 100_000);

interface Golden {
  readonly query: string;
  readonly release: string;
  readonly answer: string;
}

/** Lines of: query, release, what it answered; later lines only ever come after earlier ones. */
const golden = readFileSync(join(import.meta.dirname, '../fixtures/links/ask.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): Golden => {
    const [query = '', name = '', answer = ''] = line.split('\t');
    return { query, release: name, answer };
  });

/** An answer in a line: the kind of headline, who leads, and the order with scores. */
function answerOf(name: string, query: string): string {
  const kept = comparison.releases.find((r) => r.name === name);
  if (kept === undefined) return `there is no release ${name}`;
  const opened = openRelease(kept);
  const { state, unfollowed } = parseAsk(opened.vocabulary, query);
  if (unfollowed.length > 0) return `cannot follow ${unfollowed.map((u) => u.key).join(', ')}`;
  const { recommendation } = outcomeOf(opened, state);
  const { robust } = analysisOf(opened, state);
  const told = headline(recommendation, robust);
  const order = [...recommendation.proven, ...recommendation.ifConfirmed].map(
    (r, i) => `${r.option} ${r.score.toFixed(4)} ${robust?.ranks[i]?.[0]?.toFixed(4) ?? '-'}`,
  );
  return `${told.kind}${told.confirmed ? '' : '?'}: ${order.slice(0, 5).join(', ')}`;
}

describe('a link that was made once', () => {
  it('is on file', () => {
    expect(golden.length).toBeGreaterThan(20);
    expect(comparison.releases.length).toBeGreaterThan(0);
  });

  it.each(golden)('$release $query answers as it did', ({ query, release: name, answer }) => {
    expect(answerOf(name, query)).toBe(answer);
  });

  it.each(golden)('$query can still be followed today', ({ query }) => {
    expect(parseAsk(release.vocabulary, query).unfollowed).toEqual([]);
  });

  it.each(golden)('$query is short', ({ query }) => {
    expect(query.length).toBeLessThan(500);
  });
});

describe('any text for a link', () => {
  const { criteria, options, questions } = release.vocabulary;
  const vocabulary = {
    ...release.vocabulary,
    groups: comparison.groups.map((g) => g.slug),
    defaultView: comparison.site.defaultView,
  };
  const words = [
    ...criteria.map((c) => c.slug),
    ...options.map((o) => o.slug),
    ...questions.flatMap((q) => [q.slug, ...q.answers.map((a) => a.slug)]),
  ];
  const views = ['min-memory=..2048&sort=-flexibility', 'mixed-node=linux-and-windows&columns=fit*&rows=criteria', 'options=k3s,microk8s&differences', 'q=edge&failed=dim&unproven=hide'];

  it(`is followed or told, part by part: ${String(MUTANTS)} mutants`, () => {
    const mutate = mutator([...golden.map((g) => g.query), ...views], words, 1);
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
        // Columns that are those of the default view are not written.
        if (!viewKeys.has(key) && key !== 'columns') faults.push(`dropped “${key}” of ${text}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
