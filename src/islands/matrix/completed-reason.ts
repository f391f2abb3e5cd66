/** What a reason has when a reader first opens it: the sources of its rating, and the way to correct it. */

import { slugIn } from '../../links/routes.ts';
import { reasonsOfMode } from '../../words/reason.ts';
import { find } from '../dom.ts';
import { optionReasons, sourceList, wrongLink } from '../fetched-reasons.ts';

/**
 * Completes a reason that opens. Where its sources cannot be had, there is still the link to them.
 *
 * @param base the path under which the site lives
 * @param form the address of the form for corrections, if the site has one
 */
export function completeReason(reason: HTMLElement, base: string, form: string | undefined): void {
  const link = find(reason, ':scope > :last-child > a', HTMLAnchorElement);
  const option = slugIn(link.pathname);
  const criterion = link.hash.slice(1);
  if (form !== undefined && link.nextElementSibling === null) {
    link.after(' ', wrongLink(form, option, criterion));
  }
  if (reason.querySelector('.source-list') !== null) return;
  const { mode = null } = reason.dataset;
  optionReasons(base, option).then(
    (reasons) => {
      const found = reasonsOfMode(reasons, mode)[criterion];
      if (found !== undefined) link.before('Sources:', sourceList(found));
    },
    () => undefined,
  );
}
