/**
 * The recommendation: requirements first, then a ranking of what is left, then how sure it is.
 */

import { acceptability, type Acceptability, type AcceptabilitySettings } from './acceptability.ts';
import { dominates } from './dominance.ts';
import {
  bandOf,
  evaluationOf,
  type DecisionModel,
  type Evaluation,
  type Standings,
  type WeighedFactor,
} from './evaluation.ts';
import { ratingOf } from './model.ts';
import type { AskedRequirement, Preferences } from './questionnaire.ts';
import type { Verdict } from './requirement.ts';
import { arePracticallyEqual, contributionsOf, groupsOf, type Contribution } from './score.ts';
import type { Cell } from './value-table.ts';
import { IMPORTANCES } from './weight.ts';

/** A requirement and how a candidate stands to it. */
export interface Judged {
  readonly requirement: AskedRequirement;
  readonly verdict: Verdict;
}

/** An option that is left, as its best candidate. */
export interface Ranked {
  readonly option: string;
  /** The mode that it stands as; null where it has none. */
  readonly mode: string | null;
  /** In [0, 1], to six places. */
  readonly score: number;
  /** Most weighty first. */
  readonly contributions: readonly Contribution[];
  /** Requirements that are not proven to be met; empty in the proven band. */
  readonly unproven: readonly AskedRequirement[];
  /** Its modes of the same band that are practically equal to it, itself included, in their order. */
  readonly alike: readonly string[];
  /** Its rank within its band, from 1; those practically equal to the first of a group share its rank. */
  readonly rank: number;
  readonly shared: boolean;
  /** Another mode that scores higher, but is not proven to meet everything. */
  readonly betterIfConfirmed: {
    readonly mode: string;
    readonly score: number;
    readonly unproven: readonly AskedRequirement[];
  } | null;
}

export interface Eliminated {
  readonly option: string;
  /** The mode with the fewest requirements unmet, then the best score. */
  readonly mode: string | null;
  /** What it does not meet: failed, or unproven where the reader is strict. */
  readonly failed: readonly Judged[];
  /** The score that it would have, in [0, 1]. */
  readonly score: number;
  /** Whether each requirement is met by some mode, though none meets them all. */
  readonly metOnlyApart: boolean;
}

export interface Recommendation {
  /** Options that meet all requirements, best first. */
  readonly proven: readonly Ranked[];
  /** Options that fail none, but are not proven to meet all, best first. */
  readonly ifConfirmed: readonly Ranked[];
  /** Nearest misses first: by how many requirements they do not meet, then by score. */
  readonly eliminated: readonly Eliminated[];
  /** Most weighty first. */
  readonly factors: readonly WeighedFactor[];
  /** Factors that were to be weighed, but are decided by a requirement already. */
  readonly decided: readonly string[];
  /** Criteria of which something is enough, but which are ignored, so that it changes nothing. */
  readonly idleEnough: readonly string[];
  /** Options of the leading band that another option of it dominates, with that option. */
  readonly dominators: ReadonlyMap<string, string>;
}

