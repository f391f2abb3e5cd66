import { expect, it } from 'vitest';
import { reasonsOfMode } from '../../../src/words/reason.ts';

const reason = (why: string): { why: string; notes: []; basis: string; sources: [] } => ({
  why,
  notes: [],
  basis: '',
  sources: [],
});

it('takes the reasons of a mode where modes differ, and those of the option elsewhere', () => {
  const reasons = {
    rest: { memory: reason('one server'), licence: reason('open') },
    modes: { ha: { memory: reason('three servers') } },
  };
  expect(reasonsOfMode(reasons, null)).toEqual(reasons.rest);
  expect(reasonsOfMode(reasons, 'ha')).toEqual({
    memory: reason('three servers'),
    licence: reason('open'),
  });
  expect(reasonsOfMode(reasons, 'gone')).toEqual(reasons.rest);
});
