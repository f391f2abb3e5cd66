/** The answer to a state: what can be told of it at once, and what is worked out beside the page. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { outcomeOf, type Outcome } from '../../decision/analysis.ts';
import type { AskState } from '../../links/ask.ts';
import { questionnaireOf, type OpenedRelease, type Release } from '../../links/release.ts';
import { Analyst, type Analysed, type Progress } from './analyst.ts';

export interface Answer {
  readonly outcome: Outcome;
  readonly progress: Progress;
}

/** The answer to a state. All of it is of that very state: of an earlier one, nothing is shown. */
export function useAnswer(
  { release, opened }: { readonly release: Release; readonly opened: OpenedRelease },
  state: AskState,
): Answer {
  const outcome = useMemo(() => outcomeOf(questionnaireOf(opened), state), [opened, state]);
  const analyst = useRef<Analyst | null>(null);
  const [done, setDone] = useState<{ readonly of: AskState; readonly analysed: Analysed } | null>(
    null,
  );

  useEffect(() => {
    const started = new Analyst(
      release,
      () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    );
    analyst.current = started;
    return () => {
      started.stop();
    };
  }, [release]);

  useEffect(() => {
    analyst.current?.ask(state, (analysed) => {
      setDone({ of: state, analysed });
    });
  }, [release, state]);

  return { outcome, progress: done?.of === state ? done.analysed : 'pending' };
}
