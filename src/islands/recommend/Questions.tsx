/** The questions: where to start from, the core ones as cards, the most useful next, and the others. */

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnswerEffect } from '../../decision/answer-effect.ts';
import type { QuestionWorth } from '../../decision/next-question.ts';
import { NEUTRAL_ANSWERS, type Answers } from '../../decision/questionnaire.ts';
import { NEUTRAL_TEXTS, type Names } from '../../words/names.ts';
import { effectText, isIdle, worthText } from '../../words/question-words.ts';
import type { QuestionTexts, Start } from '../../words/recommender-texts.ts';
import { SkipToResult } from './SkipToResult.tsx';
import { keptSlots } from './slots.ts';

interface Props {
  readonly questions: readonly QuestionTexts[];
  readonly starts: readonly Start[];
  readonly answers: Answers;
  readonly effects: Readonly<Record<string, AnswerEffect>>;
  /** Most useful first; empty where nothing is left. */
  readonly next: readonly QuestionWorth[];
  /** The start that was filled in last, and whose answers nobody has touched since. */
  readonly filled: Filled | null;
  readonly names: Names;
  readonly onStart: (start: Start | null) => void;
  readonly onAnswer: (question: string, given: readonly string[]) => void;
}

/** Answers that a start has filled in. */
export interface Filled {
  readonly start: Start;
  /** Questions whose answer the reader has not touched since. */
  readonly untouched: readonly string[];
}

const CARD = 'rounded-sm border border-line bg-card px-3.5 pt-1.5 pb-2';

/** An answer that looks like a part of a switch; the control itself lies over its words. */
const SEGMENT =
  'segment relative rounded-sm border py-0.75 text-sm leading-tight hover:border-accent has-checked:border-accent has-checked:bg-accent has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';
const NEUTRAL = 'border-transparent px-1.25 text-soft';

export function Questions(props: Props): JSX.Element {
  const { questions, answers, next } = props;
  // Content without core questions has its sections as cards.
  const hasCore = questions.some((q) => q.card !== null);
  const cardOf = (q: QuestionTexts): string | null => (hasCore ? q.card : q.section);
  const cards = [...new Set(questions.flatMap((q) => cardOf(q) ?? []))];
  const others = questions.filter((q) => cardOf(q) === null);
  const isOther = (slug: string): boolean => others.some((q) => q.slug === slug);
  const worth = new Map(next.map((w) => [w.question, w]));

  // What is in sight stays where it is; what is most useful next is added after it.
  const slots = useRef<readonly string[]>([]);
  slots.current = keptSlots(
    slots.current,
    Object.keys(answers).filter(isOther),
    next
      .filter((w) => !isIdle(w))
      .map((w) => w.question)
      .filter(isOther),
  );
  const shown = slots.current;
  const rest = others.filter((q) => !shown.includes(q.slug));
  const given = rest.filter((q) => answers[q.slug] !== undefined);
  const order = next.map((w) => w.question);
  const place = (slug: string): number => order.indexOf(slug);
  const more = rest
    .filter((q) => answers[q.slug] === undefined)
    .toSorted((a, b) => place(a.slug) - place(b.slug));

  const ask = (question: QuestionTexts): JSX.Element => (
    <Question
      key={question.slug}
      {...props}
      question={question}
      worth={hasCore && cardOf(question) !== null ? null : (worth.get(question.slug) ?? null)}
    />
  );
  const form = useRef<HTMLFormElement>(null);
  useKeptFocus(form);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Begin {...props} />
      <div class="mt-3 grid gap-2.5">
        {cards.map((card) => {
          const own = questions.filter((q) => cardOf(q) === card);
          // A question that stands alone says by itself what it is about.
          return (
            <section key={card} class={CARD} aria-label={card}>
              {own.length > 1 && <h2 class="text-sm">{card}</h2>}
              {own.map(ask)}
              <SkipToResult />
            </section>
          );
        })}
      </div>
      {given.length > 0 && (
        <details class="mt-6" open={given.length < 4}>
          <summary>Also answered ({given.length})</summary>
          <div class="grid gap-3">{given.map(ask)}</div>
        </details>
      )}
      {shown.length > 0 && (
        <section class={`${CARD} mt-6`}>
          <h2 class="text-base">Most useful next</h2>
          {shown.flatMap((slug) => others.filter((q) => q.slug === slug)).map(ask)}
          <SkipToResult />
        </section>
      )}
      {more.length > 0 && (
        <details class="mt-6">
          <summary>More questions ({more.length})</summary>
          <p class="mt-1 text-sm text-soft">Those that can still change the most come first.</p>
          <div class="grid gap-3">{more.map(ask)}</div>
        </details>
      )}
    </form>
  );
}

/** Where to start from, and how many questions have been answered. */
function Begin({ questions, starts, answers, filled, onStart }: Props): JSX.Element {
  const count = questions.filter((q) => answers[q.slug] !== undefined).length;
  return (
    <div class="flex flex-wrap items-center gap-1.5">
      {starts.length > 0 && (
        <>
          <span class="text-sm text-soft">Start from</span>
          {starts.map((start) => (
            <button
              key={start.slug}
              type="button"
              class="button"
              aria-pressed={filled?.start === start}
              onClick={() => {
                onStart(start);
              }}
            >
              {start.name}
            </button>
          ))}
        </>
      )}
      {count > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onStart(null);
          }}
        >
          Start over
        </button>
      )}
      <span class="ml-auto text-sm text-soft" role="status">
        {count} of {questions.length} answered
      </span>
    </div>
  );
}

