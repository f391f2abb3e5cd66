/** The answer: headline, ranking, eliminations, and what would change it. Renders on the server too. */

import type { JSX } from 'preact';
import type { AskState } from '../../links/ask.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import { differencesToLeader, type Lead } from '../../decision/change.ts';
import { ratingLabel } from '../../words/label.ts';
import { ratingOf, type Criterion, type Option } from '../../decision/model.ts';
import type { AskedRequirement } from '../../decision/questionnaire.ts';
import { evidenceShares, headline, leadingBand, type Ranked } from '../../decision/recommend.ts';
import type { OpenedRelease } from '../../links/release.ts';
import {
  clausesText,
  counted,
  headlineText,
  listed,
  percent,
  robustnessText,
  shortfallText,
} from '../../words/sentences.ts';
import type { Analysis, Outcome } from '../../links/analysis.ts';
import type { Names } from '../../words/names.ts';
import { ContributionPlot, RankPlot } from './plots.tsx';
import type { OptionTexts, Reasons } from '../../words/recommender-texts.ts';

export interface ResultProps {
  readonly release: OpenedRelease;
  readonly names: Names;
  readonly texts: Readonly<Record<string, OptionTexts>>;
  readonly base: string;
  readonly state: AskState;
  readonly outcome: Outcome;
  /** Null while it is being computed. */
  readonly analysis: Analysis | null;
  readonly reasons: Reasons | null;
  /** The address of another state; without it, nothing can be changed here. */
  readonly linkTo?: (state: AskState) => string;
  readonly onChange?: (state: AskState) => void;
}

export function Result(props: ResultProps): JSX.Element {
  const { names, outcome, analysis } = props;
  const { recommendation } = outcome;
  const told = headline(recommendation, analysis?.robust ?? null);
  // Until the samples are there, only what needs none of them is said.
  const ready = analysis !== null || ['none', 'only'].includes(told.kind);
  const robust = ready ? robustnessText(told, names.option) : null;
  const { proven, ifConfirmed, eliminated } = recommendation;
  const counts = [
    counted(proven.length, 'option meets everything', 'options meet everything'),
    ...(ifConfirmed.length > 0 ? [`${String(ifConfirmed.length)} to be confirmed`] : []),
    `${String(eliminated.length)} out`,
  ].join(', ');

  return (
    <div>
      <div
        role="status"
        class="headline flex flex-col gap-1.25 border-t-[0.15rem] border-accent pt-3"
      >
        <p class="font-serif text-xl font-semibold">
          {ready ? headlineText(told, names.option) : 'Weighing …'}
        </p>
        {robust !== null && <p>{robust}</p>}
        <p class="text-soft">{counts}.</p>
      </div>
      <Asked {...props} />
      {proven.length > 0 && (
        <Band
          title={ifConfirmed.length > 0 ? 'Proven to meet everything' : 'The ranking'}
          ranked={proven}
          {...props}
        />
      )}
      {ifConfirmed.length > 0 && (
        <Band title="If it can be confirmed" ranked={ifConfirmed} {...props} />
      )}
      <EliminatedList {...props} />
      <Changes {...props} />
    </div>
  );
}

