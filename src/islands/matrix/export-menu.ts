/** What is shown, to take along. */

import { toCsv, toMarkdown, transpose, type Sheet } from '../../words/table-text.ts';
import { ratingLabel } from '../../words/label.ts';
import { ratingOf, type Candidate } from '../../decision/model.ts';
import type { TableCriterion, TableOption } from '../../words/packed-table.ts';
import { copy, save } from '../copy-and-save.ts';
import { find } from '../dom.ts';
import type { Model, Shown } from './shown.ts';
import type { Change, Update } from './follower.ts';

/** An option in one of its modes. */
interface Row {
  readonly option: TableOption;
  readonly mode: TableOption['modes'][number] | undefined;
  readonly candidate: Candidate;
}

/**
 * The same options as the table shows, in the same order, on the same criteria, with a row for each
 * mode that the filter leaves.
 */
export function takePanel(
  form: HTMLFormElement,
  model: Model,
  _change: Change,
  _shown: Shown,
  link: () => string,
): Update {
  const said = find(form, '[role=status]', HTMLElement);
  let rows: readonly Row[] = [];
  let criteria: readonly TableCriterion[] = [];
  let across = false;
  const hasModes = model.table.options.some(({ modes }) => modes.length > 0);

  const words = ({ slug, scale }: TableCriterion, candidate: Candidate): string => {
    const rating = ratingOf(candidate, { slug });
    const label = ratingLabel(scale, rating);
    // Without its reservation, a value would say more than it does.
    return rating.state === 'partial' ? `${label} (with a reservation)` : label;
  };
  const sheet = (): Sheet => {
    const down = {
      head: ['Option', ...(hasModes ? ['Mode'] : []), ...criteria.map(({ name }) => name)],
      rows: rows.map(({ option, mode, candidate }) => [
        option.name,
        ...(hasModes ? [mode?.name ?? ''] : []),
        ...criteria.map((c) => words(c, candidate)),
      ]),
    };
    return across ? transpose(down) : down;
  };
  const json = (): string => {
    const shown = rows.map(({ option: { slug, name }, mode, candidate }) => ({
      slug,
      name,
      mode: mode?.slug ?? null,
      ratings: Object.fromEntries(
        criteria.map((c) => [c.slug, { label: words(c, candidate), ...ratingOf(candidate, c) }]),
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
  return (shown) => {
    const { rows: places, state } = shown;
    rows = places.flatMap((i) => {
      const option = model.table.options[i];
      if (option === undefined) return [];
      return model.left(shown, i).map((candidate): Row => ({
        option,
        mode: option.modes.find(({ slug }) => slug === candidate.mode),
        candidate,
      }));
    });
    criteria = model.columnsOf(state);
    across = state.transposed;
  };
}
