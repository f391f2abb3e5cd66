/** Parts of one page that would have the same id, so that a link could mean either. */

import { faultAt, type Check } from '../content.ts';
import type { Fault } from '../fault.ts';
import { partsOfPages, partsOfPair, type Part } from '../page-parts.ts';
import { pairPath } from '../../links/routes.ts';

// What may not be there twice for other reasons as well, say a slug of two modes, is told by other checks.
export const checkIds: Check = (content) => {
  // What clashes on many pages is told once.
  const faults = new Map<string, Fault>();
  // What clashes on the page of two options does so on those of all.
  const [a, b] = content.options;
  const ofPair =
    a === undefined || b === undefined ? null : partsOfPair(content, pairPath(a.slug, b.slug));
  const pages = [
    ...partsOfPages(content),
    ...(a === undefined || b === undefined || ofPair === null
      ? []
      : [[pairPath(a.slug, b.slug), () => ofPair] as const]),
  ];
  for (const [path, partsOf] of pages) {
    const seen = new Map<string, Part>();
    // Templates cannot give way, so their parts come first.
    for (const part of partsOf().parts.toSorted((a, b) => rank(a) - rank(b))) {
      const first = seen.get(part.id);
      if (first === undefined) {
        seen.set(part.id, part);
        continue;
      }
      if (part.namer === undefined) continue;
      const fault = clash(part.namer, part.id, path, first);
      const key = [fault.file, fault.line, fault.column].join(':');
      if (!faults.has(key)) faults.set(key, fault);
    }
  }
  return [...faults.values()];
};

/** Templates cannot give way at all, and headings do so most easily. */
function rank({ namer }: Part): number {
  if (namer === undefined) return 0;
  return 'heading' in namer ? 2 : 1;
}

function clash(
  namer: NonNullable<Part['namer']>,
  id: string,
  page: string,
  { namer: other }: Part,
): Fault {
  const told = {
    problem: 'Another part of the page has this name, so a link could mean either.',
    found: `${id}, on ${page}${other === undefined ? '' : `, also in ${other.entry.document.file}`}`,
  };
  if ('heading' in namer) {
    const { line, column } = namer.heading;
    const { file } = namer.entry.document;
    return { file, line, column, field: 'prose', ...told, fix: 'Reword the heading.' };
  }
  const fix =
    namer.path.length === 0
      ? 'Rename the file.'
      : namer.path.at(-1) === 'date'
        ? 'Correct the date, or make the two one.'
        : 'Choose another name.';
  return faultAt(namer.entry, namer.path, { ...told, fix }, namer.part);
}
