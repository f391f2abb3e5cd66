/** The matrix of more options than have their reasons in the page. Of very many, rows are drawn. */

import { find } from '../dom.ts';
import { drawnRows } from './drawn-rows.ts';
import { fetchedTexts } from './fetched-texts.ts';
import { defineMatrix } from './matrix-view.ts';
import { onePanel } from './one-panel.ts';
import { pageRows } from './page-rows.ts';

defineMatrix((parts) => {
  const { root } = parts;
  const { base = '' } = root.dataset;
  onePanel(parts);
  const told = root.querySelector<HTMLElement>('.drawn-told');
  const grid = told === null ? pageRows(parts, null) : drawnRows(parts, told);
  return { ...grid, texts: fetchedTexts(parts, find(root, '[name=q]', HTMLElement), base) };
});
