/** For who goes by keyboard: past the questions that are left. Seen while it has the focus. */

import type { JSX } from 'preact';

export const SkipToResult = (): JSX.Element => (
  <a class="button absolute z-6 not-focus:sr-only" href="#result">
    Skip to the result
  </a>
);
