/**
 * A model prepared for being asked again and again: what a requirement or a factor says of all
 * candidates is worked out once. Each question of “what if” costs a sum over what is weighed.
 */

import { candidatesOf, type Candidate, type Criterion, type Option } from './model.ts';
import type { Preferences } from './questionnaire.ts';
import { judge, leavesOneValue, leavesOneWorth, type Clause, type Verdict } from './requirement.ts';
import { arePracticallyEqual, scoreInMillionths } from './score.ts';
import {
  bySlug,
  canBeWeighed,
  cellOf,
  cellValue,
  millionths,
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
  /** How many requirements are not met: failed, or unproven where the reader is strict. */
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
  readonly #factors: readonly Factor[];
  readonly #criteria: ReadonlyMap<string, Criterion>;
  readonly #verdicts = new WeakMap<readonly Clause[], Map<string, Uint8Array>>();
  readonly #cells = new Map<string, readonly Cell[]>();
  readonly #points = new Map<string, Float64Array>();
  readonly #decided = new Map<string, boolean>();
  readonly #numbers = new WeakMap<readonly Clause[], number>();
  #numbered = 0;

  constructor(model: DecisionModel) {
    this.model = model;
    const options = model.options.toSorted((a, b) => bySlug(a.slug, b.slug));
    const candidates = options.map(candidatesOf);
    this.candidates = candidates.flat();
    this.options = options.map((option) => option.slug);
    this.#starts = [0, ...candidates.map((_, i) => candidates.slice(0, i + 1).flat().length)];
    this.indifference = millionths(model.indifference);
    this.#factors = factorsOf(model.criteria);
    this.#criteria = new Map(model.criteria.map((criterion) => [criterion.slug, criterion]));
  }

  /** The indices of an option’s candidates, by the option’s place in `options`. */
  candidatesOf(option: number): readonly number[] {
    const from = this.#starts[option] ?? 0;
    const to = this.#starts[option + 1] ?? from;
    return Array.from({ length: to - from }, (_, i) => from + i);
  }

  criterion(slug: string): Criterion | undefined {
    return this.#criteria.get(slug);
  }

  /** The cells of all candidates on a factor. */
  cells(factor: Factor, wishes: Wishes): readonly Cell[] {
    return this.#cellsUnder(this.#keyOf(factor, wishes), factor, wishes);
  }

  /** How all candidates stand to a requirement. */
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
      let weighable = false;
      const open = factor.criteria.filter((criterion) => {
        const { slug, scale } = criterion;
        if (!canBeWeighed(scale, wants[slug] ?? [])) return false;
        weighable = true;
        const clauses = required.get(slug);
        return clauses === undefined || !this.#isDecided(criterion, clauses, { wants, enough });
      });
      if (open.length > 0) {
        const whole = open.length === factor.criteria.length;
        chosen.push({ slug: factor.slug, criteria: whole ? factor.criteria : open, importance });
      } else if (weighable) decided.push(factor.slug);
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

    const columns = weighing.factors.map((factor) => this.#pointsOn(factor, preferences));
    const weights = weighing.factors.map((factor) => factor.weight);
    const scores = new Float64Array(count);
    const values = new Float64Array(columns.length);
    for (let c = 0; c < count; c++) {
      for (let f = 0; f < columns.length; f++) values[f] = columns[f]?.[c] ?? NaN;
      scores[c] = scoreInMillionths(values, weights);
    }

    const best = new Int32Array(this.options.length);
    const band = new Uint8Array(this.options.length);
    for (let o = 0; o < this.options.length; o++) {
      const from = this.#starts[o] ?? 0;
      const to = this.#starts[o + 1] ?? from;
      let chosen = from;
      for (let c = from + 1; c < to; c++) {
        if (isBetter(c, chosen, { unmet, unproven, scores })) chosen = c;
      }
      best[o] = chosen;
      band[o] = bandOf(chosen, { unmet, unproven });
    }
    return { ...weighing, scores, unmet, unproven, best, band };
  }

  /** Who leads under some preferences. */
  lead(preferences: Preferences, strict: boolean): Lead {
    const { band, best, scores } = this.standings(preferences, strict);
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

  #pointsOn(factor: Factor, wishes: Wishes): Float64Array {
    const key = this.#keyOf(factor, wishes);
    const known = this.#points.get(key);
    if (known !== undefined) return known;
    const fresh = Float64Array.from(
      this.#cellsUnder(key, factor, wishes),
      (cell) => cellValue(cell, 0.5) ?? NaN,
    );
    this.#points.set(key, fresh);
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

type Judgement = Pick<Standings, 'unmet' | 'unproven' | 'scores'>;

/** The place in `BANDS` of a candidate. */
function bandOf(candidate: number, { unmet, unproven }: Omit<Judgement, 'scores'>): number {
  if ((unmet[candidate] ?? 0) > 0) return 2;
  return (unproven[candidate] ?? 0) > 0 ? 1 : 0;
}

/** Better band, then fewer requirements that are not met, then the higher score. */
function isBetter(a: number, b: number, judgement: Judgement): boolean {
  const { unmet, scores } = judgement;
  const bands = bandOf(a, judgement) - bandOf(b, judgement);
  if (bands !== 0) return bands < 0;
  const misses = (unmet[a] ?? 0) - (unmet[b] ?? 0);
  if (misses !== 0) return misses < 0;
  return (scores[a] ?? 0) > (scores[b] ?? 0);
}
