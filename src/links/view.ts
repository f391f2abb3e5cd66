/**
 * The state of the matrix and of a comparison, and its form as a query string.
 *
 *     view = *( criterion "=" clauses          requirements; see clause-text.ts
 *             | "q=" text                       text to be found in names and reasons
 *             | "unproven=hide"                 leave out what is not proven to meet them
 *             | "failed=dim"                    show what fails, dimmed, with what it fails
 *             | "sort=" [ "-" ] criterion       better first; with "-" worse first
 *             | "columns=" column *( "," column )
 *             | "rows=criteria"                 criteria down, options across
 *             | "options=" slug *( "," slug )   picked for comparison
 *             | "differences" )                 show only what differs
 *     column = criterion | group "*"
 *
 * Defaults are not written. Equal states have equal links; every text is some state; what cannot be
 * read is told.
 */

import { formatClauses, parseClauses, type Unread } from './clause-text.ts';
import { formatQuery, parseQuery, type Pair } from './query.ts';
import type { Requirement } from '../decision/requirement.ts';
import type { Named } from '../decision/model.ts';
import { byAnySlug, type Vocabulary } from './vocabulary.ts';

export interface ViewState {
  /** In the order of the criteria; at most one for each. */
  readonly requirements: readonly Requirement[];
  readonly text: string;
  readonly hideUnproven: boolean;
  readonly dimFailed: boolean;
  readonly sort: { readonly criterion: string; readonly worseFirst: boolean } | null;
  /** In the order of the criteria; null for the default view. */
  readonly columns: readonly string[] | null;
  readonly transposed: boolean;
  /** In the order in which they were picked. */
  readonly options: readonly string[];
  readonly differencesOnly: boolean;
}

export const EMPTY_VIEW: ViewState = {
  requirements: [],
  text: '',
  hideUnproven: false,
  dimFailed: false,
  sort: null,
  columns: null,
  transposed: false,
  options: [],
  differencesOnly: false,
};

/** Keys with one value beside the default, and the part of the state that they set. */
const SETTINGS = [
  ['unproven', 'hide', 'hideUnproven'],
  ['failed', 'dim', 'dimFailed'],
  ['rows', 'criteria', 'transposed'],
] as const;

/** A part of a link that this site cannot follow. */
export interface Unfollowed {
  readonly key: string;
  readonly token: string;
  readonly why: string;
}

export interface ReadView {
  readonly state: ViewState;
  readonly unfollowed: readonly Unfollowed[];
}

/** Reads a query string. Never throws: what cannot be read is in `unfollowed`, the rest in the state. */
export function parseView(vocabulary: Vocabulary, query: string): ReadView {
  const { criteria } = vocabulary;
  const unfollowed: Unfollowed[] = [];
  const requirements = new Map<string, Requirement>();
  const seen = new Set<string>();
  const state: { -readonly [K in keyof ViewState]: ViewState[K] } = { ...EMPTY_VIEW };

  for (const { key, text } of parseQuery(query)) {
    const tell = (token: string, why: string): void => {
      unfollowed.push({ key, token, why });
    };
    const criterion = byAnySlug(criteria, key);
    const name = criterion?.slug ?? key;
    if (seen.has(name)) {
      tell(text, 'stands here twice; the first one holds');
      continue;
    }
    seen.add(name);

    if (criterion !== undefined) {
      const read = parseClauses(criterion, text);
      read.unread.forEach((u: Unread) => {
        tell(u.token, u.why);
      });
      if (read.clauses.length > 0) {
        requirements.set(criterion.slug, { criterion: criterion.slug, clauses: read.clauses });
      }
      continue;
    }
    const setting = SETTINGS.find(([name]) => name === key);
    if (setting !== undefined) {
      const [, value, part] = setting;
      if (text === value) state[part] = true;
      else tell(text, `can only be “${value}”`);
      continue;
    }
    switch (key) {
      case 'q':
        state.text = text.trim();
        if (state.text === '') tell(text, 'is empty');
        break;
      case 'differences':
        state.differencesOnly = true;
        if (text !== '') tell(text, 'takes no value');
        break;
      case 'sort': {
        const worseFirst = text.startsWith('-');
        const by = byAnySlug(criteria, worseFirst ? text.slice(1) : text);
        if (by === undefined) tell(text, 'is not a criterion of this site');
        else if (by.scale.kind === 'text') tell(text, 'is described in words and has no order');
        else state.sort = { criterion: by.slug, worseFirst };
        break;
      }
      case 'columns':
        state.columns = parseColumns(vocabulary, text, tell);
        break;
      case 'options':
        state.options = parseNames(vocabulary.options, text, 'an option', tell);
        break;
      default:
        tell(text, 'is not something this page knows');
    }
  }
  state.requirements = criteria.flatMap(({ slug }) => requirements.get(slug) ?? []);
  return { state, unfollowed };
}

