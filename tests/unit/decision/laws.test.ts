/** The laws of the method, on generated matrices. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptability } from '../../../src/decision/acceptability.ts';
import { evaluationOf, type DecisionModel } from '../../../src/decision/evaluation.ts';
import {
  candidatesOf,
  ratingOf,
  type Criterion,
  type Option,
} from '../../../src/decision/model.ts';
import { hasValue, isUnknown, type BareRating } from '../../../src/decision/rating.ts';
import { recommend, robustness } from '../../../src/decision/recommend.ts';
import { judgeRating } from '../../../src/decision/requirement.ts';
import { levelsWorstFirst, type Scale } from '../../../src/decision/scale.ts';
import { groupsOf } from '../../../src/decision/score.ts';
import { cellOf, cellValue } from '../../../src/decision/value-table.ts';
import { IMPORTANCES } from '../../../src/decision/weight.ts';
import {
  clauseOn,
  holds,
  known,
  preferencesFor,
  ratingOn,
  situation,
  type Situation,
} from './arbitrary.ts';
import {
  comparePlaces,
  FEW,
  figuresOf,
  placeIn,
  recommended,
  topShareIn,
  withOptions,
} from './figures.ts';

const RUNS = 300;

/** Neither the place nor the top share of an option is worse than before. */
function expectNotLower(before: Situation, after: Situation, option: string): void {
  const [was, is] = [before, after].map((given) => placeIn(recommended(given), option));
  expect(comparePlaces(is ?? [3, 0], was ?? [3, 0])).toBeLessThanOrEqual(0);
  expect(topShareIn(after, option)).toBeGreaterThanOrEqual(topShareIn(before, option) - 1e-12);
}

/** An option whose ways on all criteria are those given. */
const withModes = (option: Option, rows: readonly Option['ratings'][]): Option => ({
  ...option,
  ratings: { ...option.ratings, ...rows[0] },
  modes: rows.map((ratings, i) => ({
    slug: `mode-${String(i)}`,
    name: '',
    formerSlugs: [],
    ratings,
  })),
});

describe('shares', () => {
  it('of an option, and of a rank, sum to 1; on top at least as often as first', () => {
    holds(
      fc.property(situation(), ({ model, preferences, strict }) => {
        const robust = robustness(model, preferences, strict, FEW);
        if (robust === null) return;
        const { ranks, topShares } = robust;
        for (const row of ranks) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        ranks.forEach((_, r) => {
          expect(ranks.reduce((sum, row) => sum + (row[r] ?? 0), 0)).toBeCloseTo(1, 9);
        });
        ranks.forEach((row, o) => {
          expect(topShares[o] ?? 0).toBeGreaterThanOrEqual((row[0] ?? 1) - 1e-12);
          expect(topShares[o]).toBeLessThanOrEqual(1);
        });
      }),
      RUNS,
    );
  });

  it('have the closed form as their mean, for candidates to which every factor applies', () => {
    for (const levels of ['fixed', 'order-only'] as const) {
      holds(
        fc.property(situation({ maxRequirements: 0 }), ({ model, preferences }) => {
          const evaluation = evaluationOf(model);
          const { factors, scores } = evaluation.standings(preferences, false);
          fc.pre(factors.length > 0);
          const columns = factors.map((factor) => evaluation.cells(factor, preferences));
          const cells = evaluation.candidates.map((_, c) =>
            columns.flatMap((column) => column[c] ?? []),
          );
          const { meanScores } = acceptability(
            { candidates: evaluation.candidates, factors: factors.map((f) => f.slug), cells },
            factors.map((f) => IMPORTANCES.indexOf(f.importance)),
            0,
            { samples: 10_000, seed: 5, levels },
          );
          cells.forEach((row, c) => {
            if (row.some((cell) => cell.parts.length === 0)) return;
            expect(Math.abs((meanScores[c] ?? NaN) - (scores[c] ?? NaN) / 1e6)).toBeLessThan(0.015);
          });
        }),
        20,
      );
    }
  });
});

