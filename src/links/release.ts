/**
 * A content release: all that a recommendation depends on, as plain JSON. Each release is kept, so
 * that an old link can show what it said when it was made, and which ratings have changed since.
 */

import type { AskVocabulary } from './ask.ts';
import { formatClauses, parseClauses } from './clause-text.ts';
import type { Criterion, Named, Option } from '../decision/model.ts';
import type { Question } from '../decision/questionnaire.ts';
import type { Evidence, NotApplicableCounts, Rating } from '../decision/rating.ts';
import type { DecisionModel } from '../decision/recommend.ts';
import type { Scale, Value } from '../decision/scale.ts';

/** The version of this format. */
export const RELEASE_FORMAT = 1;

/** What counts of a rating: a value with its evidence, or why there is none. */
export type ReleasedRating =
  | {
      readonly value: Value;
      readonly evidence: Evidence;
      readonly partial?: { readonly meets: boolean };
    }
  | { readonly state: 'unknown' | 'unrated' }
  | { readonly state: 'not-applicable'; readonly counts: NotApplicableCounts };

export interface ReleasedAnswer {
  readonly slug: string;
  /** By criterion, clauses as links write them. */
  readonly requires?: Readonly<Record<string, string>>;
  readonly weighs?: Readonly<Record<string, number>>;
  readonly wants?: Readonly<Record<string, readonly string[]>>;
}

export interface Release {
  readonly format: typeof RELEASE_FORMAT;
  /** Its name, which is the day it was made: YYYY-MM-DD, perhaps with a letter. */
  readonly name: string;
  readonly criteria: readonly (Named & {
    readonly name: string;
    readonly group: string;
    readonly family?: string;
    readonly scale: Scale;
  })[];
  /** Candidates only. */
  readonly options: readonly (Named & {
    readonly name: string;
    readonly ratings: Readonly<Record<string, ReleasedRating>>;
  })[];
  readonly questions: readonly (Named & { readonly answers: readonly ReleasedAnswer[] })[];
}

/** A release ready to be asked. */
export interface OpenedRelease {
  readonly name: string;
  readonly model: DecisionModel;
  readonly vocabulary: AskVocabulary;
}

/** What content must have to become a release. */
export interface Releasable {
  readonly criteria: readonly (Criterion & Named & { readonly group: string })[];
  readonly options: readonly (Option & Named)[];
  readonly questions: readonly Question[];
}

/** Makes a release; the same content gives the same release but for its name. */
export function makeRelease(name: string, { criteria, options, questions }: Releasable): Release {
  return {
    format: RELEASE_FORMAT,
    name,
    criteria: criteria.map(({ slug, formerSlugs, name, group, family, scale }) => ({
      slug,
      formerSlugs,
      name,
      group,
      ...(family === undefined ? {} : { family }),
      scale: withoutProse(scale),
    })),
    options: options.map(({ slug, formerSlugs, name, ratings }) => ({
      slug,
      formerSlugs,
      name,
      ratings: Object.fromEntries(
        criteria.map((c) => [c.slug, toReleased(ratings[c.slug] ?? { state: 'unrated' })]),
      ),
    })),
    questions: questions.map(({ slug, formerSlugs, answers }) => ({
      slug,
      formerSlugs,
      answers: answers.map(({ slug: answer, requires, weighs, wants }) => ({
        slug: answer,
        ...group(
          'requires',
          requires.map((r) => [r.criterion, formatClauses(r.clauses)] as const),
        ),
        ...group(
          'weighs',
          weighs.map((w) => [w.factor, w.steps] as const),
        ),
        ...group(
          'wants',
          wants.map((w) => [w.criterion, w.members] as const),
        ),
      })),
    })),
  };
}

function group<K extends string, V>(
  key: K,
  entries: readonly (readonly [string, V])[],
): Partial<Record<K, Record<string, V>>> {
  if (entries.length === 0) return {};
  const record: Partial<Record<K, Record<string, V>>> = {};
  record[key] = Object.fromEntries(entries);
  return record;
}

