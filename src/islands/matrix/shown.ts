/** The matrix as data: what a state of the view shows, and what it would show if it changed. */

import {
  countLeft,
  remains,
  requirementCondition,
  standings,
  tally,
  textCondition,
  type Condition,
  type Standing,
  type Tally,
} from '../../decision/filter.ts';
import { byRating } from '../../decision/order.ts';
import { vocabularyOf, type Table, type TableCriterion } from '../../words/packed-table.ts';
import type { Clause, Requirement } from '../../decision/requirement.ts';
import type { ViewState } from '../../links/view.ts';
import type { Vocabulary } from '../../links/vocabulary.ts';

/** What a state of the view comes to. */
export interface Shown {
  readonly state: ViewState;
  readonly conditions: readonly Condition[];
  /** In the order of the table’s options, whatever the order of the rows. */
  readonly standings: readonly Standing[];
  readonly tally: Tally;
  /** Places of all options in the order of their rows; the same list as long as the order holds. */
  readonly order: readonly number[];
  /** Of these, those that are not left out. */
  readonly rows: readonly number[];
}

export interface Model {
  readonly table: Table;
  readonly vocabulary: Vocabulary;
  /** In the order of the columns. */
  readonly columns: readonly TableCriterion[];
  readonly criterion: (slug: string) => TableCriterion;
  readonly show: (state: ViewState) => Shown;
  /** The columns that a state shows, in their order. */
  readonly columnsOf: (state: ViewState) => readonly TableCriterion[];
  /** How many options would be left if something else were asked of one criterion. */
  readonly leftWith: (shown: Shown, criterion: string, clauses: readonly Clause[]) => number;
}

/**
 * @param texts what a search looks at, in lower case, in the order of the options; asked for when the
 *   reader first searches
 */
export function modelOf(table: Table, texts: () => readonly string[]): Model {
  const { criteria, options, defaultView } = table;
  const bySlug = new Map(criteria.map((c) => [c.slug, c]));
  const first = defaultView.flatMap((slug) => bySlug.get(slug) ?? []);
  const columns = [...first, ...criteria.filter((c) => !first.includes(c))];
  const known = new WeakMap<Requirement, Condition>();
  const placed = [...options.entries()];
  let sorted: { by: ViewState['sort']; order: readonly number[] } = {
    by: null,
    order: [...options.keys()],
  };

  const criterionOf = (slug: string): TableCriterion => {
    const criterion = bySlug.get(slug);
    if (criterion === undefined) throw new Error(`matrix-view: no criterion is called “${slug}”.`);
    return criterion;
  };

  // Most changes leave most requirements as they were.
  const conditionFor = (requirement: Requirement): Condition => {
    const condition =
      known.get(requirement) ??
      requirementCondition(options, criterionOf(requirement.criterion), requirement);
    known.set(requirement, condition);
    return condition;
  };

  const orderOf = (by: ViewState['sort']): readonly number[] => {
    if (by !== sorted.by) {
      const compare = by === null ? null : byRating(criterionOf(by.criterion), by);
      const list = compare === null ? placed : placed.toSorted(([, a], [, b]) => compare(a, b));
      sorted = { by, order: list.map(([place]) => place) };
    }
    return sorted.order;
  };

  return {
    table,
    vocabulary: vocabularyOf(table),
    columns,
    criterion: criterionOf,
    show(state) {
      const { requirements, text } = state;
      const conditions = requirements.map(conditionFor);
      if (text !== '') conditions.push(textCondition(texts(), text));
      const list = standings(options.length, conditions);
      const order = orderOf(state.sort);
      const rows = order.filter((i) => {
        const verdict = list[i]?.verdict ?? 'met';
        return verdict === 'failed' ? state.dimFailed : remains(verdict, state.hideUnproven);
      });
      return { state, conditions, standings: list, tally: tally(list), order, rows };
    },
    columnsOf(state) {
      const wanted = new Set(state.columns ?? defaultView);
      return columns.filter(({ slug }) => wanted.has(slug));
    },
    leftWith({ conditions, state }, criterion, clauses) {
      const others = conditions.filter(({ key }) => key !== criterion);
      const asked = clauses.length === 0 ? [] : [conditionFor({ criterion, clauses })];
      return countLeft(options.length, [...others, ...asked], state.hideUnproven);
    },
  };
}
