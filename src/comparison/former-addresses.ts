/** Addresses that pages once had. */

import type { Comparison } from './comparison.ts';
import { criterionPath, optionPath } from '../links/routes.ts';

/** A page that has another address now; both from the top of the site. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** What the page is called. */
  readonly name: string;
}

/** Every former address of an option or criterion, with the present one. */
export function moves({ options, criteria }: Comparison): readonly Move[] {
  return [
    ...options.flatMap(({ slug, name, data }) =>
      data.formerSlugs.map((former) => ({
        from: optionPath(former),
        to: optionPath(slug),
        name,
      })),
    ),
    ...criteria.flatMap(({ slug, name, formerSlugs }) =>
      formerSlugs.map((former) => ({
        from: criterionPath(former),
        to: criterionPath(slug),
        name,
      })),
    ),
  ];
}
