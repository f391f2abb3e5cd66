/** Names and slugs that mean two things. */

import { levelsOf } from '../../decision/scale.ts';
import { PAIR_JOINT } from '../../links/pair-name.ts';
import { RESERVED_SLUGS } from '../../links/reserved-slugs.ts';
import { prosePath, reservedPages } from '../../links/routes.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, type Fault } from '../fault.ts';
import { EMPTY_SET, UNRATED_WORDS } from '../../words/label.ts';
import { isFileSlug, SLUG_IN_WORDS } from '../schemas/common.ts';
import type { CriterionData } from '../schemas/criterion.ts';
import type { GlossaryData } from '../schemas/guide.ts';

export const checkDuplicates: Check = (content) => [
  ...duplicates(content.options),
  ...duplicates(content.criteria),
  ...[content.questions, content.scenarios, content.guides, content.practice].flatMap((entries) =>
    formerTwice(entries),
  ),
  ...titled(content).flatMap((entries) => readTwice(entries, 'title', ({ title }) => title)),
  ...readTwice(content.questions, 'question', ({ question }) => question),
  ...ambiguousPairs(content.options),
  ...reservedFormerSlugs([...content.criteria, ...content.questions]),
  ...formerAddresses([...content.options, ...content.criteria]),
  ...lostPages(content.pages),
  ...ends(content.options),
  ...(['kinds', 'groups', 'presets', 'families', 'toolAreas', 'boxRoles'] as const).flatMap(
    (list) => {
      const items = content.site.data[list];
      return [
        ...againIn(
          content.site,
          [list],
          'slug',
          items.map(({ slug }) => slug),
        ),
        ...againIn(
          content.site,
          [list],
          'name',
          items.map(({ name }) => name),
        ),
      ];
    },
  ),
  ...againIn(
    content.site,
    ['quickFilters'],
    'criterion',
    content.site.data.quickFilters.map(({ criterion }) => criterion),
  ),
  ...content.criteria.flatMap((criterion) => sameLabels(criterion)),
  ...content.glossary.flatMap((glossary) => sameTerms(glossary)),
  ...content.published.flatMap((table) =>
    table.data.versions.flatMap(({ rows }, v) =>
      againIn(
        table,
        ['versions', v, 'rows'],
        'option',
        rows.map(({ option }) => option),
      ),
    ),
  ),
  ...content.options.flatMap((option) => [
    ...againIn(
      option,
      ['instead'],
      'option',
      option.data.instead.map(({ option: other, criterion }) => `${other} for ${criterion}`),
    ),
    ...option.data.instead.flatMap(({ option: other }, i) =>
      other === option.slug
        ? [
            faultAt(option, ['instead', i, 'option'], {
              problem: 'This is the option itself.',
              found: other,
              fix: 'Name another, or remove it.',
            }),
          ]
        : [],
    ),
  ]),
  ...content.all.flatMap((entry) => againInLists(entry, entry.data, [])),
];

/** What stands in a list twice, by the field that tells its items apart. */
function againIn(
  entry: Entry<unknown>,
  path: FieldPath,
  field: string,
  values: readonly string[],
): Fault[] {
  const lower = values.map((value) => value.toLowerCase());
  return values.flatMap((value, i) =>
    lower.indexOf(value.toLowerCase()) === i
      ? []
      : [twice(entry, [...path, i, field], value, entry.document.file)],
  );
}

/** Levels that readers could not tell apart. */
function sameLabels(entry: Entry<CriterionData>): Fault[] {
  const { scale } = entry.data;
  const lists = { ordinal: 'levels', choice: 'values', set: 'members' } as const;
  if (scale.kind === 'flag' || scale.kind === 'quantity' || scale.kind === 'text') return [];
  const labels = levelsOf(scale).map(({ label }) => label);
  const path = ['scale', lists[scale.kind]];
  const words = [...UNRATED_WORDS, ...(scale.kind === 'set' ? [EMPTY_SET] : [])];
  return [
    ...againIn(entry, path, 'label', labels),
    ...labels.flatMap((label, i) =>
      words.some((word) => word.toLowerCase() === label.toLowerCase())
        ? [
            faultAt(entry, [...path, i, 'label'], {
              problem: 'This is what readers see where there is no such value.',
              found: label,
              allowed: `any words but ${listNames(words)}`,
              fix: 'Say what it is that is so.',
            }),
          ]
        : [],
    ),
  ];
}

