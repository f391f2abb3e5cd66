import { expect, it } from 'vitest';
import { footnotes } from '../../../src/words/footnotes.ts';
import type { QuantityScale } from '../../../src/decision/scale.ts';
import { known } from '../decision/arbitrary.ts';

const disk: QuantityScale = {
  kind: 'quantity',
  unit: 'GB',
  multiples: {},
  spacing: 'linear',
  worst: 100,
  best: 1,
  bases: [
    { slug: 'documented', label: 'documented minimum' },
    { slug: 'free', label: 'free on the host' },
  ],
};

it('tells what a figure means where it is not the usual, in words that fit any name of a basis', () => {
  expect(footnotes(disk, { ...known(2), basis: 'free' })).toEqual([
    'This figure means “free on the host”; most others mean “documented minimum”.',
  ]);
  expect(footnotes(disk, { ...known(2), basis: 'documented' })).toEqual([]);
});
