/** Questions in plain words, and what their answers require and weigh. */

import type { Requirement } from './requirement.ts';
import { importanceOf, type Importance } from './weight.ts';
import type { Named } from './model.ts';

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
}

export interface Question extends Named {
  readonly answers: readonly Answer[];
}

/** Answers that every question has and that change nothing, but can be kept in a link. */
export const NEUTRAL_ANSWERS = ['dont-know', 'does-not-matter'] as const;

/** The answers given, by question. */
export type Answers = Readonly<Record<string, string>>;

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
}

/** What is set by hand, instead of what answers say of the same criterion or factor. */
export interface ByHand {
  /** At most one for each criterion; without clauses, it waives what answers require. */
  readonly requirements: readonly Requirement[];
  readonly importances: Readonly<Record<string, Importance>>;
}

/**
 * Adds up answers. Steps are summed over all answers and clamped once, so that the order of answers
 * never matters. What is set by hand replaces what the answers say: of a factor, its level; of a
 * criterion, its requirements.
 */
export function preferencesOf(
  questions: readonly Question[],
  answers: Answers,
  byHand: ByHand,
): Preferences {
  const given = questions.flatMap((question) =>
    question.answers
      .filter((answer) => answer.slug === answers[question.slug])
      .map((answer) => ({ question: question.slug, answer })),
  );
  const steps = new Map<string, number>();
  const wants = new Map<string, Set<string>>();
  for (const { answer } of given) {
    for (const { factor, steps: more } of answer.weighs) {
      steps.set(factor, (steps.get(factor) ?? 0) + more);
    }
    for (const { criterion, members } of answer.wants) {
      const wanted = wants.get(criterion) ?? new Set<string>();
      for (const member of members) wanted.add(member);
      wants.set(criterion, wanted);
    }
  }
  const summed = [...steps].map(([factor, sum]) => [factor, importanceOf(sum)] as const);
  return {
    requirements: [
      ...given.flatMap(({ question, answer }) =>
        answer.requires
          .filter(({ criterion }) => !byHand.requirements.some((r) => r.criterion === criterion))
          .map((requirement) => ({ ...requirement, question })),
      ),
      ...byHand.requirements
        .filter(({ clauses }) => clauses.length > 0)
        .map((requirement) => ({ ...requirement, question: null })),
    ],
    importances: { ...Object.fromEntries(summed), ...byHand.importances },
    wants: Object.fromEntries([...wants].map(([slug, members]) => [slug, [...members].toSorted()])),
  };
}
