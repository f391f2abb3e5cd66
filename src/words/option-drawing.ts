/** Where the parts of an option live, as a page gets it that shows it beside others. */
export interface OptionDrawing {
  /** Tells this arrangement from the option’s others. */
  readonly name: string;
  readonly summary: string;
  /** An SVG element; it is named and described by the elements `<id>-name` and `<id>-text`. */
  readonly svg: string;
}

/** The id that the drawing of an option has on a page. */
export const drawingId = (option: string): string => `drawing-${option}`;
