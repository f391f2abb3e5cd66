/**
 * The head of a column as a menu: what its criterion asks, its values, and what can be done by it. The
 * menu is made when it is first opened.
 */

import { higherIsBetter, levelsOf, levelsWorstFirst, type Scale } from '../../decision/scale.ts';
import { isOfDates } from '../../words/label.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import { button, make } from '../dom.ts';
import { isModified } from '../modifier-keys.ts';

export interface HeadActions {
  /** Sorts by a criterion, worse first or better first; or not, if that is how rows are sorted. */
  readonly sort: (criterion: string, worseFirst: boolean) => void;
  /** Opens its filter. */
  readonly filter: (criterion: string) => void;
  /** Drops its filter. */
  readonly unfilter: (criterion: string) => void;
  readonly hide: (criterion: string) => void;
}

/** What of the state a menu follows. */
export interface HeadState {
  /** Whether rows are sorted by it, and which way; null where they are not. */
  readonly worseFirst: boolean | null;
  readonly isFiltered: boolean;
  readonly isOnlyColumn: boolean;
}

export interface Head {
  /** In the place of the link to the criterion. */
  readonly button: HTMLButtonElement;
  /** What is asked of it, beneath the button. */
  readonly asked: HTMLElement;
}

/** The room that is left between a menu and the edges of the window, in pixels. */
const EDGE = 8;

/**
 * A button that opens the menu of a criterion.
 *
 * @param link to the criterion, with its question as a title
 * @param root where menus go: out of the table, whose keys are its own
 */
export function headOf(
  criterion: TableCriterion,
  link: HTMLAnchorElement,
  root: HTMLElement,
  actions: HeadActions,
  state: () => HeadState,
): Head {
  const opener = button({ className: 'head', ariaHasPopup: 'menu', ariaExpanded: 'false' }, () => {
    if (opener.popoverTargetElement !== null) return;
    const menu = menuOf(criterion, link, opener, actions, state);
    root.append(menu);
    // The button opens it by itself, now and from now on, as this press goes on.
    opener.popoverTargetElement = menu;
  });
  opener.textContent = criterion.shortName;
  return { button: opener, asked: make('span', { className: 'standing' }) };
}

function menuOf(
  { slug, name, scale }: TableCriterion,
  link: HTMLAnchorElement,
  opener: HTMLElement,
  actions: HeadActions,
  state: () => HeadState,
): HTMLElement {
  const item = (role: string, text: string, act: () => void): HTMLButtonElement =>
    button(
      { role, tabIndex: -1 },
      () => {
        menu.hidePopover();
        act();
      },
      text,
    );
  const [best, worst] = endNames(scale);
  const ways = ([false, true] as const).map((worseFirst) => ({
    worseFirst,
    element: item('menuitemradio', `Sort: ${worseFirst ? worst : best} first`, () => {
      actions.sort(slug, worseFirst);
    }),
  }));
  const filter = item('menuitem', 'Filter …', () => {
    actions.filter(slug);
  });
  const unfilter = item('menuitem', 'Remove filter', () => {
    actions.unfilter(slug);
  });
  const hide = item('menuitem', 'Hide column', () => {
    actions.hide(slug);
  });
  const full = make('a', { href: link.href, role: 'menuitem', tabIndex: -1 }, 'Full criterion');
  // What is only described has no order, and nothing to filter by.
  const asking =
    scale.kind === 'text' ? [] : [...ways.map(({ element }) => element), filter, unfilter];
  const items = [...asking, hide, full];
  const list = make('div', { role: 'menu', ariaLabel: name }, ...items);
  const values = valuesText(scale);
  const menu = make(
    'div',
    { className: 'head-menu', popover: 'auto' },
    make('p', { className: 'font-semibold' }, name),
    make('p', {}, link.title),
    ...(values === null ? [] : [make('p', { className: 'text-soft' }, values)]),
    list,
  );
  const usable = (): readonly HTMLElement[] => items.filter((element) => !element.hidden);
  const place = (): void => {
    const { left, bottom } = opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const within = (at: number, size: number, room: number): string =>
      `${String(Math.max(EDGE, Math.min(at, room - size - EDGE)))}px`;
    menu.style.left = within(left, width, document.documentElement.clientWidth);
    menu.style.top = within(bottom, height, innerHeight);
  };
  menu.addEventListener('beforetoggle', () => {
    const { worseFirst, isFiltered, isOnlyColumn } = state();
    for (const way of ways) way.element.ariaChecked = String(way.worseFirst === worseFirst);
    unfilter.hidden = !isFiltered;
    // What is filtered by stays in sight.
    hide.hidden = isFiltered || isOnlyColumn;
  });
  menu.addEventListener('toggle', () => {
    const isOpen = menu.matches(':popover-open');
    opener.ariaExpanded = String(isOpen);
    const follow = isOpen ? addEventListener : removeEventListener;
    follow('scroll', place, { capture: true });
    follow('resize', place);
    if (!isOpen) return;
    place();
    usable()[0]?.focus({ preventScroll: true });
  });
  list.onkeydown = (event) => {
    const all = usable();
    const at = all.findIndex((element) => element === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') menu.hidePopover();
    if (to === undefined || isModified(event)) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return menu;
}

/** What rows are sorted by at either end, the better one first. */
function endNames(scale: Scale): readonly [string, string] {
  if (scale.kind !== 'quantity') return ['best', 'worst'];
  return higherIsBetter(scale) ? ['most', 'least'] : ['least', 'most'];
}

/** The values of a scale in one line; null where there are none to list. */
function valuesText(scale: Scale): string | null {
  switch (scale.kind) {
    case 'ordinal':
    case 'choice':
    case 'set': {
      const order = levelsWorstFirst(scale)?.toReversed();
      const labels = (order ?? levelsOf(scale)).map(({ label }) => label).join(', ');
      return order === undefined ? `Values: ${labels}` : `Best first: ${labels}`;
    }
    case 'flag':
      return 'Values: Yes, No';
    case 'quantity':
      return isOfDates(scale)
        ? `Dates; ${higherIsBetter(scale) ? 'later' : 'earlier'} is better`
        : `In ${scale.unit}; ${higherIsBetter(scale) ? 'more' : 'less'} is better`;
    case 'text':
      return null;
  }
}