interface QuestionProps extends Props {
  readonly question: QuestionTexts;
  /** What it can still do, where that is told. */
  readonly worth: QuestionWorth | null;
}

function Question(props: QuestionProps): JSX.Element {
  const { question, worth, effects, filled, names, onAnswer } = props;
  const { slug, help, several } = question;
  const given = props.answers[slug] ?? [];
  const neutral = NEUTRAL_ANSWERS.map((name) => ({
    slug: name,
    text: NEUTRAL_TEXTS[name] ?? name,
    help: null,
  }));
  const isNeutral = (answer: string): boolean => neutral.some((n) => n.slug === answer);
  const choose = (answer: string, isChosen: boolean): void => {
    if (!several || isNeutral(answer)) onAnswer(slug, isChosen ? [answer] : []);
    else {
      const kept = given.filter((a) => a !== answer && !isNeutral(a));
      const chosen = isChosen ? [...kept, answer] : kept;
      onAnswer(
        slug,
        question.answers.map((a) => a.slug).filter((a) => chosen.includes(a)),
      );
    }
  };
  const chosen = question.answers.filter((a) => given.includes(a.slug));
  const effect = effects[slug];
  const notes = [
    ...chosen.flatMap((a) => a.help ?? []),
    ...(effect === undefined || chosen.length === 0 || saysSo(chosen) ? [] : [effectText(effect)]),
    ...(worth === null ? [] : [worthText(worth, names)]),
  ].filter((note) => note !== null);
  const isFilled = filled !== null && given.length > 0 && filled.untouched.includes(slug);
  return (
    <div
      class={`min-w-0 py-1 ${isFilled ? 'filled -ml-2.5 border-l-2 border-accent pl-2' : ''}`}
      id={`ask-${slug}`}
      role={several ? 'group' : 'radiogroup'}
      aria-labelledby={`asked-${slug}`}
    >
      <div class="flex flex-wrap items-baseline gap-x-3">
        <p class="min-w-0 flex-1">
          <span class="font-semibold" id={`asked-${slug}`}>
            {question.question}
          </span>
          {several && <span class="text-xs text-soft"> Choose all that apply.</span>}
          {isFilled && (
            <>
              {' '}
              <span class="badge">filled in: {filled.start.name}</span>
            </>
          )}
        </p>
        {given.length > 0 && (
          <button
            type="button"
            class="link text-xs!"
            onClick={() => {
              onAnswer(slug, []);
            }}
          >
            Clear<span class="sr-only">: {question.question}</span>
          </button>
        )}
        <Why {...question} />
      </div>
      {help !== null && <p class="text-xs text-soft">{help}</p>}
      <div class="mt-1.5 flex flex-wrap gap-1.5">
        {[...question.answers, ...neutral].map((choice) => (
          <label
            key={choice.slug}
            class={`${SEGMENT} ${isNeutral(choice.slug) ? NEUTRAL : 'border-rule bg-paper px-2.5'}`}
          >
            <input
              class="absolute inset-0 m-0 size-full cursor-pointer opacity-0"
              type={several ? 'checkbox' : 'radio'}
              name={slug}
              value={choice.slug}
              checked={given.includes(choice.slug)}
              onChange={(event) => {
                choose(choice.slug, event.currentTarget.checked);
              }}
            />
            {several && given.includes(choice.slug) && '✓ '}
            {choice.text}
          </label>
        ))}
      </div>
      {notes.length > 0 && <p class="mt-1 text-xs text-soft">{notes.join(' ')}</p>}
    </div>
  );
}

/** Why a question is asked, and what its answers mean, for those who want to know first. */
function Why({ question, why, answers }: QuestionTexts): JSX.Element {
  return (
    <details class="text-xs text-soft open:basis-full">
      <summary class="min-h-6">
        Why?<span class="sr-only"> {question}</span>
      </summary>
      <p>{why}</p>
      <ul class="points">
        {answers.map(
          (answer) =>
            answer.help !== null && (
              <li key={answer.slug}>
                {answer.text}: {answer.help}
              </li>
            ),
        )}
      </ul>
    </details>
  );
}

/** Whether content itself says what an answer does not do. */
const saysSo = (chosen: QuestionTexts['answers']): boolean =>
  chosen.some(({ help }) => help?.includes('nothing out') === true);

/** Gives the focus back to an answer whose question has been moved. */
function useKeptFocus(form: { readonly current: HTMLFormElement | null }): void {
  const last = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const { current } = form;
    if (current === null) return undefined;
    const keep = (): void => {
      last.current =
        document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
    };
    current.addEventListener('change', keep, { capture: true });
    return () => {
      current.removeEventListener('change', keep, { capture: true });
    };
  }, [form]);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) last.current?.focus({ preventScroll: true });
    last.current = null;
  });
}
