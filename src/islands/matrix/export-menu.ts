/** What is shown, to take along. */

import { toCsv, toMarkdown, transpose, type Sheet } from '../../words/table-text.ts';
import { ratingLabel } from '../../words/label.ts';
import { ratingOf } from '../../decision/model.ts';
import type { TableCriterion, TableOption } from '../../words/packed-table.ts';
import { copy, save } from '../copy-and-save.ts';
import { find } from '../dom.ts';
import type { Model, Shown } from './shown.ts';
import type { Change, Update } from './follower.ts';

/** The same options as the table shows, in the same order, on the same criteria. */
export function takePanel(
  form: HTMLFormElement,
  model: Model,
  _change: Change,
  _shown: Shown,
  link: () => string,
): Update {
  const said = find(form, '[role=status]', HTMLElement);
  let options: readonly TableOption[] = [];
  let criteria: readonly TableCriterion[] = [];
  let across = false;

  const words = ({ slug, scale }: TableCriterion, option: TableOption): string => {
    const rating = ratingOf(option, { slug });
    const label = ratingLabel(scale, rating);
    // Without its reservation, a value would say more than it does.
    return rating.state === 'partial' ? `${label} (with a reservation)` : label;
  };
  const sheet = (): Sheet => {
    const down = {
      head: ['Option', ...criteria.map(({ name }) => name)],
      rows: options.map((option) => [option.name, ...criteria.map((c) => words(c, option))]),
    };
    return across ? transpose(down) : down;
  };
  const json = (): string => {
    const shown = options.map((option) => ({
      slug: option.slug,
      name: option.name,
      ratings: Object.fromEntries(
        criteria.map((c) => [c.slug, { label: words(c, option), ...ratingOf(option, c) }]),
      ),
    }));
    return JSON.stringify({ link: link(), options: shown }, null, 2);
  };
  const actions: Readonly<Record<string, () => void>> = {
    link() {
      void copy(link(), said, 'Link copied.');
    },
    csv() {
      save(toCsv(sheet()), 'matrix.csv', 'text/csv');
    },
    excel() {
      save(toCsv(sheet(), { bom: true }), 'matrix.csv', 'text/csv');
    },
    json() {
      save(json(), 'matrix.json', 'application/json');
    },
    markdown() {
      void copy(toMarkdown(sheet()), said, 'Table copied.');
    },
    print() {
      print();
    },
  };
  form.onclick = ({ target }) => {
    if (target instanceof HTMLButtonElement) actions[target.name]?.();
  };
  return ({ rows, state }) => {
    options = rows.flatMap((i) => model.table.options[i] ?? []);
    criteria = model.columnsOf(state);
    across = state.transposed;
  };
}
