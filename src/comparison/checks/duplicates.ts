/** Names and slugs that mean two things. */

import { PAIR_JOINT } from '../../links/pair-name.ts';
import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import type { Fault } from '../fault.ts';

export const checkDuplicates: Check = (content) => [
  ...duplicates(content.options),
  ...duplicates(content.criteria),
  ...ambiguousPairs(content.options),
  ...(['kinds', 'groups', 'presets'] as const).flatMap((list) => {
    const slugs = content.site.data[list].map((item) => item.slug);
    return slugs.flatMap((slug, i) =>
      slugs.indexOf(slug) === i ? [] : [twice(content.site, [list, i, 'slug'], slug, 'site.yaml')],
    );
  }),
];

function duplicates(
  entries: readonly Entry<{ name: string; formerSlugs: readonly string[] }>[],
): Fault[] {
  const names = new Map<string, string>();
  const slugs = new Map(entries.map((e) => [e.slug, e.document.file]));
  return entries.flatMap((entry) => {
    const { name, formerSlugs } = entry.data;
    const faults: Fault[] = [];
    const named = names.get(name.toLowerCase());
    if (named === undefined) names.set(name.toLowerCase(), entry.document.file);
    else faults.push(twice(entry, ['name'], name, named));
    formerSlugs.forEach((slug, i) => {
      const taken = slugs.get(slug);
      if (taken === undefined) slugs.set(slug, entry.document.file);
      else faults.push(twice(entry, ['formerSlugs', i], slug, taken));
    });
    return faults;
  });
}

/** Addresses of comparisons join two slugs, and must come apart again in one way only. */
function ambiguousPairs(options: readonly Entry<unknown>[]): Fault[] {
  return options
    .filter(({ slug }) => slug.includes(PAIR_JOINT))
    .map((option) =>
      faultAt(option, [], {
        problem: `The file name holds “${PAIR_JOINT}”, which joins two options in the address of their comparison.`,
        found: option.slug,
        fix: 'Rename the file.',
      }),
    );
}

const twice = (entry: Entry<unknown>, path: FieldPath, name: string, file: string): Fault =>
  faultAt(entry, path, {
    problem: 'This name is taken.',
    found: `${name}, also in ${file}`,
    fix: 'Choose another, so that links and lists can tell the two apart.',
  });
