/** What a link asks for and this site cannot follow, told to the reader in the note of UnfollowedNote.astro. */

import type { Unfollowed } from '../links/keys.ts';
import { unfollowedLines } from '../words/unfollowed-lines.ts';
import { find, make } from './dom.ts';

/** Tells the parts that could not be followed in the note within `root`; hides it where there are none. */
export function tellUnfollowed(root: ParentNode, unfollowed: readonly Unfollowed[]): void {
  const note = find(root, '[data-unfollowed]', HTMLElement);
  const { lines, more } = unfollowedLines(unfollowed);
  const items = lines.map(({ part, why }) => make('li', {}, make('code', {}, part), why));
  if (more !== null) items.push(make('li', {}, more));
  find(note, 'ul', HTMLElement).replaceChildren(...items);
  note.hidden = unfollowed.length === 0;
}
