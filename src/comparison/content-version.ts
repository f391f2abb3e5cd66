/** Which content this is, as a short name that changes when the data do. */

import { createHash } from 'node:crypto';
import type { Comparison } from './comparison.ts';

const known = new WeakMap<Comparison, string>();

/**
 * The version of the content: the beginning of a hash of all data, prose left out.
 *
 * It depends neither on the day, nor on where files lie, nor on the order of fields within them.
 *
 * @returns twelve hexadecimal digits
 */
export function contentVersion(comparison: Comparison): string {
  const version = known.get(comparison) ?? hash(comparison);
  known.set(comparison, version);
  return version;
}

function hash(comparison: Comparison): string {
  const { site, criteria, options, sources, published } = comparison;
  const { pages, guides, questions, scenarios, glossary } = comparison;
  const data = ({ slug, data }: { slug: string; data: object }): object => ({ slug, data });
  const model = {
    site,
    criteria: criteria.map(({ file: _file, ...criterion }) => criterion),
    options: options.map(data),
    sources: sources.map(({ file: _file, ...source }) => source),
    published: published.map(data),
    pages: pages.map(data),
    guides: guides.map(data),
    questions: questions.map(data),
    scenarios: scenarios.map(data),
    terms: glossary?.terms ?? [],
  };
  const text = JSON.stringify(model, (_key, value: unknown) => sorted(value));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** An object with its keys in alphabetical order; anything else as it is. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
