/** A recommendation as plain data, for programs. */

import type { Acceptability } from '../decision/acceptability.ts';
import { formatAsk, type AskState } from '../links/ask.ts';
import { leadingBand, type Recommendation } from '../decision/recommend.ts';
import type { OpenedRelease } from '../links/release.ts';

export interface AnswerData {
  /** The canonical query string of what was asked. */
  readonly query: string;
  readonly release: string;
  readonly options: readonly {
    readonly option: string;
    readonly band: 'proven' | 'if-confirmed' | 'eliminated';
    /** In [0, 1], to six places. */
    readonly score: number;
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
  robust: Acceptability | null,
): AnswerData {
  const { proven, ifConfirmed, eliminated, factors } = recommendation;
  const band = leadingBand(recommendation);
  const ranksOf = (option: string): readonly number[] | null => {
    const place = band.findIndex((r) => r.option === option);
    return robust?.ranks[place]?.map(rounded) ?? null;
  };
  const survivors = [
    ...proven.map((r) => ({ ...r, band: 'proven' as const })),
    ...ifConfirmed.map((r) => ({ ...r, band: 'if-confirmed' as const })),
  ];
  return {
    query: formatAsk(release.vocabulary, state),
    release: release.name,
    options: [
      ...survivors.map((r) => ({
        option: r.option,
        band: r.band,
        score: rounded(r.score),
        ranks: ranksOf(r.option),
        unmet: Object.fromEntries(r.unproven.map((q) => [q.criterion, 'unproven' as const])),
      })),
      ...eliminated.map((e) => ({
        option: e.option,
        band: 'eliminated' as const,
        score: rounded(e.score),
        ranks: null,
        unmet: Object.fromEntries(
          e.failed.flatMap(({ requirement, verdict }) =>
            verdict === 'met' ? [] : [[requirement.criterion, verdict] as const],
          ),
        ),
      })),
    ],
    weights: Object.fromEntries(factors.map((f) => [f.slug, rounded(f.weight)])),
  };
}
