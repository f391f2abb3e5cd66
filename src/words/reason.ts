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
export type ReasonsByCriterion = Readonly<Record<string, Reason>>;

export interface OptionReasons {
  /** Of what holds in every mode and, where modes differ, in the first. */
  readonly rest: ReasonsByCriterion;
  /** By mode, on the criteria on which modes differ. */
  readonly modes: Readonly<Record<string, ReasonsByCriterion>>;
}

/** The reasons of an option as one of its modes. */
export function reasonsOfMode(
  { rest, modes }: OptionReasons,
  mode: string | null,
): ReasonsByCriterion {
  return mode === null ? rest : { ...rest, ...modes[mode] };
}
