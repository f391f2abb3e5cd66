/**
 * Where the rows of a long table lie, and which of them are in sight: arithmetic alone. Rows are of one
 * height, those that name a group of rows of another. Places count from 0, lengths are in pixels.
 */

/** How high rows are. */
export interface RowHeights {
  readonly row: number;
  /** Of a row that names those after it. */
  readonly name: number;
}

/** Some rows that follow one another. */
export interface RowGroup {
  readonly rows: number;
  readonly isNamed: boolean;
}

/** A span of places, the last one not among them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface RowLayout {
  /** How many rows there are, with those that name others. */
  readonly count: number;
  /** Of all rows together. */
  readonly height: number;
  /** How far a place is below the top of the first row; the one after the last is as far as all are high. */
  readonly topOf: (place: number) => number;
  /** The rows of which some part is between two distances from the top of the first row. */
  readonly between: (top: number, bottom: number) => Span;
}

/** Lays out groups of rows one below the other. */
export function rowLayout(groups: readonly RowGroup[], { row, name }: RowHeights): RowLayout {
  // The places of rows that name others: a handful.
  const names: number[] = [];
  let count = 0;
  for (const group of groups) {
    if (group.isNamed) names.push(count);
    count += group.rows + (group.isNamed ? 1 : 0);
  }
  const topOf = (place: number): number =>
    place * row + names.filter((other) => other < place).length * (name - row);
  /** The row that a distance falls upon, at which one row ends and another begins upon the latter. */
  const placeAt = (y: number): number => {
    let place = 0;
    let step = 2 ** Math.ceil(Math.log2(count + 1));
    for (; step >= 1; step /= 2) {
      if (place + step < count && topOf(place + step) <= y) place += step;
    }
    return place;
  };
  return {
    count,
    height: topOf(count),
    topOf,
    between(top, bottom) {
      if (count === 0 || bottom <= 0 || top >= topOf(count) || bottom <= top) {
        return { from: 0, to: 0 };
      }
      const last = placeAt(bottom);
      const from = placeAt(top);
      return { from, to: topOf(last) < bottom ? last + 1 : last };
    },
  };
}

/** A span with some places more on either side, as far as there are places. */
export function widened({ from, to }: Span, more: number, count: number): Span {
  return { from: Math.max(0, from - more), to: Math.min(count, to + more) };
}
