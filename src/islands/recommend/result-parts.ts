/** What the parts of the answer have in common: what they are shown from, and their words. */

import type { Criterion, Option } from '../../decision/model.ts';
import type { Requirement } from '../../decision/requirement.ts';
import type { Outcome } from '../../links/analysis.ts';
import type { AskState } from '../../links/ask.ts';
import type { OpenedRelease } from '../../links/release.ts';
import type { Names } from '../../words/names.ts';
import type { OptionTexts, Reasons } from '../../words/recommender-texts.ts';
import { requirementText } from '../../words/sentences.ts';
import type { Progress } from './analyst.ts';

export interface ResultProps {
  readonly release: OpenedRelease;
  readonly names: Names;
  readonly texts: Readonly<Record<string, OptionTexts>>;
  readonly base: string;
  readonly state: AskState;
  readonly outcome: Outcome;
  readonly progress: Progress;
  readonly reasons: Reasons | null;
  /** The address of another state; without it, nothing can be changed here. */
  readonly linkTo?: (state: AskState) => string;
  readonly onChange?: (state: AskState) => void;
}

/** What is required, in words; of a criterion that the release does not have, its name. */
export function requiredText(
  release: OpenedRelease,
  names: Names,
  requirement: Requirement,
): string {
  const criterion = criterionOf(release, requirement.criterion);
  if (criterion === undefined) return names.factor(requirement.criterion);
  return requirementText(criterion, requirement);
}

export const criterionOf = ({ model }: OpenedRelease, slug: string): Criterion | undefined =>
  model.criteria.find((c) => c.slug === slug);

export const optionOf = ({ model }: OpenedRelease, slug: string): Option | undefined =>
  model.options.find((o) => o.slug === slug);
