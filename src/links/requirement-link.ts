/** Requirements as links to the recommender write them; see ask.ts for the whole grammar. */

import { formatClauses } from './clause-text.ts';
import { formatQuery, type Pair } from './query.ts';
import type { Criterion } from '../decision/model.ts';
import type { Requirement } from '../decision/requirement.ts';

/** The version of the grammar. */
export const GRAMMAR_VERSION = '1';

/** What a link writes for a requirement that is waived by hand. */
export const WAIVED = 'any';

/** What stands before the criterion in the key of a requirement. */
export const REQUIREMENT_PREFIX = 'r.';

/** Each requirement as a part of a query string. */
export function requirementPairs(
  requirements: readonly Requirement[],
  criteria: readonly Criterion[],
): readonly Pair[] {
  return requirements.flatMap(({ criterion, clauses }) => {
    const scale = criteria.find(({ slug }) => slug === criterion)?.scale;
    if (scale === undefined) return [];
    const text = formatClauses(scale, clauses) || WAIVED;
    return [{ key: `${REQUIREMENT_PREFIX}${criterion}`, text }];
  });
}

/** Requirements alone as a query string without a question mark, for pages that ask nothing else. */
export function formatRequirements(
  requirements: readonly Requirement[],
  criteria: readonly Criterion[],
): string {
  return formatQuery([
    { key: 'v', text: GRAMMAR_VERSION },
    ...requirementPairs(requirements, criteria),
  ]);
}
