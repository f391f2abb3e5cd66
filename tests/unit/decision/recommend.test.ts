import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decisiveOpenRatings,
  differencesToLeader,
  importanceSteps,
  leadOf,
  weightFlips,
  withoutEachRequirement,
} from '../../../src/decision/change.ts';
import type { Criterion, Option } from '../../../src/decision/model.ts';
import {
  preferencesOf,
  type Preferences,
  type Question,
} from '../../../src/decision/questionnaire.ts';
import type { Rating } from '../../../src/decision/rating.ts';
import {
  evidenceShares,
  headline,
  leadingBand,
  recommend,
  robustness,
  type DecisionModel,
} from '../../../src/decision/recommend.ts';
import type { Scale } from '../../../src/decision/scale.ts';
import { IMPORTANCES, type Importance } from '../../../src/decision/weight.ts';
import { known, matrix, UNKNOWN, type Matrix } from './arbitrary.ts';

const ordinal = (better: 'first' | 'last', ...slugs: string[]): Scale => ({
  kind: 'ordinal',
  better,
  levels: slugs.map((slug) => ({ slug, label: slug })),
});
const cost: Criterion = { slug: 'cost', name: 'Cost', scale: ordinal('first', 'low', 'high') };
const ease: Criterion = {
  slug: 'ease',
  name: 'Ease',
  scale: ordinal('first', 'easy', 'difficult'),
};
const flexibility: Criterion = {
  slug: 'flexibility',
  name: 'Flexibility',
  scale: ordinal('last', 'low', 'medium', 'high'),
};
const windows: Criterion = {
  slug: 'windows',
  name: 'Windows',
  scale: { kind: 'flag', better: 'yes' },
};

const option = (slug: string, ratings: Record<string, Rating | string | boolean>): Option => ({
  slug,
  name: slug,
  ratings: Object.fromEntries(
    Object.entries(ratings).map(([c, r]) => [c, typeof r === 'object' ? r : known(r)]),
  ),
});

// The table of a well-known article: four options by three criteria, and whether there are Windows nodes.
const MODEL: DecisionModel = {
  criteria: [cost, ease, flexibility, windows],
  options: [
    option('bare', { cost: 'high', ease: 'difficult', flexibility: 'high', windows: true }),
    option('appliance', { cost: 'low', ease: 'easy', flexibility: 'low', windows: false }),
    option('hybrid', { cost: 'low', ease: 'easy', flexibility: 'medium', windows: true }),
    option('pc', { cost: 'low', ease: 'easy', flexibility: 'medium', windows: UNKNOWN }),
  ],
};

const prefer = (
  importances: Record<string, Importance>,
  requirements: Preferences['requirements'] = [],
): Preferences => ({ importances, requirements, wants: {} });

const ALL = { cost: 'nice', ease: 'nice', flexibility: 'nice' } as const;
const needsWindows = {
  criterion: 'windows',
  clauses: [{ kind: 'any', of: ['yes'] }],
  question: 'w',
} as const;
const settings = { samples: 20_000, seed: 1, levels: 'fixed' } as const;

