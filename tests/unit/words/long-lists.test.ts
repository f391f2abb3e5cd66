import { expect, it } from 'vitest';
import { shownOf } from '../../../src/words/long-lists.ts';

it('a list is shown whole while it can be looked through, and else begun', () => {
  const list = Array.from({ length: 61 }, (_, i) => i);
  expect(shownOf(list.slice(0, 60))).toHaveLength(60);
  expect(shownOf(list)).toEqual(list.slice(0, 20));
});
