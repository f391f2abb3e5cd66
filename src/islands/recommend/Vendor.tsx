/** What to ask of those who make the options: options that fail nothing, but are not proven to meet everything. */

import type { JSX } from 'preact';
import type { Standing } from '../../decision/conclusion.ts';
import type { AskedRequirement } from '../../decision/questionnaire.ts';
import { requiredText } from '../../words/argument-words.ts';
import { ratingLabel } from '../../words/label.ts';
import { standingName } from '../../words/verdict.ts';
import { FirstFew } from './FirstFew.tsx';
import { criterionOf, OptionLink, ratingIn, wordsOf, type ResultProps } from './result-parts.tsx';

export function AskTheVendor(props: ResultProps): JSX.Element | null {
  const { names, outcome } = props;
  const { proven, ifConfirmed } = outcome.recommendation;
  const better = proven.flatMap(({ option, betterIfConfirmed }) =>
    betterIfConfirmed === null ? [] : [{ option, ...betterIfConfirmed }],
  );
  const toAsk = [
    ...ifConfirmed.map((entry) => ({ ...entry, isBetter: false })),
    ...better.map((entry) => ({ ...entry, isBetter: true })),
  ];
  if (toAsk.length === 0) return null;
  return (
    <section class="mt-8">
      <h2>Ask the {names.maker}</h2>
      <p class="mt-1 text-sm text-soft">
        Nothing found says that these fall short, and nothing proves that they do not.
      </p>
      <FirstFew
        {...props}
        as="ul"
        class="mt-2 grid gap-3"
        entries={toAsk}
        draw={({ option, mode, unproven, isBetter }) => (
          <li key={isBetter ? `${option} ${String(mode)}` : option}>
            <p class="font-semibold">{standingName({ option, mode }, names)}</p>
            {isBetter && (
              <p class="text-sm">
                {names.option(option)} meets everything otherwise, and would score higher so.
              </p>
            )}
            <ToConfirm {...props} standing={{ option, mode }} unproven={unproven} />
          </li>
        )}
      />
    </section>
  );
}

interface ToConfirmProps extends ResultProps {
  readonly standing: Standing;
  readonly unproven: readonly AskedRequirement[];
}

/** The question to put for each requirement, and what was found instead of an answer. */
function ToConfirm(props: ToConfirmProps): JSX.Element {
  const { release, base, standing, unproven } = props;
  return (
    <ul class="points text-sm">
      {unproven.map((requirement, i) => {
        const criterion = criterionOf(release, requirement.criterion);
        const rating = criterion === undefined ? null : ratingIn(props, standing, criterion);
        return (
          <li key={i}>
            Can you confirm “{requiredText(wordsOf(props), requirement)}”?
            {criterion !== undefined && rating !== null && (
              <span class="text-soft">
                {' '}
                Found so far:{' '}
                <OptionLink base={base} option={standing.option} criterion={criterion.slug}>
                  {ratingLabel(criterion.scale, rating)}
                  {rating.state === 'partial' && ', with caveats'}
                </OptionLink>
                .
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
