/** Addresses that pages once had. */

import {
  criterionPath,
  guidePath,
  optionPath,
  practicePath,
  scenarioPath,
} from '../links/routes.ts';
import type { Comparison } from './comparison.ts';

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

/** Every former address of a page that content has a file for, with the present one. */
export function moves(comparison: Comparison): readonly Move[] {
  const of = (pathOf: (slug: string) => string, pages: readonly Moved[]): readonly Move[] =>
    pages.flatMap(({ slug, name, formerSlugs }) =>
      formerSlugs.map((former) => ({ from: pathOf(former), to: pathOf(slug), name })),
    );
  const titled = (
    pages: readonly { slug: string; data: { title: string; formerSlugs: readonly string[] } }[],
  ): readonly Moved[] =>
    pages.map(({ slug, data: { title, formerSlugs } }) => ({ slug, name: title, formerSlugs }));
  return [
    ...of(optionPath, comparison.options),
    ...of(criterionPath, comparison.criteria),
    ...of(scenarioPath, titled(comparison.scenarios)),
    ...of(guidePath, titled(comparison.guides)),
    ...of(practicePath, titled(comparison.practice)),
  ];
}
