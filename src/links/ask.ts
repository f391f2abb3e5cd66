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

import { parseClauses } from './clause-text.ts';
import { formatQuery, parseQuery, type Pair } from './query.ts';
import { NEUTRAL_ANSWERS, type Question } from '../decision/questionnaire.ts';
import { factorsOf } from '../decision/recommend.ts';
import { GRAMMAR_VERSION, requirementPairs, WAIVED } from './requirement-link.ts';
import type { Requirement } from '../decision/requirement.ts';
import { byAnySlug, type Vocabulary } from './vocabulary.ts';
import type { Unfollowed } from './view.ts';
import { IMPORTANCES, type Importance } from '../decision/weight.ts';

export { GRAMMAR_VERSION };

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

export interface ReadAsk {
  readonly state: AskState;
  readonly unfollowed: readonly Unfollowed[];
}

/** What links of the recommender may name. */
export interface AskVocabulary extends Vocabulary {
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
}

/** Reads a query string. Never throws: what cannot be read is in `unfollowed`, the rest in the state. */
export function parseAsk(vocabulary: AskVocabulary, query: string): ReadAsk {
  const { criteria, questions } = vocabulary;
  const factors = factorsOf(criteria).map((factor) => factor.slug);
  const unfollowed: Unfollowed[] = [];
  const answers = new Map<string, string>();
  const importances = new Map<string, Importance>();
  const requirements = new Map<string, Requirement>();
  const seen = new Set<string>();
  let on: string | null = null;
  let strict = false;
  let levels: AskState['levels'] = 'order-only';

  for (const { key, text } of parseQuery(query)) {
    const tell = (token: string, why: string): void => {
      unfollowed.push({ key, token, why });
    };
    const name = canonicalKey(vocabulary, key);
    if (seen.has(name)) {
      tell(text, 'stands here twice; the first one holds');
      continue;
    }
    seen.add(name);

    const question = byAnySlug(questions, key);
    if (question !== undefined) {
      const legal = [...question.answers.map((answer) => answer.slug), ...NEUTRAL_ANSWERS];
      if (legal.includes(text)) answers.set(question.slug, text);
      else tell(text, 'is not an answer to this question');
    } else if (name.startsWith('i.')) {
      const factor = name.slice(2);
      const importance = IMPORTANCES.find((level) => level === text);
      if (!factors.includes(factor)) tell(text, 'weighs something that this site does not have');
      else if (importance === undefined) tell(text, `is none of ${IMPORTANCES.join(', ')}`);
      else importances.set(factor, importance);
    } else if (name.startsWith('r.')) {
      const criterion = criteria.find((c) => c.slug === name.slice(2));
      if (criterion === undefined) {
        tell(text, 'asks for something that this site does not have');
        continue;
      }
      if (text === WAIVED) {
        requirements.set(criterion.slug, { criterion: criterion.slug, clauses: [] });
        continue;
      }
      const read = parseClauses(criterion, text);
      for (const { token, why } of read.unread) tell(token, why);
      if (read.clauses.length > 0) {
        requirements.set(criterion.slug, { criterion: criterion.slug, clauses: read.clauses });
      }
    } else if (key === 'v') {
      if (text !== GRAMMAR_VERSION) tell(text, 'is a kind of link that this site does not know');
    } else if (key === 'on') {
      if (/^[\w.-]{1,40}$/.test(text)) on = text;
      else tell(text, 'is not the name of a release');
    } else if (key === 'strict') {
      strict = true;
      if (text !== '') tell(text, 'takes no value');
    } else if (key === 'levels') {
      if (text === 'fixed') levels = 'fixed';
      else tell(text, 'can only be “fixed”');
    } else {
      tell(text, 'is not something this page knows');
    }
  }

  const state: AskState = {
    on,
    answers: inOrder(
      questions.map((q) => q.slug),
      answers,
    ),
    importances: inOrder(factors, importances),
    requirements: criteria.flatMap(({ slug }) => requirements.get(slug) ?? []),
    strict,
    levels,
  };
  return { state, unfollowed };
}

/** The state as a query string without a question mark. */
export function formatAsk(vocabulary: AskVocabulary, state: AskState): string {
  const { criteria, questions } = vocabulary;
  const pairs: Pair[] = [{ key: 'v', text: GRAMMAR_VERSION }];
  if (state.on !== null) pairs.push({ key: 'on', text: state.on });
  for (const { slug } of questions) {
    const answer = state.answers[slug];
    if (answer !== undefined) pairs.push({ key: slug, text: answer });
  }
  for (const { slug } of factorsOf(criteria)) {
    const importance = state.importances[slug];
    if (importance !== undefined) pairs.push({ key: `i.${slug}`, text: importance });
  }
  pairs.push(...requirementPairs(state.requirements));
  if (state.strict) pairs.push({ key: 'strict', text: '' });
  if (state.levels === 'fixed') pairs.push({ key: 'levels', text: 'fixed' });
  return formatQuery(pairs);
}

/** The key under which two keys that mean the same are one. */
function canonicalKey({ criteria, questions }: AskVocabulary, key: string): string {
  const question = byAnySlug(questions, key);
  if (question !== undefined) return question.slug;
  const [, prefix, rest] = /^([ir]\.)(.*)$/s.exec(key) ?? [];
  if (prefix === undefined || rest === undefined) return key;
  return prefix + (byAnySlug(criteria, rest)?.slug ?? rest);
}

function inOrder<T>(keys: readonly string[], map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = map.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
