/** Published tables: cells on our scales, and a reason wherever we rate otherwise. */

import { isOnScale } from '../../decision/scale.ts';
import { faultAt, type Check, type Content } from '../content.ts';
import { quote, type Fault } from '../fault.ts';
import type { RatingData } from '../schemas/option.ts';

export const checkPublished: Check = (content) =>
  content.published.flatMap((entry) => [...cells(content, entry), ...differences(content, entry)]);

type Published = Content['published'][number];

function cells(content: Content, entry: Published): Fault[] {
  return entry.data.versions.flatMap((version, v) =>
    version.rows.flatMap((row, r) =>
      Object.entries(row.cells).flatMap(([column, cell]) => {
        const criterion = content.criteria.find((c) => c.slug === column);
        if (criterion === undefined || isOnScale(criterion.data.scale, cell.equals)) return [];
        return [
          faultAt(entry, ['versions', v, 'rows', r, 'cells', column, 'equals'], {
            problem: `This is not a value of the scale of “${criterion.data.name}”.`,
            found: quote(cell.equals),
            fix: `Name the value of our scale that comes nearest; the scale is in ${criterion.document.file}.`,
          }),
        ];
      }),
    ),
  );
}

function differences(content: Content, entry: Published): Fault[] {
  const newest = entry.data.versions.at(-1);
  const faults: Fault[] = [];
  const differing = new Set<string>();
  newest?.rows.forEach((row, r) => {
    const option = content.options.find((o) => o.slug === row.option);
    if (option === undefined) return;
    for (const [column, cell] of Object.entries(row.cells)) {
      // Where modes differ, the first is what a table beside ours shows.
      const [first] = option.data.modes;
      const rating = option.data.ratings[column] ?? first?.ratings[column];
      if (rating === undefined) continue;
      const scale = content.criteria.find((c) => c.slug === column)?.data.scale;
      if ('value' in rating && scale !== undefined && !isOnScale(scale, rating.value)) continue;
      // What the table says cannot be compared before it is on the scale.
      if (scale !== undefined && !isOnScale(scale, cell.equals)) {
        differing.add(`${row.option} ${column}`);
        continue;
      }
      // A reservation is a difference too: the published cell has none.
      if (rating.state !== 'partial' && 'value' in rating && rating.value === cell.equals) continue;
      differing.add(`${row.option} ${column}`);
      if (entry.data.differences[row.option]?.[column] !== undefined) continue;
      faults.push(
        faultAt(entry, ['versions', entry.data.versions.length - 1, 'rows', r, 'cells', column], {
          problem: 'Our rating differs from the published one, and nothing says why.',
          found: `published ${quote(cell.equals)}, ours ${oursInWords(rating)}`,
          fix: `Give the reason under differences.${row.option}.${column}.`,
        }),
      );
    }
  });
  for (const [option, reasons] of Object.entries(entry.data.differences)) {
    // An option with faults of its own cannot be compared yet.
    if (
      content.slugs('options').includes(option) &&
      !content.options.some((o) => o.slug === option)
    )
      continue;
    for (const column of Object.keys(reasons)) {
      if (differing.has(`${option} ${column}`)) continue;
      faults.push(
        faultAt(
          entry,
          ['differences', option, column],
          {
            problem: 'This explains a difference that is not there.',
            fix: 'Remove it, or correct the names.',
          },
          'key',
        ),
      );
    }
  }
  return faults;
}

function oursInWords(rating: RatingData): string {
  if (!('value' in rating)) return rating.state;
  return rating.state === 'partial' ? `${quote(rating.value)} with a note` : quote(rating.value);
}
