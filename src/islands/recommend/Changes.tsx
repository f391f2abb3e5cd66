/** What would change the answer. */

import type { JSX } from 'preact';
import type { Lead } from '../../decision/change.ts';
import { leadingBand } from '../../decision/recommend.ts';
import type { AskState } from '../../links/ask.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import { listed, percent } from '../../words/sentences.ts';
import { opensElsewhere } from '../modifier-keys.ts';
import { analysisIn } from './analyst.ts';
import { type ResultProps, requiredText } from './result-parts.ts';

/** What would change the answer; each a link to the state in which it does. */
export function Changes(props: ResultProps): JSX.Element | null {
  const { release, names, base, state, outcome, progress, linkTo, onChange } = props;
  const analysis = analysisIn(progress);
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
          if (onChange === undefined || opensElsewhere(event)) return;
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
              {`Without “${listed(requirements.map((r) => requiredText(release, names, r)))}”`}
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
