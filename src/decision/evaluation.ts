/**
 * A model prepared for being asked again and again: what a requirement or a factor says of all
 * candidates is worked out once. Each question of “what if” costs a sum over what is weighed.
 */

import {
  candidatesOf,
  canBeOfOneSize,
  ratingOf,
  type Candidate,
  type Criterion,
  type Option,
} from './model.ts';
import type { Preferences } from './questionnaire.ts';
import { hasValue, isUnknown } from './rating.ts';
import { judge, leavesOneValue, leavesOneWorth, type Clause, type Verdict } from './requirement.ts';
import { arePracticallyEqual, scoreInMillionths, scoresInMillionths } from './score.ts';
import {
  bySlug,
  canBeWeighed,
  cellOf,
  cellValue,
  millionths,
  settledCell,
  type Cell,
  type Factor,
  type UnknownInFamily,
  type Wishes,
} from './value-table.ts';
import { centroidWeights, IMPORTANCES, type Importance } from './weight.ts';

/** Rules that have changed since the first releases; an old release is asked by its own. */
export interface Method {
  readonly unknownInFamily: UnknownInFamily;
  /** When a requirement takes a criterion out of the weights: all that it accepts is one value, or worth one. */
  readonly decidedBy: 'one-value' | 'one-worth';
}

export const FIRST_METHOD: Method = { unknownInFamily: 'counted', decidedBy: 'one-value' };
export const PRESENT_METHOD: Method = { unknownInFamily: 'left-out', decidedBy: 'one-worth' };

/** What can be recommended from. */
export interface DecisionModel {
  /** Those that can be chosen; references are never recommended. */
  readonly options: readonly Option[];
  readonly criteria: readonly Criterion[];
  /** Scores that differ by less are practically equal; in [0, 1]. */
  readonly indifference: number;
  readonly method: Method;
  /** The criterion that tells whether an option has a future, and the value of those that have. */
  readonly lifecycle: { readonly criterion: string; readonly current: string } | null;
}

/** What carries weight, and how much. */
export interface WeighedFactor extends Factor {
  readonly importance: Importance;
  /** Its share of the weight, in (0, 1]. */
  readonly weight: number;
}

/** What is weighed under some preferences. */
export interface Weighing {
  /** In alphabetical order, in which sums run. */
  readonly factors: readonly WeighedFactor[];
  /** Factors that were to be weighed, but are decided by requirements already. */
  readonly decided: readonly string[];
}

/** How an option stands: it meets all, fails none, or is out. */
export const BANDS = ['proven', 'if-confirmed', 'eliminated'] as const;
export type Band = (typeof BANDS)[number];

/** How all candidates stand under some preferences; lists by the order of `Evaluation.candidates`. */
export interface Standings extends Weighing {
  /** In millionths. */
  readonly scores: Float64Array;
  /**
   * How many requirements are not met: failed, or unproven where the reader is strict. Of what does not
   * count for the size that the reader has, more than there can be.
   */
  readonly unmet: Int32Array;
  /** How many requirements are unproven. */
  readonly unproven: Int32Array;
  /** By option, the index of the candidate that it stands as. */
  readonly best: Int32Array;
  /** By option, its place in `BANDS`. */
  readonly band: Uint8Array;
}

/** Who leads: those practically equal to the first of the leading band. */
export interface Lead {
  /** Null where nothing is left. */
  readonly band: 'proven' | 'if-confirmed' | null;
  /** Slugs, best first. */
  readonly options: readonly string[];
  /** How many options are eliminated. */
  readonly eliminated: number;
}

/** What is unknown of an option on a criterion, taken to be as good, or as bad, as it can be. */
export interface Learnt {
  /** The place of the option in `Evaluation.options`. */
  readonly option: number;
  readonly criterion: string;
  readonly as: 'best' | 'worst';
}

/** More requirements than there can be. */
const BEYOND_ALL = 1_000_000;

const VERDICTS: readonly Verdict[] = ['met', 'unproven', 'failed'];

/** What is weighed: families as one factor each, in the order of their first criterion. */
export function factorsOf(criteria: readonly Criterion[]): readonly Factor[] {
  const members = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    const slug = criterion.family ?? criterion.slug;
    members.set(slug, [...(members.get(slug) ?? []), criterion]);
  }
  return [...members].map(([slug, own]) => ({ slug, criteria: own }));
}

const prepared = new WeakMap<DecisionModel, Evaluation>();

/** The evaluation of a model, made when it is first asked. */
export function evaluationOf(model: DecisionModel): Evaluation {
  const known = prepared.get(model);
  if (known !== undefined) return known;
  const fresh = new Evaluation(model);
  prepared.set(model, fresh);
  return fresh;
}

