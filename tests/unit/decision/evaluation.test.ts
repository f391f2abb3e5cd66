import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, evaluationOf, factorsOf } from '../../../src/decision/evaluation.ts';
import type { Option } from '../../../src/decision/model.ts';
import { isUnknown, type BareRating } from '../../../src/decision/rating.ts';
import { leadingBand, recommend } from '../../../src/decision/recommend.ts';
import type { Scale } from '../../../src/decision/scale.ts';
import { scoreInMillionths } from '../../../src/decision/score.ts';
import { changed, holds, known, notApplicable, situation, UNKNOWN } from './arbitrary.ts';
import { ALL, ARTICLE, atLeast, criterion, percent, prefer, table, yes } from './building.ts';

describe('who leads', () => {
  it('are those of rank 1 of the leading band', () => {
    holds(
      fc.property(situation(), ({ model, preferences, strict }) => {
        const lead = evaluationOf(model).lead(preferences, strict);
        const recommendation = recommend(model, preferences, strict);
        const { proven, eliminated } = recommendation;
        const band = leadingBand(recommendation);
        expect(lead).toEqual({
          band: band.length === 0 ? null : proven.length > 0 ? 'proven' : 'if-confirmed',
          options: band.filter((r) => r.rank === 1).map((r) => r.option),
          eliminated: eliminated.length,
        });
      }),
      300,
    );
  });

  it('are all where nothing is weighed, and none where nothing is left', () => {
    const lead = (p: ReturnType<typeof prefer>, strict = false): unknown =>
      evaluationOf(ARTICLE).lead(p, strict);
    expect(lead(prefer({}))).toMatchObject({
      band: 'proven',
      options: ['appliance', 'bare', 'hybrid', 'pc'],
    });
    const never = {
      criterion: 'cost',
      clauses: [{ kind: 'any', of: [] }],
      question: null,
    } as const;
    expect(lead(prefer(ALL, [never]))).toEqual({ band: null, options: [], eliminated: 4 });
  });
});

it('scores as one would score by hand', () => {
  holds(
    fc.property(situation(), ({ model, preferences, strict }) => {
      const evaluation = evaluationOf(model);
      const { factors, scores } = evaluation.standings(preferences, strict);
      const columns = factors.map((factor) => evaluation.values(factor, preferences, 0.5));
      const weights = factors.map((factor) => factor.weight);
      evaluation.candidates.forEach((_, c) => {
        const values = columns.map((column) => column[c] ?? NaN);
        expect(scores[c]).toBe(scoreInMillionths(values, weights));
      });
    }),
    200,
  );
});

it('remembers nothing that another question would see', () => {
  // The same model asked in turn, and a fresh one each time.
  holds(
    fc.property(situation(), situation(), (one, other) => {
      const fresh = recommend({ ...one.model }, one.preferences, one.strict);
      recommend(one.model, { ...other.preferences, requirements: [] }, other.strict);
      expect(recommend(one.model, one.preferences, one.strict)).toEqual(fresh);
    }),
    100,
  );
});

/** A rating that is as good, or as bad, as it can be; null where no one rating is. */
function settledRating(scale: Scale, rating: BareRating, as: 'best' | 'worst'): BareRating | null {
  if (!isUnknown(rating)) return rating;
  const { atLeast, atMost } = rating.state === 'unknown' ? rating : {};
  if (atLeast === undefined && atMost === undefined) return notApplicable(as);
  if (scale.kind !== 'quantity') return notApplicable(as);
  const end = scale.best > scale.worst === (as === 'best') ? atMost : atLeast;
  return end === undefined ? null : known(end);
}

