import { describe, expect, it } from 'vitest';
import { citedLabel, spreadsOf, spreadText, type Side } from '../../../src/words/spread-claims.ts';
import type { BareRating } from '../../../src/decision/rating.ts';
import { known, UNKNOWN } from '../decision/arbitrary.ts';
import { percent } from '../decision/building.ts';

const criterion = { slug: 'share', name: 'Share', formerSlugs: [], scale: percent };
const other = { ...criterion, slug: 'other', name: 'Other' };
const side = (name: string, share: BareRating, second: BareRating = known(1)): Side => ({
  name,
  candidate: { ratings: { share, other: second } },
});
const textsOf = (...sides: readonly Side[]): readonly string[] =>
  spreadsOf(sides, [criterion, other], ['share', 'other'], 5).map(
    (spread) => `${spread.criterion.name}: ${spreadText(spread)}`,
  );

describe('what differs most', () => {
  it('names who has what, together where it is the same, and the best only where there is one', () => {
    expect(textsOf(side('A', known(90)), side('B', known(10)), side('C', known(10)))).toEqual([
      'Share: 90 % for A; 10 % for B and C. A rates best.',
    ]);
    expect(textsOf(side('A', known(90)), side('B', known(90)), side('C', known(10)))).toEqual([
      'Share: 90 % for A and B; 10 % for C.',
    ]);
    expect(textsOf(side('A', known(90)), side('B', UNKNOWN))).toEqual([
      'Share: 90 % for A; unknown for B.',
    ]);
  });

  it('comes with the largest difference first, and says nothing of what is alike', () => {
    expect(textsOf(side('A', known(60), known(90)), side('B', known(50), known(10)))).toEqual([
      'Other: 90 % for A; 10 % for B. A rates better.',
      'Share: 60 % for A; 50 % for B. A rates better.',
    ]);
    expect(textsOf(side('A', known(5)), side('B', known(5)))).toEqual([]);
  });

  it('tells caveats', () => {
    const partial: BareRating = { ...known(5), state: 'partial', meets: false };
    expect(citedLabel(percent, partial)).toBe('5 % (with caveats)');
  });
});
