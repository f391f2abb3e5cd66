/** What the comparison of any options fetches: a table that lists them, and of each a file with its ratings. */

import type { Comparison } from '../comparison/comparison.ts';
import { alphabetically } from '../words/alphabetical.ts';
import { packTable, type ListedTable } from '../words/packed-table.ts';
import { namedFile, type NamedFile } from './named-file.ts';

export interface ComparedFiles {
  /** A `ListedTable`. */
  readonly table: NamedFile;
  /** A `PackedOption` each, in the order of the table: that of short names. */
  readonly options: readonly NamedFile[];
}

const known = new WeakMap<Comparison, ComparedFiles>();

/** The files of a comparison; they are made once. */
export function comparedFiles(comparison: Comparison): ComparedFiles {
  const files = known.get(comparison) ?? makeFiles(comparison);
  known.set(comparison, files);
  return files;
}

function makeFiles({ site, groups, criteria, options }: Comparison): ComparedFiles {
  const sorted = options.toSorted((a, b) =>
    alphabetically(a.shortName, b.shortName, site.language),
  );
  const { options: packed, ...rest } = packTable(
    { groups, criteria, options: sorted, defaultView: site.defaultView },
    { qualifiers: true },
  );
  const files = packed.map((option) => namedFile('ratings', option, option.slug));
  const listed = packed.map(({ slug, shortName, formerSlugs, modes }, i) => ({
    slug,
    shortName,
    formerSlugs,
    modes: modes.map((mode) => ({
      slug: mode.slug,
      name: mode.name,
      formerSlugs: mode.formerSlugs,
    })),
    drawn: (sorted[i]?.data.topologies ?? []).map((topology) => topology.modes ?? null),
    file: files[i]?.name ?? '',
  }));
  return {
    table: namedFile('table', { ...rest, options: listed } satisfies ListedTable),
    options: files,
  };
}
