/** What would change the answer. */

import type { JSX } from 'preact';
import { leadingBand } from '../../decision/recommend.ts';
import { withoutEachRequirement } from '../../decision/change.ts';
import { requiredText } from '../../words/argument-words.ts';
import { listed, percent } from '../../words/sentences.ts';
import { analysisIn } from './analyst.ts';
import {
  leadText,
  OptionLink,
  StateLink,
  waive,
  wordsOf,
  type ResultProps,
} from './result-parts.tsx';

/** What would change the answer; each a link to the state in which it does. */
export function Changes(props: ResultProps): JSX.Element | null {
  const { names, base, state, outcome, progress, linkTo, onChange } = props;
  const analysis = analysisIn(progress);
  const { factors } = outcome.recommendation;
  const [leader] = leadingBand(outcome.recommendation);
  // With nothing weighed there is nothing that would change who leads.
  if (analysis === null || leader === undefined || factors.length === 0) return null;
  const { without, steps, flips, open } = analysis;
  const deciding = without.filter((w) => w.changes);
  const rest = without.length - deciding.length;
  const go = { linkTo, onChange };
  const words = wordsOf(props);

  return (
    <section class="mt-8">
      <h2>What would change the answer</h2>
      <ul class="points mt-2">
        {deciding.map(({ criterion, requirements, lead }) => (
          <li key={criterion}>
            <StateLink {...go} to={waive(state, [criterion])}>
              Without {listed(requirements.map((r) => `“${requiredText(words, r)}”`))}
            </StateLink>
            , {leadText(lead, names)}.
          </li>
        ))}
        {steps.map((step) => (
          <li key={`${step.factor} ${step.to}`}>
            <StateLink
              {...go}
              to={{ ...state, importances: { ...state.importances, [step.factor]: step.to } }}
            >
              If {names.factor(step.factor)} went from “{step.from}” to “{step.to}”
            </StateLink>
            , {leadText(step.lead, names)}.
          </li>
        ))}
        {open.map((rating) => (
          <li key={`${rating.option} ${rating.criterion}`}>
            <OptionLink base={base} option={rating.option} criterion={rating.criterion}>
              {names.factor(rating.criterion)} of {names.option(rating.option)}
            </OptionLink>{' '}
            is not known. Were it as good as it can be, {leadText(rating.ifGood, names)}; as bad as
            it can be, {leadText(rating.ifBad, names)}.
          </li>
        ))}
        {deciding.length + steps.length + open.length === 0 && (
          <li>
            No single requirement, step of importance or unknown rating would change who leads.
          </li>
        )}
      </ul>
      {rest > 0 && deciding.length > 0 && (
        <p class="mt-2 text-sm text-soft">
          {rest === 1
            ? 'Dropping the other requirement'
            : `Dropping any of the ${String(rest)} other requirements`}{' '}
          would leave who leads as it is.
        </p>
      )}
      {flips.length > 0 && (
        <details class="mt-2">
          <summary class="text-sm text-soft">At which weights the highest score changes</summary>
          <ul class="points mt-2">
            {flips.map((flip) => (
              <li key={`${flip.factor} ${flip.rival}`}>
                {names.factor(flip.factor)}: {names.option(flip.rival)} draws level with{' '}
                {names.option(leader.option)} at a weight of {percent(flip.at)} (now{' '}
                {percent(flip.weight)})
                {!flip.withinOrder && ', which no longer agrees with your order of importance'}.
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Where nothing is left: what to relax, each with what comes back. */
export function Relax(props: ResultProps): JSX.Element | null {
  const { release, names, state, outcome, linkTo, onChange } = props;
  if (outcome.conclusion.kind !== 'none') return null;
  const without = withoutEachRequirement(release.model, outcome.preferences, state.strict);
  const helping = without.filter(({ comeBack }) => comeBack.length > 0);
  const words = wordsOf(props);
  const [nearest] = outcome.recommendation.eliminated;
  const missed = [...new Set(nearest?.failed.map((f) => f.requirement.criterion))];
  return (
    <section class="mt-8">
      <h2>What to relax</h2>
      <ul class="points mt-2">
        {helping
          .toSorted((a, b) => b.comeBack.length - a.comeBack.length)
          .map(({ criterion, requirements, comeBack }) => (
            <li key={criterion}>
              <StateLink linkTo={linkTo} onChange={onChange} to={waive(state, [criterion])}>
                Without {listed(requirements.map((r) => `“${requiredText(words, r)}”`))}
              </StateLink>
              , {listed(comeBack.map(names.option))} {comeBack.length === 1 ? 'comes' : 'come'}{' '}
              back.
            </li>
          ))}
        {helping.length === 0 && nearest !== undefined && (
          <li>
            No single requirement brings anything back. Nearest is {names.option(nearest.option)}:{' '}
            <StateLink linkTo={linkTo} onChange={onChange} to={waive(state, missed)}>
              drop {listed(missed.map((slug) => `“${names.factor(slug)}”`))}
            </StateLink>
            .
          </li>
        )}
        {state.strict && (
          <li>
            <StateLink linkTo={linkTo} onChange={onChange} to={{ ...state, strict: false }}>
              Keep what is not proven
            </StateLink>{' '}
            to see what might be confirmed.
          </li>
        )}
      </ul>
    </section>
  );
}
