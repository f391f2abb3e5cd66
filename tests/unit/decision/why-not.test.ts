import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Option } from '../../../src/decision/model.ts';
import { isUnknown, type BareRating } from '../../../src/decision/rating.ts';
import { recommend } from '../../../src/decision/recommend.ts';
import { differencesBetween, whyNot, type Turn } from '../../../src/decision/why-not.ts';
import { changed, holds, notApplicable, situation, UNKNOWN, type Situation } from './arbitrary.ts';
import {
  ALL,
  ARTICLE,
  atLeast,
  criterion,
  modelWith,
  option,
  percent,
  prefer,
  table,
} from './building.ts';
import { placeIn, recommended } from './figures.ts';

const why = (
  model: typeof ARTICLE,
  preferences: ReturnType<typeof prefer>,
  one: string,
  other: string,
  strict = false,
): ReturnType<typeof whyNot> => whyNot(model, preferences, strict, one, other);

describe('what separates two options', () => {
  it('is told largest first, in points', () => {
    const found = why(ARTICLE, prefer(ALL), 'hybrid', 'bare');
    expect(found?.relation).toBe('behind');
    expect(found?.differences.map((d) => [d.factor, d.points.toFixed(3)])).toEqual([
      ['cost', '0.333'],
      ['ease', '0.333'],
      ['flexibility', '-0.167'],
    ]);
    const [one, other] = ['hybrid', 'bare'].map((slug) =>
      recommend(ARTICLE, prefer(ALL), false).proven.find((r) => r.option === slug),
    );
    expect(differencesBetween(one?.contributions ?? [], other?.contributions ?? [])).toEqual(
      found?.differences,
    );
  });

  it('sums to the difference of their scores', () => {
    holds(
      fc.property(situation({ minOptions: 2 }), (given) => {
        const { proven, ifConfirmed, eliminated } = recommended(given);
        const score = (slug: string): number =>
          [...proven, ...ifConfirmed, ...eliminated].find((r) => r.option === slug)?.score ?? NaN;
        const found = whyNot(given.model, given.preferences, given.strict, 'option-0', 'option-1');
        const sum = found?.differences.reduce((total, d) => total + d.points, 0) ?? NaN;
        expect(sum).toBeCloseTo(score('option-0') - score('option-1'), 5);
      }),
      150,
    );
  });

  it('is told of options that are out as well, with what they do not meet', () => {
    const model = table(['x', 'y'], { a: [90, 90], b: [10, 90], c: [UNKNOWN, 95], d: [10, 20] });
    const preferences = prefer({ y: 'nice' }, [atLeast('x', 50)]);
    expect(why(model, preferences, 'a', 'b')).toMatchObject({
      relation: 'eliminated',
      unmet: [{ requirement: atLeast('x', 50), verdict: 'failed' }],
    });
    expect(why(model, preferences, 'a', 'c')).toMatchObject({
      relation: 'if-confirmed',
      unmet: [{ verdict: 'unproven' }],
    });
    expect(why(model, preferences, 'b', 'd')?.differences).toHaveLength(1);
    expect(why(model, preferences, 'b', 'a')).toMatchObject({ relation: 'before', turns: [] });
    expect(why(model, preferences, 'a', 'nobody')).toBeNull();
  });
});

