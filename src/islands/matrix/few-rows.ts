/** The matrix of some hundred options at most: its rows are the page’s, and some of their reasons. */

import { find } from '../dom.ts';
import { completeReason } from './completed-reason.ts';
import { fetchedTexts } from './fetched-texts.ts';
import { defineMatrix } from './matrix-view.ts';
import { onePanel } from './one-panel.ts';
import { pageRows } from './page-rows.ts';

defineMatrix((parts) => {
  const { root } = parts;
  const { base = '', correct } = root.dataset;
  root.addEventListener(
    'beforetoggle',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.why[id]')) {
        completeReason(target, base, correct);
      }
    },
    true,
  );
  const { subjectOf, texts, ...rows } = pageRows(parts);
  onePanel(parts, subjectOf);
  const search = find(root, '[name=q]', HTMLElement);
  return { ...rows, ...fetchedTexts(parts, search, { what: 'names and values', texts }) };
});
