/** Sources: each cited id is declared once, and each declared source is cited. */

import { fieldCitations } from '../cited-ids.ts';
import { KINDS } from '../collections.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, nearest, type Fault, type Place } from '../fault.ts';

export const checkSources: Check = (content) => {
  const shared = new Map<string, Entry<unknown>>();
  const faults: Fault[] = [];
  for (const entry of content.all.filter(isShared)) {
    for (const id of Object.keys(entry.declares)) {
      const first = shared.get(id);
      if (first === undefined) shared.set(id, entry);
      else faults.push(duplicateId(entry, id, first));
    }
  }

  const cited = new Set<string>();
  const sharedIds = new Set(content.sharedSourceIds);
  // Whatever cites a source may stand where another fault keeps it from being read, or be misspelt.
  let allIsKnown = [...content.faulty].every((name) => KINDS[name].cites === undefined);
  for (const entry of content.all.filter(({ collection }) => KINDS[collection].cites)) {
    const own = Object.keys(entry.declares);
    for (const id of own) {
      const first = shared.get(id);
      if (first !== undefined) faults.push(duplicateId(entry, id, first));
    }
    const citations = citationsOf(entry);
    const missing = citations.filter(({ id }) => !own.includes(id) && !sharedIds.has(id));
    // Where shared sources cannot be read, these may be among them.
    if (content.sharedSourceIds !== null && missing.length > 0) {
      const legal = [...own, ...sharedIds];
      faults.push(...missing.map(({ id, place }) => ({ ...place(), ...noSource(id, legal) })));
    }
    if (missing.length > 0) allIsKnown = false;
    else if (entry.prose.isSound) {
      const here = citations.map(({ id }) => id);
      faults.push(...own.filter((id) => !here.includes(id)).map((id) => uncited(entry, id)));
    }
    for (const { id } of citations) cited.add(id);
  }
  for (const criterion of content.criteria) {
    const { sources = [] } = criterion.data.defaults ?? {};
    for (const [i, id] of sources.entries()) {
      cited.add(id);
      const legal = content.sharedSourceIds;
      if (legal === null || legal.includes(id)) continue;
      allIsKnown = false;
      faults.push(faultAt(criterion, ['defaults', 'sources', i], noSource(id, legal)));
    }
  }
  if (allIsKnown) {
    for (const [id, entry] of shared) if (!cited.has(id)) faults.push(uncited(entry, id));
  }
  return [...faults, ...citedInVain(content), ...duplicateUrls(content)];
};

/** Citations in prose whose page has no list of sources, so that nobody would see them. */
const citedInVain = (content: Content): Fault[] =>
  content.all
    .filter(({ collection }) => KINDS[collection].cites === undefined)
    .flatMap(({ document: { file }, prose }) =>
      prose.cited.map(({ target, line, column }) => ({
        file,
        line,
        column,
        field: 'prose',
        problem: 'This page has no list of sources, so nobody would see this citation.',
        found: target,
        fix: 'Cite it where an option is rated, or say it without.',
      })),
    );

const isShared = ({ collection }: Entry<unknown>): boolean => KINDS[collection].shared === true;

/** Where a file declares the source of this id: at its top, where it declares nothing else. */
const pathTo = (entry: Entry<unknown>, id: string): FieldPath =>
  isShared(entry) ? [id] : ['sources', id];

/** The ids that fields and prose of an entry cite; where each stands is found out when it is asked. */
function citationsOf(entry: Entry<unknown>): readonly {
  readonly id: string;
  readonly place: () => Place & { readonly field: string };
}[] {
  return [
    ...fieldCitations(entry.data).map(({ id, path }) => ({
      id,
      place: () => entry.document.locate(path),
    })),
    ...entry.prose.cited.map(({ target, line, column }) => ({
      id: target,
      place: () => ({ file: entry.document.file, line, column, field: 'prose' }),
    })),
  ];
}

const noSource = (
  id: string,
  legal: readonly string[],
): Pick<Fault, 'problem' | 'fix'> & Partial<Fault> => ({
  problem: 'There is no source of this name.',
  found: id,
  allowed: listNames(legal.toSorted()),
  nearest: nearest(id, legal),
  fix: 'Correct the id, or declare the source in this file or in content/sources/.',
});

const duplicateId = (entry: Entry<unknown>, id: string, first: Entry<unknown>): Fault =>
  faultAt(
    entry,
    pathTo(entry, id),
    {
      problem: 'This source id is declared already.',
      found: `${id}, also in ${first.document.file}`,
      fix: 'Cite the declared one, or choose another id.',
    },
    'key',
  );

const uncited = (entry: Entry<unknown>, id: string): Fault =>
  faultAt(
    entry,
    pathTo(entry, id),
    { problem: 'Nothing cites this source.', found: id, fix: 'Cite it, or remove it.' },
    'key',
  );

function duplicateUrls(content: Content): Fault[] {
  // The shared declaration is the one to keep, so it comes first.
  const declaring = [
    ...content.all.filter(isShared),
    ...content.all.filter((entry) => !isShared(entry)),
  ];
  const first = new Map<string, string>();
  return declaring.flatMap((entry) =>
    Object.entries(entry.declares).flatMap(([id, { url }]) => {
      const file = first.get(url);
      if (file === undefined) {
        first.set(url, entry.document.file);
        return [];
      }
      return [
        faultAt(entry, [...pathTo(entry, id), 'url'], {
          problem: 'This address is declared already.',
          found: `${url}, also in ${file}`,
          fix:
            file === entry.document.file
              ? 'Keep one of the two.'
              : 'Declare it once, in content/sources/, and cite it from both.',
        }),
      ];
    }),
  );
}
