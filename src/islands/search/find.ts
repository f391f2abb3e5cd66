/**
 * Finds pages by words. What bears the very name that was typed comes before what only mentions it.
 * Where nothing has all the words, typing errors are allowed for; where that does not help either,
 * what has most of the words is shown.
 */

import Fuse, { type FuseSortFunctionArg, type IFuseOptions } from 'fuse.js';
import {
  FINDABLE_KINDS,
  type Findable,
  type FindableKind,
  type RatingWords,
} from '../../words/search-entry.ts';
import { foldText } from '../../decision/filter.ts';
import { picksQuery } from '../../links/picks-query.ts';
import { comparePath, slugIn } from '../../links/routes.ts';

/** How many results of one kind are shown at first, and how many if a reader asks for more. */
const MOST_OF_A_KIND = 5;
const MOST_ON_DEMAND = 50;

/** Words that name more pairs of option and criterion than this are too common to mean one. */
const MOST_RATINGS = 12;

/** What is typed beyond this is not looked at, nor are more words: the time that it takes grows with both. */
export const LONGEST_QUERY = 200;
const MOST_WORDS = 12;

/** What stands between things that are to be compared. */
const VERSUS = /\s(?:vs\.?|versus|or)\s/i;

/** From how many letters on a word is taken for another that is only alike. */
const LONG = 4;

/** How a findable fits a query; the lower, the better. */
const FIT = {
  isName: 0,
  isOtherName: 1,
  beginsName: 2,
  beginsWordsOfName: 3,
  beginsWordsOfOtherName: 4,
  beginsWordsOfNames: 5,
  isWithinName: 6,
  isWithinNames: 7,
  beginsWordsOfText: 8,
  isAlike: 9,
  inPart: 10,
} as const;
type Fit = (typeof FIT)[keyof typeof FIT];

/** Names of these kinds are common words, or belong to something else: the best fit that they can have. */
const BEST_FIT: Readonly<Partial<Record<FindableKind, Fit>>> = {
  term: FIT.beginsName,
  mode: FIT.beginsWordsOfOtherName,
  case: FIT.beginsWordsOfOtherName,
  level: FIT.beginsWordsOfOtherName,
  question: FIT.beginsWordsOfOtherName,
};

/** Kinds whose names tell which words of a longer query carry its meaning. */
const TELLING: ReadonlySet<FindableKind> = new Set(['option', 'criterion', 'term', 'scenario']);

export interface Group {
  readonly kind: FindableKind;
  /** Best first; those that are shown at first. */
  readonly members: readonly Findable[];
  /** The others. */
  readonly more: readonly Findable[];
}

export interface Findings {
  /** The group with the best member first. */
  readonly groups: readonly Group[];
  /** Whether they have all the words, or words like them, or only some of them. */
  readonly by: 'all' | 'alike' | 'some';
}

/** A findable and its words. */
interface Prepared {
  readonly findable: Findable;
  /** The words of its name and of each other name. */
  readonly names: readonly (readonly string[])[];
  /** The words of all its names. */
  readonly named: readonly string[];
  /** All words that it can be found by. */
  readonly text: readonly string[];
}

interface Ranked {
  readonly findable: Findable;
  readonly fit: Fit;
  /** Its place among equal fits, if it has one. */
  readonly place?: number;
}

/** The words of a text in lower case, without what joins and parts them. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * A search among some findables, which takes what a reader types.
 *
 * @param values what options are rated, to be told where a rating is found
 */
export function finder(
  findables: readonly Findable[],
  values: RatingWords = [],
): (query: string) => Findings {
  const all = findables.map(prepare);
  const pathsOf = (kind: FindableKind): readonly string[] =>
    findables.filter((findable) => findable.kind === kind).map(({ path }) => path);
  const [options, criteria] = [pathsOf('option'), pathsOf('criterion')];
  const valued = (findable: Findable): Findable => {
    if (findable.kind !== 'rating') return findable;
    const [path = '', criterion = ''] = findable.path.split('#');
    const column = criteria.findIndex((other) => slugIn(other) === criterion);
    const value = values[options.indexOf(path)]?.[column] ?? '';
    return value === '' ? findable : { ...findable, name: `${findable.name} ${value}` };
  };
  const grouped = (ranked: readonly Ranked[]): Group[] => groupsOf(ranked, valued);
  let fuse: Fuse<Prepared> | undefined;

  const fittingAlike = (words: readonly string[]): Ranked[] => {
    const isKnown = (word: string): boolean => all.some(({ text }) => begins(text, word));
    const swapped = words.map((word) =>
      word.length < LONG || isKnown(word) ? word : (swaps(word).find(isKnown) ?? word),
    );
    const fitting = fittingAll(all, swapped);
    if (fitting.length > 0) return fitting;

    fuse ??= new Fuse(all, TYPING_ERRORS);
    return fuse
      .search(words.join(' '))
      .filter(({ item }) => words.every((w) => w.length >= LONG || begins(item.text, w)))
      .map(({ item: { findable } }, place) => ({ findable, fit: FIT.isAlike, place }));
  };

  return (typed) => {
    const query = typed.slice(0, LONGEST_QUERY);
    const words = wordsOf(query).slice(0, MOST_WORDS);
    if (words.length === 0) return { groups: [], by: 'all' };
    const fitting = fittingAll(all, words);
    if (fitting.length > 0) return { groups: grouped(fitting), by: 'all' };
    const compared = comparing(all, query.split(VERSUS));
    if (compared.length > 0) return { groups: grouped(compared), by: 'all' };
    const alike = fittingAlike(words);
    if (alike.length > 0) return { groups: grouped(alike), by: 'alike' };
    return { groups: grouped(fittingInPart(all, words)), by: 'some' };
  };
}

