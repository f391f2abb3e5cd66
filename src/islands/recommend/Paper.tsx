/** The answer on one page of paper; it is not shown on a screen. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { leadingBand } from '../../decision/recommend.ts';
import { missText, requiredText } from '../../words/argument-words.ts';
import { dateInWords } from '../../words/dates.ts';
import { listed } from '../../words/sentences.ts';
import { FIRST_ENTRIES } from '../../words/long-lists.ts';
import { countsText, modesText, verdictText } from '../../words/verdict.ts';
import { dayOf } from '../reader-day.ts';
import type { Exports } from './exports.ts';
import { conclusionIn, wordsOf, type ResultProps } from './result-parts.tsx';
import { Case } from './Verdict.tsx';

interface Props extends ResultProps {
  readonly exports: Exports;
}

/** The reader’s day, which on a page that stays open is another by the time it is printed. */
function useToday(): string {
  const [today, setToday] = useState(() => dayOf(new Date()));
  useEffect(() => {
    const look = (): void => {
      setToday(dayOf(new Date()));
    };
    addEventListener('beforeprint', look);
    return () => {
      removeEventListener('beforeprint', look);
    };
  }, []);
  return today;
}

export function Paper(props: Props): JSX.Element {
  const { names, state, outcome, exports } = props;
  const words = wordsOf(props);
  const today = useToday();
  const { eliminated } = outcome.recommendation;
  const requirements = [
    ...new Set(outcome.preferences.requirements.map((r) => requiredText(words, r))),
  ];
  return (
    <div class="paper hidden print:block">
      <p>
        {dateInWords(today)} · <span class="wrap-anywhere">{exports.permalink()}</span>
      </p>
      {names.exits(state.answers).map(({ text }) => (
        <p key={text} class="mt-3">
          {text}
        </p>
      ))}
      <p class="mt-3 font-serif text-xl font-semibold">{verdictText(conclusionIn(props), names)}</p>
      <p>{countsText(outcome.recommendation, names)}.</p>
      {leadingBand(outcome.recommendation)
        .slice(0, 3)
        .map((ranked) => {
          const modes = modesText(ranked, names);
          return (
            <section key={ranked.option} class="mt-3 break-inside-avoid">
              <h3>
                {names.option(ranked.option)}
                {modes !== null && `, ${modes}`}
              </h3>
              <Case {...props} standing={ranked} />
            </section>
          );
        })}
      <h2 class="mt-4">Answers</h2>
      <ul class="mt-1">
        {Object.entries(state.answers).map(([question, given]) => (
          <li key={question}>
            {names.question(question)}{' '}
            <strong>{listed(given.map((answer) => names.answer(question, answer)))}</strong>
          </li>
        ))}
      </ul>
      {requirements.length > 0 && (
        <>
          <h2 class="mt-4">Requirements</h2>
          <ul class="mt-1">
            {requirements.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {eliminated.length > 0 && (
        <>
          <h2 class="mt-4">Out</h2>
          <ul class="mt-1">
            {eliminated.slice(0, FIRST_ENTRIES).map((entry) => (
              <li key={entry.option}>
                <strong>{names.option(entry.option)}</strong>:{' '}
                {[...new Set(entry.failed.map((f) => missText(words, entry, f.requirement)))].join(
                  '; ',
                )}
              </li>
            ))}
            {eliminated.length > FIRST_ENTRIES && (
              <li>and {eliminated.length - FIRST_ENTRIES} more</li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}
