/** The sources of a rating, shown with its reason when a reader first opens it. */

import { slugIn } from '../../links/routes.ts';
import { reasonsOfMode } from '../../words/reason.ts';
import { find } from '../dom.ts';
import { optionReasons, sourceList } from '../fetched-reasons.ts';

/**
 * Adds its sources to a reason that opens. Where they cannot be had, there is still the link to them.
 *
 * @param base the path under which the site lives
 */
export function addSources(reason: HTMLElement, base: string): void {
  if (reason.querySelector('.source-list') !== null) return;
  const link = find(reason, ':scope > :last-child > a', HTMLAnchorElement);
  const { mode = null } = reason.dataset;
  optionReasons(base, slugIn(link.pathname)).then(
    (reasons) => {
      const found = reasonsOfMode(reasons, mode)[link.hash.slice(1)];
      if (found !== undefined) link.before('Sources:', sourceList(found));
    },
    () => undefined,
  );
}
