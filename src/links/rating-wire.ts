/**
 * The one form in which ratings travel without their reasons: in content releases and in the tables
 * that pages hand to their scripts. In most cases a rating is its value alone.
 */

import type { BareRating, Evidence, NotApplicableCounts } from '../decision/rating.ts';
import type { Value } from '../decision/scale.ts';

/** A value; null where it is unknown; else what else there is to say. */
export type WireRating =
  | Value
  | null
  | { readonly state: 'unrated' }
  | { readonly counts: NotApplicableCounts }
  /** Unknown, but for bounds. */
  | { readonly atLeast?: number; readonly atMost?: number }
  | {
      readonly value: Value;
      /** Documented, where it is not said. */
      readonly evidence?: Evidence;
      readonly basis?: string;
      readonly qualifier?: string;
      /** Of a partial rating. */
      readonly meets?: boolean;
      /** Members of a set that are documented not to be there. */
      readonly not?: readonly string[];
    };

/** Writes a rating; `readRating` of it is the rating again, without its reasons. */
export function writeRating(rating: BareRating): WireRating {
  switch (rating.state) {
    case 'known':
    case 'partial': {
      const { value, evidence, basis, qualifier, not = [] } = rating;
      const more = {
        ...(evidence === 'documented' ? {} : { evidence }),
        ...(basis === undefined ? {} : { basis }),
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(rating.state === 'partial' ? { meets: rating.meets } : {}),
        ...(not.length === 0 ? {} : { not: not.map((denial) => denial.member) }),
      };
      return Object.keys(more).length === 0 ? value : { value, ...more };
    }
    case 'unknown': {
      const { atLeast, atMost } = rating;
      if (atLeast === undefined && atMost === undefined) return null;
      return {
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
      };
    }
    case 'not-applicable':
      return { counts: rating.counts };
    case 'unrated':
      return { state: 'unrated' };
  }
}

/** Reads what `writeRating` wrote. */
export function readRating(wire: WireRating): BareRating {
  if (wire === null) return { state: 'unknown' };
  if (typeof wire !== 'object' || isList(wire)) {
    return { state: 'known', value: wire, evidence: 'documented' };
  }
  if ('state' in wire) return wire;
  if ('counts' in wire) return { state: 'not-applicable', counts: wire.counts };
  if (!('value' in wire)) return { state: 'unknown', ...wire };
  const { evidence = 'documented', meets, not, ...rest } = wire;
  const finding = {
    ...rest,
    evidence,
    ...(not === undefined ? {} : { not: not.map((member) => ({ member })) }),
  };
  return meets === undefined
    ? { state: 'known', ...finding }
    : { state: 'partial', ...finding, meets };
}

/** `Array.isArray` does not tell readonly lists apart. */
function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
