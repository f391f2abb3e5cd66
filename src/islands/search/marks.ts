/** Which parts of a text a query has found. */

import { wordsOf } from './find.ts';

export interface Span {
  readonly text: string;
  readonly isFound: boolean;
}

/**
 * Splits a text into spans, of which those that were found begin words that the query has. Where
 * `alike` is set, the words that begin most like those of the query are found as a whole.
 */
export function marked(text: string, query: string, { alike } = { alike: false }): Span[] {
  const words = wordsOf(query);
  const spans: Span[] = [];
  const add = (part: string, isFound: boolean): void => {
    if (part !== '') spans.push({ text: part, isFound });
  };
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    const lower = part.toLowerCase();
    const length = Math.max(0, ...words.map((word) => (lower.startsWith(word) ? word.length : 0)));
    if (length > 0) {
      add(part.slice(0, length), true);
      add(part.slice(length), false);
    } else add(part, alike && words.some((word) => isAlike(lower, word)));
  }
  return joined(spans);
}

/** Whether two words of three letters or more have half of the shorter one in common, from the beginning. */
function isAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const half = Math.ceil(shorter / 2);
  return shorter > 2 && a.slice(0, half) === b.slice(0, half);
}

/** Neighbours of one kind are one span. */
function joined(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((before, span) => {
    const last = before.at(-1);
    if (last?.isFound !== span.isFound) return [...before, span];
    return [...before.slice(0, -1), { ...span, text: last.text + span.text }];
  }, []);
}
