import { describe, expect, it } from 'vitest';
import { nearestFew } from '../../../src/decision/likeness.ts';
import type { Criterion, Option } from '../../../src/decision/model.ts';
import type { BareRating } from '../../../src/decision/rating.ts';
import type { Scale, Value } from '../../../src/decision/scale.ts';

const known = (value: Value): BareRating => ({ state: 'known', value, evidence: 'documented' });
const UNKNOWN: BareRating = { state: 'unknown' };

/** Options that are rated on one criterion each way given, by name. */
const rated = (ratings: readonly BareRating[]): readonly Option[] =>
  ratings.map((rating, i) => ({
    slug: `o${String(i)}`,
    name: '',
    ratings: { c: rating },
    modes: [],
  }));

const nearest = (
  scale: Scale,
  ratings: readonly BareRating[],
  few = 1,
): readonly (readonly number[])[] => {
  const criterion: Criterion = { slug: 'c', name: '', scale };
  return nearestFew(rated(ratings), [criterion], few);
};

const figures: Scale = {
  kind: 'quantity',
  unit: 'W',
  multiples: {},
  spacing: 'linear',
  worst: 0,
  best: 100,
  bases: [],
};
const list: Scale = {
  kind: 'set',
  members: ['a', 'b', 'c', 'd'].map((slug) => ({
    slug,
    label: slug,
    absence: 'no' as const,
    ...(slug === 'a' ? { implies: ['b'] } : {}),
  })),
};

describe('those that are most like each', () => {
  it('are those that differ least in worth, nearest first', () => {
    expect(nearest(figures, [0, 90, 20, 50].map(known), 2)).toEqual([
      [2, 3],
      [3, 2],
      [0, 3],
      [2, 1],
    ]);
  });

  it('share most members of a set, those that others imply among them', () => {
    expect(nearest(list, [known(['a', 'c']), known(['b', 'c']), known(['d'])])).toEqual([
      [1],
      [0],
      [1],
    ]);
  });

  it('have the same value where a scale has no order, and the same state', () => {
    const choice: Scale = {
      kind: 'choice',
      values: ['x', 'y'].map((slug) => ({ slug, label: slug })),
    };
    const none: BareRating = { state: 'not-applicable', counts: 'left-out' };
    expect(nearest(choice, [known('x'), known('y'), none, none, known('x')])).toEqual([
      [4],
      [2],
      [3],
      [2],
      [0],
    ]);
  });

  it('are neither near nor far where something is not known', () => {
    expect(nearest(figures, [known(0), UNKNOWN, known(60), known(40)], 3)[0]).toEqual([3, 1, 2]);
  });

  it('are the next in the list where all are alike, so that nobody is the neighbour of all', () => {
    const found = nearest(
      figures,
      Array.from({ length: 5 }, () => known(7)),
      2,
    );
    expect(found).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 0],
      [0, 1],
    ]);
  });

  it('are fewer where there are not so many others', () => {
    expect(nearest(figures, [known(1)], 3)).toEqual([[]]);
    expect(nearest(figures, [known(1), known(2)], 3)).toEqual([[1], [0]]);
  });
});
