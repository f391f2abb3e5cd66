/**
 * A content release: all that a recommendation depends on, as plain JSON. Each release is kept, so
 * that an old link can show what it said when it was made, and which ratings have changed since.
 */

import type { Questionnaire } from '../decision/analysis.ts';
import { FIRST_METHOD, PRESENT_METHOD, type DecisionModel } from '../decision/evaluation.ts';
import { wholeOf, type InParts } from '../decision/in-parts.ts';
import type { Criterion, Named, Option, Size } from '../decision/model.ts';
import type { Answer, Question } from '../decision/questionnaire.ts';
import type { BareRating, Evidence, NotApplicableCounts } from '../decision/rating.ts';
import type { Scale, SetMember, SetScale, Value } from '../decision/scale.ts';
import type { AskVocabulary } from './ask.ts';
import { formatClauses, parseClauses } from './clause-text.ts';
import { readRating, writeRating, type WireRating } from './rating-wire.ts';

/** The version of the format in which releases are made today. */
export const RELEASE_FORMAT = 2;

/** The threshold of practical equality for releases that were made before there was one. */
const FIRST_INDIFFERENCE = 0.02;

interface ReleasedAnswer {
  readonly slug: string;
  /** By criterion, clauses as links write them. */
  readonly requires?: Readonly<Record<string, string>>;
  readonly weighs?: Readonly<Record<string, number>>;
  readonly wants?: Readonly<Record<string, readonly string[]>>;
  readonly enough?: Readonly<Record<string, Value>>;
  readonly size?: Size;
  readonly likelihood?: number;
}

interface ReleasedQuestion extends Named {
  readonly several?: true;
  readonly answers: readonly ReleasedAnswer[];
  readonly formerAnswers?: Question['formerAnswers'];
}

interface ReleasedCriterion<S> extends Named {
  readonly name: string;
  readonly group: string;
  readonly family?: string;
  readonly scale: S;
}

type WireRatings = Readonly<Record<string, WireRating>>;

/** A release of the present format. */
export interface PresentRelease {
  readonly format: typeof RELEASE_FORMAT;
  /** Its name, which is the day it was made: YYYY-MM-DD, perhaps with a letter. */
  readonly name: string;
  readonly indifference: number;
  readonly lifecycle: DecisionModel['lifecycle'];
  readonly criteria: readonly ReleasedCriterion<Scale>[];
  /** Those that can be chosen. */
  readonly options: readonly (Named & {
    readonly name: string;
    readonly ratings: WireRatings;
    readonly modes?: readonly (Named & {
      readonly name: string;
      readonly size?: Size;
      readonly ratings: WireRatings;
    })[];
  })[];
  readonly questions: readonly ReleasedQuestion[];
}

/** A set scale as the first format had it: one word for what the absence of any member means. */
type FirstScale =
  | Exclude<Scale, SetScale>
  | {
      readonly kind: 'set';
      readonly members: readonly Omit<SetMember, 'absence'>[];
      readonly exhaustive: boolean;
    };

/** A release of the first format, in which options had no modes. */
export interface FirstRelease {
  readonly format: 1;
  readonly name: string;
  readonly criteria: readonly ReleasedCriterion<FirstScale>[];
  readonly options: readonly (Named & {
    readonly name: string;
    readonly ratings: Readonly<Record<string, FirstRating>>;
  })[];
  readonly questions: readonly ReleasedQuestion[];
}

type FirstRating =
  | {
      readonly value: Value;
      readonly evidence: Evidence;
      readonly partial?: { readonly meets: boolean };
    }
  | { readonly state: 'unknown' | 'unrated' }
  | { readonly state: 'not-applicable'; readonly counts: NotApplicableCounts };

export type Release = PresentRelease | FirstRelease;

/** A release ready to be asked. */
export interface OpenedRelease {
  readonly name: string;
  readonly model: DecisionModel;
  readonly vocabulary: AskVocabulary;
}

/** What a release asks, and of what. */
export function questionnaireOf({ model, vocabulary }: OpenedRelease): Questionnaire {
  return { model, questions: vocabulary.questions };
}

/** What content must have to become a release. */
export interface Releasable {
  readonly indifference: number;
  readonly lifecycle: DecisionModel['lifecycle'];
  readonly criteria: readonly (Criterion & Named & { readonly group: string })[];
  readonly options: readonly (Option & Named)[];
  readonly questions: readonly Question[];
}

