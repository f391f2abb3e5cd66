/** The recommender: questions on one side, the answer on the other, the address as its only memory. */

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../../decision/analysis.ts';
import { answerEffects } from '../../decision/answer-effect.ts';
import type { Answers } from '../../decision/questionnaire.ts';
import { EMPTY_ASK, type AskState } from '../../links/ask.ts';
import { questionnaireOf, type OpenedRelease } from '../../links/release.ts';
import { namesOf } from '../../words/names.ts';
import type { RecommenderProps, Start } from '../../words/recommender-texts.ts';
import { verdictText, waitsForShares } from '../../words/verdict.ts';
import { tellHeight } from '../sticking.ts';
import { keepUnderTranslation } from '../translated.ts';
import { tellUnfollowed } from '../unfollowed.ts';
import { Actions } from './Actions.tsx';
import { isEmpty, useAsked } from './address-history.ts';
import { Advanced } from './Advanced.tsx';
import { useAnswer } from './answer.ts';
import { exportsOf } from './exports.ts';
import { OldLink } from './OldLink.tsx';
import { Paper } from './Paper.tsx';
import { Questions, type Filled } from './Questions.tsx';
import { conclusionIn, OptionLink, type ResultProps } from './result-parts.tsx';
import { Exits } from './Exits.tsx';
import { Result } from './Result.tsx';
import { SkipToResult } from './SkipToResult.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { VERDICT, Verdict } from './Verdict.tsx';

interface Props extends RecommenderProps {
  /** The release, opened. */
  readonly opened: OpenedRelease;
  /** The outcome where nothing is asked, if it has been worked out. */
  readonly first?: Outcome;
  /** Is called when it shows what its address asks for. */
  readonly onRead?: () => void;
}

export function Recommender(props: Props): JSX.Element {
  const { opened: release, onRead } = props;
  const released = props.releases.includes(props.release.name) ? props.release.name : null;
  const { state, unfollowed, read, shared, change, linkTo } = useAsked(
    release.vocabulary,
    released,
  );
  const { outcome, progress } = useAnswer(
    { release: props.release, opened: release, first: props.first },
    state,
  );
  const names = useMemo(() => namesOf(release, props), [release, props]);
  const effects = useMemo(() => answerEffects(questionnaireOf(release), state), [release, state]);
  const filling = useFilling(props, state, change);

  // The page hides itself while a shared link is being read.
  useEffect(() => {
    if (!read) return;
    delete document.documentElement.dataset.pending;
    onRead?.();
  }, [read]);

  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => (root.current === null ? undefined : keepUnderTranslation(root.current)),
    [],
  );
  useEffect(() => {
    tellUnfollowed(document, unfollowed);
  }, [unfollowed]);

  const empty = isEmpty(state);
  const result: ResultProps = {
    release,
    names,
    texts: props.options,
    base: props.base,
    state,
    outcome,
    progress,
    linkTo,
    onChange: change,
  };
  const exports = exportsOf({ ...result, subject: props.subject });
  const count = Object.keys(state.answers).length;

  // It is much, and does not wait for the shares: kept, it is not drawn anew when they come.
  const form = useMemo(
    () => (
      <>
        <Questions
          questions={props.questions}
          starts={props.starts}
          answers={state.answers}
          effects={effects}
          next={outcome.next}
          filled={filling.filled}
          names={names}
          onStart={filling.start}
          onAnswer={filling.answer}
        />
        <Advanced
          release={release}
          names={names}
          state={state}
          preferences={outcome.preferences}
          onChange={change}
        />
      </>
    ),
    [props, release, names, state, outcome, effects, filling, change],
  );
  const answers = (
    <div key="answers" class="lg:col-start-1 lg:row-start-1">
      {shared ? (
        <details id="answers-given">
          <summary>
            <strong>Answers given ({count})</strong> · <span class="text-accent">change</span>
          </summary>
          <div class="mt-3">{form}</div>
        </details>
      ) : (
        form
      )}
    </div>
  );
  const card = (
    <section
      key="card"
      id="result"
      tabindex={-1}
      aria-label="The result"
      class={`${VERDICT} lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:max-h-[calc(100vh-2rem-var(--foot))] lg:self-start lg:overflow-y-auto`}
    >
      <Exits exits={names.exits(state.answers)} base={props.base} />
      <Verdict {...result}>
        {empty ? (
          <p class="mt-3">
            Answer what you can, in any order. Each answer changes the result here at once, and the
            address of this page always leads back to it. Nothing is stored or sent.
          </p>
        ) : (
          <Actions {...result} exports={exports} />
        )}
      </Verdict>
    </section>
  );
  const rest = (
    <div key="rest" class="lg:col-start-1 lg:row-start-2">
      {!empty && (
        <>
          <Result {...result} />
          <Never props={props} />
          <TakeAlong {...result} exports={exports} />
        </>
      )}
    </div>
  );
  return (
    <div ref={root} class={`ask mt-4 ${empty || shared ? '' : 'max-lg:pb-12'}`}>
      <SkipToResult />
      {!empty && <Paper {...result} exports={exports} />}
      <div class="print:hidden">
        <OldLink props={props} release={release} state={state} names={names} />
      </div>
      <div class="mt-3 grid gap-x-10 gap-y-6 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] print:hidden">
        {shared ? [card, answers, rest] : [answers, card, rest]}
      </div>
      {!empty && !shared && <Peek {...result} />}
    </div>
  );
}

