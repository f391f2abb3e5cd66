/** What a search in a long matrix looks at is the same packed and unpacked. */

import { expect, it } from 'vitest';
import { packTexts, unpackTexts } from '../../../src/words/searched-texts.ts';

it('holds each text once, and gives each option its own back', () => {
  const packed = packTexts([['bright', 'a lamp'], ['bright'], [], ['dim', 'bright', 'dim']]);
  expect(packed.texts).toEqual(['bright', 'a lamp', 'dim']);
  expect(unpackTexts(packed)).toEqual(['bright a lamp', 'bright', '', 'dim bright']);
});
