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
  expect(model.leftWith(show({ requirements: [SMALL] }), 'survives', SURVIVES.clauses)).toBe(0);
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
    model.left(show(part), 0).map(({ mode }) => mode);
  expect(modesLeft({})).toEqual(['one', 'three']);
  expect(modesLeft({ requirements: [SURVIVES] })).toEqual(['three']);
  // Of what is dimmed, what is shown.
  expect(modesLeft({ requirements: [SMALL, SURVIVES], dimFailed: true })).toEqual(['one']);
});

it('finds a text in an option as a whole', () => {
  expect(show({ text: 'alpha' }).rows).toEqual([0]);
});
