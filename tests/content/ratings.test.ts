/** Truths about the ratings. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quality } from '../../src/comparison/quality.ts';
import { ratingOf } from '../../src/decision/model.ts';
import { hasValue } from '../../src/decision/rating.ts';
import { comparison } from './content.ts';

const { options, criteria, published } = comparison;
const all = quality(comparison);
const option = (slug: string): (typeof options)[number] => {
  const found = options.find((o) => o.slug === slug);
  if (found === undefined) throw new Error(`There is no option ${slug}.`);
  return found;
};
const valueOf = (slug: string, criterion: string): unknown => {
  const rating = option(slug).ratings[criterion];
  return rating !== undefined && hasValue(rating) ? rating.value : (rating?.state ?? 'missing');
};

describe('the table of the reference article', () => {
  const table = published.find((p) => p.slug === 'azure-architecture-center');
  const cells = (date: string): unknown =>
    Object.fromEntries(
      (table?.data.versions.find((v) => v.date === date)?.rows ?? []).map((row) => [
        row.name,
        ['operational-cost', 'ease-of-configuration', 'flexibility', 'mixed-node'].map((c) => {
          const cell = row.cells[c];
          return `${cell?.says ?? ''}${cell?.marks.includes('kubeadm') === true ? '**' : ''}`;
        }),
      ]),
    );
  const three = {
    'Bare-metal Kubernetes': ['High**', 'Difficult**', 'High**', 'Yes'],
    'K8s on Azure Stack Edge Pro': ['Low', 'Easy', 'Low', 'Linux only'],
    'AKS hybrid': ['Low', 'Easy', 'Medium', 'Yes'],
  };

  it('is carried exactly, edition by edition', () => {
    expect(cells('2022-11-11')).toEqual(three);
    expect(cells('2024-06-07')).toEqual(three);
    expect(cells('2026-04-28')).toEqual({
      ...three,
      'AKS Edge Essentials': ['Low', 'Easy', 'Medium', 'Yes'],
    });
  });

  it('has both assumptions, and the footnotes of each edition', () => {
    expect(table?.data.assumptions).toHaveLength(2);
    expect(table?.data.versions.map((v) => v.footnotes.map((f) => f.sign))).toEqual([
      ['*', '**'],
      ['*', '**'],
      ['**'],
    ]);
  });

  it('agrees with our rubrics on its first three options, but for Windows nodes of AKS hybrid', () => {
    const classic = ['operational-cost', 'ease-of-configuration', 'flexibility', 'mixed-node'];
    const ours = (slug: string): unknown[] => classic.map((c) => valueOf(slug, c));
    expect(ours('bare-metal')).toEqual(['high', 'difficult', 'high', 'linux-and-windows']);
    expect(ours('azure-stack-edge')).toEqual(['low', 'easy', 'low', 'linux-only']);
    // The last Windows image ended in October 2026, with no successor named.
    expect(ours('aks-hybrid')).toEqual(['low', 'easy', 'medium', 'linux-only']);
  });
});

describe('the data', () => {
  it('leaves nothing unrated', () => {
    expect(all.states.unrated).toBe(0);
    // Where modes differ, each has its rating.
    const more = options.flatMap(({ modes }) =>
      modes.slice(1).flatMap((mode) => Object.keys(mode.ratings)),
    );
    expect(all.total).toBe(options.length * criteria.length + more.length);
  });

  it('has more than nine tenths of its ratings known, and few of them inferred', () => {
    const valued = all.states.known + all.states.partial;
    expect(valued / all.total).toBeGreaterThan(0.85);
    expect(all.evidence.inferred / valued).toBeLessThan(0.15);
  });

  it('has every criterion rated for more than a third of the options', () => {
    for (const criterion of criteria) {
      const { states, total } = quality(comparison, { criterion });
      expect(states.unknown / total, criterion.slug).toBeLessThan(2 / 3);
    }
  });

  it('gives the same machine the same figures, or says why not', () => {
    for (const o of options) {
      const memory = o.ratings['min-memory'];
      const node = o.ratings['small-footprint-nodes'];
      if (memory === undefined || node === undefined || !hasValue(memory) || !hasValue(node)) continue;
      // A worker can need less than a whole cluster, never more.
      expect(Number(node.value), o.slug).toBeLessThanOrEqual(Number(memory.value));
    }
  });
});

describe('every option', () => {
  it.each(options)('$slug has all its sections', (o) => {
    const { bestFor, notFor, considerations, tooling, start, history, topologies } = o.data;
    for (const list of [bestFor, notFor, considerations, tooling, start, history, topologies]) {
      expect(list.length).toBeGreaterThan(0);
    }
    expect(o.shortName.length).toBeLessThanOrEqual(16);
    expect(o.data.summary).toMatch(/\.$/);
  });

  it.each(options)('$slug tells its history in order', (o) => {
    const dates = o.data.history.map((h) => h.date);
    dates.slice(1).forEach((date, i) => {
      const before = dates[i] ?? '';
      // A month and a day of that month are in either order.
      const precision = Math.min(date.length, before.length);
      expect(date.slice(0, precision) >= before.slice(0, precision), `${before}, ${date}`).toBe(true);
    });
  });
});

describe('every criterion', () => {
  it.each(criteria.filter((c) => c.scale.kind === 'ordinal'))('$slug says what earns each level', ({ scale }) => {
    if (scale.kind !== 'ordinal') return;
    for (const level of scale.levels) expect(level.rubric?.length ?? 0).toBeGreaterThan(10);
  });

  it.each(criteria)('$slug tells some options apart', (criterion) => {
    const values = new Set(
      options.map((o) => {
        const rating = ratingOf(o, criterion);
        return hasValue(rating) ? JSON.stringify(rating.value) : rating.state;
      }),
    );
    expect(values.size).toBeGreaterThan(1);
  });
});

it('the engine names no option, criterion, question or scenario', () => {
  const root = resolve(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) =>
    /\.(?:ts|tsx|astro|css|js)$/.test(f),
  );
  const words = [
    ...options.flatMap((o) => [o.slug, o.name, o.shortName]),
    // A word of one syllable can mean many things; slugs of several are names.
    ...[...criteria, ...comparison.questions, ...comparison.scenarios]
      .map((entry) => entry.slug)
      .filter((slug) => slug.includes('-')),
    'kubernetes',
  ].map((word) => word.toLowerCase());
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8').toLowerCase();
    return words.flatMap((word) => {
      const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      return new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`).test(text) ? [`${file}: ${word}`] : [];
    });
  });
  expect(found).toEqual([]);
});
