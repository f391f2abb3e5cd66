/** What rows of a long matrix show beside their ratings, as the script gets it that draws them. */

/** In the order of the table’s options. */
export type DrawnRows = readonly DrawnRow[];

export interface DrawnRow {
  /** Which of the page’s lines stand below its name: its kind, its place in life. */
  readonly below: number;
  /** Whether it is listed for reference alone. */
  readonly reference?: true;
  /** Cells with a footnote: the place of the column and, where modes differ, that of the mode. */
  readonly noted?: readonly (readonly [column: number, mode: number])[];
}

/** A cell shows but the beginning of a longer value; the whole then stands with its reason. */
export const CLIPPED = 40;
