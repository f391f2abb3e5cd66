/** Two to five options side by side. The address is the only memory. */

import { ballClasses } from '../../words/ball.ts';
import {
  criterionPath,
  drawingPath,
  matrixPath,
  optionPath,
  underBase,
} from '../../links/routes.ts';
import { clausesText, listed } from '../../words/clause-words.ts';
import { bestOf, differ } from '../../decision/contrast.ts';
import { ratingLabel } from '../../words/label.ts';
import { candidateOf, ratingOf, type Candidate } from '../../decision/model.ts';
import {
  nameOfWay,
  vocabularyOf,
  type ListedOption,
  type ListedTable,
  type TableCriterion,
  type TableOption,
} from '../../words/packed-table.ts';
import { comparedAs, counted } from '../../words/sentences.ts';
import { hasValue } from '../../decision/rating.ts';
import { drawingId, drawingOf, notDrawn, type OptionDrawing } from '../../words/option-drawing.ts';
import { spreadsOf, spreadText, type Spread } from '../../words/spread-claims.ts';
import { judge, type Requirement } from '../../decision/requirement.ts';
import { partsOfWay, presentWays, wayTo } from '../../links/option-list.ts';
import type { Vocabulary } from '../../links/vocabulary.ts';
import {
  EMPTY_VIEW,
  formatView,
  partsOfView,
  type ReadView,
  type ViewState,
} from '../../links/view.ts';
import { AddressBar } from '../address-bar.ts';
import { ComparedOptions, NewerEdition } from '../compared-options.ts';
import { copy } from '../copy-and-save.ts';
import { button, find, make } from '../dom.ts';
import { fetchData } from '../named-data.ts';
import { MOST, picked, setPicked } from '../picks.ts';
import { tellHeight } from '../sticking.ts';
import { tellUnfollowed } from '../unfollowed.ts';
import { OptionAdder } from './option-adder.ts';

/** So many sentences tell what differs most. */
const MOST_SENTENCES = 6;

/** An option in one of its modes, as a column. */
interface Column {
  /** Its name in links. */
  readonly way: string;
  readonly option: TableOption;
  readonly candidate: Candidate;
  /** What it is called in few words. */
  readonly name: string;
}

class CompareView extends HTMLElement {
  connectedCallback(): void {
    this.prepend(find(this, 'template', HTMLTemplateElement).content);
    // What was picked is shown too, and nothing of the page is to move when it comes.
    if (picked().length > 0) document.documentElement.dataset.pending = '';
    this.#open();
  }

  #open(): void {
    ComparedOptions.open(this.dataset.base ?? '').then(
      (options) => {
        new Comparing(this, options).begin();
      },
      () => {
        tellFailed(
          this,
          'The list of what can be compared could not be loaded.',
          'Try again',
          () => {
            this.#open();
          },
        );
      },
    );
  }
}

/** Tells in place of anything else that something could not be had, and offers once what can be done. */
function tellFailed(root: HTMLElement, text: string, way: string, go: () => void): void {
  const status = find(root, '.status', HTMLElement);
  const begin = (): void => {
    status.replaceChildren('Loading …');
    go();
  };
  const again = button({ className: 'link' }, begin, way);
  status.replaceChildren(text, ' ', again);
  delete document.documentElement.dataset.pending;
}

/** The options of a page side by side, with the controls above them. */
class Comparing {
  readonly #root: HTMLElement;
  readonly #base: string;
  readonly #versus: HTMLTableElement;
  readonly #head: HTMLElement;
  readonly #adder: OptionAdder;
  readonly #identical: HTMLButtonElement;
  readonly #drawings: HTMLElement;
  readonly #drawingsToOpen: HTMLDetailsElement;
  readonly #comparedAs: HTMLElement;
  readonly #sentences: HTMLElement;
  readonly #allReasons: HTMLButtonElement;
  readonly #copyLink: HTMLButtonElement;
  readonly #toMatrix: HTMLAnchorElement;
  readonly #status: HTMLElement;
  readonly #copied: HTMLElement;
  readonly #table: ListedTable;
  readonly #options: ComparedOptions;
  readonly #vocabulary: Vocabulary;
  readonly #bar: AddressBar;
  /** Criteria whose reasons are open. */
  readonly #open = new Set<string>();
  #state = EMPTY_VIEW;
  /** How often something was to be shown. What comes of an earlier time counts no more. */
  #shows = 0;
  #isFirst = true;

