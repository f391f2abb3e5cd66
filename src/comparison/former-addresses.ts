/** Addresses that pages once had. */

import {
  criterionPath,
  guidePath,
  optionPath,
  pairPath,
  practicePath,
  scenarioPath,
} from '../links/routes.ts';
import type { Comparison } from './comparison.ts';
import { partners } from './pairs.ts';

/** A page that has another address now; both from the top of the site. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** What the page is called. */
  readonly name: string;
}

interface Moved {
  readonly slug: string;
  readonly name: string;
  readonly formerSlugs: readonly string[];
}

/** Every former address of a page that content has a file for, or of a pair of options, with the present one. */
export function moves(comparison: Comparison): readonly Move[] {
  const { options } = comparison;
  const of = (pathOf: (slug: string) => string, pages: readonly Moved[]): readonly Move[] =>
    pages.flatMap(({ slug, name, formerSlugs }) =>
      formerSlugs.map((former) => ({ from: pathOf(former), to: pathOf(slug), name })),
    );
  const titled = (
    pages: readonly { slug: string; data: { title: string; formerSlugs: readonly string[] } }[],
  ): readonly Moved[] =>
    pages.map(({ slug, data: { title, formerSlugs } }) => ({ slug, name: title, formerSlugs }));
  const all: readonly Move[] = [
    ...of(optionPath, options),
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
    ...of(criterionPath, comparison.criteria),
    ...of(scenarioPath, titled(comparison.scenarios)),
    ...of(guidePath, titled(comparison.guides)),
    ...of(practicePath, titled(comparison.practice)),
  ];
  // Where both of a pair had other names, either leads to it.
  return [...new Map(all.map((move) => [move.from, move])).values()];
}
