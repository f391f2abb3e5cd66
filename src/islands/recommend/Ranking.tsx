/** The options that are left, in order, each with what makes up its place. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { candidateOf, ratingOf } from '../../decision/model.ts';
import { evidenceShares, leadingBand, type Ranked } from '../../decision/recommend.ts';
import { arePracticallyEqual } from '../../decision/score.ts';
import { millionths } from '../../decision/value-table.ts';
import { ratingLabel } from '../../words/label.ts';
import { percent } from '../../words/sentences.ts';
import { modesText } from '../../words/verdict.ts';
import { analysisIn } from './analyst.ts';
import { ContributionPlot, RankPlot, ShareBar } from './plots.tsx';
import { FirstFew } from './FirstFew.tsx';
import { OptionLink, type ResultProps } from './result-parts.tsx';
import { alphabetically } from '../../words/alphabetical.ts';
import { topShareOf } from './Verdict.tsx';

interface BandProps extends ResultProps {
  readonly title: string;
  readonly ranked: readonly Ranked[];
}

/** The options of one band: ranked, or in alphabetical order where nothing is weighed. */
export function Band(props: BandProps): JSX.Element {
  const { title, ranked, names, outcome } = props;
  const isRanked = outcome.recommendation.factors.length > 0;
  const shown = isRanked
    ? ranked
    : ranked.toSorted((a, b) =>
        alphabetically(names.option(a.option), names.option(b.option), names.language),
      );
  return (
    <section class="mt-8">
      <h2>{title}</h2>
      {isRanked ? (
        <p class="mt-1 text-sm text-soft">
          Score out of 100, and in how many of the simulations consistent with your answers an
          option is best, or practically equal to the best.
        </p>
      ) : (
        <p class="mt-1 text-sm text-soft">
          In alphabetical order: nothing that you answered ranks them.
        </p>
      )}
      <FirstFew
        {...props}
        as="ol"
        class="ranking mt-2"
        entries={shown}
        draw={(entry, i) => (
          <RankedOption
            key={entry.option}
            {...props}
            ranking={entry}
            above={isRanked ? (shown[i - 1] ?? null) : null}
          />
        )}
      />
    </section>
  );
}

interface RankedProps extends ResultProps {
  readonly ranking: Ranked;
  /** The option ranked just before. */
  readonly above: Ranked | null;
}

function RankedOption(props: RankedProps): JSX.Element {
  const { ranking, above, names, texts, base, outcome, release } = props;
  const { recommendation } = outcome;
  const text = texts[ranking.option];
  const isRanked = recommendation.factors.length > 0;
  const share = topShareOf(props, ranking.option);
  const modes = modesText(ranking, names);
  const isLeading = leadingBand(recommendation).includes(ranking);
  const bordersOn =
    above !== null &&
    above.rank !== ranking.rank &&
    arePracticallyEqual(
      millionths(above.score),
      millionths(ranking.score),
      millionths(release.model.indifference),
    );
  return (
    <li class={`ranked relative border-b border-line pt-2.5 pb-2 ${isRanked ? 'pl-9.5' : ''}`}>
      {isRanked && (
        <span class="rank absolute left-0 w-7.5 text-right font-serif text-[1.0625rem] font-semibold text-soft">
          <span class="sr-only">Rank </span>
          {ranking.shared && '='}
          {ranking.rank}
        </span>
      )}
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 sm:flex-nowrap">
        <span class="min-w-0">
          <span class="font-semibold">
            <OptionLink base={base} option={ranking.option}>
              {names.option(ranking.option)}
            </OptionLink>
          </span>
          {modes !== null && <span class="text-sm text-soft">, {modes}</span>}
        </span>
        {text?.status != null && <span class="badge ending">{text.status}</span>}
        {isRanked && (
          <span class="ml-auto flex flex-wrap items-center gap-x-3 text-sm sm:shrink-0 [font-variant-numeric:tabular-nums]">
            {isLeading && props.progress !== 'failed' && (
              <>
                <span class="w-20">
                  <ShareBar share={share ?? 0} />
                </span>
                <span class="w-28 whitespace-nowrap">
                  <span class="text-soft">best in</span> {share === null ? '…' : percent(share)}
                </span>
              </>
            )}
            <span class="whitespace-nowrap">
              <span class="text-soft">score</span> {Math.round(ranking.score * 100)}
            </span>
          </span>
        )}
      </div>
      {bordersOn && (
        <p class="text-sm text-soft">Practically equal to {names.option(above.option)} above.</p>
      )}
      {isRanked && <WhyHere {...props} />}
    </li>
  );
}

