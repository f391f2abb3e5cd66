/** Balls: how full, and drawn by a rule of the style sheet for each. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ballClasses, sector, twelfths } from '../../../src/words/ball.ts';
import { known } from '../decision/arbitrary.ts';
import type { QuantityScale, Scale } from '../../../src/decision/scale.ts';

const source = join(import.meta.dirname, '../../../src');
const css = readFileSync(join(source, 'components/rating.css'), 'utf8');
const utilities = readFileSync(join(source, 'styles/utilities.css'), 'utf8');

const power: QuantityScale = {
  kind: 'quantity',
  unit: 'W',
  multiples: {},
  worst: 0,
  best: 1200,
  spacing: 'linear',
  bases: [{ slug: 'stated', label: 'stated figure', rubric: '' }],
};
const classesAt = (value: number): readonly string[] => ballClasses(power, known(value));

describe('a ball', () => {
  it('is full or empty at the very ends of the scale alone', () => {
    expect([0, 1, 600, 1199, 1200].map((value) => twelfths(value / 1200))).toEqual([
      0, 1, 6, 11, 12,
    ]);
  });

  it('says how good a value is, and in which of five tones', () => {
    expect(classesAt(0)).toEqual(['ball', 'b-0', 'w-0']);
    expect(classesAt(600)).toEqual(['ball', 'b-6', 'w-2']);
    expect(classesAt(5000)).toEqual(['ball', 'b-12', 'w-4']);
  });

  it('is broken where nothing is known, and not there where the scale has no order', () => {
    const text: Scale = { kind: 'text' };
    expect(ballClasses(power, { state: 'unknown' })).toEqual(['ball', 'b-unknown']);
    expect(ballClasses(text, known('Some words'))).toEqual([]);
    expect(ballClasses(power, { state: 'not-applicable', counts: 'left-out' })).toEqual([]);
  });

  it('has a rule for whatever class it may have', () => {
    for (let value = 0; value <= 1200; value += 25) {
      for (const name of classesAt(value).slice(2)) expect(css).toContain(`.${name}::before`);
    }
    expect(css).toContain('.b-unknown::before');
  });

  it('is filled from the top, clockwise, by as many twelfths of a turn', () => {
    expect(utilities).toMatch(/@utility b-\* \{\s+--full: calc\(--value\(integer\) \* 30deg\);/);
    expect(utilities).toContain("@source inline('b-{0..12}');");
    expect(sector(3)).toBe('M6 6V1A5 5 0 0 1 11.00 6.00Z');
    expect(sector(9)).toBe('M6 6V1A5 5 0 1 1 1.00 6.00Z');
  });
});
