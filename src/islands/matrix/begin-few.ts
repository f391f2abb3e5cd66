/** Has the matrix of few rows come to life; until then it is a table that is whole. */

import { afterFirstPaint } from '../first-paint.ts';

afterFirstPaint(() => {
  void import('./few-rows.ts?own=matrix');
});
