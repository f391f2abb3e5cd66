/** Figures as people type them into a filter, and what is told back. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/decision/requirement.ts';
import type { QuantityScale } from '../../../src/decision/scale.ts';
import { formatClauses, parseClauses } from '../../../src/links/clause-text.ts';
import { clausesText } from '../../../src/words/clause-words.ts';
import { readFigures } from '../../../src/words/typed-figures.ts';

const memory: QuantityScale = {
  kind: 'quantity',
  unit: 'MiB',
  multiples: { GiB: 1024, MB: 1, GB: 1024 },
  spacing: 'logarithmic',
  worst: 32768,
  best: 512,
  bases: [],
};
const life: QuantityScale = {
  kind: 'quantity',
  unit: 'months',
  multiples: { years: 12 },
  spacing: 'linear',
  worst: 6,
  best: 120,
  bases: [],
};
const disk: QuantityScale = {
  ...memory,
  unit: 'GB',
  multiples: { GiB: 1.073741824, TB: 1000 },
  best: 1,
  worst: 100,
};

/** What is read as it stands in a link and as it is told, or what is wrong. */
const read = (scale: QuantityScale, text: string): string => {
  const { clauses, fault } = readFigures(scale, text);
  return fault ?? `${formatClauses(scale, clauses)}: ${clausesText(scale, clauses)}`;
};

