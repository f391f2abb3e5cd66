import { describe, expect, it } from 'vitest';
import { distinctNames, slugTyped } from '../../../src/words/typed-name.ts';

const teas = distinctNames([
  { slug: 'green', name: 'Green tea' },
  { slug: 'green-iced', name: 'Green tea, iced' },
  { slug: 'black', name: 'Assam' },
  { slug: 'black-2', name: 'assam' },
  { slug: 'mint', name: 'Peppermint' },
]);

it('a name that several have gets its slug', () => {
  expect(teas.map(({ name }) => name)).toEqual([
    'Green tea',
    'Green tea, iced',
    'Assam (black)',
    'assam (black-2)',
    'Peppermint',
  ]);
});

describe('what is typed', () => {
  it.each([
    ['Green tea', 'green'],
    ['  green  TEA ', 'green'],
    ['green-iced', 'green-iced'],
    ['Ｇｒｅｅｎ tea\u200B', 'green'],
    ['assam (black-2)', 'black-2'],
    ['pepp', 'mint'],
    ['iced', 'green-iced'],
    ['assam', undefined],
    ['green', 'green'],
    ['gree', undefined],
    ['e', undefined],
    ['', undefined],
    ['coffee', undefined],
  ])('“%s” means %s', (typed, slug) => {
    expect(slugTyped(teas, typed)).toBe(slug);
  });
});
