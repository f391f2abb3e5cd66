/**
 * Requirements as a reader builds them, one value at a time. Clauses go in and canonical clauses
 * come out, so that what is clicked together and what is written in a link are the same.
 */

import { canonicalClauses } from './clause-text.ts';
import { acceptableValues, type Clause, type Requirement } from '../decision/requirement.ts';
import type { Scale } from '../decision/scale.ts';

/** What is asked of one value; null where nothing is. */
export type Stance = 'required' | 'excluded' | null;

/** Whether one of the required members of a set will do, or all of them must be there. */
export type Quantifier = 'any' | 'all';

type Clauses = readonly Clause[];
type AnyClause = Extract<Clause, { kind: 'any' }>;

const isAny = (clause: Clause): clause is AnyClause => clause.kind === 'any';

/** What the clauses ask of a value. */
export function stanceOf(clauses: Clauses, value: string): Stance {
  if (clauses.some((c) => c.kind === 'not' && c.of === value)) return 'excluded';
  return clauses.some((c) => isAny(c) && c.of.includes(value)) ? 'required' : null;
}

/** How the clauses join the members of a set that they require; null where that makes no difference. */
export function quantifierOf(clauses: Clauses): Quantifier | null {
  const required = clauses.filter(isAny);
  if (required.some((c) => c.of.length > 1)) return 'any';
  return required.length > 1 ? 'all' : null;
}

/**
 * The clauses with another stance on one value.
 *
 * @param quantifier how required members of a set are joined; a single value is always one of several
 */
export function withStance(
  scale: Scale,
  clauses: Clauses,
  value: string,
  stance: Stance,
  quantifier: Quantifier = 'any',
): Clauses {
  const rest = clauses.flatMap((clause): Clauses => {
    if (clause.kind === 'not') return clause.of === value ? [] : [clause];
    if (!isAny(clause)) return [clause];
    const of = clause.of.filter((slug) => slug !== value);
    return of.length > 0 ? [{ kind: 'any', of }] : [];
  });
  if (stance === 'excluded') return canonicalClauses(scale, [...rest, { kind: 'not', of: value }]);
  if (stance === null) return canonicalClauses(scale, rest);
  if (scale.kind === 'set' && quantifier === 'all') {
    return canonicalClauses(scale, [...rest, { kind: 'any', of: [value] }]);
  }
  const [first, ...others] = rest.filter(isAny);
  return canonicalClauses(scale, [
    ...rest.filter((clause) => !isAny(clause)),
    ...others,
    { kind: 'any', of: [...(first?.of ?? []), value] },
  ]);
}

/** The clauses with the required members of a set joined in another way. */
export function withQuantifier(scale: Scale, clauses: Clauses, quantifier: Quantifier): Clauses {
  const members = clauses.filter(isAny).flatMap((clause) => clause.of);
  if (members.length === 0) return clauses;
  const required: Clauses =
    quantifier === 'any'
      ? [{ kind: 'any', of: members }]
      : members.map((member) => ({ kind: 'any', of: [member] }));
  return canonicalClauses(scale, [...clauses.filter((clause) => !isAny(clause)), ...required]);
}

/** The end of a range that a clause sets. */
export type End = 'at-least' | 'at-most';

/** The clauses with the ends of an order as the values that they leave, so that each can be ticked by itself. */
export function spelledOut(scale: Scale, clauses: Clauses): Clauses {
  if (!clauses.some(({ kind }) => kind === 'at-least' || kind === 'at-most')) return clauses;
  const of = acceptableValues(
    scale,
    clauses.filter(({ kind }) => kind !== 'not'),
  );
  if (of === null || of.length === 0) return clauses;
  const excluded = clauses.filter(({ kind }) => kind === 'not');
  return canonicalClauses(scale, [...excluded, { kind: 'any', of }]);
}

/** The numbers between which the clauses keep a quantity; null where an end is open. */
export function rangeOf(clauses: Clauses): Readonly<Record<End, number | null>> {
  const ranges = clauses.filter((clause) => clause.kind === 'range');
  const mins = ranges.flatMap((range) => range.min ?? []);
  const maxs = ranges.flatMap((range) => range.max ?? []);
  return {
    'at-least': mins.length > 0 ? mins.reduce((a, b) => Math.max(a, b)) : null,
    'at-most': maxs.length > 0 ? maxs.reduce((a, b) => Math.min(a, b)) : null,
  };
}

/** The clauses on a quantity with another end; null opens it. The other end moves along where it must. */
export function withRange(clauses: Clauses, end: End, figure: number | null): Clauses {
  const ends = { ...rangeOf(clauses), [end]: figure };
  const { 'at-least': min, 'at-most': max } = ends;
  if (min === null && max === null) return [];
  const crossed = min !== null && max !== null && min > max;
  return [crossed ? { kind: 'range', min: figure, max: figure } : { kind: 'range', min, max }];
}

/** The requirements with other clauses on one criterion, in the order of the criteria. */
export function withClauses(
  criteria: readonly { readonly slug: string }[],
  requirements: readonly Requirement[],
  criterion: string,
  clauses: Clauses,
): readonly Requirement[] {
  return criteria.flatMap(({ slug }) => {
    if (slug === criterion) return clauses.length > 0 ? [{ criterion, clauses }] : [];
    return requirements.filter((requirement) => requirement.criterion === slug);
  });
}
