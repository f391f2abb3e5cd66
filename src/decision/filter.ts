/**
 * Filters: which options conditions leave, in which mode, what each fails, and what to give up where
 * they leave none. A condition is a requirement or a text to be found; each has a verdict on each
 * candidate. An option meets conditions only if one of its candidates meets them all.
 */

import { judge, worstVerdict, type Requirement, type Verdict } from './requirement.ts';
import { ratingOf, type Candidate, type Criterion } from './model.ts';

/** The key of the condition that a text be found; no criterion has this slug, see reserved.ts. */
export const TEXT_KEY = 'q';

export interface Condition {
  /** The slug of a criterion, or `TEXT_KEY`. */
  readonly key: string;
  /** In the order of the candidates. */
  readonly verdicts: readonly Verdict[];
  /** Places of candidates that meet it because its criterion does not apply to them. */
  readonly inapplicable: ReadonlySet<number>;
}

/** The places of the candidates of each option in the list of all, in the order of its modes. */
export type CandidatePlaces = readonly (readonly number[])[];

/** Where the candidates of options are in the list of all, if those of each follow one another. */
export function candidatePlaces(counts: readonly number[]): CandidatePlaces {
  let next = 0;
  return counts.map((count) => Array.from({ length: count }, () => next++));
}

/** What an option makes of all conditions, in the mode that does best by them. */
export interface Standing {
  /**
   * Which of its candidates this is: the one that fails the fewest conditions, then is unproven in the
   * fewest, then has the fewest that do not apply, then comes first; so the first that meets all, where
   * one does.
   */
  readonly mode: number;
  readonly verdict: Verdict;
  /** Keys of the conditions that it fails, in their order. */
  readonly failed: readonly string[];
  /** Keys of the conditions that it is not proven to meet, in their order. */
  readonly unproven: readonly string[];
  /** Keys of the conditions that do not apply to it, in their order. */
  readonly inapplicable: readonly string[];
}

/**
 * Where an option is listed under conditions: among the matches, or below them, since something that is
 * asked does not apply to it, is not proven, or fails.
 */
export const BANDS = ['met', 'inapplicable', 'unproven', 'failed'] as const;
export type Band = (typeof BANDS)[number];

export interface Tally {
  /** Those that meet all conditions, each of which applies to them. */
  readonly met: number;
  readonly inapplicable: number;
  readonly unproven: number;
  /** Those that fail exactly one condition. */
  readonly nearMisses: number;
}

/** Something to give up, and how many options that would leave. */
export interface Rescue {
  /** The key of the condition to drop, or `proof` where options that are unproven would do. */
  readonly drop: string;
  readonly left: number;
}

/** A requirement as a condition. */
export function requirementCondition(
  candidates: readonly Pick<Candidate, 'ratings'>[],
  criterion: Criterion,
  requirement: Requirement,
): Condition {
  const verdicts = candidates.map((candidate) => judge(candidate, criterion, requirement));
  const places = [...candidates.entries()].flatMap(([place, candidate]) => {
    const { state } = ratingOf(candidate, criterion);
    return state === 'not-applicable' && verdicts[place] === 'met' ? [place] : [];
  });
  return { key: criterion.slug, verdicts, inapplicable: new Set(places) };
}

/**
 * Text with quotes, dashes, letters and digits as keyboards have them: without what nobody sees, such as soft
 * hyphens that were copied along, with accents in one with their letters, and neither wide nor joined.
 */
