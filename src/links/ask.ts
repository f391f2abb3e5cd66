/**
 * The state of the recommender, and its form as a query string.
 *
 *     ask = "v=1" *( "&" part )
 *     part = "on=" release                     the content release that the link was made with
 *          | question "=" answer               an answer, or "dont-know" or "does-not-matter"
 *          | "i." factor "=" importance        importance set by hand
 *          | "r." criterion "=" ( clauses | "any" )
 *                                              a requirement set by hand instead of what answers
 *                                              require of the criterion, or none; see clause-text.ts
 *          | "strict"                          what is not proven is left out
 *          | "levels=fixed"                    levels in equal steps when sampling
 *
 * `v` is the version of this grammar. A link without it is read as of version 1.
 */

import { parseClauses, restrictClauses } from './clause-text.ts';
import {
  formatState,
  markKey,
  parseState,
  restrictState,
  type Key,
  type KeyFamily,
  type KeyTable,
  type ReadState,
} from './keys.ts';
import { NEUTRAL_ANSWERS, type Question } from '../decision/questionnaire.ts';
import { factorsOf } from '../decision/recommend.ts';
import {
  GRAMMAR_VERSION,
  REQUIREMENT_PREFIX,
  requirementPairs,
  WAIVED,
} from './requirement-link.ts';
import type { Requirement } from '../decision/requirement.ts';
import { byAnySlug, inOrderOf, type Vocabulary } from './vocabulary.ts';
import { IMPORTANCES, type Importance } from '../decision/weight.ts';

export interface AskState {
  /** The content release that a link was made with; null for a state that no link has fixed yet. */
  readonly on: string | null;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly importances: Readonly<Record<string, Importance>>;
  /** In the order of the criteria; at most one for each; without clauses, what answers require is waived. */
  readonly requirements: readonly Requirement[];
  readonly strict: boolean;
  readonly levels: 'fixed' | 'order-only';
}

export const EMPTY_ASK: AskState = {
  on: null,
  answers: {},
  importances: {},
  requirements: [],
  strict: false,
  levels: 'order-only',
};

/** What links of the recommender may name. */
export interface AskVocabulary extends Vocabulary {
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
}

type AskKey = Key<AskState, AskVocabulary>;
type AskFamily = KeyFamily<AskState, AskVocabulary>;

const version: AskKey = {
  key: 'v',
  parse: (text, tell) => {
    if (text !== GRAMMAR_VERSION) tell(text, 'is a kind of link that this site does not know');
    return {};
  },
  format: () => GRAMMAR_VERSION,
};

const on: AskKey = {
  key: 'on',
  parse: (text, tell) => {
    if (/^[\w.-]{1,40}$/.test(text)) return { on: text };
    tell(text, 'is not the name of a release');
    return {};
  },
  format: (state) => state.on,
};

const isAnswer = ({ answers }: Question, slug: string): boolean =>
  answers.some((answer) => answer.slug === slug) || NEUTRAL_ANSWERS.some((word) => word === slug);

const answers: AskFamily = {
  spelling: (key, { questions }) => byAnySlug(questions, key)?.slug,
  parse: (text, tell, { questions }, key, state) => {
    const question = questions.find(({ slug }) => slug === key);
    if (question !== undefined && isAnswer(question, text)) {
      return { answers: inOrder(questions, { ...state.answers, [key]: text }) };
    }
    tell(text, 'is not an answer to this question');
    return {};
  },
  format: (state, { questions }) =>
    questions.flatMap(({ slug }) => {
      const answer = state.answers[slug];
      return answer === undefined ? [] : [{ key: slug, text: answer }];
    }),
  restrict: (state, { questions }) => {
    const known = Object.entries(state.answers).flatMap(([slug, answer]) => {
      const question = byAnySlug(questions, slug);
      const stays = question !== undefined && isAnswer(question, answer);
      return stays ? [[question.slug, answer] as const] : [];
    });
    return { answers: inOrder(questions, Object.fromEntries(known)) };
  },
};

const IMPORTANCE_PREFIX = 'i.';

/** A criterion goes by its present slug; a family of criteria has but one. */
const factorNow = ({ criteria }: AskVocabulary, slug: string): string =>
  byAnySlug(criteria, slug)?.slug ?? slug;

