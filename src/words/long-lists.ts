/** How much of a long list is shown at once. */

/** A list of so many entries can be looked through, and picked from; a longer one is searched. */
export const LOOKED_THROUGH = 60;

/** So many entries stand for a longer list, and so many more are added at each request. */
export const FIRST_ENTRIES = 20;

/** The entries of a list that stand for it: all, where it can be looked through. */
export function shownOf<T>(entries: readonly T[]): readonly T[] {
  return entries.length > LOOKED_THROUGH ? entries.slice(0, FIRST_ENTRIES) : entries;
}
