/** Any two options, side by side at an address of their own. */

/** What stands between the two slugs; no slug of an option may hold it. */
export const PAIR_JOINT = '-vs-';

/**
 * With more options, their pairs would outnumber all other pages by far; the page that compares any
 * choice of options serves them as well.
 */
const MOST_PAIRED = 60;

/** The name of a pair, the same whichever comes first: `a-vs-b`, in alphabetical order. */
export function pairName(a: string, b: string): string {
  return a < b ? `${a}${PAIR_JOINT}${b}` : `${b}${PAIR_JOINT}${a}`;
}

/** All pairs, each once and in alphabetical order of slugs; none where there are too many options. */
export function pairsOf<T extends { readonly slug: string }>(
  options: readonly T[],
): readonly (readonly [T, T])[] {
  if (options.length > MOST_PAIRED) return [];
  const sorted = options.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b] as const));
}
