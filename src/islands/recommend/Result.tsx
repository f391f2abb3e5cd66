/** The answer: headline, ranking, eliminations, and what would change it. Renders on the server too. */

import type { JSX } from 'preact';
import { headline } from '../../decision/recommend.ts';
import { counted, needsSamples, robustnessText, verdictText } from '../../words/sentences.ts';
import { Asked } from './Asked.tsx';
import { Changes } from './Changes.tsx';
import { EliminatedList } from './Out.tsx';
import { Band } from './Ranking.tsx';
import { analysisIn } from './analyst.ts';
import type { ResultProps } from './result-parts.ts';

export function Result(props: ResultProps): JSX.Element {
  const { names, outcome, progress } = props;
  const { recommendation } = outcome;
  const samples = analysisIn(progress)?.robust ?? null;
  const robust = robustText(props);
  const { proven, ifConfirmed, eliminated } = recommendation;
  const counts = [
    counted(proven.length, 'option meets everything', 'options meet everything'),
    ...(ifConfirmed.length > 0 ? [`${String(ifConfirmed.length)} to be confirmed`] : []),
    `${String(eliminated.length)} out`,
  ].join(', ');

  return (
    <div>
      <div
        role="status"
        class="headline flex flex-col gap-1.25 border-t-[0.15rem] border-accent pt-3"
      >
        <p class="font-serif text-xl font-semibold">
          {verdictText(recommendation, samples, names.option)}
        </p>
        {robust !== null && <p>{robust}</p>}
        <p class="text-soft">{counts}.</p>
      </div>
      <Asked {...props} />
      {proven.length > 0 && (
        <Band
          title={ifConfirmed.length > 0 ? 'Proven to meet everything' : 'The ranking'}
          ranked={proven}
          {...props}
        />
      )}
      {ifConfirmed.length > 0 && (
        <Band title="If it can be confirmed" ranked={ifConfirmed} {...props} />
      )}
      <EliminatedList {...props} />
      <Changes {...props} />
    </div>
  );
}

/** How robust the answer is, or why that is not told; null where there is nothing to tell. */
function robustText({ names, outcome: { recommendation }, progress }: ResultProps): string | null {
  if (!needsSamples(recommendation)) return null;
  if (progress === 'pending') return 'How robust this is, is being worked out …';
  if (progress === 'failed') {
    return 'How robust this is could not be worked out here; the order is that of the scores alone.';
  }
  return robustnessText(headline(recommendation, progress.robust), names.option);
}
