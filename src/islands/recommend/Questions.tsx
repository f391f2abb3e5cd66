/** The questions, by section; answered in any order, changed or taken back at will. */

import type { JSX } from 'preact';
import { NEUTRAL_ANSWERS, type Answers } from '../../decision/questionnaire.ts';
import { NEUTRAL_TEXTS } from '../../words/names.ts';
import type { QuestionTexts } from '../../words/recommender-texts.ts';

interface Props {
  readonly questions: readonly QuestionTexts[];
  readonly answers: Answers;
  /** Questions whose answer could not change anything now. */
  readonly moot: readonly string[];
  readonly onAnswer: (question: string, answer: string | null) => void;
}

export function Questions({ questions, answers, moot, onAnswer }: Props): JSX.Element {
  const sections = [...new Set(questions.map((q) => q.section))];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {sections.map((section) => (
        <section key={section} class="not-first:mt-8">
          <h2 class="mb-3">{section}</h2>
          {questions
            .filter((q) => q.section === section)
            .map((question) => (
              <Question
                key={question.slug}
                question={question}
                answer={answers[question.slug] ?? null}
                moot={moot.includes(question.slug)}
                onAnswer={(answer) => {
                  onAnswer(question.slug, answer);
                }}
              />
            ))}
        </section>
      ))}
    </form>
  );
}

interface QuestionProps {
  readonly question: QuestionTexts;
  readonly answer: string | null;
  readonly moot: boolean;
  readonly onAnswer: (answer: string | null) => void;
}

function Question({ question, answer, moot, onAnswer }: QuestionProps): JSX.Element {
  const { slug, help, why, answers } = question;
  const neutral = NEUTRAL_ANSWERS.map((name) => ({
    slug: name,
    text: NEUTRAL_TEXTS[name] ?? name,
    help: null,
    isNeutral: true,
  }));
  const choices = [...answers.map((own) => ({ ...own, isNeutral: false })), ...neutral];
  return (
    <fieldset
      class={`min-w-0 border-t border-line pt-3 pb-4 [&>legend+*]:clear-both ${moot ? 'text-soft' : ''}`}
      id={`ask-${slug}`}
    >
      <legend class="float-left mb-1.5 w-full font-semibold">{question.question}</legend>
      {moot && <p class="text-xs text-soft">No answer to this would change the order now.</p>}
      {choices.map((choice) => (
        <label
          key={choice.slug}
          class={choice.isNeutral ? 'choice mr-5 inline-flex text-soft' : 'choice'}
        >
          <input
            type="radio"
            name={slug}
            value={choice.slug}
            checked={answer === choice.slug}
            onChange={() => {
              onAnswer(choice.slug);
            }}
          />
          <span>
            {choice.text}
            {choice.help !== null && <span class="text-xs text-soft block">{choice.help}</span>}
          </span>
        </label>
      ))}
      <div class="flex flex-wrap justify-between gap-x-4 gap-y-0.75">
        <details>
          <summary class="min-h-6 text-xs text-soft">Why this is asked</summary>
          <p class="text-xs text-soft">{why}</p>
          {help !== null && <p class="text-xs text-soft">{help}</p>}
        </details>
        {answer !== null && (
          <button
            type="button"
            class="link"
            onClick={() => {
              onAnswer(null);
            }}
          >
            Take back<span class="sr-only"> the answer to: {question.question}</span>
          </button>
        )}
      </div>
    </fieldset>
  );
}
