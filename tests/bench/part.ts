/** A part of the benchmark: one thing that is measured. */
export interface Part {
  /** The word that chooses it on the command line. */
  readonly name: string;
  readonly title: string;
  /** Measures, and returns the figures as Markdown below a heading of the second level. */
  run(): Promise<string>;
}
