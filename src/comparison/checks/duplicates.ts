/** Names and slugs that mean two things. */

import { PAIR_JOINT } from '../../links/pair-name.ts';
import { RESERVED_SLUGS } from '../../links/reserved-slugs.ts';
import { prosePath, reservedPages } from '../../links/routes.ts';
import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, type Fault } from '../fault.ts';

export const checkDuplicates: Check = (content) => [
  ...duplicates(content.options),
  ...duplicates(content.criteria),
  ...[content.questions, content.scenarios, content.guides, content.practice].flatMap((entries) =>
    formerTwice(entries),
  ),
  ...ambiguousPairs(content.options),
  ...reservedFormerSlugs([...content.criteria, ...content.questions]),
  ...lostPages(content.pages),
  ...ends(content.options),
  ...(['kinds', 'groups', 'presets', 'toolAreas', 'boxRoles'] as const).flatMap((list) => {
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

/** Two of a kind with one former slug: a link that has it could mean either. */
function formerTwice(entries: readonly Entry<{ formerSlugs: readonly string[] }>[]): Fault[] {
  const taken = new Map(entries.map(({ slug, document }) => [slug, document.file]));
  return entries.flatMap((entry) =>
    entry.data.formerSlugs.flatMap((slug, i) => {
      const first = taken.get(slug);
      if (first !== undefined) return [twice(entry, ['formerSlugs', i], slug, first)];
      taken.set(slug, entry.document.file);
      return [];
    }),
  );
}

/** Old links would be read as something else. */
function reservedFormerSlugs(
  entries: readonly Entry<{ formerSlugs: readonly string[] }>[],
): Fault[] {
  return entries.flatMap((entry) =>
    entry.data.formerSlugs.flatMap((slug, i) =>
      RESERVED_SLUGS.includes(slug)
        ? [
            faultAt(entry, ['formerSlugs', i], {
              problem: 'This is a word that links use for themselves.',
              found: slug,
              allowed: `any slug but ${listNames(RESERVED_SLUGS)}`,
              fix: 'Remove it; no link can have had it.',
            }),
          ]
        : [],
    ),
  );
}

/** Pages of prose at an address that the site has for something else. */
function lostPages(pages: readonly Entry<unknown>[]): Fault[] {
  const reserved = reservedPages();
  return pages
    .filter(({ slug }) => reserved.includes(slug))
    .map((page) =>
      faultAt(page, [], {
        problem: 'The site has something else at the address of this page, which would be lost.',
        found: prosePath(page.slug),
        allowed: `any name but ${listNames(reserved)}`,
        fix: 'Rename the file.',
      }),
    );
}

/** Two ends of one text: calendars could not tell them apart. */
function ends(
  options: readonly Entry<{ release?: { ends: readonly { what: string }[] } | undefined }>[],
): Fault[] {
  return options.flatMap((option) => {
    const texts = (option.data.release?.ends ?? []).map(({ what }) => what);
    return texts.flatMap((what, i) =>
      texts.indexOf(what) === i
        ? []
        : [twice(option, ['release', 'ends', i, 'what'], what, option.document.file)],
    );
  });
}

/** Addresses of comparisons join two slugs, and must come apart again in one way only. */
function ambiguousPairs(options: readonly Entry<{ formerSlugs: readonly string[] }>[]): Fault[] {
  const former = options.flatMap((option) =>
    option.data.formerSlugs.flatMap((slug, i) =>
      slug.includes(PAIR_JOINT)
        ? [
            faultAt(option, ['formerSlugs', i], {
              problem: `This slug holds “${PAIR_JOINT}”, which joins two options in the address of their comparison.`,
              found: slug,
              fix: 'Remove it; no option can have had it.',
            }),
          ]
        : [],
    ),
  );
  const present = options
    .filter(({ slug }) => slug.includes(PAIR_JOINT))
    .map((option) =>
      faultAt(option, [], {
        problem: `The file name holds “${PAIR_JOINT}”, which joins two options in the address of their comparison.`,
        found: option.slug,
        fix: 'Rename the file.',
      }),
    );
  return [...present, ...former];
}

const twice = (entry: Entry<unknown>, path: FieldPath, name: string, file: string): Fault =>
  faultAt(entry, path, {
    problem: 'This name is taken.',
    found: `${name}, also in ${file}`,
    fix: 'Choose another, so that links and lists can tell the two apart.',
  });
