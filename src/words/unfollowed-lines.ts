/** What a link asks for and a site cannot follow, in as many words as a reader can take in. */

import type { Unfollowed } from '../links/keys.ts';

/** How many parts of a link are told one by one. */
const MOST = 12;

/** How much of a part is quoted, in characters. */
const LONGEST = 80;

/** What begins a line, steers a terminal or turns a text around: shown as links write it. */
const STEERS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

export interface UnfollowedLines {
  /** What stands in the link, shortened if it is long, and why it is not followed. */
  readonly lines: readonly { readonly part: string; readonly why: string }[];
  /** How many more there are; null where all are told. */
  readonly more: string | null;
}

/** What to tell of the parts of a link that could not be followed: the first few, and how many more. */
export function unfollowedLines(unfollowed: readonly Unfollowed[]): UnfollowedLines {
  const lines = unfollowed.slice(0, MOST).map(({ key, token, why }) => ({
    part: clipped(token === '' && key !== '' ? key : `${key}=${token}`).replace(
      STEERS,
      encodeURIComponent,
    ),
    why: ` ${why}.`,
  }));
  const rest = unfollowed.length - lines.length;
  return { lines, more: rest === 0 ? null : `And ${String(rest)} more.` };
}

/** The beginning of a text that is longer than a line; characters are kept whole. */
export function clipped(text: string, longest = LONGEST): string {
  // Of a long text, only what may be shown is looked at: a character has two code units at most.
  const characters = Array.from(text.slice(0, longest * 2 + 2));
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}
