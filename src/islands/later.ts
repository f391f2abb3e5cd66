/**
 * What nobody waits for is loaded once the page is: what keeps it for later, copies its links, shuts its
 * menu by a key and brings what has the focus into sight.
 */

addEventListener('load', () => {
  void import('./offline.ts');
  void import('./permalinks.ts');
  void import('./more-menu.ts');
  void import('./focus-in-sight.ts');
});
