/** Which drawing of an option is shown of its modes, and what is said where there is none. */

import { expect, it } from 'vitest';
import { drawingId, drawingOf, notDrawn } from '../../../src/words/option-drawing.ts';

it.each([
  { drawn: [['three'], ['remote']], mode: 'three', place: 0, isOfMode: true },
  { drawn: [['three'], ['remote']], mode: 'remote', place: 1, isOfMode: true },
  { drawn: [['three'], ['remote']], mode: 'single', place: 0, isOfMode: false },
  { drawn: [[], ['remote']], mode: 'single', place: 0, isOfMode: false },
  { drawn: [['three'], null], mode: 'single', place: 1, isOfMode: true },
  { drawn: [null, ['single']], mode: 'single', place: 0, isOfMode: true },
  { drawn: [['three']], mode: null, place: 0, isOfMode: true },
])('of $drawn, the mode $mode has drawing $place', ({ drawn, mode, place, isOfMode }) => {
  expect(drawingOf(drawn, mode)).toEqual({ place, isOfMode });
});

it('says of which modes there is no drawing', () => {
  expect(notDrawn(['one server'])).toBe(
    'There is no drawing of “one server”; this is another way to run it.',
  );
  expect(notDrawn(['one server', 'agents'])).toMatch(/of “one server” or “agents”;/);
});

it('has an id for each drawing of an option', () => {
  expect([0, 1].map((place) => drawingId('k3s', place))).toEqual(['drawing-k3s', 'drawing-k3s--2']);
});