const importances: AskFamily = {
  spelling: (key, vocabulary) =>
    key.startsWith(IMPORTANCE_PREFIX)
      ? IMPORTANCE_PREFIX + factorNow(vocabulary, key.slice(IMPORTANCE_PREFIX.length))
      : undefined,
  parse: (text, tell, { criteria }, key, state) => {
    const factors = factorsOf(criteria);
    const factor = key.slice(IMPORTANCE_PREFIX.length);
    const importance = IMPORTANCES.find((level) => level === text);
    if (!factors.some(({ slug }) => slug === factor)) {
      tell(text, 'weighs something that this site does not have');
    } else if (importance === undefined) tell(text, `is none of ${IMPORTANCES.join(', ')}`);
    else {
      return { importances: inOrder(factors, { ...state.importances, [factor]: importance }) };
    }
    return {};
  },
  format: (state, { criteria }) =>
    factorsOf(criteria).flatMap(({ slug }) => {
      const importance = state.importances[slug];
      return importance === undefined
        ? []
        : [{ key: `${IMPORTANCE_PREFIX}${slug}`, text: importance }];
    }),
  restrict: (state, vocabulary) => ({
    importances: inOrder(
      factorsOf(vocabulary.criteria),
      Object.fromEntries(
        Object.entries(state.importances).map(([slug, importance]) => [
          factorNow(vocabulary, slug),
          importance,
        ]),
      ),
    ),
  }),
};

const requirements: AskFamily = {
  spelling: (key, vocabulary) =>
    key.startsWith(REQUIREMENT_PREFIX)
      ? REQUIREMENT_PREFIX + factorNow(vocabulary, key.slice(REQUIREMENT_PREFIX.length))
      : undefined,
  parse: (text, tell, { criteria }, key, state) => {
    const criterion = criteria.find(({ slug }) => slug === key.slice(REQUIREMENT_PREFIX.length));
    if (criterion === undefined) {
      tell(text, 'asks for something that this site does not have');
      return {};
    }
    const { clauses, unread } =
      text === WAIVED ? { clauses: [], unread: [] } : parseClauses(criterion, text);
    for (const { token, why } of unread) tell(token, why);
    if (text !== WAIVED && clauses.length === 0) return {};
    const requirement = { criterion: criterion.slug, clauses };
    return { requirements: inOrderOf(criteria, [...state.requirements, requirement]) };
  },
  format: (state) => requirementPairs(state.requirements),
  restrict: (state, { criteria }) => ({
    requirements: inOrderOf(
      criteria,
      state.requirements.flatMap((requirement) => {
        const criterion = byAnySlug(criteria, requirement.criterion);
        if (criterion === undefined) return [];
        const clauses = restrictClauses(criterion.scale, requirement.clauses);
        // What was waived stays so; of what asked for something, something must be left.
        const stays = clauses.length > 0 || requirement.clauses.length === 0;
        return stays ? [{ criterion: criterion.slug, clauses }] : [];
      }),
    ),
  }),
};

const levels: AskKey = {
  key: 'levels',
  parse: (text, tell) => {
    if (text === 'fixed') return { levels: 'fixed' };
    tell(text, 'can only be “fixed”');
    return {};
  },
  format: (state) => (state.levels === 'fixed' ? 'fixed' : null),
};

/** All that the address of the recommender may hold, as it is written there. */
export const ASK_KEYS: KeyTable<AskState, AskVocabulary> = [
  version,
  on,
  answers,
  importances,
  requirements,
  markKey('strict', 'strict'),
  levels,
];

export type ReadAsk = ReadState<AskState>;

/** Reads a query string. Never throws: what cannot be read is in `unfollowed`, the rest in the state. */
export function parseAsk(vocabulary: AskVocabulary, query: string): ReadAsk {
  return parseState(ASK_KEYS, EMPTY_ASK, vocabulary, query);
}

/** The state as a query string without a question mark. */
export function formatAsk(vocabulary: AskVocabulary, state: AskState): string {
  return formatState(ASK_KEYS, vocabulary, state);
}

/** What is left of a state where only these words are known: what would be read of a link to it. */
export function restrictAsk(vocabulary: AskVocabulary, state: AskState): AskState {
  return restrictState(ASK_KEYS, vocabulary, state);
}

/** The entries of a record that these slugs name, in their order. */
function inOrder<T>(
  entries: readonly { readonly slug: string }[],
  record: Readonly<Record<string, T>>,
): Record<string, T> {
  const values = new Map(Object.entries(record));
  return Object.fromEntries(
    entries.flatMap(({ slug }) => {
      const value = values.get(slug);
      return value === undefined ? [] : [[slug, value] as const];
    }),
  );
}