describe('recommend', () => {
  it('ranks by score and shares ties by name', () => {
    const { proven, eliminated } = recommend(MODEL, prefer(ALL), false);
    expect(proven.map((r) => r.option)).toEqual(['hybrid', 'pc', 'appliance', 'bare']);
    expect(proven.map((r) => r.score.toFixed(4))).toEqual(['0.8333', '0.8333', '0.6667', '0.3333']);
    expect(eliminated).toEqual([]);
  });

  it('eliminates what fails, and keeps what is unproven in a band of its own', () => {
    const { proven, ifConfirmed, eliminated } = recommend(
      MODEL,
      prefer(ALL, [needsWindows]),
      false,
    );
    expect(proven.map((r) => r.option)).toEqual(['hybrid', 'bare']);
    expect(ifConfirmed.map((r) => [r.option, r.unproven])).toEqual([['pc', [needsWindows]]]);
    expect(eliminated.map((e) => [e.option, e.failed])).toEqual([
      ['appliance', [{ requirement: needsWindows, verdict: 'failed' }]],
    ]);
  });

  it('eliminates the unproven too for a strict reader', () => {
    const { ifConfirmed, eliminated } = recommend(MODEL, prefer(ALL, [needsWindows]), true);
    expect(ifConfirmed).toEqual([]);
    // Equally many requirements missed, so the better score is the nearer miss.
    expect(eliminated.map((e) => e.option)).toEqual(['pc', 'appliance']);
  });

  it('does not weigh what a requirement has decided', () => {
    const { factors, decided } = recommend(
      MODEL,
      prefer({ ...ALL, windows: 'critical' }, [needsWindows]),
      false,
    );
    expect(decided).toEqual(['windows']);
    expect(factors.map((f) => f.slug)).toEqual(['cost', 'ease', 'flexibility']);
  });

  it('weighs a family once, by the mean of its members', () => {
    const family = 'size';
    const criteria = [cost, { ...ease, family }, { ...flexibility, family }];
    const { factors, proven } = recommend(
      { ...MODEL, criteria },
      prefer({ cost: 'nice', size: 'nice' }),
      false,
    );
    expect(factors.map((f) => [f.slug, f.weight])).toEqual([
      ['cost', 0.5],
      ['size', 0.5],
    ]);
    expect(proven.find((r) => r.option === 'hybrid')?.contributions[1]?.value).toBe(0.75);
  });

  it('takes an unknown rating as the middle, and says so', () => {
    const { proven } = recommend(MODEL, prefer({ windows: 'nice' }), false);
    const pc = proven.find((r) => r.option === 'pc');
    expect(pc?.score).toBe(0.5);
    expect(pc?.contributions[0]?.assumed).toBe(true);
  });

  it('gives the weight of what does not apply to the rest', () => {
    const without: Rating = {
      state: 'not-applicable',
      why: '',
      counts: 'left-out',
      checked: '',
      sources: [],
    };
    const options = [
      option('a', { cost: without, ease: 'easy' }),
      option('b', { cost: 'low', ease: 'easy' }),
    ];
    const { proven } = recommend(
      { criteria: [cost, ease], options },
      prefer({ cost: 'critical', ease: 'nice' }),
      false,
    );
    expect(proven.map((r) => r.score)).toEqual([1, 1]);
    expect(proven[0]?.contributions.map((c) => c.weight)).toEqual([0, 1]);
  });

  it('names the option that dominates another', () => {
    const { dominators } = recommend(MODEL, prefer(ALL), false);
    expect([...dominators]).toEqual([['appliance', 'hybrid']]);
  });
});

describe('headline', () => {
  const told = (
    importances: Record<string, Importance>,
    requirements: Preferences['requirements'] = [],
    model = MODEL,
  ): ReturnType<typeof headline> => {
    const preferences = prefer(importances, requirements);
    const recommendation = recommend(model, preferences, false);
    return headline(recommendation, robustness(model, preferences, recommendation, settings));
  };

  it('is a tie where the highest scores are equal', () => {
    expect(told(ALL)).toEqual({ kind: 'tie', options: ['hybrid', 'pc'], confirmed: true });
  });

  it('names a leader and how often it is first', () => {
    const model = { ...MODEL, options: MODEL.options.filter((o) => o.slug !== 'pc') };
    const result = told(ALL, [], model);
    expect(result).toMatchObject({ kind: 'leader', option: 'hybrid', confirmed: true });
    expect((result as { share: number }).share).toBeCloseTo(8 / 9, 1);
  });

  it('says that nothing is weighed, that one is left, or that none is', () => {
    expect(told({})).toEqual({ kind: 'unweighed', count: 4, confirmed: true });
    const onlyHigh = {
      criterion: 'flexibility',
      clauses: [{ kind: 'any', of: ['high'] }],
      question: null,
    } as const;
    expect(told(ALL, [onlyHigh])).toEqual({ kind: 'only', option: 'bare', confirmed: true });
    const notEasy = {
      criterion: 'ease',
      clauses: [{ kind: 'any', of: ['easy'] }],
      question: null,
    } as const;
    expect(told(ALL, [onlyHigh, notEasy])).toEqual({ kind: 'none', confirmed: false });
  });

  it('is not confirmed where the only options left are unproven', () => {
    const model = {
      ...MODEL,
      options: MODEL.options.filter((o) => ['pc', 'appliance'].includes(o.slug)),
    };
    expect(told(ALL, [needsWindows], model)).toEqual({
      kind: 'only',
      option: 'pc',
      confirmed: false,
    });
  });

  it('is a close call where nobody is first in half of the samples, and names who is most often', () => {
    const scale: Scale = {
      kind: 'quantity',
      unit: 'x',
      multiples: {},
      spacing: 'linear',
      worst: 0,
      best: 100,
      bases: [],
    };
    const criteria = ['a', 'b'].map((slug) => ({ slug, name: slug, scale }));
    const options = [
      option('extreme-a', { a: known(100), b: known(0) }),
      option('extreme-b', { a: known(0), b: known(100) }),
      option('compromise', { a: known(60), b: known(60) }),
    ];
    const result = told({ a: 'nice', b: 'nice' }, [], { criteria, options });
    expect(result).toMatchObject({ kind: 'close', option: 'compromise' });
    expect((result as { share: number }).share).toBeCloseTo(0.2, 1);
    expect((result as { mostOftenShare: number }).mostOftenShare).toBeCloseTo(0.4, 1);
  });
});

