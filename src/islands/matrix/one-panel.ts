/** The reason behind a cell whose page does not have it: one panel for all of these, filled from the option’s file. */

import { ballClasses } from '../../words/ball.ts';
import { CLIPPED } from '../../words/row-extras.ts';
import { ratingLabel } from '../../words/label.ts';
import type { TableCriterion, TableOption } from '../../words/packed-table.ts';
import { reasonsOfMode, type Reason } from '../../words/reason.ts';
import { differsByMode, ratingOf, type Candidate } from '../../decision/model.ts';
import { hasValue } from '../../decision/rating.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import { make } from '../dom.ts';
import { optionReasons, sourceList, wrongLink } from '../fetched-reasons.ts';
import type { GridParts, SubjectOf } from './grid.ts';

/** What a cell is about. */
interface Subject {
  readonly option: TableOption;
  readonly criterion: TableCriterion;
  /** The option in the mode in which its row shows it. */
  readonly candidate: Candidate;
}

/** Makes the buttons of the cells of a table show their reasons beside themselves. */
export function onePanel({ root, model, shown }: GridParts, placesOf: SubjectOf): void {
  const { base = '', correct } = root.dataset;
  const panel = make('div', { className: 'why', popover: 'auto' });
  root.append(panel);
  let opener: HTMLElement | null = null;

  const subjectOf = (cell: HTMLTableCellElement | null): Subject | null => {
    const places = cell === null ? null : placesOf(cell);
    if (places === null) return null;
    const option = model.table.options[places.option];
    const criterion = model.columns[places.column];
    if (option === undefined || criterion === undefined) return null;
    return { option, criterion, candidate: model.candidate(shown(), places.option) };
  };

  const fill = (subject: Subject): void => {
    const { option, criterion, candidate } = subject;
    const href = underBase(base, optionPath(option.slug, criterion.slug));
    const full = make('a', { href }, 'In full, with sources');
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

  root.addEventListener('click', ({ target }) => {
    const button = 'button.cell:not([popovertarget])';
    const cell = target instanceof Element ? target.closest<HTMLElement>(button) : null;
    const subject = subjectOf(cell?.closest('td') ?? null);
    if (cell === null || subject === null) return;
    panel.hidePopover();
    fill(subject);
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