export class Evaluation {
  readonly model: DecisionModel;
  /** By slug of the option, then in the order of its file. */
  readonly candidates: readonly Candidate[];
  /** Slugs, in alphabetical order. */
  readonly options: readonly string[];
  /** In millionths. */
  readonly indifference: number;
  /** By option, the index of its first candidate, and one entry more for the end. */
  readonly #starts: readonly number[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #factors: readonly Factor[];
  readonly #criteria: ReadonlyMap<string, Criterion>;
  readonly #verdicts = new WeakMap<readonly Clause[], Map<string, Uint8Array>>();
  readonly #cells = new Map<string, readonly Cell[]>();
  readonly #values = new Map<string, Float64Array>();
  readonly #decided = new Map<string, boolean>();
  readonly #numbers = new WeakMap<readonly Clause[], number>();
  #numbered = 0;

  constructor(model: DecisionModel) {
    this.model = model;
    const options = model.options.toSorted((a, b) => bySlug(a.slug, b.slug));
    const candidates = options.map(candidatesOf);
    this.candidates = candidates.flat();
    this.options = options.map((option) => option.slug);
    this.#places = new Map(this.options.map((slug, o) => [slug, o]));
    const starts = [0];
    for (const own of candidates) starts.push((starts.at(-1) ?? 0) + own.length);
    this.#starts = starts;
    this.indifference = millionths(model.indifference);
    this.#factors = factorsOf(model.criteria);
    this.#criteria = new Map(model.criteria.map((criterion) => [criterion.slug, criterion]));
  }

  /** The place of an option in `options`; -1 for what is none. */
  placeOf(option: string): number {
    return this.#places.get(option) ?? -1;
  }

  /** The indices of an option’s candidates, by the option’s place in `options`. */
  candidatesOf(option: number): readonly number[] {
    const from = this.#starts[option] ?? 0;
    const to = this.#starts[option + 1] ?? from;
    return Array.from({ length: to - from }, (_, i) => from + i);
  }

  /** Whether nothing is known of a candidate on a criterion, but perhaps bounds. */
  isOpen(candidate: number, criterion: string): boolean {
    const ratings = this.candidates[candidate]?.ratings ?? {};
    return isUnknown(ratingOf({ ratings }, { slug: criterion }));
  }

  /** Whether a candidate has a future; true where nothing tells. */
  isActive(candidate: number): boolean {
    const { lifecycle } = this.model;
    const ratings = this.candidates[candidate]?.ratings;
    if (lifecycle === null || ratings === undefined) return true;
    const rating = ratingOf({ ratings }, { slug: lifecycle.criterion });
    return !hasValue(rating) || rating.value === lifecycle.current;
  }

  criterion(slug: string): Criterion | undefined {
    return this.#criteria.get(slug);
  }

  /** The cells of all candidates on a factor. */
  cells(factor: Factor, wishes: Wishes): readonly Cell[] {
    return this.#cellsUnder(this.#keyOf(factor, wishes), factor, wishes);
  }

  /**
   * The values of all candidates on a factor; NaN where it is left out.
   *
   * @param place where unknown ratings lie in what they can be: at the worst (0), in the middle, or at the best (1)
   */
  values(factor: Factor, wishes: Wishes, place: 0 | 0.5 | 1): Float64Array {
    const key = this.#keyOf(factor, wishes);
    const own = `${key}@${String(place)}`;
    const known = this.#values.get(own);
    if (known !== undefined) return known;
    const fresh = Float64Array.from(
      this.#cellsUnder(key, factor, wishes),
      (cell) => cellValue(cell, place) ?? NaN,
    );
    this.#values.set(own, fresh);
    return fresh;
  }

  /**
   * Whether a candidate counts for the size that the reader has: it can be of that size, or no mode of
   * its option can. So a size chooses between the modes of an option, and leaves out no option.
   */
  counts(candidate: number, { size }: Pick<Preferences, 'size'>): boolean {
    if (size === undefined) return true;
    const fits = (c: number): boolean => canBeOfOneSize(this.candidates[c]?.size ?? {}, size);
    if (fits(candidate)) return true;
    const option = this.placeOf(this.candidates[candidate]?.option ?? '');
    return !this.candidatesOf(option).some(fits);
  }

