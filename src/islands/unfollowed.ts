/** What a link asks for and this site cannot follow, told to the reader. */

import type { Unfollowed } from '../decision/view.ts';
import { make } from './dom.ts';

/** Fills a note with the parts that could not be followed; hides it where there are none. */
export function tellUnfollowed(note: HTMLElement, unfollowed: readonly Unfollowed[]): void {
  note.hidden = unfollowed.length === 0;
  const parts = unfollowed.map(({ key, token, why }) =>
    make('li', {}, make('code', {}, token === '' ? key : `${key}=${token}`), ` ${why}.`),
  );
  note.replaceChildren(
    make('p', {}, 'This link asks for something that this site cannot follow; the rest works.'),
    make('ul', { className: 'points' }, ...parts),
  );
}
