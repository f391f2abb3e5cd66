/** The numbers under which a page lists its sources. */

import type { Source, Sources } from '../comparison/comparison.ts';

export interface NumberedSource {
  readonly number: number;
  readonly source: Source;
}

/** The sources that some ids stand for, with their numbers on the present page, in that order. */
export type Citations = (ids: readonly string[]) => readonly NumberedSource[];

/** Numbers sources by their place in a page’s list of references, from 1. */
export function numberSources(references: readonly Source[], sources: Sources): Citations {
  return (ids) =>
    sources(ids)
      .map((source) => ({ number: references.indexOf(source) + 1, source }))
      .toSorted((a, b) => a.number - b.number);
}
