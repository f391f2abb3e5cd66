/** What an older link said when it was made, where that differs from today, and what made the difference. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AskState } from '../../links/ask.ts';
import { optionPath, releasePath, underBase } from '../../links/routes.ts';
import type { Release } from '../../links/release.ts';
import { explainDrift, type Drift } from '../../links/drift.ts';
import { ratingLabel } from '../../words/label.ts';
import { listed } from '../../words/sentences.ts';
import type { Names } from '../../words/names.ts';
import type { RecommenderProps } from '../../words/recommender-texts.ts';

interface Props {
  readonly props: RecommenderProps;
  readonly state: AskState;
  readonly names: Names;
}

export function OldLink({ props, state, names }: Props): JSX.Element | null {
  const { on } = state;
  const current = props.release.name;
  const [drift, setDrift] = useState<Drift | 'missing' | null>(null);

  useEffect(() => {
    setDrift(null);
    if (on === null || on === current) return;
    if (!props.releases.includes(on)) {
      setDrift('missing');
      return;
    }
    fetch(underBase(props.base, releasePath(on)))
      .then(async (response) => {
        const before = (await response.json()) as Release;
        setDrift(explainDrift(before, props.release, state));
      })
      .catch(() => {
        setDrift('missing');
      });
  }, [on, state, current]);

  if (on === null || on === current || drift === null) return null;
  if (drift === 'missing') {
    return (
      <aside class="note">
        <p>
          This link was made with the content of <strong>{on}</strong>, which this site does not
          have. The answer below is today’s.
        </p>
      </aside>
    );
  }
  const lead = (slug: string | null): string => (slug === null ? 'no option' : names.option(slug));
  return (
    <aside class="note">
      <p>
        This link was made with the content of <strong>{on}</strong>.{' '}
        {drift.before === drift.after ? (
          <>Today’s leader is the same, {lead(drift.after)}.</>
        ) : (
          <>
            Then {lead(drift.before)} led; today it is {lead(drift.after)}.
          </>
        )}
      </p>
      {drift.orderChanged && drift.decisive.length > 0 && (
        <>
          <p>What made the difference:</p>
          <ul class="points">
            {drift.decisive.map(({ option, criterion, before, after, scale }) => (
              <li key={`${option} ${criterion}`}>
                <a href={underBase(props.base, optionPath(option, criterion))}>
                  {names.factor(criterion)} of {names.option(option)}
                </a>
                : {before === null ? 'not rated' : ratingLabel(scale, before)} then,{' '}
                {after === null ? 'no longer rated' : ratingLabel(scale, after)} now
              </li>
            ))}
          </ul>
        </>
      )}
      {drift.orderChanged && drift.decisive.length === 0 && (
        <p>
          {drift.changed === 0
            ? 'No rating that counts here has changed; the questions or the method have.'
            : 'No single change made the difference; several together did.'}
        </p>
      )}
      {drift.added.length > 0 && <p>New since then: {listed(drift.added.map(names.option))}.</p>}
    </aside>
  );
}
