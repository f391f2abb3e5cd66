/** Numbers as people type them into links, and texts that are meant to hang a page. */

import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/decision/model.ts';
import { formatClauses, parseClauses } from '../../../src/links/clause-text.ts';
import { parseQuantity } from '../../../src/links/figure-text.ts';
import { parseState, type Key, type KeyTable } from '../../../src/links/keys.ts';
import type { QuantityScale } from '../../../src/decision/scale.ts';

const scale: QuantityScale = {
  kind: 'quantity',
  unit: 'MiB',
  multiples: { GiB: 1024 },
  spacing: 'logarithmic',
  worst: 65536,
  best: 256,
  bases: [],
};
const memory: Criterion = { slug: 'memory', name: 'Memory', scale };

/** The canonical form of what was read, and what was told. */
function read(text: string): { clauses: string; told: readonly string[] } {
  const { clauses, unread } = parseClauses(memory, text);
  return { clauses: formatClauses(memory.scale, clauses), told: unread.map(({ token }) => token) };
}

describe('a number with separators', () => {
  it.each([
    ['..2,048 MiB', '..2048'],
    ['2,500', '2500'],
    ['1,000..max', '1000..max'],
    ['500..2,500', '500..2500'],
    ['1,234,567..max', '1234567..max'],
    ['..2 048', '..2048'],
    ['..2\u00A0048 MiB', '..2048'],
    ['..2’048', '..2048'],
  ])('%s is %s', (text, clauses) => {
    expect(read(text)).toEqual({ clauses, told: [] });
  });

  it.each([
    ['..2048,512..max', '..2048,512..max'],
    ['50..200,100..max', '100..max,50..200'],
  ])('but what makes sense as a list is one: %s', (text, clauses) => {
    expect(read(text)).toEqual({ clauses, told: [] });
  });

  it('and what no number can meet is told, and asks nothing', () => {
    expect(read('..5,100..max')).toEqual({ clauses: '', told: ['..5,100..max'] });
    expect(read('1,5')).toEqual({ clauses: '', told: ['1,5'] });
  });
});

describe('a text that is meant to hang a page', () => {
  it('is read in as many steps as it has signs', () => {
    // With steps that grow by its square, this takes minutes.
    const long = `1${'\n'.repeat(200_000)}a\nb`;
    expect(parseQuantity(scale, long)).toBeUndefined();
    expect(parseQuantity(scale, `1${' '.repeat(200_000)}MiB`)).toBe(1);
  });

  it('is cut off at some number of parts, and that is told once', () => {
    const { told } = read('x,'.repeat(5_000));
    expect(told.length).toBeLessThan(300);
    expect(told.filter((token) => token === '…')).toHaveLength(1);
  });
});

describe('the parts of a query', () => {
  interface State {
    readonly a: string;
  }
  const a: Key<State, null> = { key: 'a', parse: (text) => ({ a: text }), format: (s) => s.a };
  const table: KeyTable<State, null> = [a];
  const readQuery = (query: string): ReturnType<typeof parseState<State, null>> =>
    parseState(table, { a: '' }, null, query);

  it.each([
    ...['utm_source=x', 'fbclid=y', 'gclid=z', 'mc_cid=1', 'msclkid=2', '_hsenc=3', 'igshid=4'],
    ...[
      'srsltid=5',
      'gad_campaignid=6',
      '__hstc=7',
      '_hsfp=8',
      'mkt_tok=9',
      'UTM_Source=x',
      'ref=y',
    ],
    ...['matomo_campaign=z', 'ScCid=1', 'rdt_cid=2', 'guce_referrer=3', 'wt_mc=4', 'igsh=5'],
  ])('%s, which counts clicks, is no cause for alarm', (part) => {
    expect(readQuery(`a=1&${part}`)).toEqual({ state: { a: '1' }, unfollowed: [] });
  });

  it('are told where they mean nothing here', () => {
    expect(readQuery('b=1').unfollowed.map(({ key }) => key)).toEqual(['b']);
  });

  it('are told in one line from some number on', () => {
    const { unfollowed } = readQuery(
      Array.from({ length: 10_000 }, (_, i) => `x${String(i)}=1`).join('&'),
    );
    expect(unfollowed.length).toBeLessThan(600);
    expect(unfollowed.at(-1)?.why).toBe('and 9500 more parts are not read');
  });
});
