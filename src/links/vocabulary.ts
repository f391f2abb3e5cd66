/** The names that links may use, with the former ones that still work. */

import type { Criterion, Named } from '../decision/model.ts';
import type { Requirement } from '../decision/requirement.ts';

/** An option with the modes that a link may name, the first one first. */
export interface Choosable extends Named {
  readonly modes: readonly Named[];
}

export interface Vocabulary {
  /** In the order of the site. */
  readonly criteria: readonly (Criterion & Named & { readonly group: string })[];
  readonly options: readonly Choosable[];
  /** Slugs of the groups of criteria, in order. */
  readonly groups: readonly string[];
  /** The criteria that a matrix shows when a link does not say which. */
  readonly defaultView: readonly string[];
}

/** The present entry for a present or former slug. */
export function byAnySlug<T extends Named>(entries: readonly T[], slug: string): T | undefined {
  return (
    entries.find((entry) => entry.slug === slug) ??
    entries.find((entry) => entry.formerSlugs.includes(slug))
  );
}

/** Requirements in the order of the criteria, one for each; of several, the first. */
export function inOrderOf(
  criteria: readonly { readonly slug: string }[],
  requirements: readonly Requirement[],
): readonly Requirement[] {
  return criteria.flatMap(({ slug }) => requirements.find((r) => r.criterion === slug) ?? []);
}
