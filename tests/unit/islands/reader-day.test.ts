/** The reader’s day, which is not everywhere that of UTC. */

import { afterEach, expect, it } from 'vitest';
import { dayOf } from '../../../src/islands/reader-day.ts';

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it.each([
  ['Pacific/Auckland', '2026-11-29T22:30:00Z', '2026-11-30'],
  ['America/Los_Angeles', '2026-11-30T02:30:00Z', '2026-11-29'],
  ['UTC', '2026-01-02T00:00:00Z', '2026-01-02'],
])('in %s, %s is on %s', (place, moment, day) => {
  process.env.TZ = place;
  expect(dayOf(new Date(moment))).toBe(day);
});
