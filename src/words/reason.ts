/** What stands behind the ratings of an option, as texts to be shown on demand. */

export interface Reason {
  readonly why: string;
  /** A few words that narrow the value. */
  readonly qualifier?: string;
  /** What a reader must know beside the value. */
  readonly notes: readonly string[];
  /** How it is known, of which version, and since when. */
  readonly basis: string;
  readonly sources: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
  }[];
}

/** By the slug of the criterion; what nobody has rated has none. */
export type OptionReasons = Readonly<Record<string, Reason>>;

/** The reasons of an option in all of its modes. */
export interface ReasonsByMode {
  /** What holds in every mode and, where modes differ, in the first. */
  readonly ratings: OptionReasons;
  /** By the slug of the mode: of the criteria on which the modes differ. */
  readonly modes: Readonly<Record<string, OptionReasons>>;
}
