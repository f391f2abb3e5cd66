/** Editions of sources in words. */

import { dateInWords } from './dates.ts';

/** How many digits of a commit’s id readers see; enough to find it. */
const SHOWN_DIGITS = 7;

/**
 * The copy of a source that was read: “edition of 12 August 2026 (commit 3f2a9c1)”, or of a commit alone; of
 * a text that has been taken away, that it has.
 */
export function editionInWords({
  committed,
  commit,
  removed,
}: {
  readonly committed?: string | undefined;
  readonly commit: string;
  readonly removed?: string | undefined;
}): string {
  const short = commit.slice(0, SHOWN_DIGITS);
  const edition =
    committed === undefined
      ? `edition of commit ${short}`
      : `edition of ${dateInWords(committed)} (commit ${short})`;
  return removed === undefined ? edition : `${edition}, which its publisher has since removed`;
}

/** Why a source has no edition, as the end of a sentence. */
export const LACKS_IN_WORDS = {
  'not-in-git': 'its text is kept in no public repository',
  'not-found': 'its text was not found in the publisher’s repositories',
  'no-copy': 'no copy of the repository that keeps its text was to be had',
} as const;

const STATES_IN_WORDS = {
  changed: 'has changed',
  moved: 'has moved',
  gone: 'is gone',
} as const;

/** What has become of a source since it was read: “has changed on 3 September 2026”. */
export function changeInWords({
  state,
  since,
}: {
  readonly state: keyof typeof STATES_IN_WORDS;
  readonly since: string | null;
}): string {
  return `${STATES_IN_WORDS[state]}${since === null ? '' : ` ${state === 'gone' ? 'since' : 'on'} ${dateInWords(since)}`}`;
}

/** The sentence on a rating whose sources have changed, of which the first to change is told. */
export function changedSourcesInWords(
  changes: readonly {
    readonly state: keyof typeof STATES_IN_WORDS;
    readonly since: string | null;
  }[],
): string | null {
  const [first] = changes.toSorted((a, b) => ((a.since ?? '~') < (b.since ?? '~') ? -1 : 1));
  if (first === undefined) return null;
  const what =
    changes.length === 1
      ? 'A source of it'
      : `${String(changes.length)} sources of it have changed; the first`;
  return `${what} ${changeInWords(first)} and nobody has read it again yet.`;
}
