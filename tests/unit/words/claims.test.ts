import { expect, it } from 'vitest';
import { claimText, type Claim } from '../../../src/words/claims.ts';

it('counts one criterion as one', () => {
  const tally = (total: number): Claim => ({
    kind: 'tally',
    options: ['moon', 'lamp'],
    better: [1, 0],
    same: 0,
    total,
  });
  const said = (total: number): string => claimText(tally(total), (slug) => slug);
  expect(said(1)).toBe(
    'moon rates better on 1 of 1 criterion, lamp on 0; on 0 they rate the same.',
  );
  expect(said(2)).toBe('moon rates better on 1 of 2 criteria, lamp on 0; on 0 they rate the same.');
});
