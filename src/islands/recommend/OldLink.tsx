/** What an older link said when it was made, and what made the difference, under four heads. */

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Lead } from '../../decision/evaluation.ts';
import type { AskState } from '../../links/ask.ts';
import { explainDrift, type DecisiveChange, type Drift } from '../../links/drift.ts';
import { releasePath, underBase } from '../../links/routes.ts';
import { openRelease, type OpenedRelease, type Release } from '../../links/release.ts';
import { ratingLabel } from '../../words/label.ts';
import type { Names } from '../../words/names.ts';
import type { RecommenderProps } from '../../words/recommender-texts.ts';
import { counted, listed } from '../../words/sentences.ts';
import { fetchData } from '../named-data.ts';
import { OptionLink } from './result-parts.tsx';

interface Props {
  readonly props: RecommenderProps;
  readonly release: OpenedRelease;
  readonly state: AskState;
  readonly names: Names;
}

interface Explained {
  readonly then: OpenedRelease;
  readonly drift: Drift;
}

export function OldLink({ props, release, state, names }: Props): JSX.Element | null {
  const { on } = state;
  const [found, setFound] = useState<Explained | 'missing' | 'failed' | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    setFound(null);
    if (on === null || on === release.name) return;
    if (!props.releases.includes(on)) {
      setFound('missing');
      return;
    }
    // What comes late is of another state than that which is shown by then.
    let isCurrent = true;
    fetchData(underBase(props.base, releasePath(on)))
      .then((data) => {
        if (!isCurrent) return;
        const then = openRelease(data as Release);
        setFound({ then, drift: explainDrift(then, release, state) });
      })
      .catch(() => {
        if (isCurrent) setFound('failed');
      });
    return () => {
      isCurrent = false;
    };
  }, [on, state, release, tries]);

  if (on === null || on === release.name || found === null) return null;
  if (found === 'missing' || found === 'failed') {
    return (
      <aside class="note">
        <p>
          This link was made with the content of <strong>{on}</strong>, which{' '}
          {found === 'missing' ? 'this site does not have' : 'could not be loaded'}. The answer
          below is today’s.{' '}
          {found === 'failed' && (
            <button
              type="button"
              class="link"
              onClick={() => {
                setTries(tries + 1);
              }}
            >
              Try again
            </button>
          )}
        </p>
      </aside>
    );
  }
  const { then, drift } = found;
  // What has gone since has its name from then.
  const optionName = (slug: string): string =>
    release.model.options.some((o) => o.slug === slug)
      ? names.option(slug)
      : (then.model.options.find((o) => o.slug === slug)?.name ?? slug);
  return (
    <aside class="note">
      <p>
        This link was made with the content of <strong>{on}</strong>.{' '}
        {drift.changed
          ? `Then ${ledText(drift.before, optionName, names)}; today ${ledText(drift.after, optionName, names)}.`
          : `Who leads is the same today: ${listed(drift.after.options.map(optionName))}.`}
      </p>
      <Heads drift={drift} names={names} optionName={optionName} base={props.base} />
    </aside>
  );
}

/** Who led: “Black tea led”, “Black tea and Rooibos led, if the maker confirms”. */
function ledText(
  { band, options }: Lead,
  optionName: (slug: string) => string,
  { maker }: Names,
): string {
  if (band === null) return 'nothing is left';
  const who =
    options.length > 4 ? counted(options.length, 'option') : listed(options.map(optionName));
  return `first ${options.length === 1 ? 'is' : 'are'} ${who}${band === 'proven' ? '' : `, if the ${maker} confirms`}`;
}

interface HeadsProps {
  readonly drift: Drift;
  readonly names: Names;
  readonly optionName: (slug: string) => string;
  readonly base: string;
}

/** What differs under each head, and whether that alone would change who leads. */
function Heads({ drift, names, optionName, base }: HeadsProps): JSX.Element | null {
  const { ratings, options, answers, method } = drift;
  const { added, removed, split } = options;
  const heads = [
    ratings.count === 0 ? null : (
      <Head key="ratings" name="Ratings" drift={drift} changes={ratings.changes}>
        {counted(ratings.count, 'rating')} that {ratings.count === 1 ? 'counts' : 'count'} here{' '}
        {ratings.count === 1 ? 'has' : 'have'} changed.
        {ratings.decisive.length > 0 && (
          <ul class="points">
            {ratings.decisive.map((change) => (
              <li key={`${change.option} ${String(change.mode)} ${change.criterion}`}>
                <OptionLink base={base} option={change.option} criterion={change.criterion}>
                  {names.factor(change.criterion)} of {optionName(change.option)}
                </OptionLink>
                {changeText(change)}
              </li>
            ))}
          </ul>
        )}
      </Head>
    ),
    added.length + removed.length + split.length === 0 ? null : (
      <Head key="options" name="Options and modes" drift={drift} changes={options.changes}>
        {[
          ...(added.length > 0 ? [`New: ${listed(added.map(optionName))}.`] : []),
          ...(removed.length > 0 ? [`Gone: ${listed(removed.map(optionName))}.`] : []),
          ...(split.length > 0
            ? [`Rated by the way they are run: ${listed(split.map(optionName))}.`]
            : []),
        ].join(' ')}
      </Head>
    ),
    answers.questions.length === 0 ? null : (
      <Head key="answers" name="What an answer means" drift={drift} changes={answers.changes}>
        Other requirements or weights follow from your answer to{' '}
        {listed(answers.questions.map((slug) => `“${names.question(slug)}”`))}.
      </Head>
    ),
    !method.differs ? null : (
      <Head key="method" name="Method" drift={drift} changes={method.changes}>
        Scores are worked out in another way.
      </Head>
    ),
  ].filter((head) => head !== null);
  if (heads.length === 0) return null;
  return (
    <details class="mt-1">
      <summary>{drift.changed ? 'What made the difference' : 'What has changed since'}</summary>
      <dl class="mt-2 grid gap-2 text-sm">{heads}</dl>
    </details>
  );
}

interface HeadProps {
  readonly name: string;
  readonly drift: Drift;
  readonly changes: boolean;
  readonly children: ComponentChildren;
}

function Head({ name, drift, changes, children }: HeadProps): JSX.Element {
  return (
    <div>
      <dt class="font-semibold">
        {name}
        {drift.changed && (
          <span class="font-normal text-soft">
            {changes ? ': this alone changes who leads' : ': this alone changes nothing'}
          </span>
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function changeText({ scale, before, after }: DecisiveChange): string {
  const then = before === null ? 'not rated' : ratingLabel(scale, before);
  const now = after === null ? 'no longer rated' : ratingLabel(scale, after);
  return `: ${then} then, ${now} now`;
}
