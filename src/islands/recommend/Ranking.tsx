/** The options that are left, in order, each with what makes up its place. */

import type { JSX } from 'preact';
import { differencesToLeader } from '../../decision/change.ts';
import { ratingOf } from '../../decision/model.ts';
import { evidenceShares, leadingBand, type Ranked } from '../../decision/recommend.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import { ratingLabel } from '../../words/label.ts';
import { listed, percent } from '../../words/sentences.ts';
import { analysisIn } from './analyst.ts';
import { ContributionPlot, RankPlot } from './plots.tsx';
import { type ResultProps, requiredText, optionOf } from './result-parts.ts';

interface BandProps extends ResultProps {
  readonly title: string;
  readonly ranked: readonly Ranked[];
}

export function Band(props: BandProps): JSX.Element {
  return (
    <section class="mt-5.5">
      <h3>{props.title}</h3>
      <ol class="ranking">
        {props.ranked.map((ranked) => (
          <RankedOption key={ranked.option} {...props} ranking={ranked} />
        ))}
      </ol>
    </section>
  );
}

function RankedOption(props: ResultProps & { readonly ranking: Ranked }): JSX.Element {
  const { ranking, release, names, texts, base, outcome, progress } = props;
  const { recommendation } = outcome;
  const place = leadingBand(recommendation).findIndex((r) => r.option === ranking.option);
  const ranks = place < 0 ? undefined : analysisIn(progress)?.robust?.ranks[place];
  const text = texts[ranking.option];
  const dominator = recommendation.dominators.get(ranking.option);
  const weighed = recommendation.factors.length > 0;
  const shares = evidenceShares(release.model, recommendation, ranking.option);
  const differences = place === 0 ? [] : differencesToLeader(recommendation, ranking.option);
  const loses = differences.filter((d) => d.points > 0).slice(0, 3);
  const wins = differences.filter((d) => d.points < 0).slice(0, 3);
  const leader = leadingBand(recommendation)[0]?.option ?? '';
  return (
    <li class="ranked">
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 font-semibold">
        <a class="text-[1.0625rem]" href={underBase(base, optionPath(ranking.option))}>
          {names.option(ranking.option)}
        </a>
        {text?.status != null && <span class="badge ending">{text.status}</span>}
        {weighed && (
          <span class="ml-auto flex gap-4 [font-variant-numeric:tabular-nums]">
            <span>
              <span class="text-sm font-normal text-soft">score</span>{' '}
              {Math.round(ranking.score * 100)}
            </span>
            {place >= 0 && (ranks !== undefined || progress === 'pending') && (
              <span>
                <span class="text-sm font-normal text-soft">first in</span>{' '}
                {ranks === undefined ? '…' : percent(ranks[0] ?? 0)}
              </span>
            )}
          </span>
        )}
      </div>
      <p class="text-sm text-soft">{text?.summary}</p>
      {ranking.unproven.length > 0 && (
        <p>
          To confirm with the vendor:{' '}
          {listed(ranking.unproven.map((r) => requiredText(release, names, r)))}.
        </p>
      )}
      {weighed && (
        <details>
          <summary>Why it stands here</summary>
          <div class="mt-2 flex flex-col gap-2.5">
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
                      <td>{ratingsText(props, ranking.option, c.factor)}</td>
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
                <p class="text-xs text-soft">
                  Ranks over all samples:{' '}
                  {ranks
                    .flatMap((share, i) =>
                      share < 0.005 ? [] : [`${ordinal(i + 1)} ${percent(share)}`],
                    )
                    .join(', ')}
                  .
                </p>
              </>
            )}
            {loses.length > 0 && (
              <p>
                Against {names.option(leader)} it loses on{' '}
                {listed(loses.map((d) => names.factor(d.factor)))}
                {wins.length > 0 &&
                  ` and wins on ${listed(wins.map((d) => names.factor(d.factor)))}`}
                .
              </p>
            )}
            {dominator !== undefined && (
              <p>
                {names.option(dominator)} is at least as good on everything weighed and better on
                something, so no weighting puts this one above it.
              </p>
            )}
            <p class="text-xs text-soft">
              Of its weight, {percent(shares.firm)} rests on documentation or measurement,{' '}
              {percent(shares.claimed)} on claims, {percent(shares.inferred)} on inference,{' '}
              {percent(shares.unknown)} on unknown ratings.
            </p>
          </div>
        </details>
      )}
    </li>
  );
}

function ratingsText({ release, outcome }: ResultProps, option: string, factor: string): string {
  const found = optionOf(release, option);
  const criteria = outcome.recommendation.factors.find((f) => f.slug === factor)?.criteria ?? [];
  if (found === undefined) return '';
  return criteria
    .map((criterion) => {
      const label = ratingLabel(criterion.scale, ratingOf(found, criterion));
      return criteria.length > 1 ? `${criterion.name} ${label}` : label;
    })
    .join('; ');
}

function ordinal(n: number): string {
  const rest = n % 100;
  if (rest >= 11 && rest <= 13) return `${String(n)}th`;
  return `${String(n)}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}