/** The state as a query string without a question mark; empty for the default state. */
export function formatView(vocabulary: Vocabulary, state: ViewState): string {
  const pairs: Pair[] = state.requirements.map(({ criterion, clauses }) => ({
    key: criterion,
    text: formatClauses(clauses),
  }));
  const add = (key: string, text: string, when: boolean): void => {
    if (when) pairs.push({ key, text });
  };
  add('q', state.text, state.text !== '');
  for (const [key, value, part] of SETTINGS) add(key, value, state[part]);
  if (state.sort !== null) {
    add('sort', `${state.sort.worseFirst ? '-' : ''}${state.sort.criterion}`, true);
  }
  if (state.columns !== null) add('columns', formatColumns(vocabulary, state.columns), true);
  add('options', state.options.join(','), state.options.length > 0);
  add('differences', '', state.differencesOnly);
  return formatQuery(pairs);
}

type Tell = (token: string, why: string) => void;

/** Reads names in the order given, each once. */
function parseNames(
  entries: readonly Named[],
  text: string,
  noun: string,
  tell: Tell,
): readonly string[] {
  const names: string[] = [];
  for (const token of text.split(',')) {
    const entry = byAnySlug(entries, token.trim());
    if (entry === undefined) tell(token, `is not ${noun} of this site`);
    else if (names.includes(entry.slug)) tell(token, 'stands here twice; the first one holds');
    else names.push(entry.slug);
  }
  return names;
}

function parseColumns(vocabulary: Vocabulary, text: string, tell: Tell): ViewState['columns'] {
  const { criteria, groups } = vocabulary;
  const wanted = new Set<string>();
  for (const raw of text.split(',')) {
    const token = raw.trim();
    if (token.endsWith('*') && groups.includes(token.slice(0, -1))) {
      const group = token.slice(0, -1);
      for (const criterion of criteria) if (criterion.group === group) wanted.add(criterion.slug);
      continue;
    }
    const criterion = byAnySlug(criteria, token);
    if (criterion === undefined) tell(raw, 'is not a criterion of this site');
    else wanted.add(criterion.slug);
  }
  return canonicalColumns(vocabulary, [...wanted]);
}

/** Columns in the order of the criteria; null if they are those of the default view, or none. */
export function canonicalColumns(
  { criteria, defaultView }: Vocabulary,
  columns: readonly string[],
): ViewState['columns'] {
  const ordered = criteria.map((c) => c.slug).filter((slug) => columns.includes(slug));
  const isDefault =
    ordered.length === defaultView.length && ordered.every((slug) => defaultView.includes(slug));
  return isDefault || ordered.length === 0 ? null : ordered;
}

/** Whole groups are written as groups, so that links stay short. */
function formatColumns({ criteria, groups }: Vocabulary, columns: readonly string[]): string {
  const whole = groups.filter((group) => {
    const members = criteria.filter((c) => c.group === group);
    return members.length > 1 && members.every((c) => columns.includes(c.slug));
  });
  const single = criteria.filter((c) => columns.includes(c.slug) && !whole.includes(c.group));
  return [...whole.map((group) => `${group}*`), ...single.map((c) => c.slug)].join(',');
}