/** What is asked: the requirements and weights in force, with the answers that they come from. */
function Asked({ release, names, outcome }: ResultProps): JSX.Element | null {
  const { requirements } = outcome.preferences;
  const { factors, decided } = outcome.recommendation;
  if (requirements.length + factors.length === 0) return null;
  const manyNice = factors.filter((f) => f.importance === 'nice');
  const critical = factors.filter((f) => f.importance === 'critical');
  const niceWeight = manyNice.reduce((sum, f) => sum + f.weight, 0);
  const outweighed = critical.some((f) => f.weight < niceWeight);
  return (
    <details class="mt-5.5">
      <summary>
        {counted(requirements.length, 'requirement')}, {counted(factors.length, 'thing')} weighed
      </summary>
      {requirements.length > 0 && (
        <ul class="points mt-2">
          {requirements.map((requirement, i) => (
            <li key={i}>
              {requirementText(release, names, requirement)}
              <span class="text-xs text-soft">
                {requirement.question === null
                  ? ' (set by hand)'
                  : ` (${names.question(requirement.question)})`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {factors.length > 0 && (
        <div
          class="overflow-x-auto print:overflow-visible"
          tabindex={0}
          role="group"
          aria-label="Table"
        >
          <table class="weights mt-2">
            <caption>Weights: the mean of all that agree with your order of importance</caption>
            <tbody>
              {factors.map((factor) => (
                <tr key={factor.slug}>
                  <th scope="row">{names.factor(factor.slug)}</th>
                  <td>{factor.importance}</td>
                  <td class="text-right whitespace-nowrap">{percent(factor.weight)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {outweighed && (
        <p class="text-xs text-soft">
          Together, what is merely nice outweighs a single critical thing here. Set some of it to
          “ignore” if that is not what you mean.
        </p>
      )}
      {decided.length > 0 && (
        <p class="text-xs text-soft">
          {listed(decided.map(names.factor))} {decided.length === 1 ? 'is' : 'are'} not weighed: a
          requirement has decided it already.
        </p>
      )}
    </details>
  );
}

function requirementText(
  release: OpenedRelease,
  names: Names,
  requirement: AskedRequirement,
): string {
  const criterion = criterionOf(release, requirement.criterion);
  if (criterion === undefined) return names.factor(requirement.criterion);
  return `${criterion.name}: ${clausesText(criterion.scale, requirement.clauses)}`;
}

const criterionOf = ({ model }: OpenedRelease, slug: string): Criterion | undefined =>
  model.criteria.find((c) => c.slug === slug);
const optionOf = ({ model }: OpenedRelease, slug: string): Option | undefined =>
  model.options.find((o) => o.slug === slug);

interface BandProps extends ResultProps {
  readonly title: string;
  readonly ranked: readonly Ranked[];
}

function Band(props: BandProps): JSX.Element {
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
  const { ranking, release, names, texts, base, outcome, analysis } = props;
  const { recommendation } = outcome;
  const place = leadingBand(recommendation).findIndex((r) => r.option === ranking.option);
  const ranks = place < 0 ? undefined : analysis?.robust?.ranks[place];
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
            {ranks !== undefined && (
              <span>
                <span class="text-sm font-normal text-soft">first in</span> {percent(ranks[0] ?? 0)}
              </span>
            )}
          </span>
        )}
      </div>
      <p class="text-sm text-soft">{text?.summary}</p>
      {ranking.unproven.length > 0 && (
        <p>
          To confirm with the vendor:{' '}
          {listed(ranking.unproven.map((r) => requirementText(release, names, r)))}.
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

function EliminatedList({
  release,
  names,
  base,
  outcome,
  reasons,
}: ResultProps): JSX.Element | null {
  const { eliminated } = outcome.recommendation;
  if (eliminated.length === 0) return null;
  return (
    <section class="mt-5.5">
      <h3>Out, nearest misses first</h3>
      <ul class="out *:py-1">
        {eliminated.map(({ option, failed }) => {
          const found = optionOf(release, option);
          return (
            <li key={option}>
              <details>
                <summary>
                  <strong>{names.option(option)}</strong>{' '}
                  <span class="text-soft">
                    {failed.length === 1 ? 'misses only ' : 'misses '}
                    {listed([...new Set(failed.map((f) => names.factor(f.requirement.criterion)))])}
                  </span>
                </summary>
                {failed.map(({ requirement, verdict }, i) => {
                  const criterion = criterionOf(release, requirement.criterion);
                  if (criterion === undefined || found === undefined) return null;
                  const reason = reasons?.[option]?.[criterion.slug];
                  return (
                    <div key={i} class="miss mt-2.5 pl-4.5">
                      <p>
                        {shortfallText(criterion, ratingOf(found, criterion), requirement.clauses)}
                        {verdict === 'unproven' &&
                          ' That is not proven, and you leave out what is not.'}
                      </p>
                      {reason !== undefined && <p>{reason.why}</p>}
                      <p class="text-xs text-soft">
                        {reason?.sources.slice(0, 3).map(([title, url]) => (
                          <>
                            <a key={url} href={url} rel="noopener">
                              {title}
                            </a>
                            {' · '}
                          </>
                        ))}
                        <a href={underBase(base, optionPath(option, criterion.slug))}>
                          {criterion.name} of {names.option(option)}, with all sources
                        </a>
                      </p>
                    </div>
                  );
                })}
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What would change the answer; each a link to the state in which it does. */
function Changes(props: ResultProps): JSX.Element | null {
  const { release, names, base, state, outcome, analysis, linkTo, onChange } = props;
  if (analysis === null) return null;
  const { without, steps, flips, open } = analysis;
  const deciding = without.filter((w) => w.changes);
  const rest = without.filter((w) => !w.changes);
  const leader = leadingBand(outcome.recommendation)[0]?.option;
  if (leader === undefined && deciding.length === 0 && open.length === 0) return null;

  const Go = ({ to, children }: { to: AskState; children: string }): JSX.Element =>
    linkTo === undefined ? (
      <>{children}</>
    ) : (
      <a
        href={linkTo(to)}
        onClick={(event) => {
          if (onChange === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onChange(to);
        }}
      >
        {children}
      </a>
    );
  const led = (lead: Lead): string => {
    if (lead.option === null) return 'nothing would be left';
    return `${names.option(lead.option)} would lead${lead.confirmed ? '' : ', if confirmed'}`;
  };

  return (
    <section class="mt-5.5">
      <h3>What would change the answer</h3>
      <ul class="points">
        {deciding.map(({ criterion, requirements, lead, left }) => (
          <li key={criterion}>
            <Go to={waive(state, criterion)}>
              {`Without “${listed(requirements.map((r) => requirementText(release, names, r)))}”`}
            </Go>{' '}
            {led(lead)}, of {left} left.
          </li>
        ))}
        {steps.map((step) => (
          <li key={`${step.factor} ${step.to}`}>
            <Go to={{ ...state, importances: { ...state.importances, [step.factor]: step.to } }}>
              {`If ${names.factor(step.factor)} went from “${step.from}” to “${step.to}”`}
            </Go>{' '}
            {led(step.lead)}.
          </li>
        ))}
        {open.map((rating) => (
          <li key={`${rating.option} ${rating.criterion}`}>
            <a href={underBase(base, optionPath(rating.option, rating.criterion))}>
              {names.factor(rating.criterion)} of {names.option(rating.option)}
            </a>{' '}
            is unknown. Were it as good as can be, {led(rating.ifGood)}; as bad, {led(rating.ifBad)}
            .
          </li>
        ))}
        {deciding.length + steps.length + open.length === 0 && (
          <li>
            No single requirement, step of importance or unknown rating would change who leads.
          </li>
        )}
      </ul>
      {rest.length > 0 && leader !== undefined && deciding.length > 0 && (
        <p class="text-xs text-soft">
          Dropping any of the other {String(rest.length)} requirements would leave{' '}
          {names.option(leader)} in the lead.
        </p>
      )}
      {flips.length > 0 && leader !== undefined && (
        <details>
          <summary>At which weights the lead would change</summary>
          <ul class="points mt-2">
            {flips.map((flip) => (
              <li key={`${flip.factor} ${flip.rival}`}>
                {names.factor(flip.factor)}: {names.option(flip.rival)} draws level at a weight of{' '}
                {percent(flip.at)} (now {percent(flip.weight)})
                {!flip.withinOrder && ', which no longer agrees with your order of importance'}.
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The state in which nothing is required of a criterion, whatever the answers say. */
function waive(state: AskState, criterion: string): AskState {
  const others = state.requirements.filter((r) => r.criterion !== criterion);
  return { ...state, requirements: [...others, { criterion, clauses: [] }] };
}

function ordinal(n: number): string {
  const rest = n % 100;
  if (rest >= 11 && rest <= 13) return `${String(n)}th`;
  return `${String(n)}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}
