import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/decision/acceptability.ts';
import { conclusionOf, namedFirst, type Conclusion } from '../../../src/decision/conclusion.ts';
import type { DecisionModel } from '../../../src/decision/evaluation.ts';
import type { Preferences } from '../../../src/decision/questionnaire.ts';
import { leadingBand, recommend, robustness } from '../../../src/decision/recommend.ts';
import { holds, situation, UNKNOWN } from './arbitrary.ts';
import {
  ALL,
  ARTICLE,
  asked,
  atLeast,
  criterion,
  flag,
  modelWith,
  option,
  percent,
  prefer,
  table,
  yes,
} from './building.ts';

const settings = { ...DEFAULT_SETTINGS, samples: 4000 };

function told(
  model: DecisionModel,
  preferences: Preferences,
  { strict = false, samples = true, answered = true } = {},
): Conclusion {
  const recommendation = recommend(model, preferences, strict);
  const robust = samples ? robustness(model, preferences, strict, settings) : null;
  return conclusionOf(model, preferences, recommendation, robust, answered);
}

const at = (option: string, mode: string | null = null): unknown => ({ option, mode });
const BOTH = prefer({ x: 'nice', y: 'nice' });
const never = asked('cost', { kind: 'any', of: [] });

describe('a conclusion has its own words', () => {
  it('for none left, nothing asked, and nothing weighed', () => {
    expect(told(ARTICLE, prefer(ALL, [never]))).toEqual({ kind: 'none' });
    expect(told(ARTICLE, prefer({}), { answered: false })).toEqual({ kind: 'unanswered' });
    expect(told(ARTICLE, prefer({}, [yes('windows')]))).toEqual({
      kind: 'unweighed',
      left: [at('bare'), at('hybrid')],
      confirmed: true,
    });
    const open = table(['x'], { a: [UNKNOWN], b: [UNKNOWN] });
    expect(told(open, prefer({}, [atLeast('x', 10)]))).toMatchObject({
      kind: 'unweighed',
      confirmed: false,
    });
  });

  it('for the only option left, confirmed or not, with a future or without', () => {
    const high = asked('flexibility', { kind: 'any', of: ['high'] });
    expect(told(ARTICLE, prefer(ALL, [high]))).toEqual({
      kind: 'only-left',
      first: at('bare'),
      confirmed: true,
      active: true,
    });
    const options = ARTICLE.options.filter((o) => o.slug === 'pc');
    expect(told({ ...ARTICLE, options }, prefer(ALL, [yes('windows')]))).toMatchObject({
      kind: 'only-left',
      confirmed: false,
    });
    const ending = { ...ARTICLE, lifecycle: { criterion: 'cost', current: 'low' } };
    expect(told(ending, prefer(ALL, [high]))).toMatchObject({ kind: 'only-left', active: false });
  });

  it('for the only one proven, with how many more there are if vendors confirm', () => {
    const model = table(['x', 'y'], { a: [50, 10], b: [UNKNOWN, 90], c: [UNKNOWN, 80] });
    const preferences = prefer({ y: 'nice' }, [atLeast('x', 40)]);
    expect(told(model, preferences)).toEqual({
      kind: 'only-proven',
      first: at('a'),
      ifConfirmed: 2,
      active: true,
    });
    // A strict reader has no others.
    expect(told(model, preferences, { strict: true })).toMatchObject({ kind: 'only-left' });
  });

  it('for one that leads', () => {
    const model = table(['x', 'y'], { a: [90, 90], b: [50, 50], c: [10, 60] });
    expect(told(model, BOTH)).toEqual({
      kind: 'leader',
      shortlist: [at('a')],
      confirmed: true,
      basis: 'shares',
      joins: [],
      ending: [],
    });
  });

  it('for those of the first rank and those on top half as often as the most frequent', () => {
    // a is above b where the weight of x is above 1/2 + 1/40; so b is on top in about half, and not in
    // the first rank by score. c is on top in none.
    const model = table(['x', 'y'], { a: [100, 25], b: [20, 100], c: [40, 40] });
    expect(told(model, BOTH)).toMatchObject({
      kind: 'shortlist',
      shortlist: [at('a'), at('b')],
      basis: 'shares',
    });
    expect(told(model, BOTH, { samples: false })).toMatchObject({
      kind: 'leader',
      shortlist: [at('a')],
      basis: 'scores',
    });
  });

  it('for more than five that the answers do not separate', () => {
    const rows = (count: number): DecisionModel =>
      table(
        ['x'],
        Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${String(i)}`, [50]])),
      );
    expect(told(rows(5), prefer({ x: 'nice' }))).toMatchObject({ kind: 'shortlist' });
    expect(told(rows(6), prefer({ x: 'nice' }))).toMatchObject({ kind: 'undecided' });
  });

  it('over the second band where none is proven, by the same rules', () => {
    const model = table(['x', 'y'], { a: [UNKNOWN, 90], b: [UNKNOWN, 20], c: [10, 95] });
    expect(told(model, prefer({ y: 'nice' }, [atLeast('x', 40)]))).toMatchObject({
      kind: 'leader',
      shortlist: [at('a')],
      confirmed: false,
    });
  });

  it('names those of the shortlist that are on their way out', () => {
    const model = modelWith(
      [criterion('x', percent), criterion('alive', flag)],
      [option('a', { x: 90, alive: 'no' }), option('b', { x: 90, alive: 'yes' })],
      { lifecycle: { criterion: 'alive', current: 'yes' } },
    );
    expect(told(model, prefer({ x: 'nice' }))).toMatchObject({ ending: ['a'] });
  });

  it('names the mode', () => {
    const model = modelWith(
      [criterion('x', percent)],
      [option('a', {}, { one: { x: 10 }, two: { x: 90 } }), option('b', { x: 50 })],
    );
    expect(namedFirst(told(model, prefer({ x: 'nice' })))).toEqual([at('a', 'two')]);
  });
});

it('is about those of the first rank at least, best first, by scores alone without samples', () => {
  holds(
    fc.property(situation({ minOptions: 2 }), ({ model, preferences, strict }) => {
      const recommendation = recommend(model, preferences, strict);
      const conclusion = conclusionOf(model, preferences, recommendation, null, true);
      const band = leadingBand(recommendation);
      const first = band.filter((r) => r.rank === 1).map((r) => r.option);
      switch (conclusion.kind) {
        case 'none':
          expect(band).toEqual([]);
          break;
        case 'leader':
        case 'shortlist':
        case 'undecided':
          expect(conclusion.shortlist.map((s) => s.option)).toEqual(first);
          expect(conclusion.joins.length).toBeLessThanOrEqual(3);
          for (const join of conclusion.joins) {
            expect(first).not.toContain(join.option);
            expect(band.map((r) => r.option)).toContain(join.option);
          }
          break;
        case 'unanswered':
        case 'awaits':
          throw new Error('Something was asked, and nothing is likely.');
        case 'unweighed':
          expect(recommendation.factors).toEqual([]);
          break;
        case 'only-left':
        case 'only-proven':
          expect(band[0]).toMatchObject(conclusion.first);
      }
    }),
    300,
  );
});

describe('would join', () => {
  const joins = (model: DecisionModel, preferences = BOTH): unknown => {
    const conclusion = told(model, preferences, { samples: false });
    return 'joins' in conclusion ? conclusion.joins : null;
  };

  it('what would be practically equal to the first, were its unknowns as good', () => {
    // The first scores 0.9. b would be (0.9 + 0.9) / 2; c (0.9 + 0.8) / 2 = 0.85, too little.
    expect(joins(table(['x', 'y'], { a: [90, 90], b: [UNKNOWN, 90], c: [UNKNOWN, 80] }))).toEqual([
      { option: 'b', mode: null, criteria: ['x'] },
    ]);
  });

  it('within its own interval, and never below its point', () => {
    const model = table(['x', 'y'], {
      a: [90, 90],
      b: [{ state: 'unknown', atMost: 80 }, 90],
      // As good as the first would be worse than what it is taken to be on y: 0.95.
      c: [UNKNOWN, { state: 'unknown', atLeast: 90 }],
    });
    // b: (0.8 + 0.9) / 2 = 0.85, not equal to 0.9; c: (0.9 + 0.95) / 2.
    expect(joins(model)).toEqual([{ option: 'c', mode: null, criteria: ['x'] }]);
  });

  it('as one of its modes, of the band that leads', () => {
    const model = modelWith(
      [criterion('x', percent), criterion('y', percent)],
      [
        option('a', { x: 90, y: 90 }),
        option('b', {}, { one: { x: 70, y: 70 }, two: { x: UNKNOWN, y: 90 } }),
      ],
    );
    expect(joins(model)).toEqual([{ option: 'b', mode: 'two', criteria: ['x'] }]);
    // Where x is required, the second mode is not proven, and so not of the band of the first.
    expect(joins(model, prefer(BOTH.importances, [atLeast('x', 50)]))).toEqual([]);
  });

  it('of a family, whose unknown members lie where the mean lies', () => {
    const model = modelWith(
      [criterion('x', percent, 'size'), criterion('y', percent, 'size')],
      [
        option('a', { x: 90, y: 90 }),
        option('b', { x: UNKNOWN, y: 88 }),
        option('c', { x: UNKNOWN, y: 40 }),
      ],
      { indifference: 0.015 },
    );
    // b would be (0.9 + 0.88) / 2 = 0.89; c (0.9 + 0.4) / 2.
    expect(joins(model, prefer({ size: 'nice' }))).toEqual([
      { option: 'b', mode: null, criteria: ['x'] },
    ]);
  });

  it('not of what is unknown of the first too', () => {
    expect(joins(table(['x', 'y'], { a: [UNKNOWN, 90], b: [UNKNOWN, 80] }))).toEqual([]);
  });

  it('at most three, the nearest first', () => {
    const model = table(['x', 'y'], {
      a: [90, 90],
      b: [UNKNOWN, 87],
      c: [UNKNOWN, 89],
      d: [UNKNOWN, 88],
      e: [UNKNOWN, 90],
    });
    const found = joins(model);
    expect(Array.isArray(found) && found.map((join: { option: string }) => join.option)).toEqual([
      'e',
      'c',
      'd',
    ]);
  });
});
