/**
 * The pages that list the sources. All stand on one page where they are few. Where they are many, that page
 * lists the publishers, and leads to pages of those with many sources, each in parts if need be, and to
 * pages that the others share.
 */

import { sourcePath } from '../links/routes.ts';
import { alphabetically, initial } from '../words/alphabetical.ts';
import type { Comparison } from './comparison.ts';

/** So many sources stand on one page. */
const MOST = 200;

/** A publisher with fewer sources than this has no page of its own where there are several pages. */
const MANY = 20;

/** What such pages know of a source. */
interface Listable {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
}

/** The sources of one publisher, those of them that stand on one page. */
export interface PublishedBy<S extends Listable> {
  readonly publisher: string;
  /** By title. */
  readonly sources: readonly S[];
}

/** A page of sources. */
export interface SourcePage<S extends Listable> {
  /** The last part of its path. */
  readonly slug: string;
  readonly name: string;
  /** Alphabetical; a single one on a page of its own. */
  readonly publishers: readonly PublishedBy<S>[];
}

/** The publishers of sources, each with its own; both are alphabetical. */
export function publishersOf<S extends Listable>(
  sources: readonly S[],
  language: string,
): readonly PublishedBy<S>[] {
  const sorted = sources.toSorted(
    (a, b) =>
      alphabetically(a.publisher, b.publisher, language) ||
      alphabetically(a.title, b.title, language),
  );
  const grouped = new Map<string, S[]>();
  for (const source of sorted) {
    const own = grouped.get(source.publisher);
    if (own === undefined) grouped.set(source.publisher, [source]);
    else own.push(source);
  }
  return [...grouped].map(([publisher, own]) => ({ publisher, sources: own }));
}

/**
 * The pages beneath that of all sources.
 *
 * @param language of the content, as a tag
 * @returns first those of one publisher, then those that several share; none where all stand on one page
 */
export function sourcePages<S extends Listable>(
  sources: readonly S[],
  language: string,
): readonly SourcePage<S>[] {
  if (sources.length <= MOST) return [];
  const publishers = publishersOf(sources, language);
  const taken = new Set<string>();
  const slugFor = (name: string): string => {
    const plain = slugOfName(name);
    for (let n = 1; ; n += 1) {
      const slug = n === 1 ? plain : `${plain}-${String(n)}`;
      if (taken.has(slug)) continue;
      taken.add(slug);
      return slug;
    }
  };
  const shared = inRuns(publishers.filter(({ sources: own }) => own.length < MANY)).map(
    (run): SourcePage<S> => ({
      slug: slugFor('others'),
      name: `Others, ${letters(run)}`,
      publishers: run,
    }),
  );
  const single = publishers
    .filter(({ sources: own }) => own.length >= MANY)
    .flatMap(({ publisher, sources: own }) =>
      inParts(own).map((part, i, parts): SourcePage<S> => ({
        slug: slugFor(publisher),
        name:
          parts.length === 1
            ? publisher
            : `${publisher}, ${String(i + 1)} of ${String(parts.length)}`,
        publishers: [{ publisher, sources: part }],
      })),
    );
  return [...single, ...shared];
}

/** With which letters publishers in a row begin: “A to K”. */
function letters(run: readonly { readonly publisher: string }[]): string {
  const ends = [run.at(0), run.at(-1)].map((end) => initial(end?.publisher ?? ''));
  return [...new Set(ends.map((letter) => (letter === '0' ? '0–9' : letter)))].join(' to ');
}

/** Publishers in a row whose sources fill a page together. */
function inRuns<S extends Listable>(
  publishers: readonly PublishedBy<S>[],
): readonly (readonly PublishedBy<S>[])[] {
  const runs: PublishedBy<S>[][] = [];
  let count = MOST;
  for (const publisher of publishers) {
    count += publisher.sources.length;
    if (count > MOST) {
      runs.push([]);
      count = publisher.sources.length;
    }
    runs.at(-1)?.push(publisher);
  }
  return runs;
}

/** Sources in as few parts as pages can hold, all about as long. */
function inParts<S>(sources: readonly S[]): readonly (readonly S[])[] {
  const size = Math.ceil(sources.length / Math.ceil(sources.length / MOST));
  return Array.from({ length: Math.ceil(sources.length / size) }, (_, i) =>
    sources.slice(i * size, (i + 1) * size),
  );
}

/** A name as part of an address. */
function slugOfName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'publisher' : plain;
}

const paths = new WeakMap<Comparison, ReadonlyMap<string, string>>();

/** Where a source of a comparison is listed, by its id, from the top of the site. */
export function listedAt(comparison: Comparison, source: string): string {
  const known =
    paths.get(comparison) ??
    new Map(
      sourcePages(comparison.sources, comparison.site.language).flatMap(({ slug, publishers }) =>
        publishers.flatMap(({ sources }) =>
          sources.map(({ id }) => [id, sourcePath(id, slug)] as const),
        ),
      ),
    );
  paths.set(comparison, known);
  return known.get(source) ?? sourcePath(source);
}
