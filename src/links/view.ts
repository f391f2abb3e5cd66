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
 *             | "options=" way *( "," way )     picked for comparison; see option-list.ts
 *             | "identical"                     in a comparison, show what does not differ too
 *             | "differences" )                 in older links; what differs alone is now the default
 *     column = criterion | group "*"
 *
 * Defaults are not written. Equal states have equal links; every text is some state; what cannot be
 * read is told.
 */

import { formatClauses, parseClauses } from './clause-text.ts';
import {
  formatState,
  markKey,
  parseState,
  partsOf,
  wordKey,
  type Key,
  type KeyFamily,
  type KeyTable,
  type ReadState,
  type Tell,
} from './keys.ts';
import { parseOptions } from './option-list.ts';
import { formatOptions, OPTIONS_KEY } from './picks-query.ts';
import { splitList, type Pair } from './query.ts';
import type { Requirement } from '../decision/requirement.ts';
import { byAnySlug, inOrderOf, type Vocabulary } from './vocabulary.ts';

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
  /** In the order in which they were picked, each in a mode: `black-tea`, `black-tea~iced`. */
  readonly options: readonly string[];
  /** Whether a comparison shows the criteria on which its options do not differ. */
  readonly identicalToo: boolean;
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
  identicalToo: false,
};

type ViewKey = Key<ViewState, Vocabulary>;

const requirements: KeyFamily<ViewState, Vocabulary> = {
  spelling: (key, { criteria }) => byAnySlug(criteria, key)?.slug,
  parse: (text, tell, { criteria }, key, state) => {
    const criterion = criteria.find(({ slug }) => slug === key);
    if (criterion === undefined) return {};
    const { clauses, unread } = parseClauses(criterion, text);
    for (const { token, why } of unread) tell(token, why);
    if (clauses.length === 0) return {};
    return {
      requirements: inOrderOf(criteria, [...state.requirements, { criterion: key, clauses }]),
    };
  },
  format: (state, { criteria }) =>
    state.requirements.flatMap(({ criterion, clauses }) => {
      const scale = criteria.find(({ slug }) => slug === criterion)?.scale;
      return scale === undefined ? [] : [{ key: criterion, text: formatClauses(scale, clauses) }];
    }),
};

const text: ViewKey = {
  key: 'q',
  parse: (query, tell) => {
    if (query.trim() === '') tell(query, 'is empty');
    return { text: query.trim() };
  },
  format: (state) => (state.text === '' ? null : state.text),
};

const sort: ViewKey = {
  key: 'sort',
  parse: (token, tell, { criteria }) => {
    const worseFirst = token.startsWith('-');
    const by = byAnySlug(criteria, worseFirst ? token.slice(1) : token);
    if (by === undefined) tell(token, 'is not a criterion of this site');
    else if (by.scale.kind === 'text') tell(token, 'is described in words and has no order');
    else return { sort: { criterion: by.slug, worseFirst } };
    return {};
  },
  format: (state) =>
    state.sort === null ? null : `${state.sort.worseFirst ? '-' : ''}${state.sort.criterion}`,
};

const columns: ViewKey = {
  key: 'columns',
  parse: (list, tell, vocabulary) => ({ columns: parseColumns(vocabulary, list, tell) }),
  format: (state, vocabulary) =>
    state.columns === null ? null : formatColumns(vocabulary, state.columns),
};

const options: ViewKey = {
  key: OPTIONS_KEY,
  parse: (list, tell, vocabulary) => ({ options: parseOptions(vocabulary.options, list, tell) }),
  format: (state) => (state.options.length > 0 ? formatOptions(state.options) : null),
};

/** The key with which older links ask for what is now the default. */
export const FORMER_KEY = 'differences';

/** A link that asks for both shows all. */
const differences: ViewKey = {
  key: FORMER_KEY,
  parse: (text, tell) => {
    if (text !== '') tell(text, 'takes no value');
    return {};
  },
  format: () => null,
};

/** All that the address of the matrix and of a comparison may hold, as it is written there. */
export const VIEW_KEYS: KeyTable<ViewState, Vocabulary> = [
  requirements,
  text,
  wordKey('unproven', 'hide', 'hideUnproven'),
  wordKey('failed', 'dim', 'dimFailed'),
  wordKey('rows', 'criteria', 'transposed'),
  sort,
  columns,
  options,
  markKey('identical', 'identicalToo'),
  differences,
];

export type ReadView = ReadState<ViewState>;

/** Reads a query string. Never throws: what cannot be read is in `unfollowed`, the rest in the state. */
export function parseView(vocabulary: Vocabulary, query: string): ReadView {
  return parseState(VIEW_KEYS, EMPTY_VIEW, vocabulary, query);
}

/** The state as a query string without a question mark; empty for the default state. */
export function formatView(vocabulary: Vocabulary, state: ViewState): string {
  return formatState(VIEW_KEYS, vocabulary, state);
}

/** What a link to the state holds, key by key; nothing for the default state. */
export function partsOfView(vocabulary: Vocabulary, state: ViewState): readonly Pair[] {
  return partsOf(VIEW_KEYS, vocabulary, state);
}

function parseColumns(vocabulary: Vocabulary, text: string, tell: Tell): ViewState['columns'] {
  const { criteria, groups } = vocabulary;
  const wanted = new Set<string>();
  for (const raw of splitList(text, tell)) {
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
