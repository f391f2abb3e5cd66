/**
 * The state of the recommender, and its form as a query string.
 *
 *     ask = "v=1" *( "&" part )
 *     part = "on=" release                     the content release that the link was made with
 *          | question "=" answer *( "," answer )
 *                                              an answer, or "dont-know" or "does-not-matter"; several
 *                                              where the question allows it
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
import {
  NEUTRAL_ANSWERS,
  type Answers,
  type Asked,
  type Question,
} from '../decision/questionnaire.ts';
import { factorsOf } from '../decision/evaluation.ts';
import {
  GRAMMAR_VERSION,
  REQUIREMENT_PREFIX,
  requirementPairs,
  WAIVED,
} from './requirement-link.ts';
import { splitList } from './query.ts';
import { byAnySlug, inOrderOf, type Vocabulary } from './vocabulary.ts';
import { IMPORTANCES } from '../decision/weight.ts';

export interface AskState extends Asked {
  /** The content release that a link was made with; null for a state that no link has fixed yet. */
  readonly on: string | null;
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

const isNeutral = (slug: string): boolean => NEUTRAL_ANSWERS.some((word) => word === slug);

/**
 * Of some answers to a question, those that it has, in its order; a neutral one only by itself, and
 * several only where the question allows it.
 *
 * @param tell told of every answer that is left out
 */
function legalAnswers(
  { answers: known, several }: Question,
  slugs: readonly string[],
  tell: (slug: string, why: string) => void = () => undefined,
): readonly string[] {
  const [first] = slugs;
  if (first !== undefined && isNeutral(first)) {
    for (const other of slugs.slice(1)) tell(other, `cannot be said beside “${first}”`);
    return [first];
  }
  const legal = known.map((answer) => answer.slug).filter((slug) => slugs.includes(slug));
  for (const slug of slugs) {
    if (!legal.includes(slug)) tell(slug, 'is not an answer to this question');
  }
  if (several || legal.length < 2) return legal;
  const kept = slugs.find((slug) => legal.includes(slug));
  for (const slug of legal) if (slug !== kept) tell(slug, 'is a second answer, and one is allowed');
  return kept === undefined ? [] : [kept];
}

/** Answers as these words have them: what is gone stands for what says the same today. */
function answersNow(
  questions: readonly Question[],
  question: Question,
  slugs: readonly string[],
  tell?: (slug: string, why: string) => void,
): Answers {
  const gone = slugs.filter((slug) => Object.hasOwn(question.formerAnswers, slug));
  const mapped = gone.flatMap((slug) => Object.entries(question.formerAnswers[slug] ?? {}));
  const now: Record<string, readonly string[]> = {};
  for (const [slug, answer] of mapped) {
    const other = questions.find((q) => q.slug === slug);
    if (other !== undefined) now[slug] = legalAnswers(other, [...(now[slug] ?? []), answer]);
  }
  for (const slug of gone) {
    if (Object.keys(question.formerAnswers[slug] ?? {}).length === 0) {
      tell?.(slug, 'is an answer that this question no longer has');
    }
  }
  const present = slugs.filter((slug) => !gone.includes(slug));
  const own = legalAnswers(question, [...(now[question.slug] ?? []), ...present], tell);
  if (own.length > 0) now[question.slug] = own;
  return now;
}

const answers: AskFamily = {
  spelling: (key, { questions }) => byAnySlug(questions, key)?.slug,
  parse: (text, tell, { questions }, key, state) => {
    const question = questions.find(({ slug }) => slug === key);
    if (question === undefined) return {};
    const { [key]: own, ...others } = answersNow(questions, question, splitList(text, tell), tell);
    // What an old answer stands for gives way to what the link says itself.
    const all = { ...others, ...state.answers, ...(own === undefined ? {} : { [key]: own }) };
    return { answers: inOrder(questions, all) };
  },
  format: (state, { questions }) =>
    questions.flatMap(({ slug }) => {
      const given = state.answers[slug];
      return given === undefined ? [] : [{ key: slug, text: given.join(',') }];
    }),
  restrict: (state, { questions }) => {
    const known = Object.entries(state.answers).flatMap(([slug, given]) => {
      const question = byAnySlug(questions, slug);
      return question === undefined ? [] : [answersNow(questions, question, given)];
    });
    return {
      answers: inOrder(
        questions,
        known.reduce((a, b) => ({ ...b, ...a }), {}),
      ),
    };
  },
};

/** What stands before the factor in the key of an importance. */
export const IMPORTANCE_PREFIX = 'i.';

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
  format: (state, { criteria }) => requirementPairs(state.requirements, criteria),
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
