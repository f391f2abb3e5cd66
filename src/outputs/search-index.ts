/** Everything on the site that can be looked up, for the search and for the index from A to Z. */

import { initial } from '../words/alphabetical.ts';
import { plainText } from '../words/inline.ts';
import { nameInMode } from '../words/option-names.ts';
import { ratingOf } from '../decision/model.ts';
import { levelsOf } from '../decision/scale.ts';
import { ratingLabel } from '../words/label.ts';
import {
  packFindables,
  type Findable,
  type FindableKind,
  type PackedFindables,
  type RatingWords,
} from '../words/search-entry.ts';
import type { Comparison, Criterion, Guide, Option } from '../comparison/comparison.ts';
import { slugsOf } from '../comparison/slugs-of.ts';
import { listedAt } from '../comparison/source-pages.ts';
import {
  criterionPath,
  guidePath,
  modePart,
  optionPath,
  practicePath,
  prosePath,
  publishedPath,
  questionPath,
  scenarioPath,
  searchable,
  termPath,
} from '../links/routes.ts';
import { namedFile, type NamedFile } from './named-file.ts';

export interface SearchFiles {
  /** The pages with their parts. */
  readonly pages: NamedFile;
  /** The sources, which are many and seldom looked for. */
  readonly sources: NamedFile;
}

const known = new WeakMap<Comparison, SearchFiles>();

/** What the search loads. */
export function searchFiles(comparison: Comparison): SearchFiles {
  const files = known.get(comparison) ?? {
    pages: searchFile('pages', packFindables(findablePages(comparison), ratingWords(comparison))),
    sources: searchFile('sources', packFindables(findableSources(comparison))),
  };
  known.set(comparison, files);
  return files;
}

const searchFile = (of: string, findables: PackedFindables): NamedFile =>
  namedFile('search', findables, of);

/** All pages, and those of their parts that have an address and a name. */
export function findablePages(comparison: Comparison): Findable[] {
  const { options, criteria, questions, guides, practice } = comparison;
  return [
    ...named(comparison).map(withWordsOfAddress),
    ...options.flatMap(modes),
    ...criteria.flatMap(levels),
    ...practice.map(({ slug, data }) =>
      findable('case', data.title, practicePath(slug), { about: data.summary }),
    ),
    ...guides.flatMap(sections),
    ...questions.map(({ slug, data }) =>
      findable('question', data.question, questionPath(slug), {
        about: data.answers.map((answer) => answer.text).join('; '),
      }),
    ),
  ];
}

/** Values longer than this are no answer at a glance. */
const LONGEST_VALUE = 60;

/** What each option is rated on each criterion, for those who search for just that. */
function ratingWords({ options, criteria }: Comparison): RatingWords {
  return options.map((option) =>
    criteria.map((c) => {
      const label = ratingLabel(c.scale, ratingOf(option, c));
      return label.length > LONGEST_VALUE ? '' : label;
    }),
  );
}

/** All sources, by title and publisher. */
export function findableSources(comparison: Comparison): Findable[] {
  return comparison.sources.map(({ id, title, publisher }) =>
    findable('source', title, listedAt(comparison, id), { about: publisher }),
  );
}

/** An entry of the index from A to Z. */
export interface IndexEntry {
  readonly name: string;
  readonly path: string;
  /** What it leads to, where that has another name. */
  readonly see: string | null;
  readonly kind: FindableKind;
}

export interface IndexLetter {
  /** A capital letter, or “0” for all that begins with none. */
  readonly letter: string;
  readonly entries: readonly IndexEntry[];
}

/** All that has a name of its own, under every one of its names, letter by letter. */
export function indexLetters(comparison: Comparison): IndexLetter[] {
  const entries = named(comparison).flatMap(({ kind, name, path, also }): IndexEntry[] => [
    { name, path, see: null, kind },
    ...also.map((other) => ({ name: other, path, see: name, kind })),
  ]);
  const { compare } = new Intl.Collator(comparison.site.language, { numeric: true });
  return byLetter(
    comparison.site.language,
    entries.toSorted((a, b) => compare(a.see ?? '', b.see ?? '')),
  );
}

