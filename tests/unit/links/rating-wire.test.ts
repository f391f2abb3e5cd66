import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BareRating, Rating } from '../../../src/decision/rating.ts';
import { readRating, writeRating } from '../../../src/links/rating-wire.ts';
import { holds, known, notApplicable, ratingOn, scale, UNKNOWN } from '../decision/arbitrary.ts';

/** A rating without its reasons. */
function bare(rating: Rating): BareRating {
  switch (rating.state) {
    case 'known':
    case 'partial': {
      const { value, evidence, basis, qualifier, not } = rating;
      const finding = {
        value,
        evidence,
        ...(basis === undefined ? {} : { basis }),
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(not === undefined || not.length === 0
          ? {}
          : { not: not.map(({ member }) => ({ member })) }),
      };
      return rating.state === 'known'
        ? { state: 'known', ...finding }
        : { state: 'partial', ...finding, meets: rating.meets };
    }
    case 'unknown': {
      const { atLeast, atMost } = rating;
      return {
        state: 'unknown',
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
      };
    }
    case 'not-applicable':
      return { state: 'not-applicable', counts: rating.counts };
    case 'unrated':
      return rating;
  }
}

it('survives being written as JSON and read, without its reasons', () => {
  holds(
    fc.property(
      scale.chain((s) => ratingOn(s)),
      fc.constantFrom('documented', 'measured', 'claimed', 'inferred'),
      fc.option(fc.constantFrom('measured', 'stated'), { nil: undefined }),
      (rating, evidence, basis) => {
        const given =
          rating.state === 'known' || rating.state === 'partial'
            ? { ...rating, evidence, basis, qualifier: basis }
            : rating;
        const wire = JSON.parse(JSON.stringify(writeRating(given))) as ReturnType<
          typeof writeRating
        >;
        expect(readRating(wire)).toEqual(bare(given));
        // Written again it is the same: one form for each.
        expect(writeRating(readRating(wire))).toEqual(wire);
      },
    ),
    1000,
  );
});

it.each([
  [known('x'), 'x'],
  [known(['a', 'b']), ['a', 'b']],
  [known([]), []],
  [known(false), false],
  [known(0), 0],
  [known(5, 'claimed'), { value: 5, evidence: 'claimed' }],
  [
    { ...known(['a']), not: [{ member: 'b', why: 'It says so.', sources: ['book'] }] },
    { value: ['a'], not: ['b'] },
  ],
  [
    { ...known(true), state: 'partial', note: 'Mostly.', meets: false },
    { value: true, meets: false },
  ],
  [UNKNOWN, null],
  [{ ...UNKNOWN, atLeast: 0 }, { atLeast: 0 }],
  [
    { ...UNKNOWN, atLeast: 4, atMost: 8 },
    { atLeast: 4, atMost: 8 },
  ],
  [notApplicable('left-out'), { counts: 'left-out' }],
  [{ state: 'unrated' }, { state: 'unrated' }],
] satisfies readonly (readonly [Rating, unknown])[])('%# is as short as can be', (rating, wire) => {
  expect(writeRating(rating)).toEqual(wire);
});
