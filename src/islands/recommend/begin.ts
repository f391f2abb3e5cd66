/**
 * Has the recommender come, and what it answers from, once its page is there to be read: until then the
 * line and the processor are for the page.
 */

import { find, make } from '../dom.ts';
import { firstPaint } from '../first-paint.ts';

void firstPaint().then(() => {
  const { of = '' } = find(document, '#recommender', HTMLElement).dataset;
  document.head.append(make('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href: of }));
  return import('./start.tsx');
});
