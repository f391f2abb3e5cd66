/** The reason behind a cell of a long matrix: one panel for all cells, filled from the option’s file. */

import { ballClasses } from '../../words/ball.ts';
import { CLIPPED } from '../../words/row-extras.ts';
import { ratingLabel } from '../../words/label.ts';
import type { TableCriterion, TableOption } from '../../words/packed-table.ts';
import { reasonsOfMode, type Reason } from '../../words/reason.ts';
import { differsByMode, ratingOf, type Candidate } from '../../decision/model.ts';
import { hasValue } from '../../decision/rating.ts';
import { slugIn } from '../../links/routes.ts';
import { make } from '../dom.ts';
import { optionReasons, sourceList, wrongLink } from '../fetched-reasons.ts';
import { opensElsewhere } from '../modifier-keys.ts';
import type { GridParts } from './grid.ts';

/** What a cell is about. */
interface Subject {
  readonly option: TableOption;
  readonly criterion: TableCriterion;
  /** The option in the mode in which its row shows it. */
  readonly candidate: Candidate;
}

/** Makes the cells of a table, which lead to their reasons, show them beside themselves. */
export function onePanel({ root, model, shown }: GridParts): void {
  const { base = '', correct } = root.dataset;
  const { options, criteria } = model.table;
  const panel = make('div', { className: 'why', popover: 'auto' });
  root.append(panel);
  let opener: HTMLElement | null = null;

  const subjectOf = (cell: HTMLAnchorElement): Subject | null => {
    const slug = slugIn(cell.pathname);
    const i = options.findIndex((option) => option.slug === slug);
    const option = options[i];
    const criterion = criteria.find((c) => `#${c.slug}` === cell.hash);
    if (option === undefined || criterion === undefined) return null;
    return { option, criterion, candidate: model.candidate(shown(), i) };
  };

  const fill = (cell: HTMLAnchorElement, subject: Subject): void => {
    const { option, criterion, candidate } = subject;
    const full = make('a', { href: cell.href }, 'In full, with sources');
    const last = make('p', {}, full);
    if (correct !== undefined) last.append(' ', wrongLink(correct, option.slug, criterion.slug));
    const loading = make('p', {}, 'Loading …');
    panel.replaceChildren(...aboutValue(subject), loading, last);
    optionReasons(base, option.slug).then(
      (reasons) => {
        const reason = reasonsOfMode(reasons, candidate.mode)[criterion.slug];
        loading.replaceWith(...aboutReason(reason));
        if (reason !== undefined) full.before('Sources:', sourceList(reason));
      },
      () => {
        loading.textContent = 'The reason could not be loaded; the page of the option has it.';
      },
    );
  };

  root.addEventListener('click', (event) => {
    const { target } = event;
    const cell = target instanceof Element ? target.closest('a.cell') : null;
    if (!(cell instanceof HTMLAnchorElement) || opensElsewhere(event)) return;
    const subject = subjectOf(cell);
    if (subject === null) return;
    event.preventDefault();
    panel.hidePopover();
    fill(cell, subject);
    opener = cell;
    cell.ariaExpanded = 'true';
    panel.showPopover({ source: cell });
  });
  panel.addEventListener('toggle', () => {
    if (!panel.matches(':popover-open') && opener !== null) opener.ariaExpanded = 'false';
  });
}

/** What is known without its file: the name, a value that is cut short in its cell, other modes. */
function aboutValue({ option, criterion, candidate }: Subject): readonly HTMLElement[] {
  const { name, slug, scale } = criterion;
  const differs = differsByMode(option, criterion);
  const mode = option.modes.find((one) => one.slug === candidate.mode);
  const rating = ratingOf(candidate, { slug });
  const label = ratingLabel(scale, rating);
  const valueOf = (of: Pick<Candidate, 'ratings'>): HTMLElement => {
    const each = ratingOf(of, { slug });
    const classes = ['rating', ...ballClasses(scale, each), ...(hasValue(each) ? [] : ['none'])];
    return make('span', { className: classes.join(' ') }, ratingLabel(scale, each));
  };
  const others = differs ? option.modes.filter((other) => other !== mode) : [];
  const heading = `${name}, ${option.shortName}`;
  return [
    make('p', {}, differs && mode !== undefined ? `${heading} as ${mode.name}` : heading),
    ...(label.length > CLIPPED ? [make('p', {}, valueOf(candidate))] : []),
    ...(others.length === 0
      ? []
      : [
          make(
            'ul',
            { className: 'other-modes' },
            ...others.map((other) => make('li', {}, `as ${other.name}: `, valueOf(other))),
          ),
        ]),
  ];
}

/** What the file of the option says of a rating; without a reason, nobody has rated it. */
function aboutReason(reason: Reason | undefined): readonly HTMLElement[] {
  if (reason === undefined) return [make('p', {}, 'Nobody has looked yet.')];
  const { qualifier, why, notes, basis } = reason;
  return [
    ...(qualifier === undefined
      ? []
      : [make('p', { className: 'block text-xs font-normal text-soft' }, qualifier)]),
    ...[why, ...notes].map((text) => make('p', {}, text)),
    make('p', { className: 'text-xs text-soft' }, basis),
  ];
}
