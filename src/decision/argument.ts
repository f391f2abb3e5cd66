/** What speaks for an option, what against it, and what to test before buying. */

import { evaluationOf, type DecisionModel } from './evaluation.ts';
import { candidateOf, ratingOf, type Criterion } from './model.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import { leadingBand, type Ranked, type Recommendation } from './recommend.ts';
import { millionths } from './value-table.ts';

/** A ground for or against: a factor on which the option does well or badly among those left. */
export type Ground =
  | {
      readonly kind: 'factor';
      readonly factor: string;
      /** The value of the option on it, and the mean of the others that are left; in [0, 1]. */
      readonly value: number;
      readonly others: number;
    }
  | {
      readonly kind: 'requirement';
      readonly requirement: AskedRequirement;
      /** How many options it eliminates. */
      readonly eliminates: number;
    };

/** What should be tried or asked before money is spent. */
export type Check =
  | { readonly kind: 'unproven'; readonly requirement: AskedRequirement }
  | {
      readonly kind: 'rating';
      readonly criterion: string;
      /** Why it cannot be relied on: nobody says, with a reservation, or weakly known. */
      readonly doubt: 'unknown' | 'partial' | 'inferred' | 'claimed';
    };

export interface Argument {
  /** At most three, strongest first. */
  readonly for: readonly Ground[];
  readonly against: Ground | null;
  readonly check: Check | null;
}

const REASONS = 3;

/** A value counts as good or bad only on its side of the middle. */
const GOOD = 0.5;

/** The case for and against an option that is left. */
export function argumentFor(
  model: DecisionModel,
  preferences: Preferences,
  recommendation: Recommendation,
  ranked: Ranked,
): Argument {
  const rivals = leadingBand(recommendation).filter((r) => r.option !== ranked.option);
  const grounds = ranked.contributions.flatMap(({ factor, value, weight, assumed }, f) => {
    if (value === null) return [];
    const theirs = rivals.flatMap((rival) => rival.contributions[f]?.value ?? []);
    const others = theirs.length === 0 ? value : theirs.reduce((a, b) => a + b, 0) / theirs.length;
    return [{ kind: 'factor' as const, factor, value, others, weight, assumed }];
  });
  const strength = ({ value, others, weight }: (typeof grounds)[number]): number =>
    weight * (value - others);
  const bare = ({ kind, factor, value, others }: (typeof grounds)[number]): Ground => ({
    kind,
    factor,
    value,
    others,
  });
  // What it does better than the others first, then what it does well as they do.
  const reasons = grounds
    .filter(({ value, assumed }) => !assumed && value > GOOD)
    .toSorted((a, b) => strength(b) - strength(a) || b.weight * b.value - a.weight * a.value)
    .map(bare);
  const byRequirement = requirementGrounds(model, preferences, recommendation);
  const [against] = grounds
    .filter(
      ({ value, others, assumed }) => !assumed && value < 1 && (value < GOOD || value < others),
    )
    .toSorted(
      (a, b) => strength(a) - strength(b) || b.weight * (1 - b.value) - a.weight * (1 - a.value),
    )
    .map(bare);
  return {
    for: [...reasons.slice(0, REASONS), ...byRequirement].slice(0, REASONS),
    against: against ?? null,
    check: checkFor(model, preferences, recommendation, ranked),
  };
}

/** The requirements that eliminate something, those that eliminate most first. */
function requirementGrounds(
  model: DecisionModel,
  { requirements }: Preferences,
  { eliminated }: Recommendation,
): readonly Ground[] {
  const evaluation = evaluationOf(model);
  // What is unproven eliminates only where the reader is strict.
  const strict = eliminated.some(({ failed }) =>
    failed.some(({ verdict }) => verdict === 'unproven'),
  );
  const isUnmet = (requirement: AskedRequirement, c: number): boolean => {
    const verdict = evaluation.verdict(requirement, c);
    return verdict === 'failed' || (strict && verdict === 'unproven');
  };
  return requirements
    .map((requirement): Extract<Ground, { kind: 'requirement' }> => ({
      kind: 'requirement',
      requirement,
      eliminates: evaluation.options.filter((_, o) =>
        evaluation.candidatesOf(o).every((c) => isUnmet(requirement, c)),
      ).length,
    }))
    .filter(({ eliminates }) => eliminates > 0)
    .toSorted((a, b) => b.eliminates - a.eliminates);
}

function checkFor(
  model: DecisionModel,
  { requirements }: Preferences,
  { factors }: Recommendation,
  { option: slug, mode, unproven }: Ranked,
): Check | null {
  const [open] = unproven;
  if (open !== undefined) return { kind: 'unproven', requirement: open };
  const option = model.options.find((o) => o.slug === slug);
  if (option === undefined) return null;
  const candidate = candidateOf(option, mode);
  // By what it weighs; a requirement weighs most, since all stands and falls with it.
  const weighed = factors.flatMap(({ criteria, weight }) =>
    criteria.map((criterion) => ({ criterion, weight: weight / criteria.length })),
  );
  const required = requirements.flatMap(({ criterion: required }) =>
    model.criteria
      .filter((criterion) => criterion.slug === required)
      .map((criterion) => ({ criterion, weight: 1 })),
  );
  const doubts = [...required, ...weighed].flatMap(({ criterion, weight }) => {
    const doubt = doubtOf(candidate, criterion);
    return doubt === null ? [] : [{ criterion: criterion.slug, doubt, weight }];
  });
  const [first] = doubts.toSorted((a, b) => millionths(b.weight) - millionths(a.weight));
  return first === undefined
    ? null
    : { kind: 'rating', criterion: first.criterion, doubt: first.doubt };
}

function doubtOf(
  candidate: Parameters<typeof ratingOf>[0],
  criterion: Criterion,
): Extract<Check, { kind: 'rating' }>['doubt'] | null {
  const rating = ratingOf(candidate, criterion);
  switch (rating.state) {
    case 'unknown':
    case 'unrated':
      return 'unknown';
    case 'partial':
      return 'partial';
    case 'known':
      return rating.evidence === 'inferred' || rating.evidence === 'claimed'
        ? rating.evidence
        : null;
    case 'not-applicable':
      return null;
  }
}
