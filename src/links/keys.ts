/**
 * Query strings as tables of keys. Each key is one object that says how it is written, how its text
 * becomes a part of a state, how that part becomes text, and what is left of it where some words are
 * not known. A page has one table, from which all its links are read and written.
 */

import { formatQuery, parseQuery, type Pair } from './query.ts';

/** A part of a link that this site cannot follow. */
export interface Unfollowed {
  readonly key: string;
  readonly token: string;
  readonly why: string;
}

/** Tells of a part of a text that cannot be followed. */
export type Tell = (token: string, why: string) => void;

/** A key with a word of its own, which content may not use as a slug. */
export interface Key<State, Words> {
  readonly key: string;
  /** What the text sets; whatever of it cannot be followed is told. */
  readonly parse: (text: string, tell: Tell, words: Words) => Partial<State>;
  /** The text for a state; null where the key is not written. */
  readonly format: (state: State, words: Words) => string | null;
  /** What is left of its part of a state for those who have only these words; all of it if there is no function. */
  readonly restrict?: (state: State, words: Words) => Partial<State>;
}

/** Keys of one form, one for each entry of a kind. */
export interface KeyFamily<State, Words> {
  /** The one spelling of a key of this family; undefined for a key that is of another. */
  readonly spelling: (key: string, words: Words) => string | undefined;
  /** What the text under a key, in its one spelling, sets beside what stands in the state already. */
  readonly parse: (
    text: string,
    tell: Tell,
    words: Words,
    key: string,
    state: State,
  ) => Partial<State>;
  /** What is written for a state. */
  readonly format: (state: State, words: Words) => readonly Pair[];
  readonly restrict?: (state: State, words: Words) => Partial<State>;
}

/** The keys of a page, in the order in which they are written. */
export type KeyTable<State, Words> = readonly (Key<State, Words> | KeyFamily<State, Words>)[];

export interface ReadState<State> {
  readonly state: State;
  readonly unfollowed: readonly Unfollowed[];
}

/** How many parts of a query are read: more than any page writes, fewer than would hang it. */
const PART_LIMIT = 500;

/** What others add to links in order to count clicks; it asks nothing of the page. */
const TRACKING =
  /^(?:(?:utm|mtm|matomo|pk|piwik|hsa|wt|itm|gad|guce)_\w+|mc_[ce]id|_hs(?:enc|mi|fp)|__hs(?:tc|sc|fp)|hsctatracking|(?:fb|g|dc|tt|y|tw|ir)clid|irclickid|msclkid|gbraid|wbraid|srsltid|li_fat_id|igsh(?:id)?|ref(?:_(?:src|url))?|_ga|_gl|_openstat|vero_id|mkt_tok|epik|sccid|rdt_cid|guccounter|oly_(?:anon|enc)_id|s_cid|cmpid|trk)$/i;

/** Reads a query string. Never throws: what cannot be read is in `unfollowed`, the rest in the state. */
export function parseState<State, Words>(
  table: KeyTable<State, Words>,
  empty: State,
  words: Words,
  query: string,
): ReadState<State> {
  const unfollowed: Unfollowed[] = [];
  const seen = new Set<string>();
  let state = empty;
  const parts = parseQuery(query);
  const beyond = parts.length - PART_LIMIT;
  for (const { key, text } of parts.slice(0, PART_LIMIT)) {
    const tell: Tell = (token, why) => {
      unfollowed.push({ key, token, why });
    };
    const found = find(table, words, key);
    if (found === undefined && TRACKING.test(key)) continue;
    const spelling = found?.spelling ?? key;
    if (seen.has(spelling)) {
      tell(text, 'is here twice; the first one counts');
      continue;
    }
    seen.add(spelling);
    if (found === undefined) tell(text, 'is not something this page knows');
    else {
      state = { ...state, ...found.entry.parse(text, tell, words, spelling, state) };
    }
  }
  if (beyond > 0) {
    unfollowed.push({ key: '…', token: '', why: `and ${String(beyond)} more parts are not read` });
  }
  return { state, unfollowed };
}

function find<State, Words>(
  table: KeyTable<State, Words>,
  words: Words,
  key: string,
): { entry: KeyTable<State, Words>[number]; spelling: string } | undefined {
  for (const entry of table) {
    const spelling =
      'key' in entry ? (entry.key === key ? key : undefined) : entry.spelling(key, words);
    if (spelling !== undefined) return { entry, spelling };
  }
  return undefined;
}

/** What a link to a state holds, key by key, in the order of the table. */
export function partsOf<State, Words>(
  table: KeyTable<State, Words>,
  words: Words,
  state: State,
): readonly Pair[] {
  return table.flatMap((entry) => {
    if (!('key' in entry)) return entry.format(state, words);
    const text = entry.format(state, words);
    return text === null ? [] : [{ key: entry.key, text }];
  });
}

/** The state as a query string without a question mark. */
export function formatState<State, Words>(
  table: KeyTable<State, Words>,
  words: Words,
  state: State,
): string {
  return formatQuery(partsOf(table, words, state));
}

/** What is left of a state for those who have only these words: what they would read of a link to it. */
export function restrictState<State, Words>(
  table: KeyTable<State, Words>,
  words: Words,
  state: State,
): State {
  return table.reduce((rest, entry) => ({ ...rest, ...entry.restrict?.(state, words) }), state);
}

/** A key that has one value beside the default. */
export function wordKey<Words, Part extends string>(
  key: string,
  value: string,
  part: Part,
): Key<Readonly<Record<Part, boolean>>, Words> {
  return {
    key,
    parse: (text, tell) => {
      if (text === value) return only(part);
      tell(text, `can only be “${value}”`);
      return {};
    },
    format: (state) => (state[part] ? value : null),
  };
}

/** A key that stands alone, without a value. */
export function markKey<Words, Part extends string>(
  key: string,
  part: Part,
): Key<Readonly<Record<Part, boolean>>, Words> {
  return {
    key,
    parse: (text, tell) => {
      if (text !== '') tell(text, 'takes no value');
      return only(part);
    },
    format: (state) => (state[part] ? '' : null),
  };
}

/** The words that the keys of a table have to themselves. */
export const wordsOf = <State, Words>(table: KeyTable<State, Words>): readonly string[] =>
  table.flatMap((entry) => ('key' in entry ? [entry.key] : []));

/** The part of a state that says that something is so. */
const only = <Part extends string>(part: Part): Readonly<Record<Part, boolean>> =>
  ({ [part]: true }) as Readonly<Record<Part, boolean>>;