describe('permuting', () => {
  it('options, criteria and requirements changes no figure', () => {
    holds(
      fc.property(situation(), (given) => {
        const { model, preferences } = given;
        const turned = {
          ...given,
          model: {
            ...model,
            options: model.options.toReversed(),
            criteria: model.criteria.toReversed(),
          },
          preferences: {
            ...preferences,
            requirements: preferences.requirements.toReversed(),
            importances: Object.fromEntries(Object.entries(preferences.importances).toReversed()),
          },
        };
        expect(figuresOf(turned)).toEqual(figuresOf(given));
        const order = (s: Situation): unknown => {
          const { proven, ifConfirmed, eliminated } = recommended(s);
          return [proven, ifConfirmed, eliminated].map((list) =>
            list.map((r) => [r.option, r.mode]),
          );
        };
        expect(order(turned)).toEqual(order(given));
      }),
      RUNS,
    );
  });

  it('modes changes at most which of tied ones is named first', () => {
    holds(
      fc.property(situation(), (given) => {
        const turned = withOptions(
          given,
          given.model.options.map((o) => ({ ...o, modes: o.modes.toReversed() })),
        );
        expect(figuresOf(turned)).toEqual(figuresOf(given));
        const alike = (s: Situation): unknown =>
          recommended(s).proven.map((r) => [r.option, r.alike.toSorted()]);
        expect(alike(turned)).toEqual(alike(given));
      }),
      RUNS,
    );
  });
});

describe('modes', () => {
  it('one twice changes no figure', () => {
    holds(
      fc.property(situation(), fc.nat(), (given, pick) => {
        const turned = withOptions(
          given,
          given.model.options.map((o) => {
            const rows = candidatesOf(o).map((c) => c.ratings);
            return withModes(o, [...rows, rows[pick % rows.length] ?? {}]);
          }),
        );
        expect(figuresOf(turned)).toEqual(figuresOf(given));
      }),
      RUNS,
    );
  });

  it('one more never lowers its option', () => {
    holds(
      fc.property(
        situation({ minOptions: 2 }).chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.nat(),
            fc.tuple(...given.model.criteria.map((c) => ratingOn(c.scale))),
          ),
        ),
        ([given, pick, row]) => {
          const { options, criteria } = given.model;
          const option = options[pick % options.length];
          if (option === undefined) return;
          const added = Object.fromEntries(
            criteria.flatMap((c, i) => {
              const rating = row[i];
              return rating === undefined ? [] : [[c.slug, rating]];
            }),
          );
          const more = withModes(option, [...candidatesOf(option).map((c) => c.ratings), added]);
          const after = withOptions(
            given,
            options.map((o) => (o === option ? more : o)),
          );
          expectNotLower(given, after, option.slug);
        },
      ),
      RUNS,
    );
  });
});

describe('removing an option', () => {
  it('changes no other’s score, and where it began no group, no other’s group', () => {
    holds(
      fc.property(situation({ minOptions: 2 }), fc.nat(), (given, pick) => {
        const { options } = given.model;
        const gone = options[pick % options.length]?.slug;
        const without = withOptions(
          given,
          options.filter((o) => o.slug !== gone),
        );
        const scores = (s: Situation): unknown => {
          const { proven, ifConfirmed, eliminated } = recommended(s);
          return [proven, ifConfirmed, eliminated].map((list) =>
            list.filter((r) => r.option !== gone).map((r) => [r.option, r.mode, r.score]),
          );
        };
        expect(scores(without)).toEqual(scores(given));
        const groups = (s: Situation): readonly (readonly string[])[] => {
          const { proven, ifConfirmed } = recommended(s);
          return [proven, ifConfirmed].flatMap((list) =>
            [...new Set(list.map((r) => r.rank))].map((rank) =>
              list.filter((r) => r.rank === rank).map((r) => r.option),
            ),
          );
        };
        const before = groups(given);
        if (before.some(([first]) => first === gone)) return;
        expect(groups(without)).toEqual(before.map((g) => g.filter((o) => o !== gone)));
      }),
      RUNS,
    );
  });

  it('changes no draw of the others', () => {
    holds(
      fc.property(situation({ minOptions: 3, maxRequirements: 0 }), (given) => {
        const { model, preferences } = given;
        const mean = (m: DecisionModel): unknown => {
          const evaluation = evaluationOf(m);
          const { factors } = evaluation.weighing(preferences);
          const columns = factors.map((factor) => evaluation.cells(factor, preferences));
          return acceptability(
            {
              candidates: evaluation.candidates,
              factors: factors.map((f) => f.slug),
              cells: evaluation.candidates.map((_, c) =>
                columns.flatMap((column) => column[c] ?? []),
              ),
            },
            factors.map((f) => IMPORTANCES.indexOf(f.importance)),
            20_000,
            FEW,
          ).meanScores;
        };
        const [first, ...options] = model.options;
        const own = first === undefined ? 0 : candidatesOf(first).length;
        const all = mean(model);
        expect(mean({ ...model, options })).toEqual(Array.isArray(all) ? all.slice(own) : all);
      }),
      RUNS,
    );
  });
});

