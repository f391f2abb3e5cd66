/** Names and slugs that mean two things. */

import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import type { Fault } from '../fault.ts';

export const checkDuplicates: Check = (content) => [
  ...duplicates(content.options),
  ...duplicates(content.criteria),
  ...(['kinds', 'groups'] as const).flatMap((list) => {
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

const twice = (entry: Entry<unknown>, path: FieldPath, name: string, file: string): Fault =>
  faultAt(entry, path, {
    problem: 'This name is taken.',
    found: `${name}, also in ${file}`,
    fix: 'Choose another, so that links and lists can tell the two apart.',
  });
