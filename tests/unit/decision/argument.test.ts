import { describe, expect, it } from 'vitest';
import { argumentFor, type Argument } from '../../../src/decision/argument.ts';
import { leadingBand, recommend } from '../../../src/decision/recommend.ts';
import { known, UNKNOWN } from './arbitrary.ts';
import { ARTICLE, atLeast, prefer, table, yes } from './building.ts';

function argue(
  model: typeof ARTICLE,
  preferences: ReturnType<typeof prefer>,
  option: string,
  strict = false,
): Argument {
  const recommendation = recommend(model, preferences, strict);
  const ranked = leadingBand(recommendation).find((r) => r.option === option);
  if (ranked === undefined) throw new Error(`${option} is not in the leading band.`);
  return argumentFor(model, preferences, recommendation, ranked);
}

const WEIGHED = prefer({ x: 'nice', y: 'nice', z: 'nice', w: 'nice' });

describe('the case for an option', () => {
  it('is what it does better than the others, then what it does well as they do', () => {
    const model = table(['w', 'x', 'y', 'z'], { a: [60, 90, 90, 20], b: [60, 80, 10, 90] });
    const { for: reasons, against } = argue(model, WEIGHED, 'a');
    expect(reasons).toEqual([
      { kind: 'factor', factor: 'y', value: 0.9, others: 0.1 },
      { kind: 'factor', factor: 'x', value: 0.9, others: 0.8 },
      { kind: 'factor', factor: 'w', value: 0.6, others: 0.6 },
    ]);
    expect(against).toEqual({ kind: 'factor', factor: 'z', value: 0.2, others: 0.9 });
  });

  it('does not rest on what is assumed, nor on what is poor', () => {
    const model = table(['w', 'x', 'y', 'z'], { a: [UNKNOWN, 40, 40, 40], b: [0, 0, 0, 0] });
    expect(argue(model, WEIGHED, 'a').for).toEqual([]);
  });

  it('names requirements that eliminate something, of the unproven only for a strict reader', () => {
    const preferences = prefer({}, [yes('windows')]);
    const eliminates = (strict: boolean): unknown =>
      argue(ARTICLE, preferences, 'bare', strict).for.map((g) =>
        g.kind === 'requirement' ? g.eliminates : null,
      );
    expect(eliminates(false)).toEqual([1]);
    expect(eliminates(true)).toEqual([2]);
  });
});

describe('what to test before buying', () => {
  const check = (
    row: Parameters<typeof table>[1][string],
    ...p: Parameters<typeof prefer>
  ): unknown => argue(table(['x', 'y'], { a: row }), prefer(...p), 'a').check;
  const BOTH = { x: 'nice', y: 'critical' } as const;

  it('is what is not proven, before all', () => {
    expect(check([UNKNOWN, known(9, 'inferred')], BOTH, [atLeast('x', 5)])).toEqual({
      kind: 'unproven',
      requirement: atLeast('x', 5),
    });
  });

  it('is the doubtful rating that weighs most; one that is required weighs more than any', () => {
    expect(check([known(9, 'claimed'), known(9, 'inferred')], BOTH)).toEqual({
      kind: 'rating',
      criterion: 'y',
      doubt: 'inferred',
    });
    expect(check([known(9, 'claimed'), known(9, 'inferred')], BOTH, [atLeast('x', 5)])).toEqual({
      kind: 'rating',
      criterion: 'x',
      doubt: 'claimed',
    });
    expect(check([UNKNOWN, known(9)], BOTH)).toMatchObject({ criterion: 'x', doubt: 'unknown' });
    expect(check([known(9), known(9, 'measured')], BOTH)).toBeNull();
  });
});
