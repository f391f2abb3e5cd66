/** What would change the answer: the smallest steps in requirements, importance and knowledge. */

import { evaluationOf, factorsOf, type DecisionModel, type Lead } from './evaluation.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import { IMPORTANCES, type Importance } from './weight.ts';

/** Who leads under some preferences. */
export function leadOf(model: DecisionModel, preferences: Preferences, strict: boolean): Lead {
  return evaluationOf(model).lead(preferences, strict);
}

/** Whether the same options lead, with the same right. */
export function isSameLead(a: Lead, b: Lead): boolean {
  return (
    a.band === b.band &&
    a.options.length === b.options.length &&
    a.options.every((option) => b.options.includes(option))
  );
}

/** What is required of a criterion, and who would lead without it. */
export interface WithoutRequirement {
  readonly criterion: string;
  readonly requirements: readonly AskedRequirement[];
  readonly lead: Lead;
  readonly changes: boolean;
  /** Options that are eliminated now and would not be. */
  readonly comeBack: readonly string[];
}

/** For each criterion of which something is required, in order, what would be without that. */
export function withoutEachRequirement(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): readonly WithoutRequirement[] {
  const evaluation = evaluationOf(model);
  const now = evaluation.lead(preferences, strict);
  const { band } = evaluation.standings(preferences, strict);
  const required = [...new Set(preferences.requirements.map((r) => r.criterion))];
  return required.map((criterion) => {
    const requirements = preferences.requirements.filter((r) => r.criterion !== criterion);
    const without = { ...preferences, requirements };
    const lead = evaluation.lead(without, strict);
    const then = evaluation.standings(without, strict).band;
    return {
      criterion,
      requirements: preferences.requirements.filter((r) => r.criterion === criterion),
      lead,
      changes: !isSameLead(now, lead),
      comeBack: evaluation.options.filter((_, o) => band[o] === 2 && then[o] !== 2),
    };
  });
}

/** A change of one factor’s importance by one level, and who would lead then. */
export interface ImportanceStep {
  readonly factor: string;
  readonly from: Importance;
  readonly to: Importance;
  readonly lead: Lead;
}

/** All changes of one importance by one level that change who leads, by factor in model order. */
export function importanceSteps(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): readonly ImportanceStep[] {
  const evaluation = evaluationOf(model);
  const now = evaluation.lead(preferences, strict);
  return factorsOf(model.criteria).flatMap(({ slug }) => {
    const from = preferences.importances[slug] ?? 'ignore';
    const level = IMPORTANCES.indexOf(from);
    return [level - 1, level + 1].flatMap((next) => {
      const to = IMPORTANCES[next];
      if (to === undefined) return [];
      const importances = { ...preferences.importances, [slug]: to };
      const lead = evaluation.lead({ ...preferences, importances }, strict);
      return isSameLead(now, lead) ? [] : [{ factor: slug, from, to, lead }];
    });
  });
}

/** A rating that is not known, and who would lead if it were as good, or as bad, as it can be. */
export interface OpenRating {
  readonly option: string;
  readonly criterion: string;
  readonly ifGood: Lead;
  readonly ifBad: Lead;
}

/**
 * The open ratings of options that are not eliminated for certain, on criteria that count, which
 * decide who leads.
 */
export function decisiveOpenRatings(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): readonly OpenRating[] {
  const evaluation = evaluationOf(model);
  const lead = evaluation.lead(preferences, strict);
  const lenient = evaluation.standings(preferences, false);
  const learning = evaluation.learning(preferences, strict);
  const counting = new Set([
    ...lenient.factors.flatMap((factor) => factor.criteria.map((c) => c.slug)),
    ...preferences.requirements.map((r) => r.criterion),
  ]);
  const criteria = model.criteria.filter((criterion) => counting.has(criterion.slug));
  return model.options.flatMap(({ slug }) => {
    const option = evaluation.options.indexOf(slug);
    if (lenient.band[option] === 2) return [];
    const candidates = evaluation.candidatesOf(option);
    return criteria.flatMap(({ slug: criterion }): OpenRating[] => {
      if (!candidates.some((c) => evaluation.isOpen(c, criterion))) return [];
      const ifGood = evaluation.leadIn(learning({ option, criterion, as: 'best' }));
      const ifBad = evaluation.leadIn(learning({ option, criterion, as: 'worst' }));
      const decides = !isSameLead(lead, ifGood) || !isSameLead(lead, ifBad);
      return decides ? [{ option: slug, criterion, ifGood, ifBad }] : [];
    });
  });
}