/** A scale without its rubrics, which no figure depends on. */
function withoutProse(scale: Scale): Scale {
  const bare = <T extends { rubric?: unknown }>({
    rubric: _rubric,
    ...rest
  }: T): Omit<T, 'rubric'> => rest;
  switch (scale.kind) {
    case 'ordinal':
      return { ...scale, levels: scale.levels.map(bare) };
    case 'choice':
      return { ...scale, values: scale.values.map(bare) };
    case 'set':
      return { ...scale, members: scale.members.map(bare) };
    case 'quantity':
      return { ...scale, bases: [] };
    case 'flag':
      return bare(scale);
    case 'text':
      return scale;
  }
}

function toReleased(rating: Rating): ReleasedRating {
  switch (rating.state) {
    case 'known':
      return { value: rating.value, evidence: rating.evidence };
    case 'partial':
      return { value: rating.value, evidence: rating.evidence, partial: { meets: rating.meets } };
    case 'not-applicable':
      return { state: rating.state, counts: rating.counts };
    case 'unknown':
    case 'unrated':
      return { state: rating.state };
  }
}

function fromReleased(rating: ReleasedRating): Rating {
  const nothing = { why: '', checked: '', sources: [] };
  if ('value' in rating) {
    const { value, evidence, partial } = rating;
    const finding = { ...nothing, value, evidence, version: '' };
    return partial === undefined
      ? { ...finding, state: 'known' }
      : { ...finding, state: 'partial', note: '', meets: partial.meets };
  }
  if (rating.state === 'not-applicable') return { ...nothing, ...rating };
  return rating.state === 'unknown'
    ? { state: 'unknown', looked: '', checked: '', sources: [] }
    : { state: 'unrated' };
}

/** Opens a release for asking. Ratings have no reasons, since no figure depends on them. */
export function openRelease(release: Release): OpenedRelease {
  const { criteria } = release;
  const questions = release.questions.map((question): Question => ({
    ...question,
    answers: question.answers.map(({ slug, requires, weighs, wants }) => ({
      slug,
      requires: Object.entries(requires ?? {}).flatMap(([name, text]) => {
        const criterion = criteria.find((c) => c.slug === name);
        if (criterion === undefined) return [];
        return [{ criterion: name, clauses: parseClauses(criterion, text).clauses }];
      }),
      weighs: Object.entries(weighs ?? {}).map(([factor, steps]) => ({ factor, steps })),
      wants: Object.entries(wants ?? {}).map(([criterion, members]) => ({ criterion, members })),
    })),
  }));
  const options = release.options.map(({ slug, name, ratings }) => ({
    slug,
    name,
    ratings: Object.fromEntries(
      Object.entries(ratings).map(([criterion, rating]) => [criterion, fromReleased(rating)]),
    ),
  }));
  return {
    name: release.name,
    model: { criteria, options },
    vocabulary: {
      criteria,
      options: release.options,
      groups: [...new Set(criteria.map((c) => c.group))],
      defaultView: [],
      questions,
    },
  };
}

/** A rating that two releases give differently; null where a release lacks the option or criterion. */
export interface RatingChange {
  readonly option: string;
  readonly criterion: string;
  readonly before: ReleasedRating | null;
  readonly after: ReleasedRating | null;
}

/** All ratings that changed from one release to another, by option and criterion in the newer order. */
export function ratingChanges(before: Release, after: Release): readonly RatingChange[] {
  const optionSlugs = union(after.options, before.options);
  const criterionSlugs = union(after.criteria, before.criteria);
  const rating = (release: Release, option: string, criterion: string): ReleasedRating | null =>
    release.options.find((o) => o.slug === option)?.ratings[criterion] ?? null;
  return optionSlugs.flatMap((option) =>
    criterionSlugs.flatMap((criterion) => {
      const change = {
        option,
        criterion,
        before: rating(before, option, criterion),
        after: rating(after, option, criterion),
      };
      return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
    }),
  );
}

function union(first: readonly Named[], second: readonly Named[]): readonly string[] {
  return [...new Set([...first, ...second].map((entry) => entry.slug))];
}

/** An option with one rating as another release gives it. */
export function withRating(option: Option, criterion: string, rating: ReleasedRating): Option {
  return { ...option, ratings: { ...option.ratings, [criterion]: fromReleased(rating) } };
}

/** Whether two releases differ in anything but their name. */
export function sameContent(a: Release, b: Release): boolean {
  return JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });
}
