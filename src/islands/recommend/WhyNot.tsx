/** Why one option and not another, for any two of the page. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { namedFirst } from '../../decision/conclusion.ts';
import {
  whyNot,
  type Difference,
  type Turn,
  type WhyNot as Found,
} from '../../decision/why-not.ts';
import { factorLabel, missText, requiredText, turnText } from '../../words/argument-words.ts';
import { listed } from '../../words/sentences.ts';
import { distinctNames } from '../../words/typed-name.ts';
import { OptionChoice } from './OptionChoice.tsx';
import {
  conclusionIn,
  OptionLink,
  StateLink,
  waive,
  wordsOf,
  type ResultProps,
} from './result-parts.tsx';

/** So many differences and turns are told. */
const TOLD = 5;

export function WhyNot(props: ResultProps): JSX.Element | null {
  const { release, names, state, outcome } = props;
  const { proven, ifConfirmed, eliminated, factors } = outcome.recommendation;
  const order = [...proven, ...ifConfirmed, ...eliminated].map((entry) => entry.option);
  const [chosen, choose] = useState<{ one?: string; other?: string }>({});
  const [first] = namedFirst(conclusionIn(props));
  const one = chosen.one ?? first?.option ?? order[0];
  const other = chosen.other ?? order.find((slug) => slug !== one);
  if (one === undefined || other === undefined || order.length < 2) return null;
  if (outcome.preferences.requirements.length + factors.length === 0) return null;
  const found =
    one === other ? null : whyNot(release.model, outcome.preferences, state.strict, one, other);
  const named = distinctNames(order.map((slug) => ({ slug, name: names.option(slug) })));
  const choice = (id: 'other' | 'one', label: string, value: string): JSX.Element => (
    <OptionChoice
      label={label}
      named={named}
      value={value}
      onChoose={(slug) => {
        choose({ ...chosen, [id]: slug });
      }}
    />
  );
  return (
    <section class="why-not mt-8 print:hidden">
      <h2>Why not …?</h2>
      <p class="mt-2 flex flex-wrap items-end gap-2.5">
        {choice('other', 'Why not', other)}
        {choice('one', 'rather than', one)}
      </p>
      <div role="status" class="mt-2">
        {found === null ? (
          <p class="text-sm text-soft">Choose two different options.</p>
        ) : (
          <Explained {...props} one={one} other={other} found={found} />
        )}
      </div>
    </section>
  );
}

interface ExplainedProps extends ResultProps {
  readonly one: string;
  readonly other: string;
  readonly found: Found;
}

function Explained(props: ExplainedProps): JSX.Element {
  const { names, base, state, linkTo, onChange, one, other, found } = props;
  const words = wordsOf(props);
  const { differences, turns } = found;
  return (
    <>
      <p>{relationText(props)}</p>
      {differences.length > 0 && found.relation !== 'eliminated' && (
        <>
          <p class="mt-2 text-sm text-soft">
            {found.relation === 'practically-equal'
              ? 'What sets them apart, the largest difference first:'
              : 'What separates their scores, the largest difference first:'}
          </p>
          <ul class="points text-sm">
            {differences.slice(0, TOLD).map((difference) => (
              <li key={difference.factor}>{differenceText(props, difference)}</li>
            ))}
          </ul>
        </>
      )}
      {found.relation !== 'before' && found.relation !== 'practically-equal' && (
        <>
          <p class="mt-2 text-sm text-soft">
            {turns.length > 0
              ? `What would have to be true for ${names.option(other)}; each alone would do:`
              : `No single requirement, step of importance or unknown rating would put ${names.option(other)} level with ${names.option(one)}.`}
          </p>
          {turns.length > 0 && (
            <ul class="points text-sm">
              {turns.slice(0, TOLD).map((turn, i) => {
                const text = turnText(words, other, turn);
                return (
                  <li key={i}>
                    {turn.kind === 'rating' ? (
                      <OptionLink base={base} option={turn.option} criterion={turn.criterion}>
                        {text}
                      </OptionLink>
                    ) : (
                      <StateLink linkTo={linkTo} onChange={onChange} to={turnState(state, turn)}>
                        {text}
                      </StateLink>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </>
      )}
    </>
  );
}

/** The state in which a turn has come. */
function turnState(
  state: ResultProps['state'],
  turn: Exclude<Turn, { readonly kind: 'rating' }>,
): ResultProps['state'] {
  if (turn.kind === 'without') {
    return waive(state, [...new Set(turn.requirements.map((r) => r.criterion))]);
  }
  return { ...state, importances: { ...state.importances, [turn.factor]: turn.to } };
}

/** How the other is placed to the one. */
function relationText(props: ExplainedProps): string {
  const { names, outcome, one, other, found } = props;
  const [name, rival] = [names.option(other), names.option(one)];
  const words = wordsOf(props);
  switch (found.relation) {
    case 'eliminated': {
      const out = outcome.recommendation.eliminated.find((e) => e.option === other);
      const standing = { option: other, mode: out?.mode ?? null };
      const misses = found.unmet.map((u) => missText(words, standing, u.requirement));
      return `${name} is out: ${[...new Set(misses)].join('; ')}.`;
    }
    case 'if-confirmed': {
      const open = listed(found.unmet.map((u) => `“${requiredText(words, u.requirement)}”`));
      return `${name} is not proven to meet ${open}; ${rival} is.`;
    }
    case 'behind':
      return `${name} scores lower than ${rival}.`;
    case 'practically-equal':
      return `${name} and ${rival} are practically equal by your answers.`;
    case 'before':
      return `${name} comes before ${rival} already.`;
  }
}

/** “Strength: Rooibos gains 3.1 points (Mild; Black tea: Strong)”. */
function differenceText(props: ExplainedProps, { factor, points }: Difference): string {
  const { names, outcome, one, other } = props;
  const { proven, ifConfirmed, eliminated } = outcome.recommendation;
  const words = wordsOf(props);
  const [better, worse] = points > 0 ? [one, other] : [other, one];
  const labelOf = (option: string): string => {
    const mode = [...proven, ...ifConfirmed, ...eliminated].find((e) => e.option === option)?.mode;
    return factorLabel(words, { option, mode: mode ?? null }, factor);
  };
  const gain = (Math.abs(points) * 100).toFixed(1);
  return `${names.factor(factor)}: ${names.option(better)} gains ${gain} points (${labelOf(better)}; ${names.option(worse)}: ${labelOf(worse)}).`;
}
