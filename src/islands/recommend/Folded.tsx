/** What is folded away is drawn when it is first opened: few readers open it, and all would wait for it. */

import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly class: string;
  /** A summary element. */
  readonly summary: JSX.Element;
  /** What is in it; made only once it is drawn. */
  readonly children: () => ComponentChildren;
}

export function Folded({ class: className, summary, children }: Props): JSX.Element {
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  const draw = (): void => {
    if (details.current?.open === true) setIsDrawn(true);
  };
  // It may have been opened before there was a script.
  useLayoutEffect(draw, []);
  return (
    <details ref={details} class={className} onToggle={draw}>
      {summary}
      {isDrawn && children()}
    </details>
  );
}