describe('what is asked of memory, of which less is better', () => {
  it.each([
    ['<4 GiB', '..4096'],
    ['< 4GiB', '..4096'],
    ['<= 4 GiB', '..4096'],
    ['≤4 GiB', '..4096'],
    ['=< 4 GiB', '..4096'],
    ['under 4 GiB', '..4096'],
    ['Under 4 gib.', '..4096'],
    ['below 4GB', '..4096'],
    ['less than 4 GiB', '..4096'],
    ['less than or equal to 4 GiB', '..4096'],
    ['no more than 4 GiB', '..4096'],
    ['not more than 4 GiB', '..4096'],
    ['at most 4 GiB', '..4096'],
    ['max 4 GiB', '..4096'],
    ['max. 4 GiB', '..4096'],
    ['maximum of 4 GiB', '..4096'],
    ['4 GiB max', '..4096'],
    ['4 GiB or less', '..4096'],
    ['4 GiB and below', '..4096'],
    ['4 or less', '..4096'],
    ['4', '..4096'],
    ['4g', '..4096'],
    ['4 gi', '..4096'],
    ['4gb', '..4096'],
    ['up to 4g', '..4096'],
    ['upto 4g', '..4096'],
    ['4096', '..4096'],
    ['4096 MB', '..4096'],
    ['4096m', '..4096'],
    ['..4 GiB', '..4096'],
    ['..4', '..4096'],
    ['…4 GiB', '..4096'],
    ['.. 4 GiB', '..4096'],
    ['1.5 GiB', '..1536'],
    ['1,5 GiB', '..1536'],
    ['0,5 GiB', '..512'],
    ['0,512 GiB', '..524.288'],
    ['2,048 MiB', '..2048'],
    ['2.048,0 MiB', '..2048'],
    ['2 048 MiB', '..2048'],
    ['2\u00A0048 MiB', '..2048'],
    ['2’048', '..2048'],
    ['1.5', '..1536'],
    ['512', '..512'],
    ['64', '..65536'],
    ['at least 8 GB', '8192..max'],
    ['>= 2 GiB', '2048..max'],
    ['≥2', '2048..max'],
    ['> 2 GiB', '2048..max'],
    ['more than 2 GiB', '2048..max'],
    ['over 2 GiB', '2048..max'],
    ['min 2 GiB', '2048..max'],
    ['from 2 GiB', '2048..max'],
    ['2 GiB or more', '2048..max'],
    ['2 GiB and up', '2048..max'],
    ['2 GiB+', '2048..max'],
    ['2+', '2048..max'],
    ['2 GiB..', '2048..max'],
    ['2 GiB..max', '2048..max'],
    ['2048..max', '2048..max'],
    ['2..4 GiB', '2048..4096'],
    ['2 GiB..4', '2048..4096'],
    ['2-4 GiB', '2048..4096'],
    ['2 – 4 GiB', '2048..4096'],
    ['2 to 4', '2048..4096'],
    ['512 to 4 GiB', '512..4096'],
    ['512 MiB to 4 GiB', '512..4096'],
    ['512 to 1024', '512..1024'],
    ['between 2 and 4 GiB', '2048..4096'],
    ['from 2 to 4 GiB', '2048..4096'],
    ['over 2 GiB and under 8 GiB', '2048..8192'],
    ['>= 2 GiB, <= 8 GiB', '2048..8192'],
    ['at least 2; at most 8', '2048..8192'],
    ['exactly 4 GiB', '4096'],
    ['= 4 GiB', '4096'],
    ['2048..2048', '2048'],
    ['２０４８', '..2048'],
    ['＜４　ＧｉＢ', '..4096'],
    ['4 GiB\u200B', '..4096'],
    ['2 ‐ 4 GiB', '2048..4096'],
    ['4ʼ096', '..4096'],
    ['AT MOST 4 GIB', '..4096'],
  ])('%s', (text, link) => {
    const { clauses, fault } = readFigures(memory, text);
    expect(fault === null ? formatClauses(memory, clauses) : null).toBe(link);
  });

  it.each(['', '  ', 'any'])('“%s” asks nothing', (text) => {
    expect(readFigures(memory, text)).toEqual({ clauses: [], fault: null });
  });

  it('is told back in words', () => {
    expect(read(memory, '4')).toBe('..4096: 4 GiB or less');
    expect(read(memory, '2,500')).toBe('..2500: 2,500 MiB or less');
    expect(read(memory, '2-8')).toBe('2048..8192: 2 GiB to 8 GiB');
  });

  it.each([
    '4 parsecs',
    'lots',
    '4 4',
    '..',
    '1,2,3',
    '-4',
    '1.2.3',
    '4 GiB or',
    'about 4 GiB',
    '<>4',
  ])('%s is not understood, and what would be is said', (text) => {
    expect(read(memory, text)).toBe(
      `“${text}” is not understood. Write “up to 32 GiB”, “at least 512 MiB” or “512 MiB to 32 GiB”. Units: MiB, GiB, MB, GB.`,
    );
  });

  it('says so where nothing can be both', () => {
    expect(read(memory, 'at least 8 GiB and at most 2 GiB')).toBe(
      'Nothing is at least 8 GiB and at most 2 GiB.',
    );
    expect(read(memory, '8 GiB to 2 GiB')).toBe('Nothing is at least 8 GiB and at most 2 GiB.');
  });

  it('takes no longer over a page that is pasted', () => {
    expect(readFigures(memory, 'at least 1 '.repeat(100_000)).fault).not.toBeNull();
  });
});

describe('of other quantities', () => {
  it('a figure alone is at least where more is better, in the unit that is likely', () => {
    expect(read(life, '24')).toBe('24..max: 2 years or more');
    expect(read(life, '2')).toBe('24..max: 2 years or more');
    expect(read(life, '2 y')).toBe('24..max: 2 years or more');
    expect(read(life, 'under 20 months')).toBe('..20: 20 months or less');
  });

  it('a letter is the scale’s own unit before any other that begins so', () => {
    expect(read(disk, '100g')).toBe('..100: 100 GB or less');
    expect(read(disk, '1t')).toBe('..1000: 1 TB or less');
  });
});

