/** The sources of a rating, shown with its reason when a reader first opens it. */

import { find } from '../dom.ts';
import { optionReasons, sourceList } from '../fetched-reasons.ts';

/**
 * Adds its sources to a reason that opens. Where they cannot be had, there is still the link to them.
 *
 * @param base the address of the folder with the reasons of the options
 */
export function addSources(reason: HTMLElement, base: string): void {
  if (reason.querySelector('.source-list') !== null) return;
  const link = find(reason, ':scope > :last-child > a', HTMLAnchorElement);
  const option = link.pathname.split('/').at(-2) ?? '';
  optionReasons(base, option).then(
    (reasons) => {
      const found = reasons[link.hash.slice(1)];
      if (found !== undefined) link.before('Sources:', sourceList(found));
    },
    () => undefined,
  );
}