const TYPING_ERRORS: IFuseOptions<Prepared> = {
  threshold: 0.3,
  ignoreLocation: true,
  useTokenSearch: true,
  tokenMatch: 'all',
  keys: [
    {
      name: 'name',
      weight: 3,
      getFn: ({ findable: { kind, name } }) => (kind in BEST_FIT ? [] : name),
    },
    {
      name: 'also',
      weight: 2,
      getFn: ({ findable: { kind, name, also } }) => (kind in BEST_FIT ? [name, ...also] : also),
    },
  ],
  // The best of its names speaks for a thing; by itself, the library multiplies the scores of all.
  sortFn: (a, b) => bestScore(a) - bestScore(b),
};

const bestScore = ({ matches = [] }: FuseSortFunctionArg): number =>
  Math.min(...matches.map(({ score, key }) => score / key.weight));

function prepare(findable: Findable): Prepared {
  const names = [findable.name, ...findable.also].map(wordsOf);
  const named = names.flat();
  return { findable, names, named, text: [...named, ...wordsOf(findable.about)] };
}

/** A word with each two neighbouring letters exchanged, which as an edit would count twice. */
function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  );
}

/** What has all the words, or is a rating that they name. */
function fittingAll(all: readonly Prepared[], words: readonly string[]): Ranked[] {
  const fitting = all.flatMap(({ findable, ...prepared }): Ranked[] => {
    const fit = fitOf(prepared, words);
    if (fit === null) return [];
    const best = BEST_FIT[findable.kind] ?? FIT.isName;
    return [{ findable, ...fit, fit: fit.fit > best ? fit.fit : best }];
  });
  if (fitting.some(({ fit }) => fit <= FIT.beginsWordsOfNames)) {
    // What stands within a word is then there by chance.
    return fitting.filter(({ fit }) => fit !== FIT.isWithinName && fit !== FIT.isWithinNames);
  }
  const ratings = ratingsNamed(all, words).filter(({ weights }) =>
    weights.every((weight) => weight >= WEIGHT.begins),
  );
  if (ratings.length > MOST_RATINGS) return fitting;
  const fit = FIT.beginsWordsOfNames;
  return [
    ...ratings.map(({ findable, place }) => ({ findable: findable(), fit, place })),
    ...fitting,
  ];
}

/** How names and text fit a query, and which of several other names fits it. */
function fitOf(
  { names, named, text }: Omit<Prepared, 'findable'>,
  words: readonly string[],
): Omit<Ranked, 'findable'> | null {
  const query = words.join(' ');
  const [own = [], ...others] = names;
  const all = (has: (word: string) => boolean): boolean => words.every(has);

  if (own.join(' ') === query) return { fit: FIT.isName };
  const same = others.findIndex((name) => name.join(' ') === query);
  if (same >= 0) return { fit: FIT.isOtherName, place: same };
  if (own.join(' ').startsWith(query)) return { fit: FIT.beginsName };
  if (all((word) => begins(own, word))) return { fit: FIT.beginsWordsOfName };
  const other = others.findIndex((name) => all((word) => begins(name, word)));
  if (other >= 0) return { fit: FIT.beginsWordsOfOtherName, place: other };
  if (all((word) => begins(named, word))) return { fit: FIT.beginsWordsOfNames };
  if (all((word) => isWithin(own, word))) return { fit: FIT.isWithinName };
  if (all((word) => isWithin(named, word))) return { fit: FIT.isWithinNames };
  if (all((word) => begins(text, word))) return { fit: FIT.beginsWordsOfText };
  return null;
}

/** Whether the word begins some word of a text. */
function begins(text: readonly string[], word: string): boolean {
  return text.some((other) => other.startsWith(word));
}

function isWithin(text: readonly string[], word: string): boolean {
  return text.some((other) => other.includes(word));
}

