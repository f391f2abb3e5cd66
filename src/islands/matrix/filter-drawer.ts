/** All filters, by group, in a drawer over the page. A group is filled when it is first opened. */

import { find, make } from '../dom.ts';
import { facetPanel } from './facet.ts';
import type { Change, Panel, Update } from './follower.ts';
import type { Model, Shown } from './shown.ts';

export interface Drawer {
  readonly update: Update;
  /** Opens it; at the first of some criteria where they are named, with the groups of all of them open. */
  readonly open: (criteria?: readonly string[]) => void;
}

/**
 * Takes over the drawer of the page.
 *
 * @param resultText how many options match, in words
 */
export function drawerOf(
  dialog: HTMLDialogElement,
  model: Model,
  change: Change,
  first: Shown,
  resultText: (shown: Shown) => string,
): Drawer {
  const said = find(dialog, '[role=status]', HTMLElement);
  let shown = first;
  const groups = [...dialog.querySelectorAll('details')].map((details) => {
    const slugs = (details.dataset.criteria ?? '').split(' ');
    const used = make('span', { className: 'used' });
    find(details, 'summary', HTMLElement).append(' ', used);
    let panels: readonly Panel[] | undefined;
    const fill = (): void => {
      if (panels !== undefined) return;
      panels = slugs.map((slug) => facetPanel(model, model.criterion(slug), change, shown));
      find(details, '.facets', HTMLElement).append(...panels.map(({ element }) => element));
    };
    const update = (): void => {
      const asked = shown.state.requirements.filter(({ criterion }) => slugs.includes(criterion));
      used.textContent = asked.length > 0 ? `${String(asked.length)} in use` : '';
      if (details.open) for (const panel of panels ?? []) panel.update(shown);
    };
    details.ontoggle = () => {
      if (!details.open) return;
      fill();
      update();
    };
    return { details, slugs, fill, update };
  });
  const update = (): void => {
    const text = resultText(shown);
    if (said.textContent !== text) said.textContent = text;
    for (const group of groups) group.update();
  };
  for (const close of dialog.querySelectorAll<HTMLButtonElement>('[name=close]')) {
    close.onclick = () => {
      dialog.close();
    };
  }
  // What is beside the drawer closes it.
  dialog.onclick = ({ target }) => {
    if (target === dialog) dialog.close();
  };
  return {
    update(next) {
      shown = next;
      if (dialog.open) update();
    },
    open(criteria = []) {
      const wanted =
        criteria.length > 0 ? criteria : shown.state.requirements.map(({ criterion }) => criterion);
      for (const { details, slugs, fill } of groups) {
        if (!slugs.some((slug) => wanted.includes(slug))) continue;
        fill();
        details.open = true;
      }
      if (!dialog.open) dialog.showModal();
      update();
      const [at] = criteria;
      if (at === undefined) return;
      const facet = find(dialog, `[data-criterion="${at}"]`, HTMLElement);
      facet.scrollIntoView({ block: 'start' });
      facet.querySelector('input')?.focus({ preventScroll: true });
    },
  };
}