/** Words of which prose could link either to one term or to another. */
function sameTerms(entry: Entry<GlossaryData>): Fault[] {
  const taken = new Map<string, number>();
  return entry.data.terms.flatMap(({ term, also }, t) =>
    [
      { word: term, path: ['terms', t, 'term'] },
      ...also.map((word, a) => ({ word, path: ['terms', t, 'also', a] })),
    ].flatMap(({ word, path }) => {
      const owner = taken.get(word.toLowerCase()) ?? t;
      taken.set(word.toLowerCase(), owner);
      // A term may be written in more than one way that differ by capitals alone.
      return owner === t ? [] : [twice(entry, path, word, entry.document.file)];
    }),
  );
}

/** Lists of names or words that hold one twice; those that have checks of their own are left to them. */
function againInLists(entry: Entry<unknown>, data: unknown, path: FieldPath): Fault[] {
  if (data === null || typeof data !== 'object') return [];
  if (Array.isArray(data) && data.every((item) => typeof item === 'string')) {
    return data.flatMap((item, i) =>
      data.indexOf(item) === i
        ? []
        : [
            faultAt(entry, [...path, i], {
              problem: 'This stands in the list already.',
              found: item,
              fix: 'Remove it.',
            }),
          ],
    );
  }
  return Object.entries(data).flatMap(([key, child]) =>
    key === 'formerSlugs' || key === 'also' || key === 'value' || key === 'preference'
      ? []
      : againInLists(entry, child, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

function duplicates(
  entries: readonly Entry<{
    name: string;
    shortName?: string | undefined;
    formerSlugs: readonly string[];
  }>[],
): Fault[] {
  const names = new Map<string, string>();
  const shortNames = new Map<string, string>();
  const slugs = new Map(entries.map((e) => [e.slug, e.document.file]));
  return entries.flatMap((entry) => {
    const { name, shortName = name, formerSlugs } = entry.data;
    const faults: Fault[] = [];
    const named = names.get(name.toLowerCase());
    if (named === undefined) names.set(name.toLowerCase(), entry.document.file);
    else faults.push(twice(entry, ['name'], name, named));
    const short = shortNames.get(shortName.toLowerCase());
    if (short === undefined) shortNames.set(shortName.toLowerCase(), entry.document.file);
    else if (named === undefined) faults.push(twice(entry, ['shortName'], shortName, short));
    formerSlugs.forEach((slug, i) => {
      const taken = slugs.get(slug);
      if (taken === undefined) slugs.set(slug, entry.document.file);
      else faults.push(twice(entry, ['formerSlugs', i], slug, taken));
    });
    return faults;
  });
}

/** The kinds of file whose pages go by a title. */
const titled = ({
  pages,
  guides,
  scenarios,
  practice,
  published,
}: Content): readonly (readonly Entry<{ title: string }>[])[] => [
  pages,
  guides,
  scenarios,
  practice,
  published,
];

/** Two of a kind that readers could not tell apart, for what names them. */
function readTwice<T>(
  entries: readonly Entry<T>[],
  field: string,
  read: (data: T) => string,
): Fault[] {
  const taken = new Map<string, string>();
  return entries.flatMap((entry) => {
    const text = read(entry.data);
    const first = taken.get(text.toLowerCase());
    if (first !== undefined) return [twice(entry, [field], text, first)];
    taken.set(text.toLowerCase(), entry.document.file);
    return [];
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

/** Former slugs become addresses once more, and so the names of files. */
function formerAddresses(entries: readonly Entry<{ formerSlugs: readonly string[] }>[]): Fault[] {
  return entries.flatMap((entry) =>
    entry.data.formerSlugs.flatMap((slug, i) =>
      isFileSlug(slug)
        ? []
        : [
            faultAt(entry, ['formerSlugs', i], {
              problem: 'No file can have had this name.',
              found: slug,
              allowed: SLUG_IN_WORDS,
              fix: 'Correct it, or remove it.',
            }),
          ],
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
      faultAt(option, ['slug'], {
        problem: `${inTable(option) ? 'This slug' : 'The file name'} holds “${PAIR_JOINT}”, which joins two options in the address of their comparison.`,
        found: option.slug,
        fix: inTable(option) ? 'Choose another.' : 'Rename the file.',
      }),
    );
  return [...present, ...former];
}

/** Whether an option is a row of a table, and so has no file of its own. */
const inTable = ({ document }: Entry<unknown>): boolean => document.file.endsWith('.csv');

const twice = (entry: Entry<unknown>, path: FieldPath, name: string, file: string): Fault =>
  faultAt(entry, path, {
    problem: 'This name is taken.',
    found: `${name}, also in ${file}`,
    fix: 'Choose another, so that links and lists can tell the two apart.',
  });