interface Filling {
  readonly filled: Filled | null;
  readonly start: (start: Start | null) => void;
  readonly answer: (question: string, given: readonly string[]) => void;
}

/** Answers that a start fills in, told from those that the reader gives. */
function useFilling(
  { questions }: RecommenderProps,
  state: AskState,
  change: (next: AskState) => void,
): Filling {
  const [last, setLast] = useState<{ start: Start; touched: readonly string[] } | null>(null);
  return useMemo(() => {
    const untouched = (): readonly string[] =>
      Object.entries(last?.start.answers ?? {}).flatMap(([question, given]) =>
        last?.touched.includes(question) === true ||
        state.answers[question]?.join() !== given.join()
          ? []
          : [question],
      );
    const set = (answers: Answers): void => {
      const ordered = questions.flatMap(({ slug }) => {
        const given = answers[slug];
        return given === undefined || given.length === 0 ? [] : [[slug, given] as const];
      });
      change({ ...state, answers: Object.fromEntries(ordered) });
    };
    return {
      filled: last === null ? null : { start: last.start, untouched: untouched() },
      start: (start) => {
        if (start === null) {
          setLast(null);
          change({ ...EMPTY_ASK, on: state.on });
          return;
        }
        // What the reader has answered stays.
        const filledIn = untouched();
        const own = Object.entries(state.answers).filter(([slug]) => !filledIn.includes(slug));
        setLast({ start, touched: own.map(([slug]) => slug) });
        set({ ...start.answers, ...Object.fromEntries(own) });
      },
      answer: (question, given) => {
        if (last !== null) setLast({ ...last, touched: [...last.touched, question] });
        set({ ...state.answers, [question]: given });
      },
    };
  }, [questions, state, change, last]);
}

/** On narrow screens, the verdict in a line that stays in sight of the questions and leads to the rest. */
function Peek(props: ResultProps): JSX.Element {
  const { outcome, progress, names } = props;
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => (line.current === null ? undefined : tellHeight('peek', line.current)), []);
  const waits = progress === 'pending' && waitsForShares(outcome.conclusion);
  return (
    <a
      ref={line}
      class="peek fixed inset-x-0 bottom-[var(--tray,0px)] z-5 max-h-20 overflow-hidden bg-ink after:content-['_↓'] px-4 py-3 font-semibold text-paper no-underline lg:hidden print:hidden"
      href="#result"
    >
      {waits ? 'Being worked out …' : verdictText(conclusionIn(props), names)}
    </a>
  );
}

function Never({ props: { never, base } }: { props: RecommenderProps }): JSX.Element | null {
  if (never.length === 0) return null;
  return (
    <p class="mt-6 text-xs text-soft">
      Never recommended, since they are here for reference or have reached their end:{' '}
      {never.map(([slug, name], i) => (
        <>
          {i > 0 && ', '}
          <OptionLink key={slug} base={base} option={slug}>
            {name}
          </OptionLink>
        </>
      ))}
      .
    </p>
  );
}