/** Makes a release; the same content gives the same release but for its name. */
export function makeRelease(name: string, content: Releasable): PresentRelease {
  const { indifference, lifecycle, criteria, options, questions } = content;
  const released = (ratings: Readonly<Record<string, BareRating>>): WireRatings =>
    Object.fromEntries(
      criteria.flatMap(({ slug }) => {
        const rating = ratings[slug];
        return rating === undefined ? [] : [[slug, writeRating(forFigures(rating))]];
      }),
    );
  return {
    format: RELEASE_FORMAT,
    name,
    indifference,
    lifecycle,
    criteria: criteria.map(({ slug, formerSlugs, name, group, family, scale }) => ({
      slug,
      formerSlugs,
      name,
      group,
      ...(family === undefined ? {} : { family }),
      scale: withoutProse(scale),
    })),
    options: options.map(({ slug, formerSlugs, name, ratings, modes }) => ({
      slug,
      formerSlugs,
      name,
      ratings: released(ratings),
      ...(modes.length === 0
        ? {}
        : {
            modes: modes.map((mode) => ({
              slug: mode.slug,
              formerSlugs: mode.formerSlugs,
              name: mode.name,
              ...(mode.size === undefined ? {} : { size: mode.size }),
              ratings: released(mode.ratings),
            })),
          }),
    })),
    questions: questions.map((question) => ({
      slug: question.slug,
      formerSlugs: question.formerSlugs,
      ...(question.several ? { several: true } : {}),
      answers: question.answers.map((answer) => releasedAnswer(answer, criteria)),
      ...(Object.keys(question.formerAnswers).length === 0
        ? {}
        : { formerAnswers: question.formerAnswers }),
    })),
  };
}

