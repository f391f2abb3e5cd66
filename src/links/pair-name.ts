/** Any two options, side by side at an address of their own. */

/** What stands between the two slugs; no slug of an option may hold it. */
export const PAIR_JOINT = '-vs-';

/** The name of a pair, the same whichever comes first: `a-vs-b`, in alphabetical order. */
export function pairName(a: string, b: string): string {
  return a < b ? `${a}${PAIR_JOINT}${b}` : `${b}${PAIR_JOINT}${a}`;
}

/** The two slugs in the name of a pair, in its order; null for what is none. */
export function slugsInPair(name: string): readonly [string, string] | null {
  const [a = '', b = '', ...more] = name.split(PAIR_JOINT);
  return a === '' || b === '' || more.length > 0 ? null : [a, b];
}
