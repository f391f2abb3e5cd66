/** Two to five options side by side. The address is the only memory. */

import { ballClasses } from '../../words/ball.ts';
import { criterionPath, matrixPath, optionPath, underBase } from '../../links/routes.ts';
import { clausesText } from '../../words/clause-words.ts';
import { bestOf, differ } from '../../decision/contrast.ts';
import { ratingLabel } from '../../words/label.ts';
import { ratingOf } from '../../decision/model.ts';
import {
  unpackTable,
  vocabularyOf,
  type PackedTable,
  type Table,
  type TableCriterion,
  type TableOption,
} from '../../words/packed-table.ts';
import { hasValue } from '../../decision/rating.ts';
import { judge, type Requirement } from '../../decision/requirement.ts';
import { byAnySlug, type Vocabulary } from '../../links/vocabulary.ts';
import {
  EMPTY_VIEW,
  formatView,
  partsOfView,
  type ReadView,
  type ViewState,
} from '../../links/view.ts';
import { AddressBar } from '../address-bar.ts';
import { copy } from '../copy-and-save.ts';
import { button, embedded, find, make } from '../dom.ts';
import { optionReasons, sourceList } from '../fetched-reasons.ts';
import { MOST, followed, picked, setPicked } from '../picks.ts';
import { tellHeight } from '../sticking.ts';
import { tellUnfollowed } from '../unfollowed.ts';

class CompareView extends HTMLElement {
  connectedCallback(): void {
    this.prepend(find(this, 'template', HTMLTemplateElement).content);
    new Comparing(this).begin();
    delete document.documentElement.dataset.pending;
  }
}

/** The options of a page side by side, with the controls above them. */
class Comparing {
  readonly #root: HTMLElement;
  readonly #base: string;
  readonly #versus: HTMLTableElement;
  readonly #head: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #adder: HTMLSelectElement;
  readonly #differences: HTMLInputElement;
  readonly #allReasons: HTMLButtonElement;
  readonly #copyLink: HTMLButtonElement;
  readonly #toMatrix: HTMLAnchorElement;
  readonly #status: HTMLElement;
  readonly #copied: HTMLElement;
  readonly #table: Table;
  readonly #vocabulary: Vocabulary;
  readonly #bar: AddressBar;
  /** Criteria whose reasons are open. */
  readonly #open = new Set<string>();
  #state = EMPTY_VIEW;

