/** How much of a long list is shown at once. */

/** A list of so many entries can be looked through, and picked from; a longer one is searched. */
export const LOOKED_THROUGH = 60;

/** So many entries stand for a longer list. */
export const FIRST_ENTRIES = 20;