/** The worst and the best that a candidate can be on each criterion weighed; null where it is left out. */
function endsOf(
  { model, preferences }: Situation,
  candidate: { readonly ratings: Option['ratings'] },
): readonly (readonly [number | null, number | null])[] {
  const { factors } = evaluationOf(model).weighing(preferences);
  return factors
    .flatMap((factor) => factor.criteria)
    .map((criterion) => {
      const factor = { slug: criterion.slug, criteria: [criterion] };
      const cell = cellOf(candidate, factor, preferences, model.method.unknownInFamily);
      return [cellValue(cell, 0), cellValue(cell, 1)];
    });
}

function isDominated(given: Situation, b: Option, a: Option): boolean {
  return candidatesOf(b).every((theirs) =>
    candidatesOf(a).some((mine) => {
      const [ours, others] = [mine, theirs].map((c) => endsOf(given, c));
      if (ours === undefined || others === undefined) return false;
      const pairs = ours.map(([worst], f) => [worst, others[f]?.[1] ?? null] as const);
      return (
        pairs.every(
          ([w, x]) => (w === null && x === null) || (w !== null && x !== null && w >= x),
        ) && pairs.some(([w, x]) => w !== null && x !== null && w > x)
      );
    }),
  );
}

describe('dominance', () => {
  it('is found, and the dominated is neither above in score nor more often on top', () => {
    let found = 0;
    holds(
      fc.property(situation({ minOptions: 2, maxCriteria: 3, maxRequirements: 0 }), (given) => {
        const { dominators, proven } = recommended(given);
        const { options } = given.model;
        for (const b of options) {
          const above = options.filter((a) => a !== b && isDominated(given, b, a));
          expect(dominators.has(b.slug)).toBe(above.length > 0);
          for (const a of above) {
            found += 1;
            const score = (slug: string): number =>
              proven.find((r) => r.option === slug)?.score ?? NaN;
            expect(score(a.slug)).toBeGreaterThanOrEqual(score(b.slug));
            expect(topShareIn(given, a.slug)).toBeGreaterThanOrEqual(topShareIn(given, b.slug));
          }
        }
      }),
      RUNS,
    );
    // The law says nothing where nothing is dominated.
    expect(found).toBeGreaterThan(RUNS / 3);
  });

  it('counts within the leading band alone', () => {
    holds(
      fc.property(situation({ minOptions: 2, maxCriteria: 4 }), (given) => {
        for (const [b, a] of recommended(given).dominators) {
          expect(topShareIn(given, a)).toBeGreaterThanOrEqual(topShareIn(given, b));
        }
      }),
      RUNS,
    );
  });
});

/** Ratings that are a little better. */
function raisedOn(scale: Scale, rating: BareRating): readonly BareRating[] {
  if (rating.state === 'partial') {
    const { meets: _meets, ...rest } = rating;
    return [{ ...rest, state: 'known' }, ...raisedValues(scale, rating)];
  }
  return rating.state === 'known' ? raisedValues(scale, rating) : [];
}

function raisedValues<R extends Extract<BareRating, { value: unknown }>>(
  scale: Scale,
  rating: R,
): readonly R[] {
  const { value } = rating;
  switch (scale.kind) {
    case 'ordinal':
    case 'choice': {
      const order = (levelsWorstFirst(scale) ?? []).map((l) => l.slug);
      const at = order.findIndex((slug) => slug === value);
      return order.slice(at + 1).map((slug) => ({ ...rating, value: slug }));
    }
    case 'flag':
      return scale.better !== undefined && value !== (scale.better === 'yes')
        ? [{ ...rating, value: !(value === true) }]
        : [];
    case 'quantity': {
      if (typeof value !== 'number') return [];
      return [1, 20, 1000]
        .map((by) => (scale.best > scale.worst ? value + by : value - by))
        .filter((next) => next >= 0)
        .map((next) => ({ ...rating, value: next }));
    }
    case 'set': {
      const has = Array.isArray(value) ? value.map(String) : [];
      return scale.members
        .filter((m) => !has.includes(m.slug))
        .map((m) => ({
          ...rating,
          value: [...has, m.slug],
          not: rating.not?.filter(({ member }) => member !== m.slug),
        }));
    }
    case 'text':
      return [];
  }
}

