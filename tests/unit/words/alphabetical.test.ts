import { expect, it } from 'vitest';
import { alphabetically } from '../../../src/words/alphabetical.ts';

it('orders names as readers look them up, figures by their size', () => {
  const names = ['m5.12xlarge', 'K3s', 'm5.2xlarge', 'Élan', 'k0s', 'Zebra'];
  expect(names.toSorted((a, b) => alphabetically(a, b, 'en-GB'))).toEqual([
    'Élan',
    'k0s',
    'K3s',
    'm5.2xlarge',
    'm5.12xlarge',
    'Zebra',
  ]);
});
