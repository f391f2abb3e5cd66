/** What links in content ask of the pages that read their query: the matrix, comparisons, the recommender. */

import { factorsOf } from '../decision/evaluation.ts';
import { NEUTRAL_ANSWERS } from '../decision/questionnaire.ts';
import { nameableValues } from '../decision/requirement.ts';
import { IMPORTANCES } from '../decision/weight.ts';
import { ASK_KEYS, IMPORTANCE_PREFIX, parseAsk, type AskVocabulary } from '../links/ask.ts';
import { wordsOf, type Unfollowed } from '../links/keys.ts';
import { partsOfWay, wayTo } from '../links/option-list.ts';
import { OPTIONS_KEY } from '../links/picks-query.ts';
import { REQUIREMENT_PREFIX, WAIVED } from '../links/requirement-link.ts';
import { embeddedComparePath, PAGES } from '../links/routes.ts';
import { FORMER_KEY, parseView, VIEW_KEYS } from '../links/view.ts';
import { byAnySlug } from '../links/vocabulary.ts';
import { clipped } from '../words/unfollowed-lines.ts';
import type { Content } from './content.ts';
import { listNames, nearest, type Fault } from './fault.ts';
import { THE_GROUP } from './link.ts';
import { toQuestion } from './to-decision.ts';

/** What is wrong with part of a query. */
export type WrongPart = Pick<Fault, 'problem' | 'found' | 'allowed' | 'nearest' | 'fix'>;

/** Names that may stand where one could not be followed, and the name that stands there. */
interface Instead {
  readonly name: string;
  readonly legal: readonly string[];
}

/**
 * Judges the queries of links as the pages do to which they lead.
 *
 * @returns what is wrong with a query, given the path before it: nothing where the page reads none, or
 *   where another fault keeps it from being known
 */
export function queryJudge(content: Content): (path: string, query: string) => WrongPart[] {
  let known: AskVocabulary | undefined;
  const vocabulary = (): AskVocabulary => (known ??= vocabularyIn(content));
  const isUnsound = (['site', 'criteria', 'options', 'questions', 'releases'] as const).some(
    (kind) => content.faulty.has(kind),
  );
  return (path, query) => {
    if (isUnsound) return [];
    switch (path) {
      case PAGES.matrix.path:
      case PAGES.compare.path:
      case embeddedComparePath():
        return parseView(vocabulary(), query).unfollowed.map((part) =>
          wrongPart(part, viewInstead(vocabulary(), part)),
        );
      case PAGES.recommend.path: {
        const { state, unfollowed } = parseAsk(vocabulary(), query);
        return [
          ...unfollowed.map((part) => wrongPart(part, askInstead(vocabulary(), part))),
          ...unkeptRelease(content, state.on),
        ];
      }
      default:
        return [];
    }
  };
}

function vocabularyIn(content: Content): AskVocabulary {
  const site = content.site.data;
  return {
    criteria: content.criteria.map(({ slug, data }) => ({
      ...data,
      slug,
      group: data.group ?? THE_GROUP.slug,
    })),
    options: content.options.map(({ slug, data }) => ({ ...data, slug })),
    groups: (site.groups.length > 0 ? site.groups : [THE_GROUP]).map(({ slug }) => slug),
    defaultView: [],
    questions: content.questions.map((question) => toQuestion(question, content.criteria)),
  };
}

function wrongPart({ key, token, why }: Unfollowed, instead: Instead | null): WrongPart {
  const legal = instead?.legal ?? [];
  const part = clipped(token === '' ? key : `${key}=${token}`);
  return {
    problem: `The page cannot follow this part of the link: ${why.startsWith('“') ? why : `it ${why}`}.`,
    found: part,
    allowed: legal.length === 0 ? undefined : listNames(legal),
    nearest: instead === null ? undefined : nearest(instead.name, legal),
    fix: 'Correct it, or set the page as you mean it and copy its address.',
  };
}

function unkeptRelease({ releases }: Content, on: string | null): WrongPart[] {
  const names = releases.map(({ data }) => data.name);
  if (on === null || names.includes(on)) return [];
  return [
    {
      problem: 'This link was made with a content release that is not kept.',
      found: `on=${on}`,
      allowed: names.length === 0 ? 'none: no release is kept' : listNames(names),
      nearest: nearest(on, names),
      fix: 'Remove “on”, or name a release of content/releases/.',
    },
  ];
}

/** The values of a criterion that can be named, and the first one in a text that is none of them. */
function valueInstead(
  { criteria }: AskVocabulary,
  slug: string,
  text: string,
  more: readonly string[] = [],
): Instead | null {
  const scale = byAnySlug(criteria, slug)?.scale;
  if (scale === undefined || scale.kind === 'text' || scale.kind === 'quantity') return null;
  const legal = nameableValues(scale);
  const name = text.split(/\.\.|[,/!]/).find((part) => part !== '' && !legal.includes(part));
  return name === undefined ? null : { name, legal: [...legal, ...more] };
}

function viewInstead(vocabulary: AskVocabulary, { key, token }: Unfollowed): Instead | null {
  const { criteria, options, groups } = vocabulary;
  if (byAnySlug(criteria, key) !== undefined) return valueInstead(vocabulary, key, token);
  const ordered = criteria.filter((c) => c.scale.kind !== 'text').map((c) => c.slug);
  switch (key) {
    case 'sort':
      return { name: token.replace(/^-/, ''), legal: ordered };
    case 'columns':
      return {
        name: token,
        legal: [...criteria.map((c) => c.slug), ...groups.map((group) => `${group}*`)],
      };
    case OPTIONS_KEY: {
      const named = partsOfWay(token.trim());
      const option = byAnySlug(options, named.option);
      if (option === undefined) return { name: named.option, legal: options.map((o) => o.slug) };
      return {
        name: token,
        legal: [option.slug, ...option.modes.map((mode) => wayTo(option.slug, mode.slug))],
      };
    }
    default: {
      const words = wordsOf(VIEW_KEYS).filter((word) => word !== FORMER_KEY);
      return !words.includes(key) ? { name: key, legal: [...words, ...ordered] } : null;
    }
  }
}

function askInstead(vocabulary: AskVocabulary, { key, token }: Unfollowed): Instead | null {
  const { criteria, questions } = vocabulary;
  const question = byAnySlug(questions, key);
  if (question !== undefined) {
    const legal = [...question.answers.map((answer) => answer.slug), ...NEUTRAL_ANSWERS];
    return legal.includes(token) ? null : { name: token, legal };
  }
  const factors = factorsOf(criteria).map(({ slug }) => IMPORTANCE_PREFIX + slug);
  const required = criteria
    .filter((c) => c.scale.kind !== 'text')
    .map((c) => REQUIREMENT_PREFIX + c.slug);
  if (factors.includes(key)) return { name: token, legal: IMPORTANCES };
  if (key.startsWith(IMPORTANCE_PREFIX)) return { name: key, legal: factors };
  if (key.startsWith(REQUIREMENT_PREFIX)) {
    const slug = key.slice(REQUIREMENT_PREFIX.length);
    return byAnySlug(criteria, slug) === undefined
      ? { name: key, legal: required }
      : valueInstead(vocabulary, slug, token, [WAIVED]);
  }
  const words = wordsOf(ASK_KEYS);
  return !words.includes(key)
    ? { name: key, legal: [...words, ...questions.map((q) => q.slug), ...factors, ...required] }
    : null;
}
