/** The matrix as data: which mode of an option a state shows, and what it sorts, counts and hands on by. */

import { expect, it } from 'vitest';
import { modelOf, type Shown } from '../../../../src/islands/matrix/shown.ts';
import { EMPTY_VIEW, type ViewState } from '../../../../src/links/view.ts';
import type { Table, TableOption } from '../../../../src/words/packed-table.ts';
import { criterion, flag, option, percent } from '../../decision/building.ts';

const shownAs = (given: ReturnType<typeof option>): TableOption => ({
  ...given,
  shortName: given.slug,
  formerSlugs: [],
});

const table: Table = {
  groups: [{ slug: 'all', name: 'All' }],
  criteria: [criterion('small', percent), criterion('survives', flag)].map((one) => ({
    ...one,
    shortName: one.name,
    group: 'all',
    formerSlugs: [],
  })),
  options: [
    shownAs(
      option(
        'a',
        {},
        { one: { small: 90, survives: false }, three: { small: 20, survives: true } },
      ),
    ),
    shownAs(option('b', { small: 50, survives: true })),
  ],
  defaultView: ['small'],
};
const model = modelOf(table, () => ['alpha', 'beta']);

const SMALL = {
  criterion: 'small',
  clauses: [{ kind: 'range', min: 60, max: null }],
} as const;
const SURVIVES = { criterion: 'survives', clauses: [{ kind: 'any', of: ['yes'] }] } as const;
const show = (part: Partial<ViewState>): Shown => model.show({ ...EMPTY_VIEW, ...part });
const modesIn = (shown: Shown): readonly (string | null)[] =>
  table.options.map((_, i) => model.candidate(shown, i).mode);

it('shows the first mode at rest, and the first that meets the whole filter', () => {
  expect(modesIn(show({}))).toEqual(['one', null]);
  expect(modesIn(show({ requirements: [SURVIVES] }))).toEqual(['three', null]);
});

it('leaves an option only if one of its modes meets all that is asked', () => {
  expect(show({ requirements: [SMALL] }).rows).toEqual([0]);
  expect(show({ requirements: [SURVIVES] }).rows).toEqual([0, 1]);
  expect(show({ requirements: [SMALL, SURVIVES] }).rows).toEqual([]);
  expect(model.matchesWith(show({ requirements: [SMALL] }), 'survives', SURVIVES.clauses)).toEqual({
    met: 0,
    below: 0,
  });
});

it('sorts by the mode that is shown, so that a filter may change the order', () => {
  const sort = { criterion: 'small', worseFirst: false };
  expect(show({ sort }).order).toEqual([0, 1]);
  expect(show({ sort, requirements: [SURVIVES] }).order).toEqual([1, 0]);
  // The list is the same one as long as the order holds.
  const by = { criterion: 'small', worseFirst: true };
  expect(show({ sort: by, text: 'a' }).order).toBe(show({ sort: by, text: 'be' }).order);
});

it('hands on the modes that the filter leaves', () => {
  const modesLeft = (part: Partial<ViewState>): readonly (string | null)[] =>
    model.left(show(part), 0).map(({ candidate }) => candidate.mode);
  expect(modesLeft({})).toEqual(['one', 'three']);
  expect(modesLeft({ requirements: [SURVIVES] })).toEqual(['three']);
  // Of what is dimmed, what is shown.
  expect(modesLeft({ requirements: [SMALL, SURVIVES], dimFailed: true })).toEqual(['one']);
});

it('finds a text in an option as a whole', () => {
  expect(show({ text: 'alpha' }).rows).toEqual([0]);
});

it('lists what is not proven, or not applicable, below the matches, and counts it apart', () => {
  const options = [
    option('unknown', { small: { state: 'unknown' } }),
    option('large', { small: 90, survives: true }),
    option('outside', { small: { state: 'not-applicable', counts: 'best' } }),
    option('little', { small: 10 }),
    option('less', { small: 5 }),
  ].map(shownAs);
  const listed = modelOf({ ...table, options }, () => ['q', 'q', 'q', 'q', 'q']);
  const requirements = [
    { criterion: 'small', clauses: [{ kind: 'range', min: null, max: 50 }] },
  ] as const;
  const shown = listed.show({ ...EMPTY_VIEW, requirements, dimFailed: true });
  expect(shown.bands).toEqual([
    { band: 'met', rows: [3, 4] },
    { band: 'inapplicable', rows: [2] },
    { band: 'unproven', rows: [0] },
    { band: 'failed', rows: [1] },
  ]);
  expect(shown.rows).toEqual([3, 4, 2, 0, 1]);
  expect(shown.order).toEqual([3, 4, 2, 0, 1]);
  expect(shown.tally).toEqual({ met: 2, inapplicable: 1, unproven: 1, nearMisses: 1 });
  // What is left out stays where it is, so that little moves.
  const without = listed.show({ ...EMPTY_VIEW, requirements, hideUnproven: true });
  expect(without.rows).toEqual([3, 4, 2]);
  expect(without.order).toEqual([0, 1, 3, 4, 2]);
  const searched = listed.show({ ...EMPTY_VIEW, requirements, hideUnproven: true, text: 'q' });
  expect(searched.order).toBe(without.order);
});

it('shows what is filtered by first, whether or not it was a column', () => {
  const slugs = (part: Partial<ViewState>): readonly string[] =>
    model.columnsOf({ ...EMPTY_VIEW, ...part }).map(({ slug }) => slug);
  expect(slugs({})).toEqual(['small']);
  expect(slugs({ requirements: [SURVIVES] })).toEqual(['survives', 'small']);
  expect(slugs({ requirements: [SMALL, SURVIVES] })).toEqual(['small', 'survives']);
});
