/** What is shown, handed on. */

import { toCsv, toMarkdown } from '../../words/table-text.ts';
import { copy, save } from '../copy-and-save.ts';
import { find } from '../dom.ts';
import { jsonOf, sheetOf } from './handed-on.ts';
import type { Model, Shown } from './shown.ts';
import type { Update } from './follower.ts';

/** Copies, saves and prints what the table shows. */
export function exportPanel(
  form: HTMLFormElement,
  model: Model,
  first: Shown,
  link: () => string,
): Update {
  const said = find(form, '[role=status]', HTMLElement);
  let shown = first;
  const actions: Readonly<Record<string, () => void>> = {
    link() {
      void copy(link(), said, 'Link copied.');
    },
    csv() {
      save(toCsv(sheetOf(model, shown)), 'matrix.csv', 'text/csv');
    },
    excel() {
      save(toCsv(sheetOf(model, shown), { bom: true }), 'matrix.csv', 'text/csv');
    },
    json() {
      save(jsonOf(model, shown, link()), 'matrix.json', 'application/json');
    },
    markdown() {
      void copy(toMarkdown(sheetOf(model, shown)), said, 'Table copied.');
    },
    print() {
      print();
    },
  };
  form.onclick = ({ target }) => {
    if (target instanceof HTMLButtonElement) actions[target.name]?.();
  };
  return (next) => {
    shown = next;
  };
}