  /** How a candidate stands to a requirement. */
  verdict(requirement: Preferences['requirements'][number], candidate: number): Verdict {
    return VERDICTS[this.#verdictsOn(requirement)[candidate] ?? 0] ?? 'met';
  }

  /** What carries weight under some preferences. */
  weighing({ importances, wants, enough, requirements }: Preferences): Weighing {
    const required = new Map<string, (readonly Clause[])[]>();
    for (const { criterion, clauses } of requirements) {
      const list = required.get(criterion);
      if (list === undefined) required.set(criterion, [clauses]);
      else list.push(clauses);
    }
    const decided: string[] = [];
    const chosen: (Factor & { importance: Importance })[] = [];
    for (const factor of this.#factors) {
      const importance = importances[factor.slug] ?? 'ignore';
      if (importance === 'ignore') continue;
      const weighable = factor.criteria.filter(({ slug, scale }) =>
        canBeWeighed(scale, wants[slug] ?? []),
      );
      const open = weighable.filter((criterion) => {
        const clauses = required.get(criterion.slug);
        return clauses === undefined || !this.#isDecided(criterion, clauses, { wants, enough });
      });
      if (open.length > 0) {
        const whole = open.length === factor.criteria.length;
        chosen.push({ slug: factor.slug, criteria: whole ? factor.criteria : open, importance });
      } else if (weighable.length > 0) decided.push(factor.slug);
    }
    chosen.sort((a, b) => bySlug(a.slug, b.slug));
    const weights = centroidWeights(chosen.map((f) => IMPORTANCES.indexOf(f.importance)));
    return {
      factors: chosen.map((factor, i) => ({ ...factor, weight: weights[i] ?? 0 })),
      decided,
    };
  }

  /** Judges and scores all candidates. */
  standings(preferences: Preferences, strict: boolean): Standings {
    const weighing = this.weighing(preferences);
    const count = this.candidates.length;
    const unmet = new Int32Array(count);
    const unproven = new Int32Array(count);
    for (const requirement of preferences.requirements) {
      if (!this.#criteria.has(requirement.criterion)) continue;
      const verdicts = this.#verdictsOn(requirement);
      for (let c = 0; c < count; c++) {
        const verdict = verdicts[c] ?? 0;
        if (verdict === 2 || (strict && verdict === 1)) unmet[c] = (unmet[c] ?? 0) + 1;
        else if (verdict === 1) unproven[c] = (unproven[c] ?? 0) + 1;
      }
    }

    for (let c = 0; c < count; c++) {
      if (!this.counts(c, preferences)) unmet[c] = (unmet[c] ?? 0) + BEYOND_ALL;
    }

    const scores = scoresInMillionths(
      count,
      weighing.factors.map((factor) => this.values(factor, preferences, 0.5)),
      weighing.factors.map((factor) => factor.weight),
    );

    const best = new Int32Array(this.options.length);
    const band = new Uint8Array(this.options.length);
    const standings = { ...weighing, scores, unmet, unproven, best, band };
    for (let o = 0; o < this.options.length; o++) this.#choose(o, standings);
    return standings;
  }

  /** Finds the candidate that an option stands as, and its band. */
  #choose(o: number, standings: Standings): void {
    const from = this.#starts[o] ?? 0;
    const to = this.#starts[o + 1] ?? from;
    let chosen = from;
    for (let c = from + 1; c < to; c++) if (isBetter(c, chosen, standings)) chosen = c;
    standings.best[o] = chosen;
    standings.band[o] = bandOf(chosen, standings);
  }

  /**
   * How all candidates would stand if something were learnt: what is unproven for want of it is then
   * met or failed, and its value lies at the better or the worse end of what it can be.
   *
   * @returns a function, since what all its answers have in common is worked out once
   */
  learning(preferences: Preferences, strict: boolean): (learnt: Learnt) => Standings {
    const now = this.standings(preferences, strict);
    const columns = now.factors.map((factor) => this.values(factor, preferences, 0.5));
    const weights = now.factors.map((factor) => factor.weight);
    return ({ option, criterion, as }) => {
      const then = {
        ...now,
        scores: now.scores.slice(),
        unmet: now.unmet.slice(),
        unproven: now.unproven.slice(),
        best: now.best.slice(),
        band: now.band.slice(),
      };
      const asked = preferences.requirements.filter((r) => r.criterion === criterion);
      const f = now.factors.findIndex(({ criteria }) => criteria.some((c) => c.slug === criterion));
      const factor = now.factors[f];
      for (const c of this.candidatesOf(option)) {
        if (!this.isOpen(c, criterion)) continue;
        for (const requirement of asked) {
          if (this.verdict(requirement, c) !== 'unproven') continue;
          const open = strict ? then.unmet : then.unproven;
          open[c] = (open[c] ?? 0) - 1;
          if (as === 'worst') then.unmet[c] = (then.unmet[c] ?? 0) + 1;
        }
        if (factor === undefined) continue;
        const cell = this.cells(factor, preferences)[c] ?? { parts: [] };
        const values = columns.map((column) => column[c] ?? NaN);
        values[f] = cellValue(settledCell(cell, factor, criterion, as), 0.5) ?? NaN;
        then.scores[c] = scoreInMillionths(values, weights);
      }
      this.#choose(option, then);
      return then;
    };
  }

  /** Who leads under some preferences. */
  lead(preferences: Preferences, strict: boolean): Lead {
    return this.leadIn(this.standings(preferences, strict));
  }

  /** Who leads where all stand so. */
  leadIn({ band, best, scores }: Standings): Lead {
    let leading = 2;
    let eliminated = 0;
    for (const place of band) {
      if (place === 2) eliminated += 1;
      leading = Math.min(leading, place);
    }
    if (leading === 2) return { band: null, options: [], eliminated };
    const scoreOf = (o: number): number => scores[best[o] ?? 0] ?? 0;
    let top = 0;
    for (let o = 0; o < band.length; o++) if (band[o] === leading) top = Math.max(top, scoreOf(o));
    const first: number[] = [];
    for (let o = 0; o < band.length; o++) {
      if (band[o] === leading && arePracticallyEqual(top, scoreOf(o), this.indifference)) {
        first.push(o);
      }
    }
    first.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
    return {
      band: leading === 0 ? 'proven' : 'if-confirmed',
      options: first.map((o) => this.options[o] ?? ''),
      eliminated,
    };
  }

  #verdictsOn({
    criterion: slug,
    clauses,
  }: Pick<Preferences['requirements'][number], 'criterion' | 'clauses'>): Uint8Array {
    const byCriterion = this.#verdicts.get(clauses) ?? new Map<string, Uint8Array>();
    this.#verdicts.set(clauses, byCriterion);
    const known = byCriterion.get(slug);
    if (known !== undefined) return known;
    const criterion = this.#criteria.get(slug);
    const fresh = Uint8Array.from(this.candidates, (candidate) =>
      criterion === undefined
        ? 0
        : VERDICTS.indexOf(judge(candidate, criterion, { criterion: slug, clauses })),
    );
    byCriterion.set(slug, fresh);
    return fresh;
  }

  #keyOf({ slug, criteria }: Factor, { wants, enough }: Wishes): string {
    let key = slug;
    for (const criterion of criteria) {
      key += `|${criterion.slug}`;
      const wanted = wants[criterion.slug];
      if (wanted !== undefined) key += `=${wanted.join()}`;
      const most = enough[criterion.slug];
      if (most !== undefined) key += `<${String(most)}`;
    }
    return key;
  }

  #cellsUnder(key: string, factor: Factor, wishes: Wishes): readonly Cell[] {
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const { unknownInFamily } = this.model.method;
    const fresh = this.candidates.map((candidate) =>
      cellOf(candidate, factor, wishes, unknownInFamily),
    );
    this.#cells.set(key, fresh);
    return fresh;
  }

  /** Whether requirements leave nothing on a criterion that could tell options apart. */
  #isDecided(
    { slug, scale }: Criterion,
    required: readonly (readonly Clause[])[],
    { wants, enough }: Wishes,
  ): boolean {
    const numbers = required.map((clauses) => {
      const number = this.#numbers.get(clauses) ?? ++this.#numbered;
      this.#numbers.set(clauses, number);
      return number;
    });
    const key = `${slug}|${numbers.join()}|${String(enough[slug] ?? '')}|${(wants[slug] ?? []).join()}`;
    const known = this.#decided.get(key);
    if (known !== undefined) return known;
    const clauses = required.flat();
    const fresh =
      this.model.method.decidedBy === 'one-value'
        ? leavesOneValue(scale, clauses)
        : leavesOneWorth(scale, clauses, enough[slug], wants[slug]);
    this.#decided.set(key, fresh);
    return fresh;
  }
}

/** The place in `BANDS` of a candidate. */
export function bandOf(
  candidate: number,
  { unmet, unproven }: Pick<Standings, 'unmet' | 'unproven'>,
): number {
  if ((unmet[candidate] ?? 0) > 0) return 2;
  return (unproven[candidate] ?? 0) > 0 ? 1 : 0;
}

/**
 * Better band, then fewer requirements that are not met, then the higher score; of modes that may meet
 * everything and do as well, the one about which the maker is asked least.
 */
function isBetter(a: number, b: number, standings: Standings): boolean {
  const { unmet, unproven, scores } = standings;
  const bands = bandOf(a, standings) - bandOf(b, standings);
  if (bands !== 0) return bands < 0;
  const misses = (unmet[a] ?? 0) - (unmet[b] ?? 0);
  if (misses !== 0) return misses < 0;
  const lead = (scores[a] ?? 0) - (scores[b] ?? 0);
  if (lead !== 0) return lead > 0;
  return (unmet[a] ?? 0) === 0 && (unproven[a] ?? 0) < (unproven[b] ?? 0);
}
