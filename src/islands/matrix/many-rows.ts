/** The matrix of more options than a page has in one table: its rows are drawn. */

import { find } from '../dom.ts';
import { drawnRows } from './drawn-rows.ts';
import { fetchedTexts } from './fetched-texts.ts';
import { defineMatrix } from './matrix-view.ts';
import { onePanel } from './one-panel.ts';

defineMatrix((parts) => {
  const { root, model } = parts;
  const { subjectOf, ...rows } = drawnRows(parts, find(root, '.drawn-told', HTMLElement));
  onePanel(parts, subjectOf);
  const names = model.table.options.map(({ name, shortName }) => `${name} ${shortName}`);
  const search = find(root, '[name=q]', HTMLElement);
  return { ...rows, ...fetchedTexts(parts, search, { what: 'names', texts: () => names }) };
});
