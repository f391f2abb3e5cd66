/** Tables as text: what programs read back is what was written, and nothing of it runs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, toMarkdown, transpose, type Sheet } from '../../../src/words/table-text.ts';

const field = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '"',
    ',',
    '\r\n',
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    'a "quoted", b',
    '<b>|*_`',
  ),
);
const sheet: fc.Arbitrary<Sheet> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .chain(([width, height]) => {
    const row = fc.array(field, { minLength: width, maxLength: width });
    return fc.record({ head: row, rows: fc.array(row, { minLength: height, maxLength: height }) });
  });

/** A reader of RFC 4180, written from the RFC and sharing nothing with the writer. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (text[at] === '"' && text[at + 1] === '"') at += 1;
        else if (text[at] === '"') break;
        value += text[at] ?? '';
      }
      at += 1;
    } else {
      const end = /[,\r]/g;
      end.lastIndex = at;
      const stop = end.exec(text)?.index ?? text.length;
      value = text.slice(at, stop);
      at = stop;
    }
    record.push(value);
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    expect(text.slice(at, at + 2)).toBe('\r\n');
    at += 2;
    records.push(record);
    record = [];
  }
  return records;
}

describe('CSV', () => {
  it('reads back as the table, but for the apostrophes that defuse formulas', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        const read = readCsv(toCsv(given));
        const written = [given.head, ...given.rows].map((row) =>
          row.map((text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)),
        );
        expect(read).toEqual(written);
      }),
    );
  });

  it('holds no field that a spreadsheet would run', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        for (const text of readCsv(toCsv(given)).flat()) expect(text).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it('is as the RFC has it', () => {
    expect(toCsv({ head: ['a', 'b "c"'], rows: [['1,5', '=HYPERLINK("x")']] })).toBe(
      'a,"b ""c"""\r\n"1,5","\'=HYPERLINK(""x"")"\r\n',
    );
  });

  it('begins with a byte order mark only where that is asked for', () => {
    const given = { head: ['ä'], rows: [] };
    expect(toCsv(given)).toBe('ä\r\n');
    expect(toCsv(given, { bom: true })).toBe('\uFEFFä\r\n');
  });
});

describe('Markdown', () => {
  it('has as many lines as rows, and no cell that ends another or is markup', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        const lines = toMarkdown(given).split('\n');
        expect(lines).toHaveLength(given.rows.length + 3);
        for (const line of lines.slice(0, -1)) {
          const bare = line.replace(/\\[\\`*_[\]<>|~]/g, '');
          expect(bare.match(/\|/g)).toHaveLength(given.head.length + 1);
          expect(bare).not.toMatch(/[`*_[\]<>~\\]/);
        }
      }),
    );
  });
});

describe('a table', () => {
  it('turned twice is as it was', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        expect(transpose(transpose(given))).toEqual(given);
      }),
    );
  });
});
