/** What is folded away: it is drawn when it is opened, or else once nothing is waited for. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  readonly class: string;
  readonly summary: string;
  /** What is in it; made only once it is drawn. */
  readonly children: () => JSX.Element;
}

export function Folded({ class: className, summary, children }: Props): JSX.Element {
  const [isDrawn, setIsDrawn] = useState(false);
  const draw = (): void => {
    setIsDrawn(true);
  };
  // Browsers look for words in what is folded away, too.
  useEffect(() => {
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(draw, SOON);
      return () => {
        clearTimeout(timer);
      };
    }
    const idle = requestIdleCallback(draw);
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return (
    <details class={className} onToggle={draw}>
      <summary>{summary}</summary>
      {isDrawn && children()}
    </details>
  );
}

/** When browsers that do not tell that they are idle are taken to be so, in milliseconds. */
const SOON = 200;
