/** The recommender: questions on one side, the answer on the other, the address as its only memory. */

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AskState } from '../../links/ask.ts';
import { optionPath, reasonsPath, underBase } from '../../links/routes.ts';
import { openRelease } from '../../links/release.ts';
import { Advanced } from './Advanced.tsx';
import { isEmpty, useAsked } from './address-history.ts';
import { OldLink } from './OldLink.tsx';
import type { Reasons, RecommenderProps } from '../../words/recommender-texts.ts';
import { Questions } from './Questions.tsx';
import { Result } from './Result.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { namesOf, type Names } from '../../words/names.ts';
import { verdictText } from '../../words/sentences.ts';
import { tellHeight } from '../sticking.ts';
import { keepUnderTranslation } from '../translated.ts';
import { tellUnfollowed } from '../unfollowed.ts';
import { analysisIn } from './analyst.ts';
import { useAnswer, type Answer } from './answer.ts';

export function Recommender(props: RecommenderProps): JSX.Element {
  const release = useMemo(() => openRelease(props.release), [props.release]);
  const released = props.releases.includes(props.release.name) ? props.release.name : null;
  const asked = useAsked(release.vocabulary, released);
  const { state, unfollowed, read, change, linkTo } = asked;
  const { outcome, progress } = useAnswer({ release: props.release, opened: release }, state);
  const reasons = useReasons(props.base, !isEmpty(state));
  const names = useMemo(() => namesOf(release, props), [release, props]);

  // The page hides itself while a shared link is being read.
  useEffect(() => {
    if (read) delete document.documentElement.dataset.pending;
  }, [read]);

  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => (root.current === null ? undefined : keepUnderTranslation(root.current)),
    [],
  );
  useEffect(() => {
    tellUnfollowed(document, unfollowed);
  }, [unfollowed]);

  return (
    <div
      ref={root}
      class="ask mt-5 grid gap-x-12 gap-y-8 *:min-w-0 lg:grid-cols-[minmax(20rem,5fr)_minmax(0,7fr)] print:block"
    >
      <div class="print:hidden">
        <Questions
          questions={props.questions}
          answers={state.answers}
          moot={analysisIn(progress)?.moot ?? []}
          onAnswer={(question, answer) => {
            const { [question]: _before, ...others } = state.answers;
            change({
              ...state,
              answers: answer === null ? others : { ...others, [question]: answer },
            });
          }}
        />
        <Advanced
          release={release}
          names={names}
          state={state}
          preferences={outcome.preferences}
          onChange={change}
        />
      </div>
      <Peek outcome={outcome} progress={progress} names={names} empty={isEmpty(state)} />
      <div
        class="lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem-var(--tray,0px))] lg:self-start lg:overflow-y-auto lg:px-1 print:max-h-none print:overflow-visible"
        id="result"
        tabindex={-1}
      >
        <OldLink props={props} state={state} names={names} />
        <Exits props={props} state={state} />
        {isEmpty(state) ? (
          <p class="lead">
            Answer what you can, in any order. Each answer changes the result here at once, and the
            address of this page always leads back to it. Nothing is stored or sent.
          </p>
        ) : (
          <>
            <Result
              release={release}
              names={names}
              texts={props.options}
              base={props.base}
              state={state}
              outcome={outcome}
              progress={progress}
              reasons={reasons}
              linkTo={linkTo}
              onChange={change}
            />
            {props.never.length > 0 && (
              <p class="text-xs text-soft mt-4">
                Never recommended, since they are here for reference or have reached their end:{' '}
                {props.never.map(([slug, name], i) => (
                  <>
                    {i > 0 && ', '}
                    <a key={slug} href={underBase(props.base, optionPath(slug))}>
                      {name}
                    </a>
                  </>
                ))}
                .
              </p>
            )}
            <TakeAlong
              release={release}
              props={props}
              names={names}
              state={state}
              outcome={outcome}
              progress={progress}
              reasons={reasons}
              onRestart={() => {
                change({
                  ...state,
                  answers: {},
                  importances: {},
                  requirements: [],
                  strict: false,
                  levels: 'order-only',
                });
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}

interface PeekProps extends Answer {
  readonly names: Names;
  readonly empty: boolean;
}

/** On narrow screens, the answer in a line that stays in sight of the questions and leads to the rest. */
function Peek({ outcome, progress, names, empty }: PeekProps): JSX.Element | null {
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => (line.current === null ? undefined : tellHeight('peek', line.current)), [empty]);
  if (empty) return null;
  const robust = analysisIn(progress)?.robust ?? null;
  return (
    <a
      ref={line}
      class="peek fixed inset-x-0 bottom-[var(--tray,0px)] z-5 bg-ink px-4 py-3 font-semibold text-paper no-underline lg:hidden print:hidden"
      href="#result"
    >
      {verdictText(outcome.recommendation, robust, names.option)}
    </a>
  );
}

/** What answers say about not needing any of this. */
function Exits({ props, state }: { props: RecommenderProps; state: AskState }): JSX.Element | null {
  const exits = props.questions.flatMap(({ slug, answers }) =>
    answers.flatMap((answer) =>
      answer.slug === state.answers[slug] && answer.exit !== null ? [answer.exit] : [],
    ),
  );
  if (exits.length === 0) return null;
  return (
    <aside class="note">
      {exits.map((exit) => (
        <p key={exit}>{exit}</p>
      ))}
    </aside>
  );
}

/** Why ratings are what they are; fetched once, when first needed. */
function useReasons(base: string, needed: boolean): Reasons | null {
  const [reasons, setReasons] = useState<Reasons | null>(null);
  useEffect(() => {
    if (!needed || reasons !== null) return;
    fetch(underBase(base, reasonsPath()))
      .then(async (response) => {
        if (response.ok) setReasons((await response.json()) as Reasons);
      })
      .catch(() => {
        // Without a network the ratings still link to their reasons.
      });
  }, [base, needed, reasons]);
  return reasons;
}
