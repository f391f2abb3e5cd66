/** The filter of one criterion, by the kind of its scale. */

import { parseClauses } from '../../links/clause-text.ts';
import {
  endOf,
  quantifierOf,
  rangeOf,
  stanceOf,
  withClauses,
  withEnd,
  withQuantifier,
  withRange,
  withStance,
  type End,
  type Quantifier,
  type Stance,
} from '../../links/stances.ts';
import { formatQuantity } from '../../words/label.ts';
import { candidatesOf, ratingOf } from '../../decision/model.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import { hasValue } from '../../decision/rating.ts';
import type { Clause } from '../../decision/requirement.ts';
import { levelsOf, levelsWorstFirst, type QuantityScale } from '../../decision/scale.ts';
import { make, spoken, tick } from '../dom.ts';
import type { Model, Shown } from './shown.ts';
import { leftText, type Change, type Panel } from './follower.ts';

type Clauses = readonly Clause[];

/** What the controls of a criterion need. */
interface Facet {
  readonly criterion: TableCriterion;
  readonly clauses: () => Clauses;
  readonly ask: (clauses: Clauses, run?: string) => void;
  /** How many options would be left, in words. */
  readonly left: (clauses: Clauses) => string;
}

interface Control {
  readonly elements: readonly Node[];
  readonly update: () => void;
}

/** The filter of a criterion that is not merely described. */
export function facetOf(
  model: Model,
  criterion: TableCriterion,
  change: Change,
  shown: Shown,
): Panel {
  const { slug, name, scale } = criterion;
  let now = shown;
  const facet: Facet = {
    criterion,
    clauses: () => now.state.requirements.find((r) => r.criterion === slug)?.clauses ?? [],
    ask(clauses, run) {
      const { requirements } = now.state;
      change({ requirements: withClauses(model.table.criteria, requirements, slug, clauses) }, run);
    },
    left: (clauses) => leftText(model.leftWith(now, slug, clauses)),
  };
  const controls = scale.kind === 'quantity' ? quantity(model, facet, scale) : values(facet);
  const update = (next: Shown): void => {
    now = next;
    for (const control of controls) control.update();
  };
  update(shown);
  return {
    element: make(
      'fieldset',
      { className: 'facet' },
      make('legend', {}, name),
      ...controls.flatMap(({ elements }) => elements),
    ),
    update,
  };
}

/** Values of a closed list, of which any can be required or excluded; where they have an order, its ends too. */
function values({ criterion: { scale, slug }, clauses, ask, left }: Facet): readonly Control[] {
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
  const isFlag = scale.kind === 'flag';
  const list = isFlag
    ? [
        { slug: 'yes', label: 'Yes' },
        { slug: 'no', label: 'No' },
      ]
    : levelsOf(scale);
  // Of two values, to exclude the one is to require the other.
  const stances = isFlag ? (['required'] as const) : (['required', 'excluded'] as const);
  const boxes = list.flatMap(({ slug: value, label }) =>
    stances.map((stance) => {
      const count = make('span', { className: 'text-soft' });
      const after = (to: Stance): Clauses => withStance(scale, clauses(), value, to, join);
      const onchange = (): void => {
        ask(after(input.checked ? stance : null));
      };
      const text = stance === 'required' ? [label] : ['not', spoken(` ${label}`)];
      const { input, element } = tick({ onchange }, ...text, ' ', count);
      const update = (): void => {
        input.checked = stanceOf(clauses(), value) === stance;
        count.textContent = input.checked ? '' : left(after(stance));
      };
      return { element, update };
    }),
  );
  const order = levelsWorstFirst(scale) ?? [];
  const slugs = order.map((level) => level.slug);
  const ends = sliders(
    order.map(({ label }) => label),
    (end) => slugs.indexOf(endOf(clauses(), end) ?? ''),
    (end, i) => withEnd(scale, clauses(), end, slugs[i] ?? null),
    left,
    ask,
  );
  return [
    ...(order.length > 2 ? [ends] : []),
    {
      elements: [
        ...(scale.kind === 'set'
          ? [make('div', { className: 'row' }, ...joins.map(({ element }) => element))]
          : []),
        make(
          'div',
          { className: isFlag ? 'values' : 'values stances' },
          ...boxes.map(({ element }) => element),
        ),
      ],
      update() {
        join = quantifierOf(clauses()) ?? join;
        for (const { which, input } of joins) input.checked = which === join;
        for (const { update } of boxes) update();
      },
    },
  ];
}

/** A range, typed in any unit of the scale or dragged along the figures that there are. */
function quantity({ table }: Model, facet: Facet, scale: QuantityScale): readonly Control[] {
  const { criterion, clauses, ask, left } = facet;
  const found = table.options.flatMap(candidatesOf).flatMap((candidate) => {
    const rating = ratingOf(candidate, criterion);
    return hasValue(rating) && typeof rating.value === 'number' ? rating.value : [];
  });
  const figures = [...new Set(found)].toSorted((a, b) => a - b);
  const written = (figure: number | null): string =>
    figure === null ? '' : formatQuantity(scale, figure).replaceAll(',', '');
  const wrong = make('span', { className: 'wrong', role: 'status' });
  const field = make('input', {
    type: 'text',
    className: 'field',
    autocomplete: 'off',
    placeholder: `..${written(figures[figures.length >> 1] ?? scale.best)}`,
    oninput: () => {
      const text = field.value.trim();
      const { clauses: read, unread } = parseClauses(criterion, text);
      const [fault] = text === '' ? [] : unread;
      field.ariaInvalid = String(fault !== undefined);
      wrong.textContent = fault === undefined ? '' : `“${fault.token}” ${fault.why}.`;
      if (fault === undefined) ask(read, criterion.slug);
    },
  });
  const ends = sliders(
    figures.map((figure) => formatQuantity(scale, figure)),
    (end) => figures.findLastIndex((figure) => figure <= (rangeOf(clauses())[end] ?? -1)),
    (end, i) => withRange(clauses(), end, figures[i] ?? null),
    left,
    ask,
  );
  return [
    {
      elements: [make('label', {}, 'Range ', field), wrong],
      update() {
        const { 'at-least': min, 'at-most': max } = rangeOf(clauses());
        if (field === document.activeElement) return;
        field.value = min === max ? written(min) : `${written(min)}..${written(max)}`;
      },
    },
    ends,
  ];
}

/**
 * A slider for either end of an order; one step beyond its last stop, an end is open. While a slider
 * moves, it says what it would leave; it is asked for when the slider rests.
 *
 * @param at the stop at which an end is; -1 where it is open
 */
function sliders(
  stops: readonly string[],
  at: (end: End) => number,
  after: (end: End, stop: number) => Clauses,
  left: Facet['left'],
  ask: Facet['ask'],
): Control {
  const ends = (['at-least', 'at-most'] as const).map((end) => {
    const shift = end === 'at-least' ? 1 : 0;
    const told = make('span', { className: 'text-soft' });
    const stop = (): number => input.valueAsNumber - shift;
    const oninput = (): void => {
      const label = stops[stop()];
      const text = label === undefined ? 'any' : `${label}, ${left(after(end, stop()))}`;
      told.textContent = text;
      input.ariaValueText = text;
    };
    const onchange = (): void => {
      ask(after(end, stop()));
    };
    const max = String(stops.length);
    const input = make('input', { type: 'range', max, oninput, onchange });
    const name = end === 'at-least' ? 'At least ' : 'At most ';
    const update = (): void => {
      const now = at(end);
      input.valueAsNumber = now < 0 ? (shift === 1 ? 0 : stops.length) : now + shift;
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