/** What has most of the words in its names; words that many names have tell nothing. */
function fittingInPart(all: readonly Prepared[], words: readonly string[]): Ranked[] {
  const telling = all.filter(({ findable }) => TELLING.has(findable.kind));
  const common = Math.max(5, telling.length / 20);
  const rare = words.filter(
    (word) =>
      word.length > 1 && telling.filter(({ named }) => begins(named, word)).length <= common,
  );
  const weighed = [
    ...telling.map(({ findable, named }) => ({
      findable: () => findable,
      weights: weightsOf(rare, named),
      place: 0,
    })),
    ...ratingsNamed(telling, rare),
  ].map((each) => ({ ...each, weight: each.weights.reduce((a, b) => a + b, 0) }));
  const most = Math.max(1, ...weighed.map(({ weight }) => weight));
  return weighed
    .filter(({ weight }) => weight === most)
    .map(({ findable, place }) => ({ findable: findable(), fit: FIT.inPart, place }));
}

/** How well names have a word: not at all, by a word that begins it, as a beginning, or whole. */
const WEIGHT = { none: 0, isBegun: 1, begins: 2, isWhole: 3 } as const;

function weightsOf(words: readonly string[], named: readonly string[]): number[] {
  return words.map((word) => {
    if (named.includes(word)) return WEIGHT.isWhole;
    // Two letters begin half of the dictionary.
    if (word.length > 2 && begins(named, word)) return WEIGHT.begins;
    const isBegun = named.some((other) => other.length >= LONG && word.startsWith(other));
    return isBegun ? WEIGHT.isBegun : WEIGHT.none;
  });
}

interface Weighed {
  /** Made when it is needed: most pairs never are. */
  readonly findable: () => Findable;
  readonly weights: readonly number[];
  readonly place: number;
}

/** The ratings whose option has one of the words in its names, and whose criterion has one. */
function ratingsNamed(all: readonly Prepared[], words: readonly string[]): Weighed[] {
  const naming = (kind: FindableKind): (Prepared & { weights: readonly number[] })[] =>
    all
      .filter(({ findable }) => findable.kind === kind)
      .map((each) => ({ ...each, weights: weightsOf(words, each.named) }))
      .filter(({ weights }) => weights.some((weight) => weight > 0));
  // Of an option, one says at least how one of its names begins.
  const options = naming('option').filter(({ names }) =>
    names.some(([first = '']) => words.some((word) => first.startsWith(word))),
  );
  const criteria = naming('criterion');
  return options.flatMap((option) =>
    criteria.map((criterion) => ({
      findable: () => rating(option.findable, criterion.findable),
      weights: words.map((_, i) => Math.max(option.weights[i] ?? 0, criterion.weights[i] ?? 0)),
      place: criterion.names.findIndex((name) => words.some((word) => begins(name, word))),
    })),
  );
}

/** The options that parts of a query name, side by side and alone; none unless each part names another. */
function comparing(all: readonly Prepared[], parts: readonly string[]): Ranked[] {
  const options = all.filter(({ findable }) => findable.kind === 'option');
  const named = parts.flatMap((part) => {
    const [best] = fittingAll(options, wordsOf(part)).toSorted(inOrder);
    return best !== undefined && best.fit <= FIT.beginsWordsOfOtherName ? [best] : [];
  });
  const slugs = new Set(named.map(({ findable }) => slugOf(findable)));
  if (parts.length < 2 || slugs.size < parts.length) return [];
  const comparison: Findable = {
    kind: 'comparison',
    name: named.map(({ findable }) => findable.name).join(' vs '),
    path: comparePath(picksQuery([...slugs])),
    about: '',
    also: [],
  };
  return [{ findable: comparison, fit: FIT.isName }, ...named];
}

const slugOf = ({ path }: Findable): string => slugIn(path);

function rating(option: Findable, criterion: Findable): Findable {
  return {
    kind: 'rating',
    name: `${option.name}: ${lowerFirst(criterion.name)}`,
    path: `${option.path}#${slugOf(criterion)}`,
    about: criterion.about,
    also: [],
  };
}

/** “Minimum memory” within a sentence; “GPU” and “FIPS 140” stay. */
const lowerFirst = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

function groupsOf(ranked: readonly Ranked[], shown: (findable: Findable) => Findable): Group[] {
  const sorted = ranked.toSorted(inOrder).map(({ findable }) => shown(findable));
  const kinds = [...new Set(sorted.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const members = sorted.filter((findable) => findable.kind === kind);
    return {
      kind,
      members: members.slice(0, MOST_OF_A_KIND),
      more: members.slice(MOST_OF_A_KIND, MOST_ON_DEMAND),
    };
  });
}

function inOrder(a: Ranked, b: Ranked): number {
  const rank = ({ findable }: Ranked): number => FINDABLE_KINDS.indexOf(findable.kind);
  const places = (a.place ?? 0) - (b.place ?? 0);
  if (a.fit === FIT.isAlike && b.fit === FIT.isAlike) return places;
  return a.fit - b.fit || rank(a) - rank(b) || places;
}