function releasedAnswer(answer: Answer, criteria: readonly Criterion[]): ReleasedAnswer {
  return {
    slug: answer.slug,
    ...group(
      'requires',
      answer.requires.flatMap(({ criterion, clauses }) => {
        const scale = criteria.find(({ slug }) => slug === criterion)?.scale;
        return scale === undefined ? [] : [[criterion, formatClauses(scale, clauses)] as const];
      }),
    ),
    ...group(
      'weighs',
      answer.weighs.map((w) => [w.factor, w.steps] as const),
    ),
    ...group(
      'wants',
      answer.wants.map((w) => [w.criterion, w.members] as const),
    ),
    ...group('enough', Object.entries(answer.enough)),
    ...(answer.size === undefined ? {} : { size: answer.size }),
    ...(answer.likelihood === 1 ? {} : { likelihood: answer.likelihood }),
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

/** A rating without the words that no figure depends on. */
function forFigures(rating: BareRating): BareRating {
  if (rating.state !== 'known' && rating.state !== 'partial') return rating;
  const { basis: _basis, qualifier: _qualifier, ...rest } = rating;
  return rest;
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

/** Opens a release for asking: one of an old format by the rules of its time. */
export function openRelease(release: Release): OpenedRelease {
  return wholeOf(openReleaseInParts(release));
}

/** The same in parts, one a question. */
export function* openReleaseInParts(release: Release): InParts<OpenedRelease> {
  const { criteria, model } = release.format === 1 ? openFirst(release) : openPresent(release);
  const questions: Question[] = [];
  for (const question of release.questions) {
    yield;
    questions.push({
      slug: question.slug,
      formerSlugs: question.formerSlugs,
      several: question.several ?? false,
      formerAnswers: question.formerAnswers ?? {},
      answers: question.answers.map((answer) => openAnswer(answer, criteria)),
    });
  }
  return {
    name: release.name,
    model,
    vocabulary: {
      criteria,
      options: release.options.map((option) => ({ ...option, modes: modesIn(option) })),
      groups: [...new Set(criteria.map((c) => c.group))],
      defaultView: [],
      questions,
    },
  };
}

/** The modes of an option of a release; one of the first format had none. */
const modesIn = (option: object & { readonly modes?: readonly Named[] }): readonly Named[] =>
  option.modes ?? [];

function openAnswer(
  { slug, requires, weighs, wants, enough, size, likelihood }: ReleasedAnswer,
  criteria: readonly Criterion[],
): Answer {
  return {
    slug,
    requires: Object.entries(requires ?? {}).flatMap(([name, text]) => {
      const criterion = criteria.find((c) => c.slug === name);
      if (criterion === undefined) return [];
      return [{ criterion: name, clauses: parseClauses(criterion, text).clauses }];
    }),
    weighs: Object.entries(weighs ?? {}).map(([factor, steps]) => ({ factor, steps })),
    wants: Object.entries(wants ?? {}).map(([criterion, members]) => ({ criterion, members })),
    enough: enough ?? {},
    ...(size === undefined ? {} : { size }),
    likelihood: likelihood ?? 1,
  };
}

interface Opened {
  readonly criteria: readonly ReleasedCriterion<Scale>[];
  readonly model: DecisionModel;
}

function openPresent({ criteria, options, indifference, lifecycle }: PresentRelease): Opened {
  const opened = (ratings: WireRatings): Readonly<Record<string, BareRating>> =>
    mapValues(ratings, readRating);
  return {
    criteria,
    model: {
      criteria,
      options: options.map(({ slug, name, ratings, modes = [] }) => ({
        slug,
        name,
        ratings: opened(ratings),
        modes: modes.map((mode) => ({ ...mode, ratings: opened(mode.ratings) })),
      })),
      indifference,
      lifecycle,
      method: PRESENT_METHOD,
    },
  };
}

function openFirst(release: FirstRelease): Opened {
  const criteria = release.criteria.map((criterion) => ({
    ...criterion,
    scale: fromFirstScale(criterion.scale),
  }));
  return {
    criteria,
    model: {
      criteria,
      options: release.options.map(({ slug, name, ratings }) => ({
        slug,
        name,
        ratings: mapValues(ratings, fromFirstRating),
        modes: [],
      })),
      indifference: FIRST_INDIFFERENCE,
      lifecycle: null,
      method: FIRST_METHOD,
    },
  };
}

function fromFirstScale(scale: FirstScale): Scale {
  if (scale.kind !== 'set') return scale;
  const absence = scale.exhaustive ? 'no' : 'unknown';
  return { kind: 'set', members: scale.members.map((member) => ({ ...member, absence })) };
}

function fromFirstRating(rating: FirstRating): BareRating {
  if (!('value' in rating)) return rating;
  const { value, evidence, partial } = rating;
  return partial === undefined
    ? { state: 'known', value, evidence }
    : { state: 'partial', value, evidence, meets: partial.meets };
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  map: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** A rating of a candidate that two releases give differently; null where a release lacks it. */
export interface RatingChange {
  readonly option: string;
  /** Null for what holds at rest. */
  readonly mode: string | null;
  readonly criterion: string;
  readonly before: BareRating | null;
  readonly after: BareRating | null;
}

/** All ratings that changed from one release to another, by option, mode and criterion in the newer order. */
export function ratingChanges(
  before: OpenedRelease,
  after: OpenedRelease,
): readonly RatingChange[] {
  const optionSlugs = union(after.model.options, before.model.options);
  const criterionSlugs = union(after.model.criteria, before.model.criteria);
  const option = (release: OpenedRelease, slug: string): Option | undefined =>
    release.model.options.find((o) => o.slug === slug);
  return optionSlugs.flatMap((slug) => {
    const old = option(before, slug);
    const fresh = option(after, slug);
    const modes = [null, ...union(fresh?.modes ?? [], old?.modes ?? [])];
    return modes.flatMap((mode) =>
      criterionSlugs.flatMap((criterion): readonly RatingChange[] => {
        const change = {
          option: slug,
          mode,
          criterion,
          before: ownRating(old, mode, criterion),
          after: ownRating(fresh, mode, criterion),
        };
        return isSameRating(change.before, change.after) ? [] : [change];
      }),
    );
  });
}

function ownRating(
  option: Option | undefined,
  mode: string | null,
  criterion: string,
): BareRating | null {
  const ratings =
    mode === null ? option?.ratings : option?.modes.find((m) => m.slug === mode)?.ratings;
  return ratings?.[criterion] ?? null;
}

function isSameRating(a: BareRating | null, b: BareRating | null): boolean {
  const text = (rating: BareRating | null): string =>
    rating === null ? '' : JSON.stringify(writeRating(rating));
  return text(a) === text(b);
}

function union(
  first: readonly { readonly slug: string }[],
  second: readonly { readonly slug: string }[],
): readonly string[] {
  return [...new Set([...first, ...second].map((entry) => entry.slug))];
}

/** An option with one rating as another release gives it. */
export function withRating(
  option: Option,
  { mode, criterion }: Pick<RatingChange, 'mode' | 'criterion'>,
  rating: BareRating,
): Option {
  const changed = (ratings: Option['ratings']): Option['ratings'] => ({
    ...ratings,
    [criterion]: rating,
  });
  if (mode === null) return { ...option, ratings: changed(option.ratings) };
  return {
    ...option,
    modes: option.modes.map((m) => (m.slug === mode ? { ...m, ratings: changed(m.ratings) } : m)),
  };
}

/** Whether two releases differ in anything but their name. */
export function sameContent(a: Release, b: Release): boolean {
  return JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });
}
