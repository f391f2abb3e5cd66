/** Which characters no content may hold, and which look alike and belong where they stand. */

import { expect, it } from 'vitest';
import { unwantedCharacters } from '../../../src/comparison/characters.ts';

const problemsOf = (text: string): readonly string[] =>
  unwantedCharacters(text).map(({ problem }) => problem);

it.each([
  ['a soft hyphen', 'can\u00ADdle'],
  ['a joiner of marks', 'can\u034Fdle'],
  ['a vowel that is never written', 'can\u17B4dle'],
  ['a form of Mongolian', 'can\u180Bdle'],
  ['a switch of former days', 'can\u206Adle'],
  ['a mark of notes between lines', 'can\uFFF9dle'],
  ['a form of a Latin letter', 'can\uFE0Fdle'],
  ['a form of nothing', '\uFE0F'],
  ['a blank of braille', 'can\u2800dle'],
  ['a mark of music', 'can\u{1D173}dle'],
  ['a mark of shorthand', 'can\u{1BCA0}dle'],
])('%s is without width', (_, text) => {
  expect(problemsOf(text)).toEqual(['This is a character without width, which nobody can see.']);
});

it.each([
  ['from left to right', 'can\u200Edle'],
  ['from right to left', 'can\u200Fdle'],
  ['of Arabic', 'can\u061Cdle'],
])('a mark of direction %s turns text', (_, text) => {
  expect(problemsOf(text)).toEqual(['This character turns the direction of the text around it.']);
});

it.each([
  ['the first half of a pair', 'a\uD83C'],
  ['the second half of a pair', 'a\uDF75b'],
  ['halves in the wrong order', '\uDF75\uD83C'],
  ['a number that is kept free', 'a\u{1FFFE}'],
  ['one in the first plane', 'a\uFDD0'],
])('%s is no character', (_, text) => {
  expect(problemsOf(text)).toEqual(['This is no character.']);
});

it.each([
  ['emoji', '🍵 ☕\uFE0F 1\uFE0F\u20E3 👩\u200D🍳'],
  ['Hebrew with Latin in it', '\u05E9\u05DC\u05D5\u05DD C++\u200E, \u200F(\u05E9)'],
  ['Chinese forms', '葛\u{E0100} 葛\uFE00'],
  ['Mongolian', '\u1820\u180B'],
  ['braille', '\u2801\u2800\u2803'],
  ['a mathematical form', '≨\uFE00'],
])('%s is left alone', (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});
