/** What a link asks for and this site cannot follow, told to the reader. */

import type { Unfollowed } from '../links/keys.ts';
import { find, make } from './dom.ts';

/** Lists the parts that could not be followed in the note that is there for them; hides it where there are none. */
export function tellUnfollowed(note: HTMLElement, unfollowed: readonly Unfollowed[]): void {
  note.hidden = unfollowed.length === 0;
  const parts = unfollowed.map(({ key, token, why }) =>
    make('li', {}, make('code', {}, token === '' ? key : `${key}=${token}`), ` ${why}.`),
  );
  find(note, 'ul', HTMLElement).replaceChildren(...parts);
}