/** Judges, scores and ranks all options. */
export function recommend(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
): Recommendation {
  const evaluation = evaluationOf(model);
  const standings = evaluation.standings(preferences, strict);
  const factors = standings.factors.toSorted((a, b) => b.weight - a.weight);
  const columns = factors.map((factor) => evaluation.cells(factor, preferences));
  const scoreOf = (o: number): number => standings.scores[standings.best[o] ?? 0] ?? 0;
  const isIn = (o: number, place: number): boolean => standings.band[o] === place;
  const inBand = (place: number): number[] =>
    evaluation.options
      .flatMap((_, o) => (isIn(o, place) ? [o] : []))
      .toSorted((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  const unprovenBy = (c: number): readonly AskedRequirement[] =>
    strict || (standings.unproven[c] ?? 0) === 0
      ? []
      : preferences.requirements.filter((r) => evaluation.verdict(r, c) === 'unproven');

  const ranked = (place: number): readonly Ranked[] =>
    groupsOf(inBand(place), scoreOf, evaluation.indifference).flatMap(({ rank, members }) =>
      members.map((o): Ranked => {
        const best = standings.best[o] ?? 0;
        const score = scoreOf(o);
        const others = evaluation.candidatesOf(o);
        const better = others
          .filter((c) => (standings.unmet[c] ?? 0) === 0 && (standings.unproven[c] ?? 0) > 0)
          .filter(
            (c) =>
              place === 0 &&
              (standings.scores[c] ?? 0) > score &&
              !arePracticallyEqual(standings.scores[c] ?? 0, score, evaluation.indifference),
          )
          .toSorted((a, b) => (standings.scores[b] ?? 0) - (standings.scores[a] ?? 0))[0];
        return {
          option: evaluation.options[o] ?? '',
          mode: evaluation.candidates[best]?.mode ?? null,
          score: score / 1e6,
          contributions: contributionsOf(
            factors,
            columns.map((column) => column[best] ?? LEFT_OUT),
          ),
          unproven: unprovenBy(best),
          alike: others
            .filter(
              (c) =>
                bandOf(c, standings) === place &&
                arePracticallyEqual(standings.scores[c] ?? 0, score, evaluation.indifference),
            )
            .flatMap((c) => evaluation.candidates[c]?.mode ?? []),
          rank,
          shared: members.length > 1,
          betterIfConfirmed:
            better === undefined
              ? null
              : {
                  mode: evaluation.candidates[better]?.mode ?? '',
                  score: (standings.scores[better] ?? 0) / 1e6,
                  unproven: unprovenBy(better),
                },
        };
      }),
    );

  const proven = ranked(0);
  const ifConfirmed = ranked(1);
  const leadingPlace = proven.length > 0 ? 0 : 1;
  return {
    proven,
    ifConfirmed,
    eliminated: inBand(2)
      .map((o) => eliminatedAs(evaluation, standings, preferences, strict, o))
      .toSorted((a, b) => a.failed.length - b.failed.length || b.score - a.score),
    factors,
    decided: standings.decided,
    idleEnough: Object.keys(preferences.enough).filter((slug) => {
      const factor = evaluation.criterion(slug)?.family ?? slug;
      return (preferences.importances[factor] ?? 'ignore') === 'ignore';
    }),
    dominators: dominatorsIn(evaluation, standings, preferences, leadingPlace),
  };
}

const LEFT_OUT: Cell = { parts: [], assumed: false };

function eliminatedAs(
  evaluation: Evaluation,
  standings: Standings,
  preferences: Preferences,
  strict: boolean,
  o: number,
): Eliminated {
  const { requirements } = preferences;
  const best = standings.best[o] ?? 0;
  const isUnmet = (verdict: Verdict): boolean =>
    verdict === 'failed' || (strict && verdict === 'unproven');
  const judged = requirements
    .filter((r) => evaluation.criterion(r.criterion) !== undefined)
    .map((requirement): Judged => ({
      requirement,
      verdict: evaluation.verdict(requirement, best),
    }));
  const modes = evaluation.candidatesOf(o).filter((c) => evaluation.counts(c, preferences));
  return {
    option: evaluation.options[o] ?? '',
    mode: evaluation.candidates[best]?.mode ?? null,
    failed: judged.filter(({ verdict }) => isUnmet(verdict)),
    score: (standings.scores[best] ?? 0) / 1e6,
    metOnlyApart:
      modes.length > 1 &&
      judged.every(({ requirement }) =>
        modes.some((c) => evaluation.verdict(requirement, c) === 'met'),
      ),
  };
}

/** Of each option each of whose candidates is dominated by one of another option, the first such option. */
function dominatorsIn(
  evaluation: Evaluation,
  standings: Standings,
  preferences: Preferences,
  place: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const criteria = standings.factors.flatMap((factor) => factor.criteria);
  if (criteria.length === 0) return found;
  const [worst, best] = ([0, 1] as const).map((end) =>
    criteria.map((criterion) =>
      evaluation.values({ slug: criterion.slug, criteria: [criterion] }, preferences, end),
    ),
  );
  const rowOf = (columns: readonly Float64Array[] | undefined, c: number): Float64Array =>
    Float64Array.from(columns ?? [], (column) => column[c] ?? NaN);
  const band = evaluation.options.flatMap((slug, o) => {
    if (standings.band[o] !== place) return [];
    const candidates = evaluation
      .candidatesOf(o)
      .filter((c) => bandOf(c, standings) === place)
      .map((c) => ({ worst: rowOf(worst, c), best: rowOf(best, c) }));
    return [
      {
        slug,
        candidates,
        least: Math.max(...candidates.map((c) => sumOf(c.worst))),
        most: Math.max(...candidates.map((c) => sumOf(c.best))),
      },
    ];
  });
  for (const mine of band) {
    const dominator = band.find(
      (other) =>
        other !== mine &&
        // Of many options most pairs end here: values are whole millionths, and who dominates has more.
        other.least > mine.most + HALF_A_MILLIONTH &&
        mine.candidates.every((b) => other.candidates.some((a) => dominates(a.worst, b.best))),
    );
    if (dominator !== undefined) found.set(mine.slug, dominator.slug);
  }
  return found;
}

const HALF_A_MILLIONTH = 5e-7;

/** The sum of values; where one is left out, as NaN, it is so of both that can be compared. */
const sumOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

/** The options that lead: those that are proven, or else those to be confirmed. */
export function leadingBand({ proven, ifConfirmed }: Recommendation): readonly Ranked[] {
  return proven.length > 0 ? proven : ifConfirmed;
}

/**
 * Samples the robustness of a recommendation over all candidates of its leading band.
 *
 * @returns null where there is nothing to sample: fewer than two options, or nothing weighed
 */
export function robustness(
  model: DecisionModel,
  preferences: Preferences,
  strict: boolean,
  settings?: AcceptabilitySettings,
): Acceptability | null {
  const evaluation = evaluationOf(model);
  const standings = evaluation.standings(preferences, strict);
  const { factors } = standings;
  const leading = Math.min(...standings.band);
  const inBand = evaluation.candidates.flatMap((_, c) =>
    leading < 2 && bandOf(c, standings) === leading ? [c] : [],
  );
  const candidates = inBand.flatMap((c) => evaluation.candidates[c] ?? []);
  if (new Set(candidates.map((c) => c.option)).size < 2 || factors.length === 0) return null;
  const columns = factors.map((factor) => evaluation.cells(factor, preferences));
  return acceptability(
    {
      candidates,
      factors: factors.map((factor) => factor.slug),
      cells: inBand.map((c) => columns.map((column) => column[c] ?? LEFT_OUT)),
    },
    factors.map((factor) => IMPORTANCES.indexOf(factor.importance)),
    evaluation.indifference,
    settings,
  );
}

/** How much of the weight of a candidate rests on ratings of each kind of evidence. */
export type EvidenceShares = Readonly<Record<'firm' | 'claimed' | 'inferred' | 'unknown', number>>;

/**
 * How much of the weight of a candidate rests on ratings of each kind of evidence.
 *
 * @returns shares that sum to 1: `documented` and `measured` together as `firm`, the others by name,
 *   `unknown` for what is assumed; what is left out is not counted
 */
export function evidenceShares(
  candidate: Parameters<typeof ratingOf>[0],
  { factors }: Recommendation,
): EvidenceShares {
  const shares = { firm: 0, claimed: 0, inferred: 0, unknown: 0 };
  let total = 0;
  for (const factor of factors) {
    const ratings = factor.criteria
      .map((criterion) => ratingOf(candidate, criterion))
      .filter((r) => r.state !== 'not-applicable' || r.counts !== 'left-out');
    for (const rating of ratings) {
      const weight = factor.weight / ratings.length;
      total += weight;
      if (rating.state === 'unknown' || rating.state === 'unrated') shares.unknown += weight;
      else if (rating.state === 'not-applicable') shares.firm += weight;
      else if (rating.evidence === 'claimed') shares.claimed += weight;
      else if (rating.evidence === 'inferred') shares.inferred += weight;
      else shares.firm += weight;
    }
  }
  if (total === 0) return shares;
  return {
    firm: shares.firm / total,
    claimed: shares.claimed / total,
    inferred: shares.inferred / total,
    unknown: shares.unknown / total,
  };
}
