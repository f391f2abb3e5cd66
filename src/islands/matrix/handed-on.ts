/** What the matrix shows as a sheet and as data: the same rows in the same order, with what filters make of them. */

import { standingText } from '../../words/standing-words.ts';
import { ratingLabel } from '../../words/label.ts';
import { transpose, type Sheet } from '../../words/table-text.ts';
import type { TableCriterion } from '../../words/packed-table.ts';
import { bandOf, TEXT_KEY } from '../../decision/filter.ts';
import { ratingOf, type Candidate } from '../../decision/model.ts';
import type { LeftMode, Model, Shown } from './shown.ts';

interface Row extends LeftMode {
  readonly name: string;
  readonly slug: string;
  readonly mode: { readonly slug: string; readonly name: string } | undefined;
}

/** A row for each mode that the filters leave, in the order of the table. */
function rowsOf(model: Model, shown: Shown): readonly Row[] {
  return shown.rows.flatMap((i) => {
    const option = model.table.options[i];
    if (option === undefined) return [];
    const { name, slug, modes } = option;
    return model.left(shown, i).map((left): Row => {
      const mode = modes.find((one) => one.slug === left.candidate.mode);
      return { ...left, name, slug, mode };
    });
  });
}

function words({ slug, scale }: TableCriterion, candidate: Candidate): string {
  const rating = ratingOf(candidate, { slug });
  const label = ratingLabel(scale, rating);
  // Without its caveats, a value would say more than it does.
  return rating.state === 'partial' ? `${label} (with caveats)` : label;
}

/**
 * The table as a sheet, as it lies on the page. With a filter it has a column that says of each row
 * whether it matches, and if not, by what.
 */
export function sheetOf(model: Model, shown: Shown): Sheet {
  const hasModes = model.table.options.some(({ modes }) => modes.length > 0);
  const isFiltered = shown.conditions.length > 0;
  const criteria = model.columnsOf(shown.state);
  const nameOf = (key: string): string =>
    key === TEXT_KEY ? `“${shown.state.text}”` : model.criterion(key).name;
  const down = {
    head: [
      'Option',
      ...(hasModes ? ['Mode'] : []),
      ...(isFiltered ? ['Verdict'] : []),
      ...criteria.map(({ name }) => name),
    ],
    rows: rowsOf(model, shown).map(({ name, mode, candidate, standing }) => [
      name,
      ...(hasModes ? [mode?.name ?? ''] : []),
      ...(isFiltered ? [standingText(standing, nameOf) || 'Matches'] : []),
      ...criteria.map((c) => words(c, candidate)),
    ]),
  };
  return shown.state.transposed ? transpose(down) : down;
}

/** The table as data, with a link to it. A verdict names criteria by slug, and the search as `q`. */
export function jsonOf(model: Model, shown: Shown, link: string): string {
  const criteria = model.columnsOf(shown.state);
  const isFiltered = shown.conditions.length > 0;
  const options = rowsOf(model, shown).map(({ slug, name, mode, candidate, standing }) => ({
    slug,
    name,
    mode: mode?.slug ?? null,
    verdict: isFiltered
      ? {
          // As everywhere in the data of this site.
          state: bandOf(standing) === 'inapplicable' ? 'not-applicable' : bandOf(standing),
          failed: standing.failed,
          unproven: standing.unproven,
          notApplicable: standing.inapplicable,
        }
      : null,
    ratings: Object.fromEntries(
      criteria.map((c) => [c.slug, { label: words(c, candidate), ...ratingOf(candidate, c) }]),
    ),
  }));
  return JSON.stringify({ link, options }, null, 2);
}
