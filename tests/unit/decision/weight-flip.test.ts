import { expect, it } from 'vitest';
import { recommend } from '../../../src/decision/recommend.ts';
import { weightFlips } from '../../../src/decision/weight-flip.ts';
import { notApplicable } from './arbitrary.ts';
import { ALL, ARTICLE, prefer, table } from './building.ts';

const flips = (
  model: typeof ARTICLE,
  preferences: ReturnType<typeof prefer>,
): ReturnType<typeof weightFlips> =>
  weightFlips(model, preferences, recommend(model, preferences, false));

it('is 2/3 for flexibility in the article’s table', () => {
  const options = ARTICLE.options.filter((o) => ['bare', 'hybrid'].includes(o.slug));
  const found = flips({ ...ARTICLE, options }, prefer(ALL));
  expect(found).toHaveLength(1);
  // All three are equally important, so every weighting agrees with the order.
  expect(found[0]).toMatchObject({ factor: 'flexibility', rival: 'bare', withinOrder: true });
  expect(found[0]?.at).toBeCloseTo(2 / 3, 12);
});

it('leaves the order of importance where it says so', () => {
  // Weights 3/4 and 1/4. a leads b by 0.75·0.4 − 0.25·0.6; level where 0.4 t = 0.6 (1 − t): t = 0.6 on
  // x, which is still above y, and 0.4 on y.
  const found = flips(
    table(['x', 'y'], { a: [90, 10], b: [50, 70] }),
    prefer({ x: 'matters', y: 'nice' }),
  );
  expect(found.map((f) => [f.factor, f.rival, f.at.toFixed(6), f.withinOrder])).toEqual([
    ['x', 'b', '0.600000', true],
    ['y', 'b', '0.400000', true],
  ]);
  // 0.4 t = 0.1 (1 − t): t = 0.2 on x, which is below y then.
  const turned = flips(
    table(['x', 'y'], { a: [90, 60], b: [50, 70] }),
    prefer({ x: 'matters', y: 'nice' }),
  );
  expect(turned.map((f) => f.withinOrder)).toEqual([false, false]);
});

it('is none where something is left out for one of two', () => {
  const model = table(['x', 'y'], { a: [90, 10], b: [notApplicable('left-out'), 40] });
  expect(flips(model, prefer({ x: 'nice', y: 'nice' }))).toEqual([]);
});
