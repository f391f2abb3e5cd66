/**
 * The matrix with its controls: filter, columns, order, comparison, taking along. The table stays the
 * server’s, and the address is the only memory.
 */

import { formatRequirements } from '../../links/requirement-link.ts';
import { TEXT_KEY } from '../../decision/filter.ts';
import { nameOfWay, unpackTable, type PackedTable } from '../../words/packed-table.ts';
import { canonicalColumns, type ReadView, type ViewState } from '../../links/view.ts';
import { partsOfWay, presentWays, wayTo } from '../../links/option-list.ts';
import { requirementText } from '../../words/clause-words.ts';
import { clipped } from '../../words/unfollowed-lines.ts';
import { AddressBar } from '../address-bar.ts';
import { nextTask } from '../next-task.ts';
import { button, embedded, find, make } from '../dom.ts';
import '../tray.ts';
import { MOST, onPicked, picked, setPicked } from '../picks.ts';
import { tellUnfollowed } from '../unfollowed.ts';
import { waysOut } from './dead-end.ts';
import type { Grid, GridActions, GridParts } from './grid.ts';
import { modelOf, type Model, type Shown } from './shown.ts';
import { drawerOf, type Drawer } from './filter-drawer.ts';
import type { Change, Update } from './follower.ts';
import { footnoteList } from './footnote-list.ts';
import { toolsOf } from './panels.ts';
import { quickFilters } from './quick-filters.ts';
import { centreCut } from './centre-cut.ts';
import { walk } from './cell-keys.ts';
import { groupDigits } from '../../words/label.ts';
import { counted } from '../../words/sentences.ts';

/** How much of a filter is told where it can be dropped, in characters: a link may ask a hundred things of one criterion. */
const LONGEST_FILTER = 160;

/** The key of the wish that options be proven to meet what is asked, beside those of conditions. */
const PROOF = 'proof';

/** Brings the matrix of the page to life, with rows that come about in some way. */
export function defineMatrix(rowsOf: (parts: GridParts) => Grid): void {
  class MatrixView extends HTMLElement {
    async connectedCallback(): Promise<void> {
      const template = find(this, '#matrix-controls', HTMLTemplateElement);
      find(this, '.controls', HTMLElement).after(template.content);
      // What waits, such as a press of the reader, comes in between.
      await nextTask();
      const matrix = new Matrix(this, rowsOf);
      await nextTask();
      await matrix.textsFetched();
      matrix.begin();
      delete document.documentElement.dataset.pending;
    }
  }
  customElements.define('matrix-view', MatrixView);
}

/** The matrix of a page, from its table and its controls. */
class Matrix {
  readonly #root: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #search: HTMLInputElement;
  readonly #chips: HTMLElement;
  readonly #chipList: HTMLElement;
  readonly #clear: HTMLElement;
  /** Where there is nothing to recommend, no link leads there. */
  readonly #rank: HTMLAnchorElement | null;
  readonly #status: HTMLElement;
  readonly #deadEnd: HTMLElement;
  readonly #model: Model;
  readonly #bar: AddressBar;
  readonly #grid: Grid;
  readonly #drawer: Drawer;
  /** Of the controls that follow the state. */
  readonly #updates: readonly Update[];
  #shown: Shown;

