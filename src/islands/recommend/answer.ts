/** The answer to a state: what can be told of it at once, and what is worked out beside the page. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { outcomeOf, type Outcome } from '../../decision/analysis.ts';
import { EMPTY_ASK, type AskState } from '../../links/ask.ts';
import { questionnaireOf, type OpenedRelease, type Release } from '../../links/release.ts';
import { isEmpty } from './address-history.ts';
import { Analyst, type Analysed, type Progress } from './analyst.ts';

export interface Answer {
  readonly outcome: Outcome;
  readonly progress: Progress;
}

/** In milliseconds: sooner than so, hardly anybody answers a first question. */
const READING = 2000;

/** What is answered from. */
interface Basis {
  readonly release: Release;
  readonly opened: OpenedRelease;
  /** The outcome of `EMPTY_ASK`, if it has been worked out. */
  readonly first: Outcome | undefined;
}

/** The answer to a state. All of it is of that very state: of an earlier one, nothing is shown. */
export function useAnswer({ release, opened, first }: Basis, state: AskState): Answer {
  const outcome = useMemo(
    () =>
      state === EMPTY_ASK && first !== undefined
        ? first
        : outcomeOf(questionnaireOf(opened), state),
    [opened, first, state],
  );
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

  const isAsked = !isEmpty(state);
  useEffect(() => {
    const ask = (): void => {
      analyst.current?.ask(state, (analysed) => {
        setDone({ of: state, analysed });
      });
    };
    if (isAsked) {
      ask();
      return undefined;
    }
    // Nothing is shown of it: the worker is only made ready, while the reader reads.
    const timer = setTimeout(ask, READING);
    return () => {
      clearTimeout(timer);
    };
  }, [release, state, isAsked]);

  return { outcome, progress: done?.of === state ? done.analysed : 'pending' };
}
