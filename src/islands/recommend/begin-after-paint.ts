/** Has the recommender of some hundred options come, and what it answers from, once the page can be read. */

import { find, make } from '../dom.ts';
import { afterFirstPaint } from '../first-paint.ts';
import { holdPresses } from './held-presses.ts';

const root = find(document, '#recommender', HTMLElement);
const pressAgain = holdPresses(root);
afterFirstPaint(() => {
  const { of = '' } = root.dataset;
  document.head.append(make('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href: of }));
  void import('./start.tsx').then(({ start }) => {
    start(root, () => void pressAgain());
  });
});
