/** All that follows from the answers, below the verdict. Renders on the server too. */

import type { JSX } from 'preact';
import { Asked } from './Asked.tsx';
import { Changes, Relax } from './Changes.tsx';
import { EliminatedList } from './Out.tsx';
import { Band } from './Ranking.tsx';
import type { ResultProps } from './result-parts.tsx';
import { AskTheVendor } from './Vendor.tsx';
import { WhyNot } from './WhyNot.tsx';

export function Result(props: ResultProps): JSX.Element {
  const { outcome, progress, onChange } = props;
  const { proven, ifConfirmed, factors } = outcome.recommendation;
  const title = factors.length > 0 ? 'The ranking' : 'What is left';
  return (
    <>
      <Relax {...props} />
      {proven.length > 0 && (
        <Band
          {...props}
          title={ifConfirmed.length > 0 ? `${title}: proven` : title}
          ranked={proven}
        />
      )}
      {ifConfirmed.length > 0 && (
        <Band
          {...props}
          title={`${title}: if the ${props.names.maker} confirms`}
          ranked={ifConfirmed}
        />
      )}
      <AskTheVendor {...props} />
      <EliminatedList {...props} />
      <Changes {...props} />
      {progress === 'failed' && factors.length > 0 && (
        <p class="mt-4 text-sm text-soft">
          What would change the answer could not be worked out here.
        </p>
      )}
      {onChange !== undefined && <WhyNot {...props} />}
      <Asked {...props} />
    </>
  );
}