  /** @throws {ElementError} if the page has not all that belongs to it */
  constructor(root: HTMLElement, rowsOf: (parts: GridParts) => Grid) {
    const part = (selector: string): HTMLElement => find(root, selector, HTMLElement);
    this.#root = root;
    this.#frame = part('.matrix-frame');
    this.#search = find(root, '[name=q]', HTMLInputElement);
    this.#chips = part('.chips');
    this.#chipList = find(this.#chips, 'ul', HTMLElement);
    this.#clear = part('.chips > button');
    this.#rank = this.#chips.querySelector('a');
    this.#status = part('.status');
    this.#deadEnd = part('.dead-end');
    this.#model = modelOf(unpackTable(embedded('matrix-data') as PackedTable), () =>
      this.#grid.texts(),
    );
    this.#bar = new AddressBar(this.#model.vocabulary, (read) => {
      this.#follow(read);
    });
    const table = find(root, 'table', HTMLTableElement);
    table.onkeydown = (event) => {
      walk(event, this.#grid);
    };
    const change: Change = (part, run) => {
      this.#change(part, run);
    };
    const actions: GridActions = {
      sort: (criterion, worseFirst) => {
        this.#sortBy(criterion, worseFirst);
      },
      filter: (criterion) => {
        this.#drawer.open([criterion]);
      },
      unfilter: (criterion) => {
        this.#change(this.#without(criterion));
      },
      hide: (criterion) => {
        const { vocabulary } = this.#model;
        const slugs = this.#model.columnsOf(this.#shown.state).map(({ slug }) => slug);
        const others = slugs.filter((slug) => slug !== criterion);
        this.#change({ columns: canonicalColumns(vocabulary, others) });
      },
      pick: (option, on) => this.#pick(option, on),
      refresh: () => {
        this.#render(this.#shown.state);
      },
    };
    const shown = (): Shown => this.#shown;
    this.#grid = rowsOf({ root, table, model: this.#model, actions, shown });
    this.#shown = this.#model.show(this.#firstState());
    this.#drawer = drawerOf(
      find(root, 'dialog.drawer', HTMLDialogElement),
      this.#model,
      change,
      this.#shown,
      (shown) => this.#resultText(shown),
    );
    part('.quick [name=more]').onclick = () => {
      this.#drawer.open();
    };
    this.#updates = [
      quickFilters(part('.quick'), this.#model, change, this.#shown),
      this.#drawer.update,
      toolsOf(
        root,
        this.#model,
        change,
        () => this.#bar.linkTo(this.#shown.state),
        this.#shown,
        (criteria) => {
          this.#drawer.open(criteria);
        },
      ),
      footnoteList(root, this.#model),
    ];
    part('.groups').remove();
  }

  /** Resolves when all is there that the address asks to be searched. */
  async textsFetched(): Promise<void> {
    if (this.#shown.state.text !== '') await this.#grid.textsFetched();
  }

  /** Listens to the reader, and shows what the address asks for. */
  begin(): void {
    this.#clear.onclick = () => {
      this.#change({ requirements: [], text: '' });
    };
    this.#search.oninput = () => {
      this.#change({ text: this.#search.value.trim() }, TEXT_KEY);
    };
    centreCut(this.#root);
    const corner = find(this.#frame, 'thead th', HTMLElement);
    const tellRoom = (): void => {
      const { offsetHeight, offsetWidth } = corner;
      // The page is told only where it is what scrolls: with its style, that of all in it is worked out anew.
      const isPage = getComputedStyle(this.#frame).overflowY === 'visible';
      for (const { style } of isPage ? [document.documentElement, this.#frame] : [this.#frame]) {
        style.setProperty('--matrix-head', `${String(offsetHeight)}px`);
        style.setProperty('--matrix-side', `${String(offsetWidth)}px`);
      }
    };
    new ResizeObserver(tellRoom).observe(corner);
    addEventListener('resize', tellRoom);
    onPicked((elsewhere) => {
      this.#followPicks(elsewhere);
    });
    this.#root.dataset.ready = '';
    const { state, unfollowed } = this.#bar.opened;
    this.#render(this.#shown.state);
    if (state.options.length > 0) this.#keepPicks();
    tellUnfollowed(this.#root, unfollowed);
    this.#bar.amend(this.#shown.state);
  }

  /** What the address asks for; where it picks nothing, what was picked before. */
  #firstState(): ViewState {
    const { state } = this.#bar.opened;
    if (state.options.length > 0) return state;
    const { options } = this.#model.table;
    return {
      ...state,
      options: presentWays(
        options,
        picked().map(({ slug }) => slug),
      ),
    };
  }

  /** Shows the state that the reader goes back to. */
  #follow({ state, unfollowed }: ReadView): void {
    this.#render(state);
    this.#keepPicks();
    tellUnfollowed(this.#root, unfollowed);
  }

  /** Follows what is picked or let go in the tray, or on another page. */
  #followPicks(elsewhere: boolean): void {
    const options = picked().map(({ slug }) => slug);
    const { state } = this.#shown;
    if (options.join() === state.options.join()) return;
    if (!elsewhere) {
      this.#change({ options });
      return;
    }
    // Going back on this page does not undo what was done on another.
    this.#render({ ...state, options });
    this.#bar.amend(this.#shown.state);
  }

  #change(part: Partial<ViewState>, run?: string): void {
    const state = { ...this.#shown.state, ...part };
    // The address first: browsers take ten times as long over it while the page is to be laid out.
    this.#bar.write(state, run);
    this.#render(state);
  }

  #sortBy(criterion: string, worseFirst: boolean): void {
    const { sort } = this.#shown.state;
    const isOn = sort?.criterion === criterion && sort.worseFirst === worseFirst;
    this.#change({ sort: isOn ? null : { criterion, worseFirst } });
  }

  /**
   * Picks an option in the mode that its row shows, or lets all of its modes go, and returns whether it
   * is picked then.
   */
  #pick(option: number, on: boolean): boolean {
    const { option: slug, mode } = this.#model.candidate(this.#shown, option);
    const isFirst = this.#shown.standings[option]?.mode === 0;
    const others = this.#shown.state.options.filter((way) => partsOfWay(way).option !== slug);
    if (on && others.length >= MOST) {
      this.#status.textContent = `At most ${String(MOST)} options can be compared.`;
      return false;
    }
    this.#change({ options: on ? [...others, wayTo(slug, isFirst ? null : mode)] : others });
    this.#keepPicks();
    return on;
  }

  #keepPicks(): void {
    const { options } = this.#model.table;
    setPicked(
      this.#shown.state.options.map((way) => ({ slug: way, name: nameOfWay(options, way) })),
    );
  }

  /** What a condition asks for, by its key. */
  readonly #nameOf = (key: string): string => {
    const { text, requirements } = this.#shown.state;
    if (key === TEXT_KEY) return `mentions “${clipped(text)}”`;
    if (key === PROOF) return 'proven';
    const clauses = requirements.find((r) => r.criterion === key)?.clauses ?? [];
    return clipped(requirementText(this.#model.criterion(key), { clauses }), LONGEST_FILTER);
  };

  /** What to change to drop a condition. */
  readonly #without = (key: string): Partial<ViewState> => {
    if (key === TEXT_KEY) return { text: '' };
    if (key === PROOF) return { hideUnproven: false };
    const { requirements } = this.#shown.state;
    return { requirements: requirements.filter((r) => r.criterion !== key) };
  };

  #render(state: ViewState): void {
    const focused = document.activeElement;
    this.#shown = this.#model.show(state);
    this.#grid.update(this.#shown);
    this.#renderChips();
    this.#renderDeadEnd();
    for (const update of this.#updates) update(this.#shown);
    if (this.#search !== focused) this.#search.value = state.text;
    this.#frame.hidden = this.#shown.rows.length === 0;
    // What is spoken is spoken once a change.
    const text = this.#resultText(this.#shown);
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#keepFocus(focused);
  }

  #renderChips(): void {
    const items = this.#shown.conditions.map(({ key }) => {
      const name = this.#nameOf(key);
      const remove = (): void => {
        this.#change(this.#without(key));
      };
      return make(
        'li',
        { className: 'chip' },
        `${name} `,
        button({ className: 'remove', ariaLabel: `Remove ${name}` }, remove),
      );
    });
    this.#chipList.replaceChildren(...items);
    this.#chips.hidden = items.length === 0;
    this.#clear.hidden = items.length < 2;
    if (this.#rank === null) return;
    const { requirements } = this.#shown.state;
    this.#rank.hidden = requirements.length === 0;
    this.#rank.search = formatRequirements(requirements, this.#model.table.criteria);
  }

  #renderDeadEnd(): void {
    const isDead = this.#shown.rows.length === 0;
    this.#deadEnd.hidden = !isDead;
    if (!isDead) return;
    const take = (part: Partial<ViewState>): void => {
      this.#change(part);
      this.#frame.focus();
    };
    const ways = waysOut(this.#model, this.#shown, this.#nameOf, this.#without, take);
    find(this.#deadEnd, 'ul', HTMLElement).replaceWith(ways);
  }

  /** How many options match, and how many are listed below the matches. */
  #resultText({ tally, conditions, state }: Shown): string {
    const total = counted(this.#model.table.options.length, 'option');
    if (conditions.length === 0) return total;
    const alsoSaid = (count: number, words: string): string =>
      count > 0 ? `, ${groupDigits(count)} ${words}` : '';
    return [
      `${groupDigits(tally.met)} of ${total} match`,
      alsoSaid(tally.inapplicable, 'not applicable'),
      alsoSaid(tally.unproven, 'not proven'),
      alsoSaid(state.dimFailed ? tally.nearMisses : 0, 'would but for one thing'),
      state.text && this.#grid.remark(),
    ].join('');
  }

  /** What had the focus may be gone, or have lost it by being moved. */
  #keepFocus(focused: Element | null): void {
    if (!(focused instanceof HTMLElement) || focused === document.body) return;
    if (focused.isConnected && focused.closest('[hidden]') === null) {
      if (focused !== document.activeElement) focused.focus({ preventScroll: true });
    } else (this.#chips.querySelector<HTMLElement>('li button') ?? this.#search).focus();
  }
}
