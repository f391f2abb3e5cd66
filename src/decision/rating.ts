/** Ratings: what is known of one option on one criterion, how well, and since when. */

import { worth, type Scale, type Value } from './scale.ts';

/**
 * The states of a rating. `unknown` means that sources were searched and say nothing; `unrated`
 * that none were searched yet.
 */
export const RATING_STATES = ['known', 'partial', 'unknown', 'not-applicable', 'unrated'] as const;
export type RatingState = (typeof RATING_STATES)[number];

/**
 * How a value is known, strongest first: normative documentation, support matrix or code; a
 * measurement whose method is given; a claim (marketing, press, blog); an inference from premises.
 */
export const EVIDENCE_GRADES = ['documented', 'measured', 'claimed', 'inferred'] as const;
export type Evidence = (typeof EVIDENCE_GRADES)[number];

/** How a rating that does not apply counts when options are scored. */
export const NOT_APPLICABLE_COUNTS = ['best', 'worst', 'left-out'] as const;
export type NotApplicableCounts = (typeof NOT_APPLICABLE_COUNTS)[number];

/** A member of a set that a source says is not there. */
export interface Denial {
  readonly member: string;
  readonly why: string;
  readonly sources: readonly string[];
}

interface Finding {
  readonly value: Value;
  /** Of a set, what is documented not to hold. */
  readonly not?: readonly Denial[] | undefined;
  /** Why the rubric gives this value. */
  readonly why: string;
  readonly evidence: Evidence;
  /** The product version or edition that the sources speak of. */
  readonly version: string;
  /** The day on which the sources were last read, as YYYY-MM-DD. */
  readonly checked: string;
  readonly sources: readonly string[];
  /** A few words that narrow the value. */
  readonly qualifier?: string | undefined;
  readonly footnote?: string | undefined;
  /** For a quantity: what the figure stands for. */
  readonly basis?: string | undefined;
  /** For inferred ratings: what it was inferred from. */
  readonly premises?: readonly string[] | undefined;
}

export interface KnownRating extends Finding {
  readonly state: 'known';
}

/** Known, but with a reservation that readers must see. */
export interface PartialRating extends Finding {
  readonly state: 'partial';
  readonly note: string;
  /** Whether a requirement that the value satisfies counts as met in spite of the note. */
  readonly meets: boolean;
}

export interface UnknownRating {
  readonly state: 'unknown';
  /** What was looked at. */
  readonly looked: string;
  /** Of a quantity, bounds that a source gives although it gives no figure; both included. */
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly checked: string;
  readonly sources: readonly string[];
}

export interface NotApplicableRating {
  readonly state: 'not-applicable';
  readonly why: string;
  readonly counts: NotApplicableCounts;
  readonly checked: string;
  readonly sources: readonly string[];
}

export interface UnratedRating {
  readonly state: 'unrated';
}

export type Rating =
  KnownRating | PartialRating | UnknownRating | NotApplicableRating | UnratedRating;

/** What figures need of a finding. */
type BareFinding = Pick<KnownRating, 'value' | 'evidence' | 'basis' | 'qualifier'> & {
  readonly not?: readonly Pick<Denial, 'member'>[] | undefined;
};

/**
 * A rating without its reasons: all that filtering, ordering, scoring and comparing look at. Every
 * rating is one.
 */
export type BareRating =
  | (BareFinding & Pick<KnownRating, 'state'>)
  | (BareFinding & Pick<PartialRating, 'state' | 'meets'>)
  | Pick<UnknownRating, 'state' | 'atLeast' | 'atMost'>
  | Pick<NotApplicableRating, 'state' | 'counts'>
  | UnratedRating;

/** Whether the rating carries a value. */
export function hasValue<R extends BareRating>(
  rating: R,
): rating is Extract<R, { readonly value: Value }> {
  return rating.state === 'known' || rating.state === 'partial';
}

/** Whether nothing is known, but perhaps bounds. */
export function isUnknown(rating: BareRating): boolean {
  return rating.state === 'unknown' || rating.state === 'unrated';
}

/**
 * How good a rating is on its scale; a partial rating counts as its value.
 *
 * @returns a number in [0, 1], or null where it is unknown, left out, or the scale has no order
 */
export function ratingWorth(scale: Scale, rating: BareRating): number | null {
  switch (rating.state) {
    case 'known':
    case 'partial':
      return worth(scale, rating.value);
    case 'not-applicable':
      return rating.counts === 'best' ? 1 : rating.counts === 'worst' ? 0 : null;
    case 'unknown':
    case 'unrated':
      return null;
  }
}