/** What has a name, in the order of names, by the capital letters with which they begin; “0” for none. */
export function byLetter<T extends { readonly name: string }>(
  language: string,
  entries: readonly T[],
): { readonly letter: string; readonly entries: readonly T[] }[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sorted = entries.toSorted((a, b) => compare(a.name, b.name));
  const letters = new Map<string, T[]>();
  for (const entry of sorted) {
    const letter = initial(entry.name);
    const own = letters.get(letter);
    if (own === undefined) letters.set(letter, [entry]);
    else own.push(entry);
  }
  return [...letters]
    .map(([letter, own]) => ({ letter, entries: own }))
    .toSorted((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** What readers know by a name. */
function named(comparison: Comparison): Findable[] {
  const { options, criteria, scenarios, guides, glossary } = comparison;
  return [
    ...options.map(option),
    ...criteria.map(criterion),
    ...scenarios.map(({ slug, data }) =>
      findable('scenario', data.title, scenarioPath(slug), {
        about: data.summary,
        also: data.aliases,
      }),
    ),
    ...(glossary?.terms ?? []).map(({ slug, term, also, meaning }) =>
      findable('term', term, termPath(slug), { about: meaning, also }),
    ),
    ...guides.map(({ slug, data }) =>
      findable('guide', data.title, guidePath(slug), { about: data.summary }),
    ),
    ...otherPages(comparison),
  ];
}

function option({ slug, name, shortName, kind, data }: Option): Findable {
  const formerNames = data.formerNames.map((former) => former.name);
  return findable('option', name, optionPath(slug), {
    about: [kind?.name, data.maintainer, data.summary]
      .filter((part) => part !== undefined)
      .join(' · '),
    also: [shortName, ...formerNames, ...data.aliases],
  });
}

function criterion({ slug, name, shortName, question, summary, aliases }: Criterion): Findable {
  return findable('criterion', name, criterionPath(slug), {
    about: question ?? summary ?? '',
    also: [shortName, ...aliases],
  });
}

/** The ways in which an option may be run, at their places on its page. */
function modes({ slug, shortName, modes: all }: Option): Findable[] {
  return all.map((mode) =>
    findable('mode', nameInMode(shortName, mode.name), optionPath(slug, modePart(mode.slug)), {
      about: mode.summary,
    }),
  );
}

function levels({ slug, name, scale }: Criterion): Findable[] {
  return levelsOf(scale).map((level) =>
    findable('level', level.label, criterionPath(slug, level.slug), { about: name }),
  );
}

function otherPages(comparison: Comparison): Findable[] {
  const { published, pages } = comparison;
  return [
    ...searchable(slugsOf(comparison)).map(({ name, path, inSearch: { about, aliases } }) =>
      findable('page', name, path, { about, also: aliases ?? [] }),
    ),
    ...published.map(({ slug, data }) =>
      findable('page', data.title, publishedPath(slug), { about: data.publisher }),
    ),
    ...pages.map(({ slug, data }) =>
      findable('page', data.title, prosePath(slug), { about: data.summary }),
    ),
  ];
}

function findable(
  kind: FindableKind,
  name: string,
  path: string,
  { about, also = [] }: { about: string; also?: readonly string[] },
): Findable {
  return { kind, name, path, about: plainText(about), also: otherNames(name, also) };
}

/** With the words of its own address, by which readers who have seen that may look for a page. */
function withWordsOfAddress(page: Findable): Findable {
  const slug = /\/([^/]+)\/$/.exec(page.path)?.[1];
  if (slug === undefined) return page;
  return { ...page, also: otherNames(page.name, [...page.also, slug.replaceAll('-', ' ')]) };
}

/** Names that differ from the first and from one another by more than capitals. */
function otherNames(name: string, names: readonly string[]): string[] {
  const lower = [name, ...names].map((other) => other.toLowerCase());
  return names.filter((_, i) => lower.indexOf(lower[i + 1] ?? '') === i + 1);
}

/** The sections of a guide, at the ids that their headings have on its page. */
function sections({ slug, data, prose }: Guide): Findable[] {
  return prose.headings.map(({ id, text }) =>
    findable('guide', text, guidePath(slug, id), { about: data.title }),
  );
}
