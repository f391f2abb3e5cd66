/** The answer in the forms in which it leaves the page. */

import { answerAsData } from '../../words/answer-data.ts';
import { decisionRecord, onePageSummary, type RecordInput } from '../../words/decision-record.ts';
import { formatAsk } from '../../links/ask.ts';
import { underBase } from '../../links/routes.ts';
import { leadingBand } from '../../decision/recommend.ts';
import { reasonsOfMode, type OptionReasons } from '../../words/reason.ts';
import { optionReasons } from '../fetched-reasons.ts';
import { dayOf } from '../reader-day.ts';
import { analysisIn } from './analyst.ts';
import type { ResultProps } from './result-parts.tsx';

export interface Exports {
  readonly permalink: () => string;
  /** Markdown for one page. */
  readonly summary: () => string;
  /** Markdown of a decision record, with the reasons for the ratings that it cites. */
  readonly record: () => Promise<string>;
  /** JSON with all figures. */
  readonly data: () => string;
}

/** The forms of an answer; of one that is still being worked out they rest on scores alone. */
export function exportsOf(props: ResultProps & { readonly subject: string }): Exports {
  const { release, names, base, state, outcome, progress, subject } = props;
  const analysis = analysisIn(progress);
  const permalink = (): string =>
    `${location.origin}${location.pathname}?${formatAsk(release.vocabulary, state)}`;
  const input = (reasons: ReadonlyMap<string, OptionReasons>): RecordInput => ({
    model: release.model,
    state,
    outcome,
    analysis,
    subject,
    permalink: permalink(),
    addressOf: (path) => location.origin + underBase(base, path),
    date: dayOf(new Date()),
    release: state.on ?? '',
    names,
    reasonFor: (option, mode, criterion) => {
      const own = reasons.get(option);
      return own === undefined ? null : (reasonsOfMode(own, mode)[criterion] ?? null);
    },
  });
  return {
    permalink,
    summary: () => onePageSummary(input(new Map())),
    record: async () => {
      const { eliminated } = outcome.recommendation;
      const cited = [...leadingBand(outcome.recommendation).slice(0, 3), ...eliminated];
      const fetched = await Promise.allSettled(
        cited.map(async ({ option }) => [option, await optionReasons(base, option)] as const),
      );
      // Without a network a record has no reasons, and still the links.
      const reasons = fetched.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
      return decisionRecord(input(new Map(reasons)));
    },
    data: () =>
      `${JSON.stringify(
        answerAsData(
          release,
          state,
          outcome.recommendation,
          analysis ?? { robust: null, conclusion: outcome.conclusion },
          names.exits(state.answers),
        ),
        null,
        2,
      )}\n`,
  };
}
