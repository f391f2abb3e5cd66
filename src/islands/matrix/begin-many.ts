/** Has the matrix of many rows come to life; until then it is a table that is whole. */

import { afterFirstPaint } from '../first-paint.ts';

afterFirstPaint(() => {
  void import('./many-rows.ts?own=rows');
});