describe('what would turn it', () => {
  it('is to do without requirements, all of some criteria, as few as will do', () => {
    const model = table(['x', 'y', 'z'], { a: [90, 90, 50], b: [10, 10, 90] });
    const preferences = prefer({ z: 'nice' }, [atLeast('x', 50), atLeast('y', 50)]);
    expect(why(model, preferences, 'a', 'b')?.turns).toEqual([
      { kind: 'without', requirements: preferences.requirements, effect: 'before' },
    ]);
    // Behind without them too: it would not do.
    const worse = table(['x', 'y', 'z'], { a: [90, 90, 50], b: [10, 90, 10] });
    expect(why(worse, preferences, 'a', 'b')?.turns).toEqual([]);
  });

  it('is to learn a rating, of the one or the other', () => {
    const model = table(['x', 'y'], { a: [UNKNOWN, 80], b: [60, 60], c: [10, UNKNOWN] });
    const turns = (one: string, other: string): unknown =>
      why(model, prefer({ x: 'nice', y: 'nice' }), one, other)?.turns.filter(
        (t) => t.kind === 'rating',
      );
    expect(turns('a', 'b')).toEqual([
      { kind: 'rating', option: 'a', criterion: 'x', as: 'worst', effect: 'before' },
    ]);
    // c would be 0.55 at the best, b is 0.6.
    expect(turns('b', 'c')).toEqual([]);
  });

  it('is a step of importance', () => {
    const model = table(['x', 'y'], { a: [90, 10], b: [10, 80] });
    expect(why(model, prefer({ x: 'nice', y: 'nice' }), 'a', 'b')?.turns).toEqual([
      { kind: 'importance', factor: 'x', from: 'nice', to: 'ignore', effect: 'before' },
      { kind: 'importance', factor: 'y', from: 'nice', to: 'matters', effect: 'before' },
    ]);
  });

  it('is a requirement that a better mode fails', () => {
    const model = modelWith(
      [criterion('x', percent), criterion('y', percent)],
      [
        option('a', { x: 90, y: 50 }),
        option('b', {}, { one: { x: 90, y: 10 }, two: { x: 0, y: 90 } }),
      ],
    );
    const found = why(model, prefer({ y: 'nice' }, [atLeast('x', 50)]), 'a', 'b');
    expect(found?.relation).toBe('behind');
    expect(found?.turns).toContainEqual({
      kind: 'without',
      requirements: [atLeast('x', 50)],
      effect: 'before',
    });
  });
});

/** The situation after a turn; null where no one rating says what was learnt. */
function turned(given: Situation, turn: Turn): Situation | null {
  const { model, preferences } = given;
  switch (turn.kind) {
    case 'without': {
      const requirements = preferences.requirements.filter((r) => !turn.requirements.includes(r));
      return { ...given, preferences: { ...preferences, requirements } };
    }
    case 'importance': {
      const importances = { ...preferences.importances, [turn.factor]: turn.to };
      return { ...given, preferences: { ...preferences, importances } };
    }
    case 'rating': {
      const ratingsOf = (o: Option): readonly (BareRating | undefined)[] =>
        [o.ratings, ...o.modes.map((m) => m.ratings)].map((ratings) => ratings[turn.criterion]);
      const isBounded = (rating: BareRating | undefined): boolean =>
        rating?.state === 'unknown' && (rating.atLeast ?? rating.atMost) !== undefined;
      const settle = (ratings: Option['ratings']): Option['ratings'] => {
        const rating: BareRating = ratings[turn.criterion] ?? { state: 'unrated' };
        return isUnknown(rating)
          ? { ...ratings, [turn.criterion]: notApplicable(turn.as) }
          : ratings;
      };
      if (model.options.some((o) => o.slug === turn.option && ratingsOf(o).some(isBounded))) {
        return null;
      }
      const settled = changed(model, (o) =>
        o.slug === turn.option
          ? {
              ...o,
              ratings: settle(o.ratings),
              modes: o.modes.map((m) =>
                turn.criterion in m.ratings ? { ...m, ratings: settle(m.ratings) } : m,
              ),
            }
          : o,
      );
      return { ...given, model: settled };
    }
  }
}

it('each turn does what it says, by a recommendation of its own', () => {
  const kinds = new Map<string, number>();
  holds(
    fc.property(situation({ minOptions: 2, maxRequirements: 3 }), (given) => {
      const { model, preferences, strict } = given;
      for (const { slug: one } of model.options) {
        for (const { slug: other } of model.options) {
          if (one === other) continue;
          for (const turn of whyNot(model, preferences, strict, one, other)?.turns ?? []) {
            const then = turned(given, turn);
            if (then === null) continue;
            kinds.set(turn.kind, (kinds.get(turn.kind) ?? 0) + 1);
            const found = recommended(then);
            const score = (slug: string): number =>
              [...found.proven, ...found.ifConfirmed].find((r) => r.option === slug)?.score ?? NaN;
            const [[mine], [theirs]] = [placeIn(found, one), placeIn(found, other)];
            const lead = Math.round((score(other) - score(one)) * 1e6);
            const threshold = Math.round(model.indifference * 1e6);
            const level = Math.abs(lead) < threshold || lead === 0;
            if (turn.effect === 'level') expect([theirs, level]).toEqual([mine, true]);
            else expect(theirs < mine || (theirs === mine && lead > 0 && !level)).toBe(true);
          }
        }
      }
    }),
    150,
  );
  for (const kind of ['without', 'importance', 'rating']) {
    expect(kinds.get(kind) ?? 0).toBeGreaterThan(20);
  }
});
