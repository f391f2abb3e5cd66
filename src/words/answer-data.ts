/** A recommendation as plain data, for programs. */

import type { Acceptability } from '../decision/acceptability.ts';
import type { Analysis } from '../decision/analysis.ts';
import { namedFirst } from '../decision/conclusion.ts';
import type { Band } from '../decision/evaluation.ts';
import type { Ranked, Recommendation } from '../decision/recommend.ts';
import { formatAsk, type AskState } from '../links/ask.ts';
import type { OpenedRelease } from '../links/release.ts';
import type { Exit } from './recommender-texts.ts';

export interface AnswerData {
  /** The canonical query string of what was asked. */
  readonly query: string;
  readonly release: string;
  readonly verdict: {
    readonly kind: Analysis['conclusion']['kind'];
    /** The options that it puts first. */
    readonly options: readonly string[];
  };
  /** What is told where answers mean that none of this may be needed; empty where they do not. */
  readonly exits: readonly Exit[];
  readonly options: readonly {
    readonly option: string;
    /** The mode that it stands as; null where it has none. */
    readonly mode: string | null;
    readonly band: Band;
    /** Its rank within its band; those practically equal share one; null where it is eliminated. */
    readonly rank: number | null;
    /** In [0, 1], to six places. */
    readonly score: number;
    /** The share of samples in which it is best or practically so; null outside the leading band. */
    readonly topShare: number | null;
    /** The share of samples for each rank from the first; null outside the leading band. */
    readonly ranks: readonly number[] | null;
    /** By criterion, how it stands to what is required; what is met is left out. */
    readonly unmet: Readonly<Record<string, 'failed' | 'unproven'>>;
  }[];
  /** Shares of the weight by criterion or family, to six places. */
  readonly weights: Readonly<Record<string, number>>;
}

const rounded = (n: number): number => Math.round(n * 1e6) / 1e6;

/** All figures of an answer, options best first and the eliminated last. */
export function answerAsData(
  release: OpenedRelease,
  state: AskState,
  recommendation: Recommendation,
  { robust, conclusion }: Pick<Analysis, 'robust' | 'conclusion'>,
  exits: readonly Exit[],
): AnswerData {
  const { proven, ifConfirmed, eliminated, factors } = recommendation;
  const left = (band: Band, ranked: readonly Ranked[]): AnswerData['options'] =>
    ranked.map(({ option, mode, rank, score, unproven }) => ({
      option,
      mode,
      band,
      rank,
      score: rounded(score),
      ...sharesOf(option, robust),
      unmet: Object.fromEntries(unproven.map((q) => [q.criterion, 'unproven' as const])),
    }));
  return {
    query: formatAsk(release.vocabulary, state),
    release: release.name,
    verdict: {
      kind: conclusion.kind,
      options: namedFirst(conclusion).map((standing) => standing.option),
    },
    exits,
    options: [
      ...left('proven', proven),
      ...left('if-confirmed', ifConfirmed),
      ...eliminated.map(({ option, mode, score, failed }) => ({
        option,
        mode,
        band: 'eliminated' as const,
        rank: null,
        score: rounded(score),
        topShare: null,
        ranks: null,
        unmet: Object.fromEntries(
          failed.flatMap(({ requirement, verdict }) =>
            verdict === 'met' ? [] : [[requirement.criterion, verdict] as const],
          ),
        ),
      })),
    ],
    weights: Object.fromEntries(factors.map((f) => [f.slug, rounded(f.weight)])),
  };
}

function sharesOf(
  option: string,
  robust: Acceptability | null,
): Pick<AnswerData['options'][number], 'topShare' | 'ranks'> {
  const place = robust?.options.indexOf(option) ?? -1;
  const top = robust?.topShares[place];
  return {
    topShare: top === undefined ? null : rounded(top),
    ranks: robust?.ranks[place]?.map(rounded) ?? null,
  };
}
