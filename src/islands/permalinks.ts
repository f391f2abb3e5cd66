/** The # beside a heading or rating leads to it; with this script, it also copies its address and says so. */

import { copy } from './copy-and-save.ts';
import { make } from './dom.ts';
import { opensElsewhere } from './modifier-keys.ts';

const DONE = 'Link copied';

const said = make('p', { className: 'toast', role: 'status' });
document.body.append(said);
let hide: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a.permalink') : null;
  if (!(link instanceof HTMLAnchorElement) || opensElsewhere(event)) return;
  void copy(link.href, said, DONE).then(() => {
    clearTimeout(hide);
    if (said.textContent !== DONE) return;
    hide = setTimeout(() => {
      said.textContent = '';
    }, 2000);
  });
});
