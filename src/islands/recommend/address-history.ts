/** The address bar as the state of the recommender: one step of history for each change. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import { HistorySteps } from '../history-steps.ts';
import {
  EMPTY_ASK,
  formatAsk,
  parseAsk,
  type AskState,
  type AskVocabulary,
  type ReadAsk,
} from '../../links/ask.ts';

export interface Asked extends ReadAsk {
  /** Whether the address has been read yet. */
  readonly read: boolean;
  /** Whether the page was opened by a link that asks something. */
  readonly shared: boolean;
  /** Changes the state, as a step that “back” undoes. */
  readonly change: (next: AskState) => void;
  /** The address of a state. */
  readonly linkTo: (state: AskState) => string;
}

/** Whether nothing is asked at all. */
export function isEmpty(state: AskState): boolean {
  const { answers, importances, requirements, strict, levels } = state;
  return (
    Object.keys(answers).length + Object.keys(importances).length + requirements.length === 0 &&
    !strict &&
    levels === EMPTY_ASK.levels
  );
}

/**
 * Reads the state from the address and writes it back.
 *
 * @param release the release that links made here are marked with; null where content is not released
 */
export function useAsked(vocabulary: AskVocabulary, release: string | null): Asked {
  // The page was rendered without an address, and what takes it over must first be the same.
  const [current, setCurrent] = useState<ReadAsk & Pick<Asked, 'read' | 'shared'>>({
    state: EMPTY_ASK,
    unfollowed: [],
    read: false,
    shared: false,
  });

  const steps = useMemo(() => new HistorySteps(), []);

  useEffect(() => {
    const follow = (): void => {
      steps.forget();
      const { state, unfollowed } = parseAsk(vocabulary, location.search);
      const isAsked = !isEmpty(state);
      setCurrent((before) => ({
        // What has been shown already is not drawn anew.
        state: isAsked || state.on !== null ? state : EMPTY_ASK,
        unfollowed,
        read: true,
        shared: before.read ? before.shared : isAsked,
      }));
    };
    follow();
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
    };
  }, [vocabulary, steps]);

  const ways = useMemo(() => {
    const linkTo = (state: AskState): string =>
      isEmpty(state)
        ? location.pathname
        : `${location.pathname}?${formatAsk(vocabulary, { ...state, on: release })}`;
    const change = (next: AskState): void => {
      const marked = { ...next, on: isEmpty(next) ? null : release };
      setCurrent(({ shared }) => ({ state: marked, unfollowed: [], read: true, shared }));
      steps.step(linkTo(marked));
    };
    return { change, linkTo };
  }, [vocabulary, release, steps]);
  return { ...current, ...ways };
}
