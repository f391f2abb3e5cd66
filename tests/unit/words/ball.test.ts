/** Balls: how full, and drawn by a rule of the style sheet for each. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { ballClasses, sector, twelfths } from '../../../src/words/ball.ts';
import { known } from '../decision/arbitrary.ts';
import type { QuantityScale, Scale } from '../../../src/decision/scale.ts';

const css = readFileSync(join(import.meta.dirname, '../../../src/components/rating.css'), 'utf8');

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

/** A layer of the picture of a ball: where its box is, in parts of the ball, and how it is cut. */
interface Layer {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Direction of the gradient in degrees and the part of it that is filled; whole boxes have none. */
  readonly cut: readonly [degrees: number, part: number] | undefined;
}

/** What a style sheet works out: sums, products and clamps of numbers, whatever their unit. */
function workedOut(text: string): number {
  const tokens = text.match(/clamp|[\d.]+|[-+*(),]/g) ?? [];
  const product = (): number => {
    let value = factor();
    while (tokens[0] === '*' && tokens.shift() !== undefined) value *= factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[0] === '+' || tokens[0] === '-') {
      value += tokens.shift() === '+' ? product() : -product();
    }
    return value;
  };
  const factor = (): number => {
    const token = tokens.shift();
    if (token !== 'clamp' && token !== '(') return Number(token);
    if (token === 'clamp') tokens.shift();
    const parts = [sum()];
    while (tokens.shift() === ',') parts.push(sum());
    const [least = 0, value = least, most = value] = parts;
    return token === '(' ? least : Math.min(Math.max(least, value), most);
  };
  return sum();
}

/** The layers that the style sheet draws for so many twelfths. */
function layersOf(filled: number): readonly Layer[] {
  const set = new Map([['--n', String(filled)]]);
  postcss.parse(css).walkRules('.ball::before', (rule) => {
    rule.walkDecls(({ prop, value }) => {
      set.set(prop, value);
    });
  });
  const resolved = (text: string): string =>
    text.replaceAll(/var\((--\w+)\)/g, (_, name: string) => `(${resolved(set.get(name) ?? '')})`);
  const [wedge = '', ...boxes] = postcss.list.comma(resolved(set.get('background') ?? ''));
  const place = (layer: string): Omit<Layer, 'cut'> => {
    const words = postcss.list.space(layer.replace(/^linear-gradient\(/, '('));
    const [, x = 0, y = 0, , w = 0, h = 0] = words.map((word) => workedOut(word) / 100);
    return { left: x * (1 - w), top: y * (1 - h), width: w, height: h };
  };
  const [, inner = ''] = /^linear-gradient\(([^]*?)\)\s+calc\(100%/.exec(wedge) ?? [];
  const [degrees = '', part = ''] = postcss.list.comma(inner);
  return [
    { ...place(wedge), cut: [workedOut(degrees), workedOut(part) / 100] },
    ...boxes.map((box) => ({ ...place(box), cut: undefined })),
  ];
}

/** Whether the middle of a twelfth of the ball is filled. */
function isFilled(layers: readonly Layer[], twelfth: number): boolean {
  const angle = ((twelfth + 0.5) / 12) * 2 * Math.PI;
  const x = 0.5 + 0.3 * Math.sin(angle);
  const y = 0.5 - 0.3 * Math.cos(angle);
  return layers.some(({ left, top, width, height, cut }) => {
    if (x < left || x > left + width || y < top || y > top + height) return false;
    if (cut === undefined) return true;
    // A gradient runs in its direction, from corner to corner of its box.
    const direction = (cut[0] / 360) * 2 * Math.PI;
    const [dx, dy] = [Math.sin(direction), -Math.cos(direction)];
    const length = Math.abs(dx) * width + Math.abs(dy) * height;
    const along = (x - left - width / 2) * dx + (y - top - height / 2) * dy;
    return 0.5 + along / length < cut[1];
  });
}

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

  it('has a rule for whatever tone it may have', () => {
    for (let value = 0; value <= 1200; value += 25) {
      const [, , tone = ''] = classesAt(value);
      expect(css).toContain(`.${tone}::before`);
    }
    expect(css).toContain('.b-unknown::before');
  });

  it('is filled from the top, clockwise, by as many twelfths of a turn', () => {
    for (let filled = 0; filled <= 12; filled++) {
      const twelfthsFilled = [...Array(12).keys()].filter((n) => isFilled(layersOf(filled), n));
      expect(twelfthsFilled).toEqual([...Array(filled).keys()]);
    }
    expect(sector(3)).toBe('M6 6V1A5 5 0 0 1 11.00 6.00Z');
    expect(sector(9)).toBe('M6 6V1A5 5 0 1 1 1.00 6.00Z');
  });
});
