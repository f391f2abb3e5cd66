/** The panels that open below the tools. Their controls come from the page; here they come to life. */

import { canonicalColumns, parseView } from '../../links/view.ts';
import { ElementError, find } from '../dom.ts';
import type { Model, Shown } from './shown.ts';
import type { Change, Update } from './follower.ts';
import { exportPanel } from './export-menu.ts';

/**
 * Brings the tools above the table to life; panels that are shut are not kept up to date.
 *
 * @param ask opens the filters of some criteria
 */
export function toolsOf(
  root: HTMLElement,
  model: Model,
  change: Change,
  link: () => string,
  shown: Shown,
  ask: (criteria: readonly string[]) => void,
): Update {
  const panelOf = (name: string): HTMLFormElement => find(root, `#matrix-${name}`, HTMLFormElement);
  const made: readonly [HTMLFormElement, (panel: HTMLFormElement) => Update][] = [
    [panelOf('columns'), (panel) => columnsPanel(panel, model, change, ask)],
    [panelOf('arrange'), (panel) => arrangePanel(panel, change)],
    [panelOf('export'), (panel) => exportPanel(panel, model, shown, link)],
  ];
  const panels = made.map(([panel, bind]) => ({ panel, update: bind(panel) }));
  const openers = [...root.querySelectorAll<HTMLButtonElement>('[aria-controls]')];
  let now = shown;
  const open = (opener?: HTMLButtonElement): void => {
    for (const other of openers) other.ariaExpanded = String(other === opener);
    for (const { panel, update } of panels) {
      panel.hidden = panel.id !== opener?.getAttribute('aria-controls');
      if (!panel.hidden) update(now);
    }
  };
  for (const opener of openers) {
    opener.onclick = () => {
      open(opener.ariaExpanded === 'true' ? undefined : opener);
    };
  }
  for (const { panel } of panels) {
    panel.onsubmit = (event) => {
      event.preventDefault();
    };
    panel.onkeydown = ({ key }) => {
      if (key !== 'Escape') return;
      openers.find((opener) => opener.ariaExpanded === 'true')?.focus();
      open();
    };
  }
  return (next) => {
    now = next;
    for (const { panel, update } of panels) if (!panel.hidden) update(next);
  };
}

/** Which criteria are shown: by group, one by one, or as in a selection of the content. */
function columnsPanel(
  form: HTMLFormElement,
  model: Model,
  change: Change,
  ask: (criteria: readonly string[]) => void,
): Update {
  const { criteria, defaultView } = model.table;
  const groups = [...form.querySelectorAll('fieldset')].map((group) => {
    const [whole, ...single] = group.querySelectorAll('input');
    return { whole, single };
  });
  const columns = groups.flatMap(({ single }) => single);
  const set = (slugs: readonly string[]): void => {
    change({ columns: canonicalColumns(model.vocabulary, slugs) });
  };
  form.onchange = ({ target }) => {
    const group = groups.find(({ whole }) => whole === target);
    for (const box of group?.single ?? []) box.checked = group?.whole?.checked ?? false;
    set(columns.filter((box) => box.checked).map((box) => box.value));
  };
  for (const preset of form.querySelectorAll<HTMLElement>('[data-query]')) {
    preset.onclick = () => {
      const { query = '', asks = '' } = preset.dataset;
      const { requirements, columns, sort } = parseView(model.vocabulary, query).state;
      change({ requirements, columns, sort });
      const asked = asks.match(/\S+/g) ?? [];
      if (asked.length > 0) ask(asked);
    };
  }
  find(form, '[name=default]', HTMLElement).onclick = () => {
    set(defaultView);
  };
  find(form, '[name=all]', HTMLElement).onclick = () => {
    set(criteria.map(({ slug }) => slug));
  };
  return ({ state }) => {
    const wanted = new Set(model.columnsOf(state).map(({ slug }) => slug));
    for (const box of columns) box.checked = wanted.has(box.value);
    for (const { whole, single } of groups) {
      if (whole === undefined) continue;
      const on = single.filter((box) => box.checked).length;
      whole.checked = on === single.length;
      whole.indeterminate = on > 0 && on < single.length;
    }
  };
}

/** What happens to options that do not meet the filter, which way the table lies, and the order of rows. */
function arrangePanel(form: HTMLFormElement, change: Change): Update {
  const control = (name: string): { value: string } => {
    const found = form.elements.namedItem(name);
    if (found instanceof RadioNodeList || found instanceof HTMLSelectElement) return found;
    throw new ElementError(form, `[name=${name}]`);
  };
  // Of radio buttons, browsers do not find the one whose value is empty.
  const isOn = (name: string): boolean => control(name).value === 'yes';
  const set = (name: string, on: boolean): void => {
    control(name).value = on ? 'yes' : 'no';
  };
  form.onchange = () => {
    const criterion = control('by').value;
    change({
      dimFailed: isOn('failed'),
      hideUnproven: isOn('unproven'),
      transposed: isOn('rows'),
      sort: criterion === '' ? null : { criterion, worseFirst: isOn('end') },
    });
  };
  return ({ state: { dimFailed, hideUnproven, transposed, sort } }) => {
    set('failed', dimFailed);
    set('unproven', hideUnproven);
    set('rows', transposed);
    set('end', sort?.worseFirst ?? false);
    control('by').value = sort?.criterion ?? '';
  };
}
