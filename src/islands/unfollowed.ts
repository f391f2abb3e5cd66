/** What a link asks for and this site cannot follow, told to the reader in the note of UnfollowedNote.astro. */

import type { Unfollowed } from '../links/keys.ts';
import { find, make } from './dom.ts';

/** What each note was last asked to tell. */
const asked = new WeakMap<HTMLElement, readonly Unfollowed[]>();

/**
 * Tells the parts that could not be followed in the note within `root`; hides it where there are none. The
 * words come only then, as most links are followed whole.
 */
export function tellUnfollowed(root: ParentNode, unfollowed: readonly Unfollowed[]): void {
  const note = find(root, '[data-unfollowed]', HTMLElement);
  asked.set(note, unfollowed);
  if (unfollowed.length === 0) {
    note.hidden = true;
    return;
  }
  void import('../words/unfollowed-lines.ts').then(({ unfollowedLines }) => {
    if (asked.get(note) !== unfollowed) return;
    const { lines, more } = unfollowedLines(unfollowed);
    const items = lines.map(({ part, why }) => make('li', {}, make('code', {}, part), why));
    if (more !== null) items.push(make('li', {}, more));
    find(note, 'ul', HTMLElement).replaceChildren(...items);
    note.hidden = false;
  });
}
