/** Editions of sources in words. */

import { dateInWords } from './dates.ts';

/** How many digits of a commit’s id readers see; enough to find it. */
const SHOWN_DIGITS = 7;

/** The copy of a source that was read: “edition of 12 August 2026 (commit 3f2a9c1)”, or of a commit alone. */
export function editionInWords({
  committed,
  commit,
}: {
  readonly committed?: string | undefined;
  readonly commit: string;
}): string {
  const short = commit.slice(0, SHOWN_DIGITS);
  return committed === undefined
    ? `edition of commit ${short}`
    : `edition of ${dateInWords(committed)} (commit ${short})`;
}

/** Why a source has no edition, as the end of a sentence. */
export const LACKS_IN_WORDS = {
  'not-in-git': 'its text is kept in no public repository',
  'not-found': 'its text was not found in the publisher’s repositories',
  'no-copy': 'no copy of the repository that keeps its text was to be had',
} as const;
