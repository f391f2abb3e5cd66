/** The filter of one criterion, by the kind of its scale: boxes for values, a field and sliders for figures. */

import {
  quantifierOf,
  rangeOf,
  spelledOut,
  stanceOf,
  withClauses,
  withQuantifier,
  withRange,
  withStance,
  type End,
  type Quantifier,
  type Stance,
} from '../../links/stances.ts';
import { clausesText } from '../../words/clause-words.ts';
import { formatQuantity } from '../../words/label.ts';
import { readFigures } from '../../words/typed-figures.ts';
import { candidatesOf, ratingOf } from '../../decision/model.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import { hasValue } from '../../decision/rating.ts';
import type { Matches } from '../../decision/filter.ts';
import type { Clause } from '../../decision/requirement.ts';
import { levelsOf, type QuantityScale } from '../../decision/scale.ts';
import { make, tick } from '../dom.ts';
import type { Model, Shown } from './shown.ts';
import { tellCount, type Change, type Panel, type Update } from './follower.ts';

type Clauses = readonly Clause[];

/** What the controls of a criterion need. */
export interface Facet {
  readonly criterion: TableCriterion;
  /** What is asked, with the ends of an order as values. */
  readonly clauses: () => Clauses;
  readonly ask: (clauses: Clauses, run?: string) => void;
  /** How many options would match. */
  readonly matches: (clauses: Clauses) => Matches;
  readonly update: Update;
}

interface Control {
  readonly elements: readonly Node[];
  readonly update: () => void;
}

/** How long a reader may pause before what was typed is said to be wrong, in milliseconds. */
const PATIENCE = 600;

/** The filter of a criterion, without controls. */
export function facetOf(
  model: Model,
  criterion: TableCriterion,
  change: Change,
  shown: Shown,
): Facet {
  const { slug, scale } = criterion;
  let now = shown;
  return {
    criterion,
    clauses() {
      const asked = now.state.requirements.find((r) => r.criterion === slug)?.clauses ?? [];
      return spelledOut(scale, asked);
    },
    ask(clauses, run) {
      const { requirements } = now.state;
      change({ requirements: withClauses(model.table.criteria, requirements, slug, clauses) }, run);
    },
    matches: (clauses) => model.matchesWith(now, slug, clauses),
    update(next) {
      now = next;
    },
  };
}

/** All controls of a criterion that is not merely described, under its name. */
export function facetPanel(
  model: Model,
  criterion: TableCriterion,
  change: Change,
  shown: Shown,
): Panel {
  const { slug, name, scale } = criterion;
  const facet = facetOf(model, criterion, change, shown);
  const controls = scale.kind === 'quantity' ? quantity(model, facet, scale) : values(facet);
  const update = (next: Shown): void => {
    facet.update(next);
    for (const control of controls) control.update();
  };
  update(shown);
  const element = make(
    'fieldset',
    { className: 'facet' },
    make('legend', {}, name),
    ...controls.flatMap(({ elements }) => elements),
  );
  element.dataset.criterion = slug;
  return { element, update };
}

/**
 * Makes a box follow, and change, what is asked of a value.
 *
 * @param join how members of a set are joined that are required
 */
export function bindBox(
  { criterion: { scale }, clauses, ask, matches }: Facet,
  box: HTMLInputElement,
  count: HTMLElement,
  value: string,
  stance: 'required' | 'excluded',
  join: () => Quantifier,
): () => void {
  const after = (to: Stance): Clauses => withStance(scale, clauses(), value, to, join());
  box.onchange = () => {
    ask(after(box.checked ? stance : null));
  };
  return () => {
    box.checked = stanceOf(clauses(), value) === stance;
    tellCount(count, matches(box.checked ? clauses() : after(stance)));
  };
}

/**
 * Makes a field read figures as people type them. What was read is told beside it, as is what could not
 * be read once the reader pauses.
 */
export function bindField(
  { criterion: { slug }, clauses, ask }: Facet,
  scale: QuantityScale,
  field: HTMLInputElement,
  reading: HTMLElement,
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (fault: string | null): void => {
    field.ariaInvalid = String(fault !== null);
    reading.classList.toggle('wrong', fault !== null);
    const text = fault ?? (field.value.trim() === '' ? '' : written());
    if (reading.textContent !== text) reading.textContent = text;
  };
  const written = (): string => clausesText(scale, clauses());
  field.oninput = () => {
    clearTimeout(waiting);
    const { clauses: read, fault } = readFigures(scale, field.value);
    if (fault === null) {
      ask(read, slug);
      tell(null);
    } else waiting = setTimeout(tell, PATIENCE, fault);
  };
  field.onchange = () => {
    clearTimeout(waiting);
    const { fault } = readFigures(scale, field.value);
    tell(fault);
    if (fault === null) field.value = written();
  };
  return () => {
    if (field === document.activeElement) return;
    field.value = written();
    if (field.ariaInvalid === 'true' || field.value === '') tell(null);
    // The field says it itself.
    reading.textContent = '';
  };
}

