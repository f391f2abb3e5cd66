/** Balls: a small picture of how good a value is on its scale, readable without colour. */

import { ratingWorth, type BareRating } from '../decision/rating.ts';
import type { Scale } from '../decision/scale.ts';

/** How full a ball is drawn, in twelfths: enough for halves, thirds and quarters. */
export function twelfths(worth: number): number {
  const filled = Math.round(worth * 12);
  // Only the very ends look like the ends.
  if (filled === 0 && worth > 0) return 1;
  if (filled === 12 && worth < 1) return 11;
  return filled;
}

/** The colour class of a ball: five steps from worst to best. */
function tone(worth: number): string {
  return `w-${String(Math.min(4, Math.floor(worth * 5)))}`;
}

/**
 * The classes that draw the ball of a rating before the words of an element, by style alone: there
 * are hundreds on a page. None where the scale has no order.
 */
export function ballClasses(scale: Scale, rating: BareRating): readonly string[] {
  const worth = ratingWorth(scale, rating);
  if (worth !== null) return ['ball', `b-${String(twelfths(worth))}`, tone(worth)];
  return rating.state === 'unknown' || rating.state === 'unrated' ? ['ball', 'b-unknown'] : [];
}

/** The filled sector of a ball with radius 5 about (6, 6), clockwise from the top. */
export function sector(filled: number): string {
  const angle = (filled / 12) * 2 * Math.PI;
  const x = (6 + 5 * Math.sin(angle)).toFixed(2);
  const y = (6 - 5 * Math.cos(angle)).toFixed(2);
  return `M6 6V1A5 5 0 ${filled > 6 ? '1' : '0'} 1 ${x} ${y}Z`;
}
