/**
 * Filters: which options conditions leave, what each option fails, and what to give up where they
 * leave none. A condition is a requirement or a text to be found; each has a verdict on each option.
 */

import { judge, worstVerdict, type Requirement, type Verdict } from './requirement.ts';
import type { BareOption, Criterion } from './model.ts';

/** The key of the condition that a text be found; no criterion has this slug, see reserved.ts. */
export const TEXT_KEY = 'q';

export interface Condition {
  /** The slug of a criterion, or `TEXT_KEY`. */
  readonly key: string;
  /** In the order of the options. */
  readonly verdicts: readonly Verdict[];
}

/** What an option makes of all conditions. */
export interface Standing {
  readonly verdict: Verdict;
  /** Keys of the conditions that it fails, in their order. */
  readonly failed: readonly string[];
  /** Keys of the conditions that it is not proven to meet, in their order. */
  readonly unproven: readonly string[];
}

export interface Tally {
  readonly met: number;
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
  options: readonly BareOption[],
  criterion: Criterion,
  requirement: Requirement,
): Condition {
  return {
    key: criterion.slug,
    verdicts: options.map((option) => judge(option, criterion, requirement)),
  };
}

/** Text in the one form in which it is searched: small letters, and quotes and dashes as they are typed. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‚‛′ʼ]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/**
 * A search as a condition: each of its words must be found somewhere, as it stands or within a word.
 *
 * @param texts what is searched, as `foldText` gives it, in the order of the options
 */
export function textCondition(texts: readonly string[], search: string): Condition {
  const words = foldText(search).split(/\s+/);
  return {
    key: TEXT_KEY,
    verdicts: texts.map((text) => (words.every((word) => text.includes(word)) ? 'met' : 'failed')),
  };
}

const MET: Standing = { verdict: 'met', failed: [], unproven: [] };

/** What each of `count` options makes of the conditions. */
export function standings(count: number, conditions: readonly Condition[]): readonly Standing[] {
  return Array.from({ length: count }, (_, i) => {
    const keysOf = (verdict: Verdict): readonly string[] =>
      conditions.filter(({ verdicts }) => verdicts[i] === verdict).map(({ key }) => key);
    const verdict = verdictAt(conditions, i);
    return verdict === 'met'
      ? MET
      : { verdict, failed: keysOf('failed'), unproven: keysOf('unproven') };
  });
}

function verdictAt(conditions: readonly Condition[], option: number): Verdict {
  return worstVerdict(conditions.map(({ verdicts }) => verdicts[option] ?? 'unproven'));
}

export function tally(list: readonly Standing[]): Tally {
  const count = (wanted: Verdict): number =>
    list.filter(({ verdict }) => verdict === wanted).length;
  return {
    met: count('met'),
    unproven: count('unproven'),
    nearMisses: list.filter(({ failed }) => failed.length === 1).length,
  };
}

/** Whether a filter leaves an option with this verdict. */
export function remains(verdict: Verdict, hideUnproven: boolean): boolean {
  return verdict === 'met' || (verdict === 'unproven' && !hideUnproven);
}

/** How many of `count` options the conditions leave. */
export function countLeft(
  count: number,
  conditions: readonly Condition[],
  hideUnproven: boolean,
): number {
  let left = 0;
  for (let i = 0; i < count; i++) {
    if (remains(verdictAt(conditions, i), hideUnproven)) left += 1;
  }
  return left;
}

/**
 * The single things to give up that would leave some option, those that leave most first: one of the
 * conditions, or the wish for proof.
 */
export function rescues(
  count: number,
  conditions: readonly Condition[],
  hideUnproven: boolean,
): readonly Rescue[] {
  const found = conditions.map(({ key }): Rescue => {
    const others = conditions.filter((condition) => condition.key !== key);
    return { drop: key, left: countLeft(count, others, hideUnproven) };
  });
  if (hideUnproven) found.push({ drop: 'proof', left: countLeft(count, conditions, false) });
  return found.filter(({ left }) => left > 0).toSorted((a, b) => b.left - a.left);
}
