/** Requirements in words. */

import { formatExactly, isOfDates } from './label.ts';
import type { Criterion } from '../decision/model.ts';
import type { Clause, Requirement } from '../decision/requirement.ts';
import { levelsOf, type Scale } from '../decision/scale.ts';

/** Names as a list in running text: “a”, “a and b”, “a, b and c”. */
export function listed(names: readonly string[], conjunction = 'and'): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}

/** What clauses ask, to follow “must be” or a colon: “Medium or better”, “arm64 and not Appliance”. */
export function clausesText(scale: Scale, clauses: readonly Clause[]): string {
  return listed(clauses.map((clause) => clauseText(scale, clause)));
}

/** What is required of a criterion: “Minimum memory: 2 GiB or less”. */
export function requirementText(
  { name, scale }: Pick<Criterion, 'name' | 'scale'>,
  { clauses }: Pick<Requirement, 'clauses'>,
): string {
  const asked =
    clauses.length === 0 ? 'anything, whatever the answers require' : clausesText(scale, clauses);
  return `${name}: ${asked}`;
}

/** What a value is called; those of a flag have no labels, and their names are words already. */
export function levelLabel(scale: Scale, slug: string): string {
  return levelsOf(scale).find((level) => level.slug === slug)?.label ?? slug;
}

function clauseText(scale: Scale, clause: Clause): string {
  const label = (slug: string): string => levelLabel(scale, slug);
  switch (clause.kind) {
    case 'any':
      return listed(clause.of.map(label), 'or');
    case 'not':
      return `not ${label(clause.of)}`;
    case 'at-least':
      return `${label(clause.level)} or better`;
    case 'at-most':
      return `${label(clause.level)} or worse`;
    case 'range': {
      const { min, max } = clause;
      const figure = (n: number): string =>
        scale.kind === 'quantity' ? formatExactly(scale, n) : String(n);
      if (min !== null && max !== null) {
        return min === max ? `exactly ${figure(min)}` : `${figure(min)} to ${figure(max)}`;
      }
      const [less, more] = isOfDates(scale) ? ['earlier', 'later'] : ['less', 'more'];
      return min === null ? `${figure(max ?? 0)} or ${less}` : `${figure(min)} or ${more}`;
    }
  }
}
