/** Where the parts of an option live, as a page gets it that shows it beside others. */
export interface OptionDrawing {
  /** Tells this arrangement from the option’s others. */
  readonly name: string;
  readonly summary: string;
  /** An SVG element; it is named and described by the elements `<id>-name` and `<id>-text`. */
  readonly svg: string;
}

/** Which modes each drawing of an option shows, by their slugs, in the order of the drawings; null for all. */
export type DrawnModes = readonly (readonly string[] | null)[];

/** A drawing by its place among those of its option, and whether it is that of the mode in question. */
export interface DrawingOfMode {
  readonly place: number;
  readonly isOfMode: boolean;
}

/**
 * The drawing of an option in a mode: the first that shows it. Where none does, it is the first of all,
 * which is then to be said beside it.
 *
 * @param mode its slug; null where the option has no modes
 */
export function drawingOf(drawn: DrawnModes, mode: string | null): DrawingOfMode {
  const place = drawn.findIndex((modes) => modes === null || mode === null || modes.includes(mode));
  return place < 0 ? { place: 0, isOfMode: false } : { place, isOfMode: true };
}

/** What is said beside a drawing that shows an option in a way other than some modes, by their names. */
export function notDrawn(modes: readonly string[]): string {
  const names = modes.map((name) => `“${name}”`).join(' or ');
  return `There is no drawing of ${names}; this is another way to run it.`;
}

/** The id that a drawing of an option has on a page, by its place among those of the option. */
export const drawingId = (option: string, place = 0): string =>
  `drawing-${option}${place === 0 ? '' : `--${String(place + 1)}`}`;