describe('what is learnt', () => {
  it('gives what a model with that rating gives', () => {
    holds(
      fc.property(situation(), ({ model, preferences, strict }) => {
        const evaluation = evaluationOf(model);
        const learning = evaluation.learning(preferences, strict);
        evaluation.options.forEach((slug, option) => {
          for (const { slug: criterion, scale } of model.criteria) {
            for (const as of ['best', 'worst'] as const) {
              const replace = (ratings: Option['ratings']): Option['ratings'] | null => {
                const rating = ratings[criterion];
                if (rating === undefined) return ratings;
                const settled = settledRating(scale, rating, as);
                return settled === null ? null : { ...ratings, [criterion]: settled };
              };
              const own = model.options.find((o) => o.slug === slug);
              const bounded = [own?.ratings, ...(own?.modes ?? []).map((m) => m.ratings)].some(
                (ratings) => {
                  const rating = ratings?.[criterion];
                  return (
                    rating?.state === 'unknown' &&
                    (rating.atLeast !== undefined || rating.atMost !== undefined)
                  );
                },
              );
              // A figure between bounds that is best is not what every requirement asks for.
              if (bounded && preferences.requirements.some((r) => r.criterion === criterion)) {
                continue;
              }
              if (bounded && own !== undefined && replace(own.ratings) === null) continue;
              if (own?.modes.some((m) => replace(m.ratings) === null) === true) continue;
              const settled = changed(model, (o) =>
                o.slug === slug
                  ? {
                      ...o,
                      ratings: replace(o.ratings) ?? o.ratings,
                      modes: o.modes.map((m) => ({ ...m, ratings: replace(m.ratings) ?? {} })),
                    }
                  : o,
              );
              const { scores, band, best } = learning({ option, criterion, as });
              const expected = evaluationOf(settled).standings(preferences, strict);
              expect({ scores, band, best }).toEqual({
                scores: expected.scores,
                band: expected.band,
                best: expected.best,
              });
            }
          }
        });
      }),
      150,
    );
  });

  it('stays within bounds: what fails by them fails still', () => {
    const model = table(['x'], { a: [{ state: 'unknown', atMost: 40 }], b: [45] });
    const verdict = (min: number, as: 'best' | 'worst'): number => {
      const evaluation = evaluationOf(model);
      const learning = evaluation.learning(prefer({ x: 'nice' }, [atLeast('x', min)]), false);
      return bandOf(0, learning({ option: 0, criterion: 'x', as }));
    };
    expect([verdict(30, 'best'), verdict(30, 'worst')]).toEqual([0, 2]);
    expect([verdict(41, 'best'), verdict(41, 'worst')]).toEqual([2, 2]);
  });

  it('changes nothing of what is known', () => {
    const evaluation = evaluationOf(ARTICLE);
    const preferences = prefer({ ...ALL, windows: 'nice' }, [yes('cost')]);
    const now = evaluation.standings(preferences, false);
    const bare = evaluation.options.indexOf('bare');
    const then = evaluation.learning(
      preferences,
      false,
    )({
      option: bare,
      criterion: 'windows',
      as: 'worst',
    });
    expect(then).toEqual(now);
  });
});

it('groups criteria of a family, in the order of the first', () => {
  const criteria = [
    criterion('a', percent),
    criterion('b', percent, 'f'),
    criterion('c', percent),
    criterion('d', percent, 'f'),
  ];
  expect(factorsOf(criteria).map((f) => [f.slug, f.criteria.map((c) => c.slug)])).toEqual([
    ['a', ['a']],
    ['f', ['b', 'd']],
    ['c', ['c']],
  ]);
});

it('tells who has a future by the lifecycle criterion, and takes it for granted where nothing tells', () => {
  const model = {
    ...table(['x'], { a: [1], b: [2], c: [UNKNOWN] }),
    lifecycle: { criterion: 'x', current: '1' },
  };
  const states = {
    ...model,
    options: model.options.map((o, i) => ({
      ...o,
      ratings: { x: i === 2 ? UNKNOWN : known(String(i + 1)) },
    })),
  };
  const evaluation = evaluationOf(states);
  expect([0, 1, 2].map((c) => evaluation.isActive(c))).toEqual([true, false, true]);
  expect(evaluationOf(ARTICLE).isActive(0)).toBe(true);
});