describe('what would change the answer', () => {
  const preferences = prefer({ cost: 'critical', ease: 'nice', flexibility: 'matters' }, [
    needsWindows,
  ]);

  it('says for each criterion of which something is required who would lead without that', () => {
    const model = { ...MODEL, options: MODEL.options.filter((o) => o.slug !== 'hybrid') };
    const [without] = withoutEachRequirement(model, preferences, false);
    expect(without).toMatchObject({
      lead: { option: 'pc', confirmed: true },
      changes: true,
      left: 3,
    });
  });

  it('finds the steps of importance that change who leads', () => {
    const model = {
      ...MODEL,
      options: MODEL.options.filter((o) => ['bare', 'appliance'].includes(o.slug)),
    };
    const weighing = prefer({ cost: 'nice', flexibility: 'nice' });
    expect(leadOf(recommend(model, weighing, false)).option).toBe('appliance');
    expect(importanceSteps(model, weighing, false)).toEqual([
      { factor: 'cost', from: 'nice', to: 'ignore', lead: { option: 'bare', confirmed: true } },
      {
        factor: 'flexibility',
        from: 'nice',
        to: 'matters',
        lead: { option: 'bare', confirmed: true },
      },
      { factor: 'windows', from: 'ignore', to: 'nice', lead: { option: 'bare', confirmed: true } },
    ]);
  });

  it('gives the weight at which two options draw level: 2/3 for flexibility in the article’s table', () => {
    const model = {
      ...MODEL,
      options: MODEL.options.filter((o) => ['bare', 'hybrid'].includes(o.slug)),
    };
    const weighing = prefer(ALL);
    const flips = weightFlips(model, weighing, recommend(model, weighing, false));
    expect(flips).toHaveLength(1);
    // All three are equally important, so every weighting agrees with the order.
    expect(flips[0]).toMatchObject({ factor: 'flexibility', rival: 'bare', withinOrder: true });
    expect(flips[0]?.at).toBeCloseTo(2 / 3, 12);
  });

  it('finds the unknown ratings that decide who leads', () => {
    const open = decisiveOpenRatings(MODEL, prefer({ windows: 'nice' }), false);
    // Were it good, the option would tie with those that have it, and its name comes after theirs.
    expect(open).toEqual([]);
    const model = {
      ...MODEL,
      options: MODEL.options.filter((o) => ['pc', 'appliance'].includes(o.slug)),
    };
    expect(decisiveOpenRatings(model, prefer(ALL, [needsWindows]), false)).toEqual([
      {
        option: 'pc',
        criterion: 'windows',
        ifGood: { option: 'pc', confirmed: true },
        ifBad: { option: null, confirmed: false },
      },
    ]);
  });

  it('says on what a runner-up loses and wins, the largest difference first', () => {
    const recommendation = recommend(MODEL, prefer(ALL), false);
    expect(
      differencesToLeader(recommendation, 'bare').map((d) => [d.factor, d.points.toFixed(3)]),
    ).toEqual([
      ['cost', '0.333'],
      ['ease', '0.333'],
      ['flexibility', '-0.167'],
    ]);
  });
});

it('says how much of the weight rests on which evidence', () => {
  const options = [
    option('a', {
      cost: known('low', 'claimed'),
      ease: UNKNOWN,
      flexibility: known('high', 'inferred'),
    }),
  ];
  const model = { criteria: MODEL.criteria, options };
  const shares = evidenceShares(model, recommend(model, prefer(ALL), false), 'a');
  expect(shares.firm).toBe(0);
  for (const kind of ['claimed', 'inferred', 'unknown'] as const)
    expect(shares[kind]).toBeCloseTo(1 / 3, 12);
});

