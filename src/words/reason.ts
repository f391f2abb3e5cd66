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