/** Values of a closed list, one box each; those to exclude are behind a word. */
function values(facet: Facet): readonly Control[] {
  const {
    criterion: { scale, slug },
    clauses,
    ask,
  } = facet;
  let join: Quantifier = 'all';
  const joins = (['all', 'any'] as const).map((which) => {
    const onchange = (): void => {
      join = which;
      ask(withQuantifier(scale, clauses(), which));
    };
    return {
      which,
      ...tick({ type: 'radio', name: `join-${slug}`, onchange }, `${which} of these`),
    };
  });
  const joinRow = make('div', { className: 'row' }, ...joins.map(({ element }) => element));
  const isFlag = scale.kind === 'flag';
  const list = isFlag
    ? [
        { slug: 'yes', label: 'Yes' },
        { slug: 'no', label: 'No' },
      ]
    : levelsOf(scale);
  const boxesFor = (
    stance: 'required' | 'excluded',
  ): readonly { element: HTMLElement; update: () => void }[] =>
    list.map(({ slug: value, label }) => {
      const count = make('span', { className: 'count' });
      const words = stance === 'required' ? label : `not ${label}`;
      const { input, element } = tick({}, `${words} `, count);
      return { element, update: bindBox(facet, input, count, value, stance, () => join) };
    });
  const required = boxesFor('required');
  // Of two values, to exclude the one is to require the other.
  const excluded = isFlag ? [] : boxesFor('excluded');
  const menu = make(
    'details',
    { className: 'exclude' },
    make('summary', {}, 'Exclude'),
    make('div', { className: 'values' }, ...excluded.map(({ element }) => element)),
  );
  menu.ontoggle = () => {
    if (menu.open) for (const { update } of excluded) update();
  };
  return [
    {
      elements: [
        ...(scale.kind === 'set' ? [joinRow] : []),
        make('div', { className: 'values' }, ...required.map(({ element }) => element)),
        ...(isFlag ? [] : [menu]),
      ],
      update() {
        const how = quantifierOf(clauses());
        join = how ?? join;
        joinRow.hidden = how === null;
        for (const { which, input } of joins) input.checked = which === join;
        for (const { update } of required) update();
        if (clauses().some(({ kind }) => kind === 'not')) menu.open = true;
        if (menu.open) for (const { update } of excluded) update();
      },
    },
  ];
}

/** The figures that options have on a criterion, in order, each once. */
export function figuresOf({ table }: Model, criterion: TableCriterion): readonly number[] {
  const found = table.options.flatMap(candidatesOf).flatMap((candidate) => {
    const rating = ratingOf(candidate, criterion);
    return hasValue(rating) && typeof rating.value === 'number' ? rating.value : [];
  });
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** A range, typed in any unit of the scale or dragged along the figures that there are. */
function quantity(model: Model, facet: Facet, scale: QuantityScale): readonly Control[] {
  const figures = figuresOf(model, facet.criterion);
  const reading = make('span', { className: 'reading', role: 'status' });
  const field = make('input', { type: 'text', className: 'field', autocomplete: 'off' });
  const update = bindField(facet, scale, field, reading);
  return [
    { elements: [make('label', {}, 'Range ', field), reading], update },
    sliders(figures, scale, facet),
  ];
}

/**
 * A slider for either end of a range; one step beyond its last stop, an end is open. While a slider
 * moves, it says what it would leave; it is asked for when the slider rests.
 */
function sliders(
  figures: readonly number[],
  scale: QuantityScale,
  { clauses, ask, matches }: Facet,
): Control {
  const ends = (['at-least', 'at-most'] as const).map((end: End) => {
    const shift = end === 'at-least' ? 1 : 0;
    const told = make('span', { className: 'text-soft' });
    const stop = (): number => input.valueAsNumber - shift;
    const after = (): Clauses => withRange(clauses(), end, figures[stop()] ?? null);
    const oninput = (): void => {
      const figure = figures[stop()];
      const text =
        figure === undefined
          ? 'any'
          : `${formatQuantity(scale, figure)}, ${String(matches(after()).met)} match`;
      told.textContent = text;
      input.ariaValueText = text;
    };
    const onchange = (): void => {
      ask(after());
    };
    const max = String(figures.length);
    const input = make('input', { type: 'range', max, oninput, onchange });
    const name = end === 'at-least' ? 'At least ' : 'At most ';
    const update = (): void => {
      const now = figures.findLastIndex((figure) => figure <= (rangeOf(clauses())[end] ?? -1));
      input.valueAsNumber = now < 0 ? (shift === 1 ? 0 : figures.length) : now + shift;
      oninput();
    };
    return { element: make('label', {}, name, input, told), update };
  });
  return {
    elements: ends.map(({ element }) => element),
    update() {
      for (const { update } of ends) update();
    },
  };
}
