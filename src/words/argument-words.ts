/** What speaks for and against an option, and what separates two, in words. */

import type { Check, Ground } from '../decision/argument.ts';
import type { DecisionModel, WeighedFactor } from '../decision/evaluation.ts';
import { candidateOf, ratingOf } from '../decision/model.ts';
import type { AskedRequirement } from '../decision/questionnaire.ts';
import type { Turn } from '../decision/why-not.ts';
import type { Standing } from '../decision/conclusion.ts';
import { requirementText } from './clause-words.ts';
import { ratingLabel } from './label.ts';
import type { Names } from './names.ts';
import { counted, listed, shortfallText } from './sentences.ts';

/** What the words for arguments are made from. */
export interface ArgumentContext {
  readonly model: DecisionModel;
  readonly factors: readonly WeighedFactor[];
  readonly names: Names;
}

/** A requirement: “Minimum memory: 8 GiB or less”. */
export function requiredText(
  { model }: Pick<ArgumentContext, 'model'>,
  { criterion: slug, clauses }: Pick<AskedRequirement, 'criterion' | 'clauses'>,
): string {
  const criterion = model.criteria.find((c) => c.slug === slug);
  return criterion === undefined ? slug : requirementText(criterion, { clauses });
}

/** Why an option falls short of a requirement: “needs 16 GiB of memory, you have 8 GiB”. */
export function missText(
  { model, names }: Pick<ArgumentContext, 'model' | 'names'>,
  { option: slug, mode }: Standing,
  requirement: Pick<AskedRequirement, 'criterion' | 'clauses'>,
): string {
  const option = model.options.find((o) => o.slug === slug);
  const criterion = model.criteria.find((c) => c.slug === requirement.criterion);
  if (option === undefined || criterion === undefined) return names.factor(requirement.criterion);
  const rating = ratingOf(candidateOf(option, mode), criterion);
  return shortfallText(criterion, rating, requirement.clauses, names.shortfall(criterion.slug));
}

/** The ratings of an option on a factor: “Built in”, of a family “2 GiB; 512 MiB”. */
export function factorLabel(
  { model, factors }: Pick<ArgumentContext, 'model' | 'factors'>,
  { option: slug, mode }: Standing,
  factor: string,
): string {
  const option = model.options.find((o) => o.slug === slug);
  const criteria = factors.find((f) => f.slug === factor)?.criteria ?? [];
  if (option === undefined) return '';
  const candidate = candidateOf(option, mode);
  const ratings = criteria.map((c) => ({ scale: c.scale, rating: ratingOf(candidate, c) }));
  // Of a family, what does not apply says nothing beside what does.
  const applying = ratings.filter(({ rating }) => rating.state !== 'not-applicable');
  return (applying.length > 0 ? applying : ratings.slice(0, 1))
    .map(({ scale, rating }) => ratingLabel(scale, rating))
    .join('; ');
}

/** A ground for or against: “Fleet management: sees and upgrades”. */
export function groundText(context: ArgumentContext, standing: Standing, ground: Ground): string {
  if (ground.kind === 'requirement') {
    const others = counted(ground.eliminates, 'other');
    return `${requiredText(context, ground.requirement)}, which rules out ${others}`;
  }
  const label = factorLabel(context, standing, ground.factor);
  return `${context.names.factor(ground.factor)}: ${label}`;
}

/** One thing to test before buying. */
export function checkText(context: ArgumentContext, check: Check): string {
  const { maker } = context.names;
  if (check.kind === 'unproven') {
    return `Ask the ${maker} to confirm ${requiredText(context, check.requirement)}.`;
  }
  const criterion = context.model.criteria.find((c) => c.slug === check.criterion);
  const name = criterion?.name ?? check.criterion;
  switch (check.doubt) {
    case 'unknown':
      return `${name}: no public answer was found. Try it, or ask the ${maker}.`;
    case 'partial':
      return `${name}: it holds with caveats. Read them, and try it in your setting.`;
    case 'inferred':
      return `${name}: inferred, not documented. Try it before you rely on it.`;
    case 'claimed':
      return `${name}: claimed, not documented. Try it before you rely on it.`;
  }
}

/** What would have to be true for another option to draw level or win. */
export function turnText(context: ArgumentContext, other: string, turn: Turn): string {
  const { names, model } = context;
  const name = names.option(other);
  const effect = (how: 'level' | 'before'): string =>
    how === 'before' ? `${name} would win` : `${name} would draw level`;
  switch (turn.kind) {
    case 'without':
      return `Without ${listed(turn.requirements.map((r) => `“${requiredText(context, r)}”`))}, ${name} would be in the running.`;
    case 'importance':
      return `If ${names.factor(turn.factor)} went from “${turn.from}” to “${turn.to}”, ${effect(turn.effect)}.`;
    case 'rating': {
      const criterion =
        model.criteria.find((c) => c.slug === turn.criterion)?.name ?? turn.criterion;
      const how = turn.as === 'best' ? 'as good as it can be' : 'as bad as it can be';
      return `No source tells ${criterion} of ${names.option(turn.option)}: if it were ${how}, ${effect(turn.effect)}.`;
    }
  }
}
