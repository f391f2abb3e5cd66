/** Long lists of a result: the first few entries, and more on request. */

import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FIRST_ENTRIES } from '../../words/long-lists.ts';
import type { ResultProps } from './result-parts.tsx';

interface FirstFewProps<T> extends Pick<ResultProps, 'onChange' | 'linkTo' | 'state'> {
  readonly as: 'ol' | 'ul';
  readonly class: string;
  readonly entries: readonly T[];
  /** One list item. */
  readonly draw: (entry: T, index: number) => JSX.Element;
}

/**
 * A list of the first `FIRST_ENTRIES` entries. In the recommender a button adds as many again and moves the
 * focus to the first of them; on a page without scripts a link leads to the recommender.
 */
export function FirstFew<T>(props: FirstFewProps<T>): JSX.Element {
  const { as: List, entries, draw, onChange, linkTo, state } = props;
  const [count, setCount] = useState(FIRST_ENTRIES);
  const [focused, setFocused] = useState<number | null>(null);
  const items = useRef<HTMLElement | null>(null);
  // The button may be gone by then, and the focus with it.
  useLayoutEffect(() => {
    const item = focused === null ? undefined : items.current?.children[focused];
    if (!(item instanceof HTMLElement)) return;
    item.tabIndex = -1;
    item.focus();
  }, [focused]);
  const left = Math.max(0, entries.length - count);
  return (
    <>
      <List
        class={props.class}
        ref={(list: HTMLElement | null) => {
          items.current = list;
        }}
      >
        {entries.slice(0, count).map(draw)}
      </List>
      {left > 0 &&
        (onChange === undefined ? (
          <p class="mt-2 text-sm">
            {linkTo === undefined ? (
              `${String(left)} more`
            ) : (
              <a href={linkTo(state)}>{left} more in the recommender</a>
            )}
          </p>
        ) : (
          <button
            type="button"
            class="button mt-2"
            onClick={() => {
              setFocused(count);
              setCount(count + FIRST_ENTRIES);
            }}
          >
            Show {Math.min(FIRST_ENTRIES, left)} more of {left}
          </button>
        ))}
    </>
  );
}
