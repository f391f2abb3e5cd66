import { describe, expect, it } from 'vitest';
import { findablePages } from '../../../../src/outputs/search-index.ts';
import type { Findable, FindableKind } from '../../../../src/words/search-entry.ts';
import { finder, wordsOf } from '../../../../src/islands/search/find.ts';
import { loadTea } from '../../comparison/loaded.ts';

const find = finder(findablePages(loadTea()));
const paths = (query: string): string[] =>
  find(query).groups.flatMap(({ members }) => members.map(({ path }) => path));
const kinds = (query: string): FindableKind[] => find(query).groups.map(({ kind }) => kind);

describe('finding', () => {
  it('takes names, former names and other names', () => {
    for (const query of ['black tea', 'Bohea', 'ASSAM', 'ceylon']) {
      expect(paths(query)[0], query).toBe('/options/black-tea/');
    }
  });

  it.each(['ｂｌａｃｋ　ｔｅａ', 'black\u200B tea', 'bla\u00ADck tea'])(
    'takes “%s” as it is meant',
    (query) => {
      expect(paths(query)[0]).toBe('/options/black-tea/');
    },
  );

  it('takes words in any order, and their beginnings', () => {
    expect(paths('tea black')[0]).toBe('/options/black-tea/');
    expect(paths('bla te')[0]).toBe('/options/black-tea/');
  });

  it.each(['boeha', 'bohae', 'blakc tea', 'strenth', 'rooiboss'])(
    'forgives “%s”, and says so',
    (query) => {
      const { by, groups } = find(query);
      expect(by).toBe('alike');
      expect(groups.length).toBeGreaterThan(0);
    },
  );

  it('forgives nothing in words of three letters or less', () => {
    expect(paths('txa')).toEqual([]);
  });

  it('leads to a rating where option and criterion are named', () => {
    expect(paths('black tea caffeine')).toEqual(['/options/black-tea/#caffeine']);
    expect(paths('caffeine of bohea')[0]).toBe('/options/black-tea/#caffeine');
  });

  it.each(['green vs black', 'green tea versus black tea', 'green or bohea'])(
    'compares on “%s”',
    (query) => {
      const [first, second] = find(query).groups;
      expect(first?.members.map(({ path }) => path)).toEqual([
        '/compare/?options=green-tea,black-tea',
      ]);
      expect(second?.kind).toBe('option');
    },
  );

  it('does not compare a thing with itself', () => {
    expect(kinds('bohea vs assam')).not.toContain('comparison');
  });

  it('shows what has most of the words where nothing has all, and says so', () => {
    expect(find('any nice leaf')).toMatchObject({ by: 'some' });
    expect(paths('any nice leaf')).toEqual(['/glossary/#leaf']);
  });

  it('finds nothing in nothing', () => {
    for (const query of ['', '  ', '?!']) expect(find(query).groups, query).toEqual([]);
    expect(find('zzzz').groups).toEqual([]);
  });
});

describe('grouping', () => {
  const thing = (kind: FindableKind, name: string, about = ''): Findable => ({
    kind,
    name,
    path: `/${kind}/${name}/`,
    about,
    also: [],
  });

  it('puts the kind with the best result first, and of equals the earlier kind', () => {
    const few = finder([
      thing('guide', 'Pot'),
      thing('option', 'Pot of gold'),
      thing('criterion', 'Gold', 'in the pot'),
      thing('source', 'Pot'),
    ]);
    expect(few('pot').groups.map(({ kind }) => kind)).toEqual([
      'guide',
      'source',
      'option',
      'criterion',
    ]);
  });

  it('looks at no more than a dozen words and 200 characters of what is pasted', () => {
    const pasted = 'black tea '.repeat(2000);
    expect(find(pasted)).toEqual(find('black tea '.repeat(6)));
    expect(find(`bohea ${'x '.repeat(10_000)}`)).toEqual(find(`bohea ${'x '.repeat(11)}`));
    expect(find('y'.repeat(20_000))).toEqual(find('y'.repeat(200)));
  });

  it('shows five of a kind', () => {
    const many = finder(Array.from({ length: 9 }, (_, i) => thing('option', `Cup ${String(i)}`)));
    expect(many('cup').groups[0]?.members.map(({ name }) => name)).toEqual([
      'Cup 0',
      'Cup 1',
      'Cup 2',
      'Cup 3',
      'Cup 4',
    ]);
  });
});

describe('words', () => {
  it('are letters and digits of any script, in lower case', () => {
    expect(wordsOf('K3s, “Höhe” & お茶-2')).toEqual(['k3s', 'höhe', 'お茶', '2']);
  });
});
