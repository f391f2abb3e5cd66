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
  type TableCriterion,
  type TableOption,
} from '../../words/packed-table.ts';
import { hasValue } from '../../decision/rating.ts';
import { judge } from '../../decision/requirement.ts';
import {
  EMPTY_VIEW,
  formatView,
  partsOfView,
  type ReadView,
  type ViewState,
} from '../../links/view.ts';
import { address } from '../address-bar.ts';
import { button, copyText, embedded, find, make } from '../dom.ts';
import { optionReasons, sourceList } from '../fetched-reasons.ts';
import { MOST, picked, setPicked } from '../picks.ts';
import { tellUnfollowed } from '../unfollowed.ts';

class CompareView extends HTMLElement {
  connectedCallback(): void {
    this.prepend(find(this, 'template', HTMLTemplateElement).content);
    enhance(this);
    delete document.documentElement.dataset.pending;
  }
}

function enhance(root: HTMLElement): void {
  const table = unpackTable(embedded('compare-data') as PackedTable);
  const vocabulary = vocabularyOf(table);
  const { base = '' } = root.dataset;
  const versus = find(root, 'table', HTMLTableElement);
  const head = find(versus, 'thead', HTMLElement);
  const frame = find(root, '[role=region]', HTMLElement);
  const adder = find(root, '[name=add]', HTMLSelectElement);
  const differences = find(root, '[name=differences]', HTMLInputElement);
  const allReasons = find(root, '[name=reasons]', HTMLButtonElement);
  const toMatrix = find(root, '.to-matrix', HTMLAnchorElement);
  const status = find(root, '.status', HTMLElement);
  const copied = find(root, '.copied', HTMLElement);
  const wrongs = find(root, '[role=alert]', HTMLElement);

  let state = EMPTY_VIEW;
  const open = new Set<string>();
  const bar = address(vocabulary, (read) => {
    follow(read);
    keepPicks();
  });

  const chosen = (): readonly TableOption[] =>
    state.options.flatMap((slug) => table.options.filter((option) => option.slug === slug));
  const change = (part: Partial<ViewState>): void => {
    state = { ...state, ...part };
    render();
    bar.write(state);
  };
  const choose = (options: readonly string[]): void => {
    change({ options });
    keepPicks();
  };

  adder.onchange = () => {
    choose([...state.options, adder.value]);
  };
  differences.onchange = () => {
    change({ differencesOnly: differences.checked });
  };
  allReasons.onclick = () => {
    const every = table.criteria.map(({ slug }) => slug);
    const opened = allReasons.ariaPressed === 'true';
    open.clear();
    if (!opened) for (const slug of every) open.add(slug);
    render();
  };
  find(root, '[name=link]', HTMLButtonElement).onclick = () => {
    copyText(bar.linkTo(state), copied, 'Link copied.');
  };

  const columnHead = (option: TableOption, i: number): HTMLElement => {
    const { slug, shortName } = option;
    const others = state.options.filter((other) => other !== slug);
    const left = chosen()[i - 1];
    const buttons = [
      button(
        { className: 'remove', ariaLabel: `Remove ${shortName}`, name: `remove-${slug}` },
        () => {
          choose(others);
        },
      ),
    ];
    if (left !== undefined) {
      buttons.unshift(
        button(
          {
            className: 'swap',
            ariaLabel: `Swap ${shortName} with ${left.shortName}`,
            name: `swap-${slug}`,
          },
          () => {
            choose([...others.slice(0, i - 1), slug, ...others.slice(i - 1)]);
          },
        ),
      );
    }
    return make(
      'th',
      { scope: 'col', role: 'columnheader' },
      make('a', { href: underBase(base, optionPath(slug)) }, shortName),
      ' ',
      make('span', { className: 'actions' }, ...buttons),
    );
  };

  const cell = (criterion: TableCriterion, option: TableOption, better: string): HTMLElement => {
    const rating = ratingOf(option, criterion);
    const { scale } = criterion;
    const asked = state.requirements.find((r) => r.criterion === criterion.slug);
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
  };

  const reasonsRow = (criterion: TableCriterion): HTMLElement => {
    const cells = chosen().map(({ slug, shortName }) => {
      const place = make('td', { role: 'cell', className: 'because' }, 'Loading …');
      optionReasons(base, slug).then(
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
              { href: underBase(base, optionPath(slug, criterion.slug)) },
              `the page of ${shortName}`,
            ),
            '.',
          );
        },
      );
      return place;
    });
    return make(
      'tr',
      { role: 'row', className: 'reasons' },
      make('td', { role: 'cell' }),
      ...cells,
    );
  };

  const criterionRows = (criterion: TableCriterion): readonly HTMLElement[] => {
    const { slug, name, scale } = criterion;
    const options = chosen();
    const ratings = options.map((option) => ratingOf(option, criterion));
    if (state.differencesOnly && !differ(scale, ratings)) return [];
    const best = bestOf(scale, ratings);
    const word = options.length > 2 ? 'best' : 'better';
    const asked = state.requirements.find((r) => r.criterion === slug);
    const isOpen = open.has(slug);
    const why = button(
      {
        className: 'opener',
        ariaExpanded: String(isOpen),
        ariaLabel: `Why: ${name}`,
        name: `why-${slug}`,
      },
      () => {
        if (!open.delete(slug)) open.add(slug);
        render();
      },
      'Why',
    );
    const row = make(
      'tr',
      { role: 'row', id: slug },
      make(
        'th',
        { scope: 'row', role: 'rowheader' },
        make('a', { href: underBase(base, criterionPath(slug)) }, name),
        ' ',
        why,
        ...(asked === undefined
          ? []
          : [
              make(
                'span',
                { className: 'asked' },
                `asked for: ${clausesText(scale, asked.clauses)}`,
              ),
            ]),
      ),
      ...options.map((option, i) => cell(criterion, option, best[i] === true ? word : '')),
    );
    return isOpen ? [row, reasonsRow(criterion)] : [row];
  };

  function render(): void {
    const options = chosen();
    const focus = document.activeElement?.getAttribute('name') ?? null;
    head.replaceChildren(
      make(
        'tr',
        { role: 'row' },
        make('th', { scope: 'col', role: 'columnheader' }, 'Criterion'),
        ...options.map(columnHead),
      ),
    );
    versus.className = `versus of-${String(options.length)}`;
    for (const body of [...versus.tBodies]) body.remove();
    let rows = 0;
    for (const group of table.groups) {
      const members = table.criteria.filter((c) => c.group === group.slug).flatMap(criterionRows);
      if (members.length === 0) continue;
      rows += members.filter(({ id }) => id !== '').length;
      const title = make(
        'th',
        { scope: 'rowgroup', role: 'rowheader', colSpan: options.length + 1 },
        group.name,
      );
      versus.append(
        make('tbody', { role: 'rowgroup' }, make('tr', { role: 'row' }, title), ...members),
      );
    }
    frame.hidden = options.length === 0;
    const query = formatView(vocabulary, { ...state, differencesOnly: false });
    toMatrix.href = underBase(base, matrixPath(query));
    for (const option of adder.options) option.disabled = state.options.includes(option.value);
    adder.value = '';
    adder.disabled = options.length >= MOST;
    differences.checked = state.differencesOnly;
    allReasons.ariaPressed = String(table.criteria.every(({ slug }) => open.has(slug)));
    const hint =
      options.length < 2
        ? 'Pick two to five options.'
        : `${String(options.length)} options on ${String(rows)} of ${String(table.criteria.length)} criteria.`;
    if (status.textContent !== hint) status.textContent = hint;
    // Buttons are made anew; the one that was pressed, or its neighbour, has the focus again.
    if (focus !== null && document.activeElement === document.body) {
      (
        root.querySelector<HTMLElement>(`[name="${focus}"]`) ??
        head.querySelector('button') ??
        adder
      ).focus();
    }
  }

  function keepPicks(): void {
    setPicked(chosen().map(({ slug, shortName: name }) => ({ slug, name })));
  }

  function follow({ state: read, unfollowed }: ReadView): void {
    const { options, requirements, differencesOnly } = read;
    state = { ...EMPTY_VIEW, requirements, differencesOnly, options: options.slice(0, MOST) };
    render();
    // What the matrix would follow, and this page does not.
    const others = { ...read, requirements: [], options: [], differencesOnly: false };
    tellUnfollowed(wrongs, [
      ...unfollowed,
      ...partsOfView(vocabulary, others).map(({ key, text: token }) => ({
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

  follow(bar.opened);
  if (state.options.length > 0) keepPicks();
  else {
    const known = new Set(table.options.map(({ slug }) => slug));
    state = { ...state, options: picked().flatMap(({ slug }) => (known.has(slug) ? [slug] : [])) };
    render();
  }
  bar.amend(state);
}

customElements.define('compare-view', CompareView);
