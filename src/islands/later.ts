/**
 * What nobody waits for is loaded once the page is seen: what keeps it for later, copies its links, shuts its
 * menu by a key, brings what has the focus into sight and says which sources numbers lead to.
 */

import { afterFirstPaint } from './first-paint.ts';

addEventListener('load', () => {
  // A small page is loaded before it is painted.
  afterFirstPaint(() => {
    void import('./offline.ts');
    void import('./permalinks.ts');
    void import('./more-menu.ts');
    void import('./focus-in-sight.ts');
    void import('./source-titles.ts');
  });
});
