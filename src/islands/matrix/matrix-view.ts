/**
 * The matrix with its controls: filter, columns, order, comparison, taking along. The table stays the
 * server’s, and the address is the only memory.
 */

import { formatRequirements } from '../../links/requirement-link.ts';
import { TEXT_KEY } from '../../decision/filter.ts';
import { unpackTable, type PackedTable } from '../../words/packed-table.ts';
import type { ViewState } from '../../links/view.ts';
import { clausesText } from '../../words/clause-words.ts';
import { address } from '../address-bar.ts';
import { button, embedded, find, make } from '../dom.ts';
import '../tray.ts';
import { MOST, picked, setPicked } from '../picks.ts';
import { tellUnfollowed } from '../unfollowed.ts';
import { waysOut } from './dead-end.ts';
import { gridOf, type Grid } from './grid.ts';
import { modelOf } from './shown.ts';
import type { Change } from './follower.ts';
import { toolsOf } from './panels.ts';
import { addSources } from './cell-sources.ts';
import { centreCut } from './centre-cut.ts';
import { walk } from './cell-keys.ts';

/** The key of the wish that options be proven to meet what is asked, beside those of conditions. */
const PROOF = 'proof';

class MatrixView extends HTMLElement {
  connectedCallback(): void {
    this.prepend(find(this, 'template', HTMLTemplateElement).content);
    enhance(this);
    delete document.documentElement.dataset.pending;
  }
}

function enhance(root: HTMLElement): void {
  const part = (selector: string): HTMLElement => find(root, selector, HTMLElement);
  const table = find(root, 'table', HTMLTableElement);
  const frame = part('.matrix-frame');
  const search = find(root, '[name=q]', HTMLInputElement);
  const chips = part('.chips');
  const clear = part('.chips > button');
  const rank = chips.querySelector('a');
  const status = part('.status');
  const deadEnd = part('.dead-end');
  const wrongs = part('[role=alert]');

  let texts: readonly string[] | undefined;
  const model = modelOf(
    unpackTable(embedded('matrix-data') as PackedTable),
    () => (texts ??= grid.texts()),
  );
  const { options } = model.table;

  const bar = address(model.vocabulary, ({ state, unfollowed }) => {
    render(state);
    keepPicks();
    tellUnfollowed(wrongs, unfollowed);
  });
  const change: Change = (part, run) => {
    const state = { ...shown.state, ...part };
    render(state);
    bar.write(state, run);
  };

  const grid: Grid = gridOf(table, part('.reasons'), model, {
    sort(criterion) {
      const { sort } = shown.state;
      const isOn = sort?.criterion === criterion;
      change({ sort: isOn && sort.worseFirst ? null : { criterion, worseFirst: isOn } });
    },
    pick(slug, on) {
      const others = shown.state.options.filter((other) => other !== slug);
      if (on && others.length >= MOST) {
        status.textContent = `At most ${String(MOST)} options can be compared.`;
        return false;
      }
      change({ options: on ? [...others, slug] : others });
      keepPicks();
      return on;
    },
  });
  const names = new Map(options.map(({ slug, shortName }) => [slug, shortName]));
  const kept = picked().flatMap(({ slug }) => (names.has(slug) ? [slug] : []));
  const { state: opened } = bar.opened;
  let shown = model.show(opened.options.length > 0 ? opened : { ...opened, options: kept });
  const updateTools = toolsOf(root, model, change, () => bar.linkTo(shown.state), shown);
  table.onkeydown = walk;
  clear.onclick = () => {
    change({ requirements: [], text: '' });
  };
  search.oninput = () => {
    change({ text: search.value.trim() }, TEXT_KEY);
  };

  const nameOf = (key: string): string => {
    if (key === TEXT_KEY) return `mentions “${shown.state.text}”`;
    if (key === PROOF) return 'proven';
    const { name, scale } = model.criterion(key);
    const requirement = shown.state.requirements.find((r) => r.criterion === key);
    return `${name}: ${clausesText(scale, requirement?.clauses ?? [])}`;
  };
  const without = (key: string): Partial<ViewState> => {
    if (key === TEXT_KEY) return { text: '' };
    if (key === PROOF) return { hideUnproven: false };
    return { requirements: shown.state.requirements.filter((r) => r.criterion !== key) };
  };
  const renderChips = (): void => {
    const { requirements } = shown.state;
    const items = shown.conditions.map(({ key }) => {
      const name = nameOf(key);
      const remove = (): void => {
        change(without(key));
      };
      return make(
        'li',
        { className: 'chip' },
        `${name} `,
        button({ className: 'remove', ariaLabel: `Remove ${name}` }, remove),
      );
    });
    find(chips, 'ul', HTMLElement).replaceChildren(...items);
    chips.hidden = items.length === 0;
    clear.hidden = items.length < 2;
    if (rank === null) return;
    rank.hidden = requirements.length === 0;
    rank.search = formatRequirements(requirements);
  };

  const renderDeadEnd = (): void => {
    deadEnd.hidden = shown.rows.length > 0;
    if (shown.rows.length > 0) return;
    const take = (part: Partial<ViewState>): void => {
      change(part);
      frame.focus();
    };
    find(deadEnd, 'ul', HTMLElement).replaceWith(waysOut(shown, nameOf, without, take));
  };

  const statusText = (): string => {
    const { met, unproven, nearMisses } = shown.tally;
    const total = `${String(options.length)} options`;
    if (shown.conditions.length === 0) return total;
    const alsoSaid = (count: number, words: string): string =>
      count > 0 ? `, ${String(count)} ${words}` : '';
    const near = shown.state.dimFailed ? nearMisses : 0;
    return `${String(met)} of ${total} match${alsoSaid(unproven, 'unproven')}${alsoSaid(near, 'would but for one thing')}`;
  };

  function render(state: ViewState): void {
    const focused = document.activeElement;
    shown = model.show(state);
    grid.update(shown);
    renderChips();
    renderDeadEnd();
    updateTools(shown);
    if (search !== focused) search.value = state.text;
    frame.hidden = shown.rows.length === 0;
    // What is spoken is spoken once a change.
    const text = statusText();
    if (status.textContent !== text) status.textContent = text;
    // What had the focus may be gone, or have lost it by being moved.
    if (!(focused instanceof HTMLElement) || focused === document.body) return;
    if (focused.isConnected && focused.closest('[hidden]') === null) {
      if (focused !== document.activeElement) focused.focus({ preventScroll: true });
    } else (chips.querySelector<HTMLElement>('li button') ?? search).focus();
  }

  function keepPicks(): void {
    setPicked(shown.state.options.map((slug) => ({ slug, name: names.get(slug) ?? slug })));
  }

  part('.groups').remove();
  root.dataset.ready = '';
  root.addEventListener(
    'beforetoggle',
    ({ target }) => {
      if (target instanceof HTMLElement) addSources(target, root.dataset.base ?? '');
    },
    true,
  );
  centreCut(root);
  document.addEventListener('picked', () => {
    const slugs = picked().map(({ slug }) => slug);
    if (slugs.join() !== shown.state.options.join()) change({ options: slugs });
  });

  render(shown.state);
  if (opened.options.length > 0) keepPicks();
  tellUnfollowed(wrongs, bar.opened.unfollowed);
  bar.amend(shown.state);
}

customElements.define('matrix-view', MatrixView);