/** What makes up a score. In the recommender it is made when it is first opened. */
function WhyHere(props: RankedProps): JSX.Element {
  const [made, setMade] = useState(props.onChange === undefined);
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) setMade(true);
      }}
    >
      <summary class="text-sm text-soft">What makes up its score</summary>
      {made && <Makeup {...props} />}
    </details>
  );
}

/** What makes up a score, how ranks fall in the simulations, and what it rests on. */
function Makeup(props: RankedProps): JSX.Element {
  const { ranking, names, outcome, release, progress } = props;
  const { recommendation } = outcome;
  const robust = analysisIn(progress)?.robust ?? null;
  const ranks = robust?.ranks[robust.options.indexOf(ranking.option)];
  const dominator = recommendation.dominators.get(ranking.option);
  const option = release.model.options.find((o) => o.slug === ranking.option);
  const shares =
    option === undefined ? null : evidenceShares(candidateOf(option, ranking.mode), recommendation);
  return (
    <div class="mt-2 flex flex-col gap-2.5 pb-2">
      <ContributionPlot contributions={ranking.contributions} factorName={names.factor} />
      <div
        class="overflow-x-auto print:overflow-visible"
        tabindex={0}
        role="group"
        aria-label="Table"
      >
        <table class="weights">
          <caption class="text-xs text-soft">
            What makes up its score of {(ranking.score * 100).toFixed(1)} out of 100
          </caption>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">Rating</th>
              <th scope="col">Weight</th>
              <th scope="col">Value</th>
              <th scope="col">Points</th>
            </tr>
          </thead>
          <tbody>
            {ranking.contributions.map((c) => (
              <tr key={c.factor}>
                <th scope="row">{names.factor(c.factor)}</th>
                <td>{ratingsText(props, c.factor)}</td>
                <td class="text-right whitespace-nowrap">{percent(c.weight)}</td>
                <td class="text-right whitespace-nowrap">
                  {c.value === null ? 'left out' : c.value.toFixed(2)}
                  {c.assumed && ' (assumed)'}
                </td>
                <td class="text-right whitespace-nowrap">{(c.points * 100).toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ranks !== undefined && (
        <>
          <RankPlot shares={ranks} />
          <p class="text-xs text-soft">Ranks over all simulations: {ranksText(ranks)}.</p>
        </>
      )}
      {dominator !== undefined && (
        <p class="text-sm">
          {names.option(dominator)} is at least as good on everything weighed and better on
          something, so no weighting puts this one above it.
        </p>
      )}
      {shares !== null && (
        <p class="text-xs text-soft">
          Of its weight, {percent(shares.firm)} rests on documentation or measurement,{' '}
          {percent(shares.claimed)} on claims, {percent(shares.inferred)} on inference,{' '}
          {percent(shares.unknown)} on unknown ratings.
        </p>
      )}
    </div>
  );
}

/** The ratings behind a factor; of a family, each with its name. */
function ratingsText({ release, outcome, ranking }: RankedProps, factor: string): string {
  const option = release.model.options.find((o) => o.slug === ranking.option);
  const criteria = outcome.recommendation.factors.find((f) => f.slug === factor)?.criteria ?? [];
  if (option === undefined) return '';
  const candidate = candidateOf(option, ranking.mode);
  return criteria
    .map((criterion) => {
      const label = ratingLabel(criterion.scale, ratingOf(candidate, criterion));
      return criteria.length > 1 ? `${criterion.name} ${label}` : label;
    })
    .join('; ');
}

/** The ranks that occur; of very many options only the first are told apart. */
function ranksText(ranks: readonly number[]): string {
  const later = 1 - ranks.reduce((sum, share) => sum + share, 0);
  return [
    ...ranks.flatMap((share, i) => (share < 0.005 ? [] : [`${ordinal(i + 1)} ${percent(share)}`])),
    ...(later < 0.005 ? [] : [`after the ${ordinal(ranks.length)} ${percent(later)}`]),
  ].join(', ');
}

function ordinal(n: number): string {
  const rest = n % 100;
  if (rest >= 11 && rest <= 13) return `${String(n)}th`;
  return `${String(n)}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}
