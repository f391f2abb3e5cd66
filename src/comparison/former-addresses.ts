/** Addresses that pages once had. */

import type { Comparison } from './comparison.ts';
import { criterionPath, optionPath, pairPath } from '../links/routes.ts';
import { partners } from './pairs.ts';

/** A page that has another address now; both from the top of the site. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** What the page is called. */
  readonly name: string;
}

/** Every former address of an option, a pair of options or a criterion, with the present one. */
export function moves(comparison: Comparison): readonly Move[] {
  const { options, criteria } = comparison;
  const all: readonly Move[] = [
    ...options.flatMap(({ slug, name, data }) =>
      data.formerSlugs.map((former) => ({
        from: optionPath(former),
        to: optionPath(slug),
        name,
      })),
    ),
    ...options
      .filter(({ formerSlugs }) => formerSlugs.length > 0)
      .flatMap((option) =>
        partners(comparison, option).flatMap((other) =>
          option.formerSlugs
            .flatMap((former) =>
              // Both may have had another name at the same time.
              [other.slug, ...other.formerSlugs].map((name) => pairPath(former, name)),
            )
            .map((from) => ({
              from,
              to: pairPath(option.slug, other.slug),
              name: `${option.shortName} vs ${other.shortName}`,
            })),
        ),
      ),
    ...criteria.flatMap(({ slug, name, formerSlugs }) =>
      formerSlugs.map((former) => ({
        from: criterionPath(former),
        to: criterionPath(slug),
        name,
      })),
    ),
  ];
  // Where both of a pair had other names, either leads to it.
  return [...new Map(all.map((move) => [move.from, move])).values()];
}