describe('laws', () => {
  const figure = fc.integer({ min: 1, max: 100_000 });
  const end = fc.option(figure);
  const range = fc
    .tuple(end, end)
    .filter(([min, max]) => (min !== null || max !== null) && (min ?? 0) <= (max ?? Infinity))
    .map(([min, max]): Clause => ({ kind: 'range', min, max }));

  it('what is told back is read as what it tells', () => {
    fc.assert(
      fc.property(fc.constantFrom(memory, life, disk), range, (scale, clause) => {
        const told = clausesText(scale, [clause]);
        const { clauses, fault } = readFigures(scale, told);
        expect([fault, clausesText(scale, clauses)]).toEqual([null, told]);
      }),
    );
  });

  it('what is read is canonical: a link to it reads the same', () => {
    const words = fc.constantFrom('<', '>=', 'up to ', 'at least ', '', '..', 'exactly ');
    fc.assert(
      fc.property(words, figure, fc.constantFrom('', ' GiB', 'MB', 'g'), (word, number, unit) => {
        const { clauses } = readFigures(memory, `${word}${String(number)}${unit}`);
        const criterion = { slug: 'memory', name: 'Memory', scale: memory };
        expect(parseClauses(criterion, formatClauses(memory, clauses)).clauses).toEqual(clauses);
      }),
    );
  });

  it('every text is read without throwing, and asks something or is told', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { clauses, fault } = readFigures(memory, text);
        expect(
          clauses.length > 0 || fault !== null || text.trim() === '' || /any/i.test(text),
        ).toBe(true);
      }),
      { numRuns: 2_000, examples: [['!'], ['.'], ['any!']] },
    );
  });
});

describe('what is asked of dates', () => {
  const since: QuantityScale = {
    ...memory,
    unit: 'date',
    multiples: {},
    spacing: 'linear',
    worst: 730_000,
    best: 739_000,
  };

  it.each([
    ['since 2020', '2020-01-01..max'],
    ['2020 or later', '2020-01-01..max'],
    ['after 2020-05', '2020-05-01..max'],
    ['2020', '2020-01-01..max'],
    ['before 2020', '..2020-12-31'],
    ['until May 2020', '..2020-05-31'],
    ['by 3 December 2025', '..2025-12-03'],
    ['not after 3 Dec. 2025', '..2025-12-03'],
    ['2019 to 2020', '2019-01-01..2020-12-31'],
    ['2019 - 2020', '2019-01-01..2020-12-31'],
    ['between 2019-02 and March 2020', '2019-02-01..2020-03-31'],
    ['after 2019, before 2021', '2019-01-01..2021-12-31'],
    ['exactly 2020', '2020-01-01..2020-12-31'],
    ['exactly 2020-02-03', '2020-02-03'],
    ['>= 2020-02-03', '2020-02-03..max'],
    ['2020-02-03..', '2020-02-03..max'],
  ])('%s', (text, link) => {
    const { clauses, fault } = readFigures(since, text);
    expect([fault, formatClauses(since, clauses)]).toEqual([null, link]);
  });

  it('is told by dates where it is not understood', () => {
    expect(readFigures(since, 'next year').fault).toBe(
      '“next year” is not understood. Write “until 25 April 2024”, “since 4 September 1999” or “4 September 1999 to 25 April 2024”.',
    );
  });

  it('is understood as it is told', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), fc.nat(3_000_000), (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        for (const clause of [
          { kind: 'range', min, max },
          { kind: 'range', min, max: null },
          { kind: 'range', min: null, max },
        ] as const) {
          const told = clausesText(since, [clause]);
          expect(readFigures(since, told)).toEqual({ clauses: [clause], fault: null });
        }
      }),
    );
  });
});

it.each([
  ['2048 MB', '..1953.125'],
  ['2048mb', '..1953.125'],
  ['2048 M', '..2048'],
])('a prefix is the one that is written, or else the likeliest: %s', (text, link) => {
  const prefixed: QuantityScale = {
    ...memory,
    multiples: {},
    base: 'B',
    prefixes: ['binary', 'si'],
  };
  expect(formatClauses(prefixed, readFigures(prefixed, text).clauses)).toBe(link);
});
