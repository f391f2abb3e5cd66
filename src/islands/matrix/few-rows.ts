/** The matrix of some hundred options at most: its rows are the page’s, each cell with its own reason. */

import { find } from '../dom.ts';
import { completeReason } from './completed-reason.ts';
import { defineMatrix } from './matrix-view.ts';
import { pageRows } from './page-rows.ts';

defineMatrix((parts) => {
  const { base = '', correct } = parts.root.dataset;
  parts.root.addEventListener(
    'beforetoggle',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.why')) {
        completeReason(target, base, correct);
      }
    },
    true,
  );
  return pageRows(parts, find(parts.root, '.reasons', HTMLElement));
});
