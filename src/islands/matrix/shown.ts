/** The matrix as data: what a state of the view shows, and what it would show if it changed. */

import {
  BANDS,
  bandOf,
  candidatePlaces,
  countMatches,
  remains,
  requirementCondition,
  standingAt,
  standings,
  tally,
  textCondition,
  type Band,
  type CandidatePlaces,
  type Condition,
  type Matches,
  type Standing,
  type Tally,
} from '../../decision/filter.ts';
import { candidatesOf, type Candidate } from '../../decision/model.ts';
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
  /** Of these, those that are not left out: the matches first, then what is listed below them. */
  readonly rows: readonly number[];
  /** The same rows by where they are listed; none is empty. */
  readonly bands: readonly ShownBand[];
}

export interface ShownBand {
  readonly band: Band;
  readonly rows: readonly number[];
}

/** A mode of an option, and what it makes of the conditions by itself. */
export interface LeftMode {
  readonly candidate: Candidate;
  readonly standing: Standing;
}

export interface Model {
  readonly table: Table;
  readonly vocabulary: Vocabulary;
  /** Where the modes of each option are among the candidates that conditions speak of. */
  readonly places: CandidatePlaces;
  /** In the order of the columns. */
  readonly columns: readonly TableCriterion[];
  readonly criterion: (slug: string) => TableCriterion;
  readonly show: (state: ViewState) => Shown;
  /** The columns that a state shows: what is filtered by first, then the others, each in the order of the columns. */
  readonly columnsOf: (state: ViewState) => readonly TableCriterion[];
  /** An option in the mode that a state shows it in, by its place in the table. */
  readonly candidate: (shown: Shown, option: number) => Candidate;
  /** The modes of an option that a state leaves, the one that it is shown in among them. */
  readonly left: (shown: Shown, option: number) => readonly LeftMode[];
  /** How many options would match if something else were asked of one criterion. */
  readonly matchesWith: (shown: Shown, criterion: string, clauses: readonly Clause[]) => Matches;
}

/**
 * @param texts what a search looks at, in lower case, in the order of the options: all modes of each;
 *   asked for when the reader first searches
 */
export function modelOf(table: Table, texts: () => readonly string[]): Model {
  const { criteria, options, defaultView } = table;
  const bySlug = new Map(criteria.map((c) => [c.slug, c]));
  const first = defaultView.flatMap((slug) => bySlug.get(slug) ?? []);
  const columns = [...first, ...criteria.filter((c) => !first.includes(c))];
  const known = new WeakMap<Requirement, Condition>();
  const candidates = options.map(candidatesOf);
  const all = candidates.flat();
  const places = candidatePlaces(candidates.map(({ length }) => length));
  let sorted: { by: ViewState['sort']; modes: string; order: readonly number[] } = {
    by: null,
    modes: '',
    order: [...options.keys()],
  };

  /** What is said of each option, said of each of its candidates. */
  const ofCandidates = <T>(list: readonly T[]): readonly T[] =>
    list.flatMap((item, i) => (candidates[i] ?? []).map(() => item));

  const criterionOf = (slug: string): TableCriterion => {
    const criterion = bySlug.get(slug);
    if (criterion === undefined) throw new Error(`matrix-view: no criterion is called “${slug}”.`);
    return criterion;
  };

  // Most changes leave most requirements as they were.
  const conditionFor = (requirement: Requirement): Condition => {
    const condition =
      known.get(requirement) ??
      requirementCondition(all, criterionOf(requirement.criterion), requirement);
    known.set(requirement, condition);
    return condition;
  };

  const shownOf = (i: number, mode: number): Candidate => {
    const [first, ...others] = candidates[i] ?? [];
    const candidate = others[mode - 1] ?? first;
    if (candidate === undefined) throw new Error(`matrix-view: there is no option ${String(i)}.`);
    return candidate;
  };

  const orderOf = (by: ViewState['sort'], list: readonly Standing[]): readonly number[] => {
    // Without an order, it does not matter which modes are shown.
    const modes = by === null ? '' : list.map(({ mode }) => mode).join();
    if (by !== sorted.by || modes !== sorted.modes) {
      const compare = by === null ? () => 0 : byRating(criterionOf(by.criterion), by);
      const order = list
        .map(({ mode }, place) => ({ place, candidate: shownOf(place, mode) }))
        .toSorted((a, b) => compare(a.candidate, b.candidate))
        .map(({ place }) => place);
      sorted = { by, modes, order };
    }
    return sorted.order;
  };

  let listed: readonly number[] = [];

  /** The order of rows with those at the end that are listed below the matches. */
  const orderBelow = (
    sortedRows: readonly number[],
    bands: readonly ShownBand[],
  ): readonly number[] => {
    const below = bands.filter(({ band }) => band !== 'met').flatMap(({ rows }) => rows);
    if (below.length === 0) return sortedRows;
    const isBelow = new Set(below);
    const order = [...sortedRows.filter((i) => !isBelow.has(i)), ...below];
    if (order.some((i, place) => i !== listed[place])) listed = order;
    return listed;
  };

  return {
    table,
    vocabulary: vocabularyOf(table),
    places,
    columns,
    criterion: criterionOf,
    show(state) {
      const { requirements, text } = state;
      const conditions = requirements.map(conditionFor);
      if (text !== '') conditions.push(textCondition(ofCandidates(texts()), text));
      const list = standings(places, conditions);
      const sortedRows = orderOf(state.sort, list);
      const bandAt = (i: number): Band => {
        const standing = list[i];
        return standing === undefined ? 'met' : bandOf(standing);
      };
      const shownRows = sortedRows.filter((i) => {
        const band = bandAt(i);
        if (band === 'failed') return state.dimFailed;
        return band !== 'unproven' || !state.hideUnproven;
      });
      const bands = BANDS.map((band) => ({
        band,
        rows: shownRows.filter((i) => bandAt(i) === band),
      })).filter(({ rows }) => rows.length > 0);
      const rows = bands.flatMap((band) => band.rows);
      return {
        state,
        conditions,
        standings: list,
        tally: tally(list),
        order: orderBelow(sortedRows, bands),
        rows,
        bands,
      };
    },
    columnsOf({ columns: chosen, requirements }) {
      const asked = new Set(requirements.map(({ criterion }) => criterion));
      const wanted = new Set(chosen ?? defaultView);
      return [
        ...columns.filter(({ slug }) => asked.has(slug)),
        ...columns.filter(({ slug }) => wanted.has(slug) && !asked.has(slug)),
      ];
    },
    candidate({ standings: list }, i) {
      return shownOf(i, list[i]?.mode ?? 0);
    },
    left({ conditions, standings: list, state }, i) {
      const shown = list[i]?.mode ?? 0;
      return (candidates[i] ?? []).flatMap((candidate, mode): LeftMode[] => {
        const standing = standingAt(conditions, places[i]?.[mode] ?? -1, mode);
        const isLeft = mode === shown || remains(standing.verdict, state.hideUnproven);
        return isLeft ? [{ candidate, standing }] : [];
      });
    },
    matchesWith({ conditions, state }, criterion, clauses) {
      const others = conditions.filter(({ key }) => key !== criterion);
      const asked = clauses.length === 0 ? [] : [conditionFor({ criterion, clauses })];
      return countMatches(places, [...others, ...asked], state.hideUnproven);
    },
  };
}