/** All that a rating of some option could be raised to, wherever it is written. */
function* raises(
  { model, preferences }: Situation,
  better: (criterion: Criterion, rating: BareRating) => readonly BareRating[],
): Generator<{ readonly before: Option; readonly after: Option; readonly criterion: Criterion }> {
  const allowed = (criterion: Criterion, was: BareRating, is: BareRating): boolean =>
    preferences.requirements
      .filter((r) => r.criterion === criterion.slug)
      .every(({ clauses }) => {
        const order = ['failed', 'unproven', 'met'];
        const [before = 0, after = 0] = [was, is].map((rating) =>
          order.indexOf(judgeRating(criterion.scale, rating, clauses)),
        );
        return after >= before;
      });
  for (const before of model.options) {
    const rows = candidatesOf(before).map((c) => c.ratings);
    for (const criterion of model.criteria) {
      for (const [i, row] of rows.entries()) {
        const rating = ratingOf({ ratings: row }, criterion);
        for (const next of better(criterion, rating)) {
          if (!allowed(criterion, rating, next)) continue;
          const raised = rows.map((r, j) => (i === j ? { ...r, [criterion.slug]: next } : r));
          yield { before, after: withModes(before, raised), criterion };
        }
      }
    }
  }
}

const replaced = (given: Situation, before: Option, after: Option): Situation =>
  withOptions(
    given,
    given.model.options.map((o) => (o === before ? after : o)),
  );

