/** Questions in plain words, and what their answers require and weigh. */

import type { Named, Size } from './model.ts';
import type { Requirement } from './requirement.ts';
import { canBeEnough, moreDemanding, type Scale, type Value } from './scale.ts';
import { importanceOf, type Importance } from './weight.ts';

/** What an answer makes more or, below zero, less important: a criterion or a family, by slug. */
export interface Weighing {
  readonly factor: string;
  /** Steps of importance. */
  readonly steps: number;
}

/** Members of a set that an answer asks for, as far as they can be had. */
export interface Wanting {
  readonly criterion: string;
  readonly members: readonly string[];
}

export interface Answer {
  readonly slug: string;
  readonly requires: readonly Requirement[];
  readonly weighs: readonly Weighing[];
  readonly wants: readonly Wanting[];
  /** By criterion, the value beyond which nothing is gained. */
  readonly enough: Readonly<Record<string, Value>>;
  /** What is there in one place, where it tells. */
  readonly size?: Size | undefined;
  /** How often it is given beside the question’s other answers; 1 where content does not say. */
  readonly likelihood: number;
}

export interface Question extends Named {
  readonly answers: readonly Answer[];
  /** Whether several of its answers can be given at once. */
  readonly several: boolean;
  /** Answers that are gone: what answers, by question, say the same today; empty where nothing does. */
  readonly formerAnswers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Answers that every question has and that change nothing, but can be kept in a link. */
export const NEUTRAL_ANSWERS = ['dont-know', 'does-not-matter'] as const;

/** The answers given, by question; more than one only where the question allows it. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A requirement, with the question whose answer it comes from, or null where it was set by hand. */
export interface AskedRequirement extends Requirement {
  readonly question: string | null;
}

/** What a decision is made by. */
export interface Preferences {
  readonly requirements: readonly AskedRequirement[];
  /** By factor; what is not named is ignored. */
  readonly importances: Readonly<Record<string, Importance>>;
  /** Wanted members of sets, by criterion, in alphabetical order. */
  readonly wants: Readonly<Record<string, readonly string[]>>;
  /** By criterion, the value beyond which nothing is gained. */
  readonly enough: Readonly<Record<string, Value>>;
  /** What is there in one place: of an option’s modes, those of another size do not count. */
  readonly size?: Size | undefined;
}

/** What is set by hand, instead of what answers say of the same criterion or factor. */
export interface ByHand {
  /** At most one for each criterion; without clauses, it waives what answers require. */
  readonly requirements: readonly Requirement[];
  readonly importances: Readonly<Record<string, Importance>>;
}

/** All that a reader has asked. */
export interface Asked extends ByHand {
  readonly answers: Answers;
  /** Whether what is not proven to meet everything is eliminated. */
  readonly strict: boolean;
  /** How the levels of ordinal scales are read when sampling. */
  readonly levels: 'fixed' | 'order-only';
}

/**
 * Adds up answers. Of several answers to one question all requirements hold, wants unite, and of the
 * steps of a factor the greatest counts. Steps are summed over all questions and clamped once, and of
 * several values that are enough the most demanding counts, so that the order of answers never matters.
 * Of several sizes, what all of them allow counts.
 * What is set by hand replaces what the answers say: of a factor, its level; of a criterion, its
 * requirements.
 *
 * @param scales by criterion, to tell which of two values is the more demanding
 */
export function preferencesOf(
  questions: readonly Question[],
  answers: Answers,
  byHand: ByHand,
  scales: (criterion: string) => Scale | undefined,
): Preferences {
  const steps = new Map<string, number>();
  const wants = new Map<string, Set<string>>();
  const enough = new Map<string, Value>();
  let size: Size | undefined;
  const requirements: AskedRequirement[] = [];
  for (const question of questions) {
    const chosen = answers[question.slug];
    if (chosen === undefined) continue;
    const given = question.answers.filter((answer) => chosen.includes(answer.slug));
    const greatest = new Map<string, number>();
    for (const answer of given) {
      for (const requirement of answer.requires) {
        if (byHand.requirements.some((r) => r.criterion === requirement.criterion)) continue;
        requirements.push({ ...requirement, question: question.slug });
      }
      for (const { factor, steps: more } of answer.weighs) {
        greatest.set(factor, Math.max(more, greatest.get(factor) ?? -Infinity));
      }
      for (const { criterion, members } of answer.wants) {
        const wanted = wants.get(criterion) ?? new Set<string>();
        for (const member of members) wanted.add(member);
        wants.set(criterion, wanted);
      }
      if (answer.size !== undefined) size = both(size ?? {}, answer.size);
      for (const [criterion, value] of Object.entries(answer.enough)) {
        const scale = scales(criterion);
        const before = enough.get(criterion);
        if (scale === undefined || !canBeEnough(scale, value)) continue;
        enough.set(criterion, before === undefined ? value : moreDemanding(scale, before, value));
      }
    }
    for (const [factor, more] of greatest) steps.set(factor, (steps.get(factor) ?? 0) + more);
  }
  for (const requirement of byHand.requirements) {
    if (requirement.clauses.length > 0) requirements.push({ ...requirement, question: null });
  }
  const summed = [...steps].map(([factor, sum]) => [factor, importanceOf(sum)] as const);
  return {
    requirements,
    importances: { ...Object.fromEntries(summed), ...byHand.importances },
    wants: Object.fromEntries([...wants].map(([slug, members]) => [slug, [...members].toSorted()])),
    enough: Object.fromEntries(enough),
    ...(size === undefined ? {} : { size }),
  };
}

/** What two sizes both allow. */
function both(one: Size, other: Size): Size {
  const least = Math.max(one.least ?? 1, other.least ?? 1);
  const most = Math.min(one.most ?? Infinity, other.most ?? Infinity);
  return most === Infinity ? { least } : { least, most };
}