  /** @throws {ElementError} if the page has not all that belongs to it */
  constructor(root: HTMLElement, options: ComparedOptions) {
    const { base = '' } = root.dataset;
    this.#root = root;
    this.#base = base;
    this.#versus = find(root, 'table', HTMLTableElement);
    this.#head = find(this.#versus, 'thead', HTMLElement);
    this.#identical = find(root, '[name=identical]', HTMLButtonElement);
    this.#drawings = find(root, '.drawings', HTMLElement);
    this.#drawingsToOpen = find(root, 'details', HTMLDetailsElement);
    this.#comparedAs = find(root, '.compared-as', HTMLElement);
    this.#sentences = find(root, '.sentences', HTMLElement);
    this.#allReasons = find(root, '[name=reasons]', HTMLButtonElement);
    this.#copyLink = find(root, '[name=link]', HTMLButtonElement);
    this.#toMatrix = find(root, '.to-matrix', HTMLAnchorElement);
    this.#status = find(root, '.status', HTMLElement);
    this.#copied = find(root, '.copied', HTMLElement);
    this.#options = options;
    this.#table = options.table;
    this.#adder = new OptionAdder(root, this.#table.options, (slug) => {
      const [way] = this.#waysLeft(slug);
      if (way !== undefined) this.#choose([...this.#state.options, way]);
    });
    this.#vocabulary = vocabularyOf(this.#table);
    this.#bar = new AddressBar(this.#vocabulary, (read) => {
      this.#follow(read);
      this.#show();
      this.#keepPicks();
    });
  }

  /** Listens to the reader, and shows what the address asks for, or else what was picked before. */
  begin(): void {
    this.#identical.onclick = () => {
      this.#change({ identicalToo: !this.#state.identicalToo });
    };
    this.#allReasons.onclick = () => {
      this.#toggleAllReasons();
    };
    this.#allReasons.disabled = this.#copyLink.disabled = false;
    this.#copyLink.onclick = () => {
      void copy(this.#bar.linkTo(this.#state), this.#copied, 'Link copied.');
    };
    // On a phone the drawings would keep the table out of sight.
    this.#drawingsToOpen.open = matchMedia('(width >= 40rem)').matches;
    tellHeight('head', this.#head);
    this.#follow(this.#bar.opened);
    if (this.#state.options.length > 0) this.#keepPicks();
    else this.#takePicks();
    this.#show();
    this.#bar.amend(this.#state);
  }

  /** The options side by side, in order; without those whose ratings could not be fetched. */
  #chosen(): readonly Column[] {
    return this.#state.options.flatMap((way) => {
      const { option: slug, mode } = partsOfWay(way);
      const option = this.#options.get(slug);
      if (option === undefined) return [];
      const candidate = candidateOf(option, mode);
      return [{ way, option, candidate, name: this.#nameOf(way) }];
    });
  }

  #nameOf(way: string): string {
    return nameOfWay(this.#table.options, way);
  }

  #listed(slug: string): ListedOption | undefined {
    return this.#table.options.find((option) => option.slug === slug);
  }

  /** The modes of an option, as links name them, that are not shown yet. */
  #waysLeft(slug: string): readonly string[] {
    const option = this.#listed(slug);
    return (option === undefined ? [] : waysOf(option))
      .map(({ way }) => way)
      .filter((way) => !this.#state.options.includes(way));
  }

  #asked({ slug }: TableCriterion): Requirement | undefined {
    return this.#state.requirements.find(({ criterion }) => criterion === slug);
  }

  #change(part: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...part };
    // The address first: browsers take ten times as long over it while the page is to be laid out.
    this.#bar.write(this.#state);
    this.#show();
  }

  #choose(options: readonly string[]): void {
    this.#change({ options });
    this.#keepPicks();
  }

  #toggleAllReasons(): void {
    const opened = this.#allReasons.ariaPressed === 'true';
    this.#open.clear();
    if (!opened) for (const { slug } of this.#table.criteria) this.#open.add(slug);
    this.#show();
  }

  #toggleReasons(slug: string): void {
    if (!this.#open.delete(slug)) this.#open.add(slug);
    this.#show();
  }

  #keepPicks(): void {
    setPicked(this.#state.options.map((way) => ({ slug: way, name: this.#nameOf(way) })));
  }

  #takePicks(): void {
    const ways = picked().map(({ slug }) => slug);
    this.#state = { ...this.#state, options: presentWays(this.#table.options, ways) };
  }

  /** Takes up what a link asks for, and tells what of it has no place here. */
  #follow({ state: read, unfollowed }: ReadView): void {
    const { options, requirements, identicalToo } = read;
    this.#state = { ...EMPTY_VIEW, requirements, identicalToo, options: options.slice(0, MOST) };
    // What the matrix would follow, and this page does not.
    const others = { ...read, requirements: [], options: [], identicalToo: false };
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

  /** Shows what is chosen once its ratings are there; until then, what was shown before stays. */
  #show(): void {
    const { options } = this.#state;
    const show = (this.#shows += 1);
    if (this.#options.missing(options).length === 0) {
      this.#render();
      return;
    }
    this.#root.ariaBusy = 'true';
    this.#options.fetch(options).then(
      () => {
        if (this.#shows === show) this.#render();
      },
      (error: unknown) => {
        if (this.#shows === show) this.#tellMissing(error);
      },
    );
  }

  /** Shows what could be had, and says what could not. */
  #tellMissing(error: unknown): void {
    this.#render();
    if (error instanceof NewerEdition) {
      const text = 'A newer edition of this site has taken the place of this page’s.';
      tellFailed(this.#root, text, 'Reload', () => {
        location.reload();
      });
      return;
    }
    const names = this.#options.missing(this.#state.options).map((slug) => this.#nameOf(slug));
    tellFailed(
      this.#root,
      `The ratings of ${listed(names)} could not be loaded.`,
      'Try again',
      () => {
        this.#show();
      },
    );
  }

  #render(): void {
    const options = this.#chosen();
    const focus = document.activeElement?.getAttribute('name') ?? null;
    this.#head.replaceChildren(
      make(
        'tr',
        { role: 'row' },
        make('th', { scope: 'col', role: 'columnheader' }, 'Criterion'),
        ...options.map((column, i) => this.#columnHead(column, i)),
      ),
    );
    this.#versus.className = `versus of-${String(options.length)}`;
    const same = this.#renderGroups(options);
    this.#root.classList.toggle('is-empty', options.length === 0);
    this.#root.classList.toggle('is-alone', options.length < 2);
    this.#renderTools(options);
    this.#renderSentences(options);
    this.#renderDrawings(options);
    const all = this.#table.criteria.length;
    const hint =
      options.length < 2
        ? 'Add two to five options here, or pick them in the matrix.'
        : `${String(options.length)} options. They differ on ${String(all - same)} of ${counted(all, 'criterion', 'criteria')}.`;
    if (this.#status.textContent !== hint) this.#status.textContent = hint;
    this.#root.ariaBusy = null;
    const rows = same === 1 ? 'identical row' : 'identical rows';
    this.#identical.hidden = options.length < 2 || same === 0;
    this.#identical.textContent = this.#state.identicalToo
      ? `Hide ${String(same)} ${rows}`
      : `${String(same)} ${rows} hidden · show`;
    this.#keepFocus(focus);
    this.#goToPart();
    delete document.documentElement.dataset.pending;
  }

  /**
   * Lays down what was asked for, then the groups of criteria.
   *
   * @returns on how many criteria the options do not differ
   */
  #renderGroups(options: readonly Column[]): number {
    for (const body of [...this.#versus.tBodies]) body.remove();
    const { criteria, groups } = this.#table;
    const isSame = ({ slug, scale }: TableCriterion): boolean =>
      options.length > 1 &&
      !differ(
        scale,
        options.map(({ candidate }) => ratingOf(candidate, { slug })),
      );
    const asked = criteria.filter((criterion) => this.#asked(criterion) !== undefined);
    const shown = criteria.filter(
      (criterion) => !asked.includes(criterion) && (this.#state.identicalToo || !isSame(criterion)),
    );
    for (const { name, members } of [
      { name: 'You asked for', members: asked },
      ...groups.map(({ slug, name: title }) => ({
        name: title,
        members: shown.filter(({ group }) => group === slug),
      })),
    ]) {
      if (members.length === 0) continue;
      const isNamed = groups.length > 1 || asked.length > 0;
      const title = make(
        'th',
        { scope: 'rowgroup', role: 'rowheader', colSpan: options.length + 1 },
        name,
      );
      this.#versus.append(
        make(
          'tbody',
          { role: 'rowgroup' },
          ...(isNamed ? [make('tr', { role: 'row' }, title)] : []),
          ...members.flatMap((criterion) => this.#criterionRows(criterion, options)),
        ),
      );
    }
    return criteria.filter(isSame).length;
  }

  /** What differs most, each sentence led by its criterion. */
  #renderSentences(options: readonly Column[]): void {
    const { criteria, defaultView } = this.#table;
    const spreads =
      options.length < 2 ? [] : spreadsOf(options, criteria, defaultView, MOST_SENTENCES);
    this.#comparedAs.textContent =
      comparedAs(
        options.map(({ option, candidate }) => ({
          name: option.shortName,
          mode: option.modes.find(({ slug }) => slug === candidate.mode)?.name ?? null,
        })),
      ) ?? '';
    this.#sentences.replaceChildren(
      ...spreads.map((spread: Spread) =>
        make(
          'li',
          {},
          make('a', { href: `#${spread.criterion.slug}` }, spread.criterion.name),
          `: ${spreadText(spread)}`,
        ),
      ),
    );
  }

  /**
   * Where the parts of each option live in its mode, or what there is instead, which is said; once where
   * modes share it. Drawings that are there stay.
   */
  #renderDrawings(options: readonly Column[]): void {
    const shown = new Map<string, { option: TableOption; place: number; notOf: string[] }>();
    for (const { option, candidate } of options.length < 2 ? [] : options) {
      const drawn = this.#listed(option.slug)?.drawn ?? [];
      if (drawn.length === 0) continue;
      const { place, isOfMode } = drawingOf(drawn, candidate.mode);
      const id = drawingId(option.slug, place);
      const drawing = shown.get(id) ?? { option, place, notOf: [] };
      const mode = option.modes.find(({ slug }) => slug === candidate.mode);
      if (!isOfMode && mode !== undefined) drawing.notOf.push(mode.name);
      shown.set(id, drawing);
    }
    this.#drawingsToOpen.hidden = shown.size === 0;
    const figures = [...shown].map(([id, { option, place, notOf }]) => {
      const figure = document.getElementById(id) ?? this.#drawing(option, place, id);
      const note = find(figure, 'figcaption > :first-child', HTMLElement);
      note.textContent = notOf.length > 0 ? notDrawn(notOf) : '';
      return figure;
    });
    this.#drawings.replaceChildren(...figures);
  }

  #drawing({ slug, shortName }: TableOption, place: number, id: string): HTMLElement {
    const told = make('p', {}, make('strong', {}, shortName));
    const note = make('p', { className: 'text-soft' });
    const picture = make('div');
    const caption = make('figcaption', { className: 'text-sm' }, note, told);
    const figure = make('figure', { id }, picture, caption);
    const path = underBase(this.#base, drawingPath(slug));
    const tell = (drawings: readonly OptionDrawing[]): void => {
      const drawing = drawings[place];
      if (drawing === undefined)
        throw new Error(`There is no drawing ${String(place)} of ${slug}.`);
      const { name, summary, svg } = drawing;
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
      picture.append(document.importNode(documentElement, true));
      told.replaceChildren(
        make('strong', { id: `${id}-name` }, `${shortName}: ${name}.`),
        ' ',
        make('span', { id: `${id}-text` }, summary),
      );
    };
    fetchData(path)
      .then((data) => {
        tell(data as readonly OptionDrawing[]);
      })
      .catch(() => {
        told.append(': the drawing could not be loaded.');
        // It does not stay: a connection may come back.
        figure.removeAttribute('id');
      });
    return figure;
  }

  #renderTools(options: readonly Column[]): void {
    const query = formatView(this.#vocabulary, { ...this.#state, identicalToo: false });
    this.#toMatrix.href = underBase(this.#base, matrixPath(query));
    this.#adder.offer(options.length < MOST, (slug) => this.#waysLeft(slug).length > 0);
    const allOpen = this.#table.criteria.every(({ slug }) => this.#open.has(slug));
    this.#allReasons.ariaPressed = String(allOpen);
  }

  #columnHead({ way, option, name }: Column, i: number): HTMLElement {
    const { slug, shortName, modes } = option;
    const chosen = this.#state.options;
    const left = this.#chosen()[i - 1];
    const remove = button(
      { className: 'remove', ariaLabel: `Remove ${name}`, name: `remove-${way}` },
      () => {
        this.#choose(chosen.filter((other) => other !== way));
      },
    );
    const swap = (other: Column): HTMLElement =>
      button(
        {
          className: 'swap',
          ariaLabel: `Swap ${name} with ${other.name}`,
          name: `swap-${way}`,
        },
        () => {
          const swapped = new Map([
            [way, other.way],
            [other.way, way],
          ]);
          this.#choose(chosen.map((each) => swapped.get(each) ?? each));
        },
      );
    return make(
      'th',
      { scope: 'col', role: 'columnheader' },
      make('a', { href: underBase(this.#base, optionPath(slug)) }, shortName),
      ' ',
      make('span', { className: 'actions' }, ...(left === undefined ? [] : [swap(left)]), remove),
      ...(modes.length === 0 ? [] : [this.#modeChoice({ way, option, name }, i)]),
    );
  }

  /** In which mode an option is shown; those that have a column of their own cannot be had twice. */
  #modeChoice({ way, option }: Omit<Column, 'candidate'>, i: number): HTMLElement {
    const choice = make(
      'select',
      { className: 'field', name: `mode-${String(i)}`, ariaLabel: `Mode of ${option.shortName}` },
      ...waysOf(option).map(({ way: value, name }) =>
        make(
          'option',
          {
            value,
            selected: value === way,
            disabled: value !== way && this.#state.options.includes(value),
          },
          name,
        ),
      ),
    );
    choice.onchange = () => {
      this.#choose(this.#state.options.map((each) => (each === way ? choice.value : each)));
    };
    return make('label', { className: 'block text-xs font-normal' }, 'as ', choice);
  }

  /** The row of a criterion, and below it that of the reasons where it is open. */
  #criterionRows(criterion: TableCriterion, columns: readonly Column[]): readonly HTMLElement[] {
    const { slug, name, scale } = criterion;
    const ratings = columns.map(({ candidate }) => ratingOf(candidate, criterion));
    const best = bestOf(scale, ratings);
    const word = columns.length > 2 ? 'best' : 'better';
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
      make(
        'span',
        { className: 'block text-xs text-soft' },
        `asked for: ${clausesText(scale, clauses)}`,
      );
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
      ...columns.map((column, i) => this.#cell(criterion, column, best[i] === true ? word : '')),
    );
    return isOpen ? [row, this.#reasonsRow(criterion, columns)] : [row];
  }

  #cell(criterion: TableCriterion, { candidate }: Column, better: string): HTMLElement {
    const rating = ratingOf(candidate, criterion);
    const { scale } = criterion;
    const asked = this.#asked(criterion);
    const verdict = asked === undefined ? 'met' : judge(candidate, criterion, asked);
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
      ...words('block text-xs text-soft', hasValue(rating) ? rating.qualifier : undefined),
      ...words('block text-xs text-soft', rating.state === 'partial' ? 'with caveats' : undefined),
      ...words(
        'block text-xs text-poor',
        { met: '', failed: 'not met', unproven: 'no proof found' }[verdict],
      ),
    );
  }

  #reasonsRow(criterion: TableCriterion, columns: readonly Column[]): HTMLElement {
    return make(
      'tr',
      { role: 'row', className: 'reasons' },
      make('td', { role: 'cell' }),
      ...columns.map((column) => this.#reasonCell(criterion, column)),
    );
  }

  /** A cell that says why, once that is fetched. */
  #reasonCell(criterion: TableCriterion, { option, candidate }: Column): HTMLElement {
    const { slug, shortName } = option;
    const { correct } = this.#root.dataset;
    const place = make('td', { role: 'cell', className: 'because' }, 'Loading …');
    const at = { option: slug, mode: candidate.mode, criterion: criterion.slug };
    const fetched = import('./reason-cell.ts').then(({ reasonAt }) =>
      reasonAt(at, this.#base, correct),
    );
    fetched.then(
      (reason) => {
        place.replaceChildren(...reason);
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

  /** Goes to the criterion that the address names, which was not there when the browser looked for it. */
  #goToPart(): void {
    if (!this.#isFirst) return;
    this.#isFirst = false;
    const slug = location.hash.slice(1);
    if (this.#table.criteria.some((criterion) => criterion.slug === slug))
      document.getElementById(slug)?.scrollIntoView();
  }

  /** Buttons are made anew; the one that was pressed, or its neighbour, has the focus again. */
  #keepFocus(name: string | null): void {
    if (name === null || document.activeElement !== document.body) return;
    const same = this.#root.querySelector<HTMLElement>(`[name="${name}"]`);
    (same ?? this.#head.querySelector('button') ?? this.#adder).focus();
  }
}

/** An option in each of its modes, as links name it, with the name of the mode. */
function waysOf({
  slug,
  modes,
}: Pick<ListedOption, 'slug' | 'modes'>): readonly { way: string; name: string }[] {
  if (modes.length === 0) return [{ way: slug, name: '' }];
  return modes.map((mode, m) => ({
    way: wayTo(slug, m === 0 ? null : mode.slug),
    name: mode.name,
  }));
}

customElements.define('compare-view', CompareView);