export function asTyped(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/[\uFB00-\uFB06\uFF01-\uFF5E]/g, (letters) => letters.normalize('NFKC'))
    .replace(/[‘’‚‛′ʼ´`]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** Text in the one form in which it is searched: plain, and in small letters. */
export const foldText = (text: string): string => asTyped(text).toLowerCase();

/**
 * A search as a condition: each of its words must be found somewhere, as it stands or within a word.
 *
 * @param texts what is searched, as `foldText` gives it, in the order of the candidates
 */
export function textCondition(texts: readonly string[], search: string): Condition {
  const words = foldText(search).split(/\s+/);
  return {
    key: TEXT_KEY,
    verdicts: texts.map((text) => (words.every((word) => text.includes(word)) ? 'met' : 'failed')),
    inapplicable: new Set(),
  };
}

/** What each option makes of the conditions. */
export function standings(
  options: CandidatePlaces,
  conditions: readonly Condition[],
): readonly Standing[] {
  return options.map((places) => {
    const [first = standingAt(conditions, -1, 0), ...others] = places.map((place, mode) =>
      standingAt(conditions, place, mode),
    );
    return others.reduce((best, other) => (isBetter(other, best) ? other : best), first);
  });
}

/** What the candidate at a place makes of the conditions, as that mode of its option. */
export function standingAt(
  conditions: readonly Condition[],
  place: number,
  mode: number,
): Standing {
  const keysOf = (verdict: Verdict): readonly string[] =>
    conditions.filter(({ verdicts }) => verdicts[place] === verdict).map(({ key }) => key);
  return {
    mode,
    verdict: verdictAt(conditions, place),
    failed: keysOf('failed'),
    unproven: keysOf('unproven'),
    inapplicable: conditions
      .filter(({ inapplicable }) => inapplicable.has(place))
      .map(({ key }) => key),
  };
}

/** Whether one standing comes before the other: see `Standing.mode`. */
function isBetter(one: Standing, other: Standing): boolean {
  for (const what of ['failed', 'unproven', 'inapplicable'] as const) {
    const more = one[what].length - other[what].length;
    if (more !== 0) return more < 0;
  }
  return false;
}

/** Where an option with this standing is listed. */
export function bandOf({ verdict, inapplicable }: Standing): Band {
  return verdict === 'met' && inapplicable.length > 0 ? 'inapplicable' : verdict;
}

/** What the candidate at a place makes of all conditions together. */
export function verdictAt(conditions: readonly Condition[], place: number): Verdict {
  return worstVerdict(conditions.map(({ verdicts }) => verdicts[place] ?? 'unproven'));
}

export function tally(list: readonly Standing[]): Tally {
  const count = (wanted: Band): number =>
    list.filter((standing) => bandOf(standing) === wanted).length;
  return {
    met: count('met'),
    inapplicable: count('inapplicable'),
    unproven: count('unproven'),
    nearMisses: list.filter(({ failed }) => failed.length === 1).length,
  };
}

/** Whether a filter leaves an option with this verdict. */
export function remains(verdict: Verdict, hideUnproven: boolean): boolean {
  return verdict === 'met' || (verdict === 'unproven' && !hideUnproven);
}

/** How many options would be among the matches, and how many below them. */
export interface Matches {
  readonly met: number;
  /** Those to which something does not apply, or for which it is not proven. */
  readonly below: number;
}

/** What the conditions come to in numbers: what `tally` says of `standings`, without listing them. */
export function countMatches(
  options: CandidatePlaces,
  conditions: readonly Condition[],
  hideUnproven: boolean,
): Matches {
  let met = 0;
  let left = 0;
  for (const places of options) {
    const meets = (place: number): boolean =>
      conditions.every(
        ({ verdicts, inapplicable }) => verdicts[place] === 'met' && !inapplicable.has(place),
      );
    if (places.some(meets)) met += 1;
    if (places.some((place) => remains(verdictAt(conditions, place), hideUnproven))) left += 1;
  }
  return { met, below: left - met };
}

/** How many options the conditions leave in some mode. */
export function countLeft(
  options: CandidatePlaces,
  conditions: readonly Condition[],
  hideUnproven: boolean,
): number {
  return options.filter((places) =>
    places.some((place) => remains(verdictAt(conditions, place), hideUnproven)),
  ).length;
}

/**
 * The single things to give up that would leave some option, those that leave most first: one of the
 * conditions, or the wish for proof.
 */
export function rescues(
  options: CandidatePlaces,
  conditions: readonly Condition[],
  hideUnproven: boolean,
): readonly Rescue[] {
  const found = conditions.map(({ key }): Rescue => {
    const others = conditions.filter((condition) => condition.key !== key);
    return { drop: key, left: countLeft(options, others, hideUnproven) };
  });
  if (hideUnproven) found.push({ drop: 'proof', left: countLeft(options, conditions, false) });
  return found.filter(({ left }) => left > 0).toSorted((a, b) => b.left - a.left);
}