  /** @throws {ElementError} if the page has not all that belongs to it */
  constructor(root: HTMLElement) {
    const { base = '' } = root.dataset;
    this.#root = root;
    this.#base = base;
    this.#versus = find(root, 'table', HTMLTableElement);
    this.#head = find(this.#versus, 'thead', HTMLElement);
    this.#frame = find(root, '[role=region]', HTMLElement);
    this.#adder = find(root, '[name=add]', HTMLSelectElement);
    this.#differences = find(root, '[name=differences]', HTMLInputElement);
    this.#allReasons = find(root, '[name=reasons]', HTMLButtonElement);
    this.#copyLink = find(root, '[name=link]', HTMLButtonElement);
    this.#toMatrix = find(root, '.to-matrix', HTMLAnchorElement);
    this.#status = find(root, '.status', HTMLElement);
    this.#copied = find(root, '.copied', HTMLElement);
    this.#table = unpackTable(embedded('compare-data') as PackedTable);
    this.#vocabulary = vocabularyOf(this.#table);
    this.#bar = new AddressBar(this.#vocabulary, (read) => {
      this.#follow(read);
      this.#keepPicks();
    });
  }

  /** Listens to the reader, and shows what the address asks for, or else what was picked before. */
  begin(): void {
    this.#adder.onchange = () => {
      this.#choose([...this.#state.options, this.#adder.value]);
    };
    this.#differences.onchange = () => {
      this.#change({ differencesOnly: this.#differences.checked });
    };
    this.#allReasons.onclick = () => {
      this.#toggleAllReasons();
    };
    this.#copyLink.onclick = () => {
      void copy(this.#bar.linkTo(this.#state), this.#copied, 'Link copied.');
    };
    tellHeight('head', this.#head);
    this.#follow(this.#bar.opened);
    if (this.#state.options.length > 0) this.#keepPicks();
    else this.#takePicks();
    this.#bar.amend(this.#state);
  }

  /** The options side by side, in order. */
  #chosen(): readonly TableOption[] {
    return this.#state.options.flatMap((slug) =>
      this.#table.options.filter((option) => option.slug === slug),
    );
  }

  #asked({ slug }: TableCriterion): Requirement | undefined {
    return this.#state.requirements.find(({ criterion }) => criterion === slug);
  }

  #change(part: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...part };
    // The address first: browsers take ten times as long over it while the page is to be laid out.
    this.#bar.write(this.#state);
    this.#render();
  }

  #choose(options: readonly string[]): void {
    this.#change({ options });
    this.#keepPicks();
  }

  #toggleAllReasons(): void {
    const opened = this.#allReasons.ariaPressed === 'true';
    this.#open.clear();
    if (!opened) for (const { slug } of this.#table.criteria) this.#open.add(slug);
    this.#render();
  }

  #toggleReasons(slug: string): void {
    if (!this.#open.delete(slug)) this.#open.add(slug);
    this.#render();
  }

  #keepPicks(): void {
    setPicked(this.#chosen().map(({ slug, shortName: name }) => ({ slug, name })));
  }

  #takePicks(): void {
    const kept = followed(picked(), (slug) => byAnySlug(this.#table.options, slug));
    this.#state = { ...this.#state, options: kept.map(({ slug }) => slug) };
    this.#render();
  }

  /** Shows what a link asks for, and tells what of it has no place here. */
  #follow({ state: read, unfollowed }: ReadView): void {
    const { options, requirements, differencesOnly } = read;
    this.#state = { ...EMPTY_VIEW, requirements, differencesOnly, options: options.slice(0, MOST) };
    this.#render();
    // What the matrix would follow, and this page does not.
    const others = { ...read, requirements: [], options: [], differencesOnly: false };
    tellUnfollowed(this.#root, [
      ...unfollowed,
      ...partsOfView(this.#vocabulary, others).map(({ key, text: token }) => ({
        key,
        token,
        why: 'has no part in a comparison',
      })),
      ...options.slice(MOST).map((token) => ({
        key: 'options',
        token,
        why: `is more than the ${String(MOST)} that can be compared`,
      })),
    ]);
  }

  #render(): void {
    const options = this.#chosen();
    const focus = document.activeElement?.getAttribute('name') ?? null;
    this.#head.replaceChildren(
      make(
        'tr',
        { role: 'row' },
        make('th', { scope: 'col', role: 'columnheader' }, 'Criterion'),
        ...options.map((option, i) => this.#columnHead(option, i)),
      ),
    );
    this.#versus.className = `versus of-${String(options.length)}`;
    const rows = this.#renderGroups(options);
    this.#frame.hidden = options.length === 0;
    this.#renderTools(options);
    const hint =
      options.length < 2
        ? 'Pick two to five options.'
        : `${String(options.length)} options on ${String(rows)} of ${String(this.#table.criteria.length)} criteria.`;
    if (this.#status.textContent !== hint) this.#status.textContent = hint;
    this.#keepFocus(focus);
  }

  /** Lays down the groups of criteria, and returns how many criteria are shown. */
  #renderGroups(options: readonly TableOption[]): number {
    for (const body of [...this.#versus.tBodies]) body.remove();
    let rows = 0;
    for (const group of this.#table.groups) {
      const members = this.#table.criteria
        .filter((criterion) => criterion.group === group.slug)
        .flatMap((criterion) => this.#criterionRows(criterion, options));
      if (members.length === 0) continue;
      rows += members.filter(({ id }) => id !== '').length;
      const title = make(
        'th',
        { scope: 'rowgroup', role: 'rowheader', colSpan: options.length + 1 },
        group.name,
      );
      this.#versus.append(
        make('tbody', { role: 'rowgroup' }, make('tr', { role: 'row' }, title), ...members),
      );
    }
    return rows;
  }

  #renderTools(options: readonly TableOption[]): void {
    const query = formatView(this.#vocabulary, { ...this.#state, differencesOnly: false });
    this.#toMatrix.href = underBase(this.#base, matrixPath(query));
    for (const option of this.#adder.options) {
      option.disabled = this.#state.options.includes(option.value);
    }
    this.#adder.value = '';
    this.#adder.disabled = options.length >= MOST;
    this.#differences.checked = this.#state.differencesOnly;
    const allOpen = this.#table.criteria.every(({ slug }) => this.#open.has(slug));
    this.#allReasons.ariaPressed = String(allOpen);
  }

  #columnHead(option: TableOption, i: number): HTMLElement {
    const { slug, shortName } = option;
    const others = this.#state.options.filter((other) => other !== slug);
    const left = this.#chosen()[i - 1];
    const remove = button(
      { className: 'remove', ariaLabel: `Remove ${shortName}`, name: `remove-${slug}` },
      () => {
        this.#choose(others);
      },
    );
    const swap = (other: TableOption): HTMLElement =>
      button(
        {
          className: 'swap',
          ariaLabel: `Swap ${shortName} with ${other.shortName}`,
          name: `swap-${slug}`,
        },
        () => {
          this.#choose([...others.slice(0, i - 1), slug, ...others.slice(i - 1)]);
        },
      );
    return make(
      'th',
      { scope: 'col', role: 'columnheader' },
      make('a', { href: underBase(this.#base, optionPath(slug)) }, shortName),
      ' ',
      make('span', { className: 'actions' }, ...(left === undefined ? [] : [swap(left)]), remove),
    );
  }

  /** The row of a criterion, and below it that of the reasons where it is open. */
  #criterionRows(
    criterion: TableCriterion,
    options: readonly TableOption[],
  ): readonly HTMLElement[] {
    const { slug, name, scale } = criterion;
    const ratings = options.map((option) => ratingOf(option, criterion));
    if (this.#state.differencesOnly && !differ(scale, ratings)) return [];
    const best = bestOf(scale, ratings);
    const word = options.length > 2 ? 'best' : 'better';
    const asked = this.#asked(criterion);
    const isOpen = this.#open.has(slug);
    const why = button(
      {
        className: 'opener',
        ariaExpanded: String(isOpen),
        ariaLabel: `Why: ${name}`,
        name: `why-${slug}`,
      },
      () => {
        this.#toggleReasons(slug);
      },
      'Why',
    );
    const askedFor = (clauses: Requirement['clauses']): HTMLElement =>
      make('span', { className: 'asked' }, `asked for: ${clausesText(scale, clauses)}`);
    const row = make(
      'tr',
      { role: 'row', id: slug },
      make(
        'th',
        { scope: 'row', role: 'rowheader' },
        make('a', { href: underBase(this.#base, criterionPath(slug)) }, name),
        ' ',
        why,
        ...(asked === undefined ? [] : [askedFor(asked.clauses)]),
      ),
      ...options.map((option, i) => this.#cell(criterion, option, best[i] === true ? word : '')),
    );
    return isOpen ? [row, this.#reasonsRow(criterion, options)] : [row];
  }

  #cell(criterion: TableCriterion, option: TableOption, better: string): HTMLElement {
    const rating = ratingOf(option, criterion);
    const { scale } = criterion;
    const asked = this.#asked(criterion);
    const verdict = asked === undefined ? 'met' : judge(option, criterion, asked);
    const words = (className: string, text: string | undefined): readonly (Node | string)[] =>
      text === undefined || text === '' ? [] : [' ', make('span', { className }, text)];
    return make(
      'td',
      { role: 'cell' },
      make(
        'span',
        { className: ['rating', ...ballClasses(scale, rating)].join(' ') },
        ratingLabel(scale, rating),
      ),
      ...words('better', better),
      ...words('qualifier', hasValue(rating) ? rating.qualifier : undefined),
      ...words('qualifier', rating.state === 'partial' ? 'with a reservation' : undefined),
      ...words('failing', { met: '', failed: 'fails', unproven: 'unproven' }[verdict]),
    );
  }

  #reasonsRow(criterion: TableCriterion, options: readonly TableOption[]): HTMLElement {
    return make(
      'tr',
      { role: 'row', className: 'reasons' },
      make('td', { role: 'cell' }),
      ...options.map((option) => this.#reasonCell(criterion, option)),
    );
  }

  /** A cell that says why, once that is fetched. */
  #reasonCell(criterion: TableCriterion, { slug, shortName }: TableOption): HTMLElement {
    const place = make('td', { role: 'cell', className: 'because' }, 'Loading …');
    optionReasons(this.#base, slug).then(
      (reasons) => {
        const reason = reasons[criterion.slug];
        if (reason === undefined) place.textContent = 'Nobody has looked yet.';
        else {
          const { why, notes, basis } = reason;
          place.replaceChildren(
            ...[why, ...notes].map((text) => make('p', {}, text)),
            make('p', { className: 'text-xs text-soft' }, basis),
            sourceList(reason),
          );
        }
      },
      () => {
        place.replaceChildren(
          'The reason could not be loaded; it is on ',
          make(
            'a',
            { href: underBase(this.#base, optionPath(slug, criterion.slug)) },
            `the page of ${shortName}`,
          ),
          '.',
        );
      },
    );
    return place;
  }

  /** Buttons are made anew; the one that was pressed, or its neighbour, has the focus again. */
  #keepFocus(name: string | null): void {
    if (name === null || document.activeElement !== document.body) return;
    const same = this.#root.querySelector<HTMLElement>(`[name="${name}"]`);
    (same ?? this.#head.querySelector('button') ?? this.#adder).focus();
  }
}

customElements.define('compare-view', CompareView);