describe('laws', () => {
  const importances = (given: Matrix): fc.Arbitrary<Record<string, Importance>> =>
    fc
      .tuple(...given.criteria.map(() => fc.constantFrom(...IMPORTANCES)))
      .map((list) =>
        Object.fromEntries(given.criteria.map((c, i) => [c.slug, list[i] ?? 'ignore'])),
      );
  const situation = matrix().chain((given) => fc.tuple(fc.constant(given), importances(given)));

  const ranking = (model: DecisionModel, p: Preferences): readonly string[] =>
    leadingBand(recommend(model, p, false)).map((r) => r.option);

  it('removing an option never reorders the rest', () => {
    fc.assert(
      fc.property(situation, ([given, weighed]) => {
        const [gone, ...options] = given.options;
        const all = ranking(given, prefer(weighed));
        expect(ranking({ ...given, options }, prefer(weighed))).toEqual(
          all.filter((o) => o !== gone?.slug),
        );
      }),
    );
  });

  it('permuting options and criteria changes nothing', () => {
    fc.assert(
      fc.property(situation, ([given, weighed]) => {
        const turned = {
          criteria: given.criteria.toReversed(),
          options: given.options.toReversed(),
        };
        const scores = (model: DecisionModel): readonly (readonly [string, string])[] =>
          leadingBand(recommend(model, prefer(weighed), false)).map((r) => [
            r.option,
            r.score.toFixed(9),
          ]);
        expect(scores(turned)).toEqual(scores(given));
      }),
    );
  });

  it('raising a known ordinal rating never lowers its option’s score', () => {
    fc.assert(
      fc.property(situation, ([given, weighed]) => {
        const model: DecisionModel = given;
        for (const o of given.options) {
          for (const { slug, scale } of given.criteria) {
            const rating = o.ratings[slug];
            if (scale.kind !== 'ordinal' || rating?.state !== 'known') continue;
            const order = scale.better === 'last' ? scale.levels : scale.levels.toReversed();
            const at = order.findIndex((l) => l.slug === rating.value);
            const next = order[at + 1];
            if (next === undefined) continue;
            const raised = {
              ...o,
              ratings: { ...o.ratings, [slug]: { ...rating, value: next.slug } },
            };
            const score = (m: DecisionModel): number =>
              recommend(m, prefer(weighed), false).proven.find((r) => r.option === o.slug)?.score ??
              NaN;
            const options = given.options.map((p) => (p === o ? raised : p));
            expect(score({ ...model, options })).toBeGreaterThanOrEqual(score(model) - 1e-12);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a requirement more never admits an option', () => {
    fc.assert(
      fc.property(situation, fc.nat(), ([given, weighed], pick) => {
        const criterion = given.criteria[pick % given.criteria.length];
        const added = {
          criterion: criterion?.slug ?? '',
          clauses: [{ kind: 'any', of: ['level-0', 'yes'] }],
          question: null,
        } as const;
        const out = (p: Preferences): readonly string[] =>
          recommend(given, p, false).eliminated.map((e) => e.option);
        const after = out(prefer(weighed, [added]));
        expect(after).toEqual(expect.arrayContaining([...out(prefer(weighed))]));
      }),
    );
  });

  it('the order of answers never matters', () => {
    const answers = fc.array(
      fc.record({
        factor: fc.constantFrom('cost', 'ease', 'flexibility'),
        steps: fc.integer({ min: -3, max: 3 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 5 }), (effects) => {
        const questions: Question[] = effects.map((weighs, i) => ({
          slug: `q-${String(i)}`,
          formerSlugs: [],
          answers: [{ slug: 'yes', requires: [], weighs, wants: [] }],
        }));
        const given = Object.fromEntries(questions.map((q) => [q.slug, 'yes']));
        const none = { requirements: [], importances: {} };
        const straight = preferencesOf(questions, given, none);
        const turned = preferencesOf(questions.toReversed(), given, none);
        expect(turned.importances).toEqual(straight.importances);
      }),
    );
  });

  it('a level set by hand replaces the sum of the answers', () => {
    const question: Question = {
      slug: 'q',
      formerSlugs: [],
      answers: [{ slug: 'yes', requires: [], weighs: [{ factor: 'cost', steps: 3 }], wants: [] }],
    };
    const byHand = { requirements: [], importances: { cost: 'nice' as const } };
    expect(preferencesOf([question], { q: 'yes' }, byHand).importances).toEqual({ cost: 'nice' });
  });

  it('a requirement set by hand replaces what answers require of its criterion, or waives it', () => {
    const question: Question = {
      slug: 'w',
      formerSlugs: [],
      answers: [{ slug: 'yes', requires: [needsWindows], weighs: [], wants: [] }],
    };
    const set = (clauses: (typeof needsWindows)['clauses'] | []): unknown =>
      preferencesOf(
        [question],
        { w: 'yes' },
        { requirements: [{ criterion: 'windows', clauses }], importances: {} },
      ).requirements;
    expect(set([])).toEqual([]);
    expect(set(needsWindows.clauses)).toEqual([{ ...needsWindows, question: null }]);
  });
});
