/** What is asked: the requirements and weights in force. */

import type { JSX } from 'preact';
import { requiredText } from '../../words/argument-words.ts';
import { counted, listed, percent } from '../../words/sentences.ts';
import { type ResultProps, wordsOf } from './result-parts.tsx';

/** What is asked: the requirements and weights in force, with the answers that they come from. */
export function Asked(props: ResultProps): JSX.Element | null {
  const { names, outcome } = props;
  const { requirements } = outcome.preferences;
  const { factors, decided, idleEnough } = outcome.recommendation;
  if (requirements.length + factors.length === 0) return null;
  const manyNice = factors.filter((f) => f.importance === 'nice');
  const critical = factors.filter((f) => f.importance === 'critical');
  const niceWeight = manyNice.reduce((sum, f) => sum + f.weight, 0);
  const outweighed = critical.some((f) => f.weight < niceWeight);
  return (
    <details class="mt-8">
      <summary>
        What your answers come to: {counted(requirements.length, 'requirement')},{' '}
        {counted(factors.length, 'thing')} weighed
      </summary>
      {requirements.length > 0 && (
        <ul class="points mt-2">
          {requirements.map((requirement, i) => (
            <li key={i}>
              {requiredText(wordsOf(props), requirement)}
              <span class="text-xs text-soft">
                {requirement.question === null
                  ? ' (set by hand)'
                  : ` (${names.question(requirement.question)})`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {factors.length > 0 && (
        <div
          class="overflow-x-auto print:overflow-visible"
          tabindex={0}
          role="group"
          aria-label="Table"
        >
          <table class="weights mt-2">
            <caption>Weights, averaged over all that agree with your priorities</caption>
            <tbody>
              {factors.map((factor) => (
                <tr key={factor.slug}>
                  <th scope="row">{names.factor(factor.slug)}</th>
                  <td>{factor.importance}</td>
                  <td class="text-right whitespace-nowrap">{percent(factor.weight)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {outweighed && (
        <p class="text-xs text-soft">
          Together, what is merely nice outweighs a single critical thing here. Set some of it to
          “ignore” if that is not what you mean.
        </p>
      )}
      {decided.length > 0 && (
        <p class="text-xs text-soft">
          {listed(decided.map(names.factor))} {decided.length === 1 ? 'is' : 'are'} not weighed: a
          requirement has decided it already.
        </p>
      )}
      {idleEnough.length > 0 && (
        <p class="text-xs text-soft">
          You said how much is enough of {listed(idleEnough.map(names.factor))}, but it is not
          weighed, so that changes nothing.
        </p>
      )}
    </details>
  );
}
