/** Sources: each cited id is declared once, and each declared source is cited. */

import { fieldCitations } from '../cited-ids.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, nearest, type Fault } from '../fault.ts';
import type { SourceMap } from '../schemas/common.ts';

export const checkSources: Check = (content) => {
  const shared = new Map<string, Entry<SourceMap>>();
  const faults: Fault[] = [];
  for (const entry of content.sources) {
    for (const id of Object.keys(entry.data)) {
      const first = shared.get(id);
      if (first === undefined) shared.set(id, entry);
      else faults.push(duplicateId(entry, [id], id, first.document.file));
    }
  }

  const cited = new Set<string>();
  for (const entry of citingEntries(content)) {
    const own = entry.data.sources ?? {};
    for (const id of Object.keys(own)) {
      const first = shared.get(id);
      if (first !== undefined)
        faults.push(duplicateId(entry, ['sources', id], id, first.document.file));
    }
    const citedHere = new Set<string>();
    const legal = [...Object.keys(own), ...content.sharedSourceIds];
    const cite = (id: string, fault: () => Fault): void => {
      if (Object.hasOwn(own, id)) citedHere.add(id);
      else if (content.sharedSourceIds.includes(id)) cited.add(id);
      else faults.push(fault());
    };
    for (const { id, path } of fieldCitations(entry.data)) {
      cite(id, () => faultAt(entry, path, noSource(id, legal)));
    }
    for (const { target: id, line, column } of entry.prose?.cited ?? []) {
      const place = { file: entry.document.file, line, column, field: 'prose' };
      cite(id, () => ({ ...place, ...noSource(id, legal) }));
    }
    for (const id of Object.keys(own)) {
      if (!citedHere.has(id)) faults.push(uncited(entry, ['sources', id], id));
    }
  }
  for (const [id, entry] of shared) {
    if (!cited.has(id)) faults.push(uncited(entry, [id], id));
  }
  return [...faults, ...duplicateUrls(content)];
};

type Citing = Entry<{ sources?: SourceMap }>;

function citingEntries(content: Content): Citing[] {
  // A published table declares no sources of its own.
  const published = content.published.map((p): Citing => ({ ...p, data: p.data as object }));
  return [
    ...content.options,
    ...content.pages,
    ...content.guides,
    ...content.scenarios,
    ...content.glossary,
    ...published,
  ];
}

const noSource = (
  id: string,
  legal: readonly string[],
): Omit<Fault, 'file' | 'line' | 'column' | 'field'> => ({
  problem: 'There is no source of this name.',
  found: id,
  allowed: listNames(legal.toSorted()),
  nearest: nearest(id, legal),
  fix: 'Correct the id, or declare the source in this file or in content/sources/.',
});

const duplicateId = (entry: Entry<unknown>, path: FieldPath, id: string, first: string): Fault =>
  faultAt(
    entry,
    path,
    {
      problem: 'This source id is declared already.',
      found: `${id}, also in ${first}`,
      fix: 'Cite the declared one, or choose another id.',
    },
    'key',
  );

const uncited = (entry: Entry<unknown>, path: FieldPath, id: string): Fault =>
  faultAt(
    entry,
    path,
    { problem: 'Nothing cites this source.', found: id, fix: 'Cite it, or remove it.' },
    'key',
  );

function duplicateUrls(content: Content): Fault[] {
  const declared = [
    ...content.sources.flatMap((entry) =>
      Object.entries(entry.data).map(([id, s]) => ({ entry, path: [id, 'url'], url: s.url })),
    ),
    ...citingEntries(content).flatMap((entry) =>
      Object.entries(entry.data.sources ?? {}).map(([id, s]) => ({
        entry,
        path: ['sources', id, 'url'],
        url: s.url,
      })),
    ),
  ];
  const first = new Map<string, string>();
  return declared.flatMap(({ entry, path, url }) => {
    const file = first.get(url);
    if (file === undefined) {
      first.set(url, entry.document.file);
      return [];
    }
    return [
      faultAt(entry, path, {
        problem: 'This address is declared already.',
        found: `${url}, also in ${file}`,
        fix:
          file === entry.document.file
            ? 'Keep one of the two.'
            : 'Declare it once, in content/sources/, and cite it from both.',
      }),
    ];
  });
}
