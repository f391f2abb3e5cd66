/** The matrix of more options than have their reasons in the page: its rows are drawn. */

import { find } from '../dom.ts';
import { drawnRows } from './drawn-rows.ts';
import { fetchedTexts } from './fetched-texts.ts';
import { defineMatrix } from './matrix-view.ts';
import { onePanel } from './one-panel.ts';

defineMatrix((parts) => {
  const { root } = parts;
  const { base = '' } = root.dataset;
  const { subjectOf, ...grid } = drawnRows(parts, find(root, '.drawn-told', HTMLElement));
  onePanel(parts, subjectOf);
  return { ...grid, ...fetchedTexts(parts, find(root, '[name=q]', HTMLElement), base) };
});
