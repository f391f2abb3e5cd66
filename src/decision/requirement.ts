/**
 * Requirements: predicates on one criterion, with three-valued verdicts. Unknown is not no: what is
 * not known neither meets nor fails a requirement.
 */

import { ratingOf, type BareOption, type Criterion } from './model.ts';
import type { BareRating } from './rating.ts';
import { impliedMembers, levelsOf, levelsWorstFirst, type Scale, type Value } from './scale.ts';

export type Verdict = 'met' | 'failed' | 'unproven';

/** One condition; levels, values and members by slug, a flag’s values as `yes` and `no`. */
export type Clause =
  /** One of these values, or, of a set, any of these members. */
  | { readonly kind: 'any'; readonly of: readonly string[] }
  /** Not this value, or, of a set, without this member. */
  | { readonly kind: 'not'; readonly of: string }
  /** This level or a better one. */
  | { readonly kind: 'at-least'; readonly level: string }
  /** This level or a worse one. */
  | { readonly kind: 'at-most'; readonly level: string }
  /** Between two numbers, both included; null leaves an end open. */
  | { readonly kind: 'range'; readonly min: number | null; readonly max: number | null };

/** All of its clauses must hold. */
export interface Requirement {
  readonly criterion: string;
  readonly clauses: readonly Clause[];
}

/** The worst of some verdicts: failed before unproven before met. Met if there are none. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = 'met';
  for (const verdict of verdicts) {
    if (verdict === 'failed') return 'failed';
    if (verdict === 'unproven') worst = 'unproven';
  }
  return worst;
}

/** Whether a rating satisfies all clauses. */
export function judgeRating(scale: Scale, rating: BareRating, clauses: readonly Clause[]): Verdict {
  switch (rating.state) {
    case 'unknown':
    case 'unrated':
      return 'unproven';
    case 'not-applicable':
      // What is left out of scores has nothing that could fail; best and worst count as they say.
      return rating.counts === 'worst' ? 'failed' : 'met';
    case 'known':
    case 'partial': {
      const verdict = worstVerdict(
        clauses.map((clause) => judgeValue(scale, rating.value, clause)),
      );
      const reserved = rating.state === 'partial' && !rating.meets;
      return verdict === 'met' && reserved ? 'unproven' : verdict;
    }
  }
}

/** Whether an option satisfies a requirement on a criterion. */
export function judge(option: BareOption, criterion: Criterion, requirement: Requirement): Verdict {
  return judgeRating(criterion.scale, ratingOf(option, criterion), requirement.clauses);
}

function judgeValue(scale: Scale, value: Value, clause: Clause): Verdict {
  if (scale.kind === 'set') {
    const has = impliedMembers(scale, Array.isArray(value) ? value : []);
    const absent: Verdict = scale.exhaustive ? 'failed' : 'unproven';
    switch (clause.kind) {
      case 'any':
        return clause.of.some((member) => has.has(member)) ? 'met' : absent;
      case 'not':
        if (has.has(clause.of)) return 'failed';
        return scale.exhaustive ? 'met' : 'unproven';
      default:
        return 'unproven';
    }
  }
  if (clause.kind === 'range') {
    if (typeof value !== 'number') return 'unproven';
    const { min, max } = clause;
    return (min === null || value >= min) && (max === null || value <= max) ? 'met' : 'failed';
  }
  return satisfies(scale, valueSlug(value), clause) ? 'met' : 'failed';
}

function satisfies(scale: Scale, slug: string, clause: Clause): boolean {
  switch (clause.kind) {
    case 'any':
      return clause.of.includes(slug);
    case 'not':
      return clause.of !== slug;
    case 'at-least':
    case 'at-most': {
      const order = (levelsWorstFirst(scale) ?? []).map((level) => level.slug);
      const difference = order.indexOf(slug) - order.indexOf(clause.level);
      return clause.kind === 'at-least' ? difference >= 0 : difference <= 0;
    }
    case 'range':
      return false;
  }
}

/** A single value as clauses name it. */
function valueSlug(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** The values that a clause on this scale may name: levels, values, members, or yes and no. */
export function nameableValues(scale: Scale): readonly string[] {
  return scale.kind === 'flag' ? ['yes', 'no'] : levelsOf(scale).map((level) => level.slug);
}

/**
 * The single values that satisfy all clauses.
 *
 * @returns null for scales on which a rating is not one of a closed list of values
 */
export function acceptableValues(
  scale: Scale,
  clauses: readonly Clause[],
): readonly string[] | null {
  if (scale.kind === 'set' || scale.kind === 'quantity' || scale.kind === 'text') return null;
  return nameableValues(scale).filter((slug) =>
    clauses.every((clause) => satisfies(scale, slug, clause)),
  );
}

/** Whether no rating at all could satisfy the clauses. */
export function isImpossible(scale: Scale, clauses: readonly Clause[]): boolean {
  if (acceptableValues(scale, clauses)?.length === 0) return true;
  if (scale.kind === 'text') return true;
  if (scale.kind === 'set') {
    const required = clauses.filter((clause) => clause.kind === 'any');
    const excluded = clauses.flatMap((clause) => (clause.kind === 'not' ? [clause.of] : []));
    return required.some((clause) =>
      clause.of.every((member) =>
        [...impliedMembers(scale, [member])].some((implied) => excluded.includes(implied)),
      ),
    );
  }
  const ranges = clauses.filter((clause) => clause.kind === 'range');
  const min = ranges.reduce((most, range) => Math.max(most, range.min ?? -Infinity), -Infinity);
  const max = ranges.reduce((least, range) => Math.min(least, range.max ?? Infinity), Infinity);
  return min > max;
}

/**
 * Whether the clauses leave exactly one acceptable value, so that weighing the criterion as well
 * would count it twice.
 */
export function leavesOneValue(scale: Scale, clauses: readonly Clause[]): boolean {
  if (acceptableValues(scale, clauses)?.length === 1) return true;
  return clauses.some((c) => c.kind === 'range' && c.min !== null && c.min === c.max);
}

/** The requirements that an option does not meet, with their verdicts, in their own order. */
export function unmet(
  option: BareOption,
  criteria: readonly Criterion[],
  requirements: readonly Requirement[],
): readonly { readonly requirement: Requirement; readonly verdict: 'failed' | 'unproven' }[] {
  return requirements.flatMap((requirement) => {
    const criterion = criteria.find((c) => c.slug === requirement.criterion);
    if (criterion === undefined) return [];
    const verdict = judge(option, criterion, requirement);
    return verdict === 'met' ? [] : [{ requirement, verdict }];
  });
}
