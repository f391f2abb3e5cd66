/** Has the recommender come, and with it what it answers from. */

import { find, make } from '../dom.ts';
import { afterFirstPaint } from '../first-paint.ts';

afterFirstPaint(() => {
  const { of = '' } = find(document, '#recommender', HTMLElement).dataset;
  document.head.append(make('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href: of }));
  void import('./start.tsx');
});