describe('raising', () => {
  it('a known value, or a partial one to known, never lowers its option', () => {
    holds(
      fc.property(situation({ maxOptions: 4, maxCriteria: 4 }), (given) => {
        for (const { before, after } of raises(given, (c, r) => raisedOn(c.scale, r))) {
          expectNotLower(given, replaced(given, before, after), before.slug);
        }
      }),
      RUNS / 3,
    );
  });

  it('what is enough already changes nothing, where nothing is required of it', () => {
    let found = 0;
    holds(
      fc.property(situation({ maxOptions: 4, maxCriteria: 4 }), (given) => {
        const { enough, requirements } = given.preferences;
        const beyond = (criterion: Criterion, rating: BareRating): readonly BareRating[] => {
          const most = enough[criterion.slug];
          if (most === undefined || !hasValue(rating)) return [];
          if (requirements.some((r) => r.criterion === criterion.slug)) return [];
          const { scale } = criterion;
          const order = (levelsWorstFirst(scale) ?? []).map((l) => l.slug);
          const reached =
            scale.kind === 'quantity'
              ? scale.best > scale.worst
                ? rating.value >= most
                : rating.value <= most
              : order.indexOf(String(rating.value)) >= order.indexOf(String(most));
          return reached ? raisedValues(scale, rating) : [];
        };
        for (const { before, after } of raises(given, beyond)) {
          found += 1;
          expect(figuresOf(replaced(given, before, after))).toEqual(figuresOf(given));
        }
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(RUNS / 3);
  });
});

/** The best that an unknown rating can turn out to be. */
function bestOf({ scale }: Criterion, rating: BareRating): readonly BareRating[] {
  if (!isUnknown(rating)) return [];
  switch (scale.kind) {
    case 'ordinal':
    case 'choice': {
      const best = levelsWorstFirst(scale)?.at(-1)?.slug;
      return best === undefined ? [] : [known(best)];
    }
    case 'flag':
      return scale.better === undefined ? [] : [known(scale.better === 'yes')];
    case 'quantity': {
      const { atLeast = 0, atMost = Infinity } = rating.state === 'unknown' ? rating : {};
      const { best } = scale;
      return [
        known(
          scale.best > scale.worst
            ? Math.min(atMost, Math.max(best, atLeast))
            : Math.max(atLeast, Math.min(best, atMost)),
        ),
      ];
    }
    case 'set':
      return [known(scale.members.map((m) => m.slug))];
    case 'text':
      return [];
  }
}

it('learning that an unknown is the best it can be never lowers its option', () => {
  holds(
    fc.property(situation({ maxOptions: 4, maxCriteria: 5 }), (given) => {
      for (const { before, after } of raises(given, bestOf)) {
        expectNotLower(given, replaced(given, before, after), before.slug);
      }
    }),
    RUNS,
  );
});

it('a requirement more never admits an option', () => {
  holds(
    fc.property(
      situation().chain((given) => {
        const [criterion] = given.model.criteria;
        const clause = criterion === undefined ? null : clauseOn(criterion.scale);
        return fc.tuple(fc.constant(given), clause ?? fc.constant(null));
      }),
      ([given, clause]) => {
        const { model, preferences, strict } = given;
        const [criterion] = model.criteria;
        if (clause === null || criterion === undefined) return;
        const added = { criterion: criterion.slug, clauses: [clause], question: null };
        const more = { ...preferences, requirements: [...preferences.requirements, added] };
        const before = recommended(given);
        const after = recommend(model, more, strict);
        for (const { slug } of model.options) {
          expect(placeIn(after, slug)[0]).toBeGreaterThanOrEqual(placeIn(before, slug)[0]);
        }
      },
    ),
    RUNS,
  );
});

it('ranks are groups from the top down, each measured from its first', () => {
  holds(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
      fc.integer({ min: 0, max: 20 }),
      (list, indifference) => {
        const ranked = list.toSorted((a, b) => b - a);
        const groups = groupsOf(ranked, (x) => x, indifference);
        expect(groups.flatMap((g) => g.members)).toEqual(ranked);
        groups.forEach((g, i) => {
          const [first = NaN] = g.members;
          expect(g.rank).toBe(1 + groups.slice(0, i).flatMap((x) => x.members).length);
          for (const x of g.members) expect(first - x < indifference || x === first).toBe(true);
          const next = groups[i + 1]?.members[0];
          if (next !== undefined)
            expect(first - next).toBeGreaterThanOrEqual(Math.max(1, indifference));
        });
      },
    ),
    RUNS,
  );
});

it('an option stands as the best of its candidates, each judged and scored by itself', () => {
  holds(
    fc.property(situation(), (given) => {
      const { model, preferences, strict } = given;
      const apart = {
        ...model,
        options: model.options.flatMap((o) =>
          candidatesOf(o).map((c, i) => ({
            slug: `${o.slug}~${String(i)}`,
            name: '',
            ratings: c.ratings,
            modes: [],
          })),
        ),
      };
      const whole = recommend(model, preferences, strict);
      const single = recommend(apart, preferences, strict);
      for (const [band, list] of [whole.proven, whole.ifConfirmed].entries()) {
        for (const { option, score } of list) {
          const own = [single.proven, single.ifConfirmed]
            .flatMap((entries, b) => entries.map((r) => ({ ...r, b })))
            .filter((r) => r.option.startsWith(`${option}~`));
          const best = own.filter((r) => r.b === Math.min(...own.map((x) => x.b)));
          expect(best[0]?.b).toBe(band);
          expect(score).toBe(Math.max(...best.map((r) => r.score)));
        }
      }
    }),
    RUNS,
  );
});

it('preferences that differ in nothing but what is ignored give the same figures', () => {
  holds(
    fc.property(
      situation({ maxRequirements: 0 }).chain((given) =>
        fc.tuple(
          fc.constant(given),
          preferencesFor({
            criteria: given.model.criteria.map((c) => ({ ...c, group: '', formerSlugs: [] })),
          }),
        ),
      ),
      ([given, other]) => {
        const { importances, enough } = given.preferences;
        const ignored = (slug: string): boolean => {
          const family = given.model.criteria.find((c) => c.slug === slug)?.family ?? slug;
          return (importances[family] ?? 'ignore') === 'ignore';
        };
        const idle = Object.fromEntries(
          Object.entries(other.enough).filter(([slug]) => ignored(slug)),
        );
        const kept = Object.fromEntries(Object.entries(enough).filter(([slug]) => !ignored(slug)));
        const turned = {
          ...given,
          preferences: { ...given.preferences, enough: { ...kept, ...idle } },
        };
        expect(figuresOf(turned)).toEqual(figuresOf(given));
        expect(recommended(turned).idleEnough.toSorted()).toEqual(Object.keys(idle).toSorted());
      },
    ),
    RUNS,
  );
});
