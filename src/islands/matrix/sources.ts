/** The sources of a rating, shown with its reason; loaded when a reader first opens one. */

import { find, make, spoken } from '../dom.ts';
import { optionReasons, sourceList } from '../reasons.ts';
import type { Model } from './model.ts';

/**
 * Completes a reason that opens: whose it is, and its sources. Where they cannot be had, the link to
 * them stays as it is.
 *
 * @param base the address of the folder with the reasons of the options
 */
export function completeReason(reason: HTMLElement, base: string, { table }: Model): void {
  if (reason.querySelector('.source-list') !== null) return;
  const link = find(reason, ':scope > :last-child > a', HTMLAnchorElement);
  const slug = link.pathname.split('/').at(-2) ?? '';
  const option = table.options.find((o) => o.slug === slug);
  if (option === undefined) return;
  const heading = find(reason, 'strong', HTMLElement);
  if (heading.childElementCount === 0) heading.prepend(make('span', {}, `${option.name}: `));
  optionReasons(base, slug).then(
    (reasons) => {
      const found = reasons[link.hash.slice(1)];
      if (found === undefined) return;
      link.before('Sources:', sourceList(found));
      link.replaceChildren('In full', spoken(` on the page of ${option.name}`));
    },
    () => undefined,
  );
}
