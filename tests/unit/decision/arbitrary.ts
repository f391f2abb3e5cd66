/**
 * Generated matrices: criteria of every kind of scale, families, options with modes and with ratings of
 * every state, and what readers may ask of them.
 */

import fc from 'fast-check';
import { PRESENT_METHOD, type DecisionModel } from '../../../src/decision/evaluation.ts';
import type { Criterion, Mode, Option } from '../../../src/decision/model.ts';
import type { AskedRequirement, Preferences } from '../../../src/decision/questionnaire.ts';
import type {
  Denial,
  Evidence,
  KnownRating,
  NotApplicableCounts,
  Rating,
} from '../../../src/decision/rating.ts';
import { nameableValues, type Clause } from '../../../src/decision/requirement.ts';
import {
  ABSENCES,
  canBeEnough,
  levelsOf,
  type Level,
  type Scale,
  type Value,
} from '../../../src/decision/scale.ts';
import { IMPORTANCES, type Importance } from '../../../src/decision/weight.ts';

/** How many times as often as usual laws are tried: `LAWS=50 vitest …` once by hand. */
const TIMES = Number(process.env.LAWS ?? 1);

/** Holds a law on as many cases, the same at every run. */
export function holds<T>(property: fc.IProperty<T>, runs: number): void {
  fc.assert(property, { numRuns: runs * TIMES, seed: 20_261_129 });
}

const level = (i: number): Level => ({ slug: `level-${String(i)}`, label: `Level ${String(i)}` });
const levels = fc
  .integer({ min: 2, max: 5 })
  .map((n) => Array.from({ length: n }, (_, i) => level(i)));

const members = levels.chain((list) =>
  fc.tuple(
    ...list.map((member, i) =>
      fc.record({
        slug: fc.constant(member.slug),
        label: fc.constant(member.label),
        absence: fc.constantFrom(...ABSENCES),
        // Of those after it, so that the first may entail all.
        implies: fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.subarray(list.slice(i + 1).map((other) => other.slug)) },
        ),
      }),
    ),
  ),
);

export const scale: fc.Arbitrary<Scale> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('ordinal' as const),
      levels,
      better: fc.constantFrom('first' as const, 'last' as const),
    }),
  },
  fc.record({
    kind: fc.constant('flag' as const),
    better: fc.constantFrom('yes' as const, 'no' as const, undefined),
  }),
  levels.chain((values) =>
    fc
      .option(
        fc.shuffledSubarray(
          values.map((v) => v.slug),
          { minLength: values.length },
        ),
      )
      .map((preference) => ({
        kind: 'choice' as const,
        values,
        preference: preference ?? undefined,
      })),
  ),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), members }) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        kind: fc.constant('quantity' as const),
        unit: fc.constant('MiB'),
        multiples: fc.constant({ GiB: 1024 }),
        spacing: fc.constantFrom('linear' as const, 'logarithmic' as const),
        worst: fc.integer({ min: 1, max: 200 }),
        best: fc.integer({ min: 1, max: 200 }),
        bases: fc.constant([{ slug: 'stated', label: 'stated' }]),
      })
      .filter((s) => s.worst !== s.best),
  },
  fc.constant({ kind: 'text' as const }),
);

/** A legal value of a scale. */
export function valueOn(s: Scale): fc.Arbitrary<Value> {
  switch (s.kind) {
    case 'ordinal':
    case 'choice':
      return fc.constantFrom(...levelsOf(s).map((l) => l.slug));
    case 'flag':
      return fc.boolean();
    case 'set':
      return fc.subarray(s.members.map((m) => m.slug));
    case 'quantity':
      return fc.integer({ min: 0, max: 250 });
    case 'text':
      return fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
  }
}

export const known = (value: Value, evidence: Evidence = 'documented'): KnownRating => ({
  state: 'known',
  value,
  why: 'It is so.',
  evidence,
  version: '1',
  checked: '2026-01-01',
  sources: ['book'],
});

export const UNKNOWN = {
  state: 'unknown',
  looked: 'The book.',
  checked: '2026-01-01',
  sources: ['book'],
} as const satisfies Rating;

export const notApplicable = (counts: NotApplicableCounts): Rating => ({
  state: 'not-applicable',
  why: 'It has none.',
  counts,
  checked: '2026-01-01',
  sources: ['book'],
});

const denial = (member: string): Denial => ({ member, why: 'It says so.', sources: ['book'] });

/** A rating of any state; how often it is left out can be set, since some laws need comparable cells. */
export function ratingOn(s: Scale, { leftOut = true } = {}): fc.Arbitrary<Rating> {
  const finding = valueOn(s).chain((value): fc.Arbitrary<KnownRating> => {
    if (s.kind !== 'set' || !Array.isArray(value)) return fc.constant(known(value));
    const others = s.members.map((m) => m.slug).filter((slug) => !value.includes(slug));
    return fc.subarray(others).map((not) => ({ ...known(value), not: not.map(denial) }));
  });
  const bound = fc.option(fc.integer({ min: 0, max: 250 }), { nil: undefined });
  const unknown =
    s.kind === 'quantity'
      ? fc.tuple(bound, bound).map(([a, b]): Rating => {
          const [atLeast, atMost] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
          return { ...UNKNOWN, atLeast, atMost };
        })
      : fc.constant<Rating>(UNKNOWN);
  return fc.oneof(
    { weight: 18, arbitrary: finding },
    {
      weight: 3,
      arbitrary: fc
        .record({ found: finding, meets: fc.boolean() })
        .map(({ found, meets }): Rating => ({
          ...found,
          state: 'partial',
          note: 'Mostly.',
          meets,
        })),
    },
    { weight: s.kind === 'quantity' ? 6 : 3, arbitrary: unknown },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom<NotApplicableCounts>(
          'best',
          'worst',
          ...(leftOut ? (['left-out'] as const) : []),
        )
        .map(notApplicable),
    },
    { weight: 1, arbitrary: fc.constant<Rating>({ state: 'unrated' }) },
  );
}

export type ListedCriterion = Criterion & {
  readonly group: string;
  readonly formerSlugs: readonly string[];
};

export interface Matrix {
  readonly criteria: readonly ListedCriterion[];
  readonly options: readonly Option<Rating>[];
}

interface Shape {
  readonly leftOut?: boolean;
  readonly modes?: boolean;
  readonly minOptions?: number;
  readonly maxOptions?: number;
  readonly maxCriteria?: number;
}

const criteriaOf = (maxCriteria: number): fc.Arbitrary<readonly ListedCriterion[]> =>
  fc
    .array(fc.tuple(scale, fc.constantFrom('', '', '', 'family-a', 'family-b')), {
      minLength: 1,
      maxLength: maxCriteria,
    })
    .map((list) =>
      list.map(([s, family], i) => ({
        slug: `criterion-${String(i)}`,
        name: `Criterion ${String(i)}`,
        scale: s,
        ...(family === '' ? {} : { family }),
        group: i % 2 === 0 ? 'even' : 'odd',
        formerSlugs: [`old-${String(i)}`],
      })),
    );

/** Ratings of an option on some criteria. */
function ratingsOn(
  criteria: readonly Criterion[],
  shape: Shape,
): fc.Arbitrary<Readonly<Record<string, Rating>>> {
  return fc
    .tuple(...criteria.map((c) => ratingOn(c.scale, shape)))
    .map((row) => Object.fromEntries(criteria.map((c, j) => [c.slug, row[j] ?? UNKNOWN])));
}

function optionOn(
  slug: string,
  criteria: readonly Criterion[],
  shape: Shape,
): fc.Arbitrary<Option<Rating>> {
  const base = ratingsOn(criteria, shape);
  const name = slug;
  const plain = base.map((ratings): Option<Rating> => ({ slug, name, ratings, modes: [] }));
  if (shape.modes === false) return plain;
  const moded = fc
    .tuple(base, fc.subarray([...criteria], { minLength: 1 }))
    .chain(([ratings, differing]) =>
      fc.array(ratingsOn(differing, shape), { minLength: 2, maxLength: 3 }).map((rows) => ({
        slug,
        name,
        // At rest, an option is as its first mode.
        ratings: { ...ratings, ...rows[0] },
        modes: rows.map((own, i): Mode<Rating> => ({
          slug: `mode-${String(i)}`,
          name: `mode ${String(i)}`,
          formerSlugs: [],
          ratings: own,
        })),
      })),
    );
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: moded });
}

/** Options with a rating on each of some criteria. */
export function matrix({
  minOptions = 1,
  maxOptions = 6,
  maxCriteria = 6,
  ...shape
}: Shape = {}): fc.Arbitrary<Matrix> {
  return criteriaOf(maxCriteria).chain((criteria) =>
    fc
      .integer({ min: minOptions, max: maxOptions })
      .chain((count) =>
        fc
          .tuple(
            ...Array.from({ length: count }, (_, i) =>
              optionOn(`option-${String(i)}`, criteria, shape),
            ),
          )
          .map((options) => ({ criteria, options })),
      ),
  );
}

export const modelOf = ({ criteria, options }: Matrix, indifference = 0.02): DecisionModel => ({
  criteria,
  options,
  indifference,
  lifecycle: null,
  method: PRESENT_METHOD,
});

/** A clause that can be asked on a scale. */
export function clauseOn(s: Scale): fc.Arbitrary<Clause> | null {
  const slugs = nameableValues(s);
  switch (s.kind) {
    case 'text':
      return null;
    case 'quantity': {
      const end = fc.option(fc.integer({ min: 0, max: 250 }));
      return fc.tuple(end, end).map(([a, b]): Clause => {
        const [min, max] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        return { kind: 'range', min, max };
      });
    }
    case 'flag':
    case 'choice':
    case 'set':
    case 'ordinal': {
      const any = fc
        .subarray([...slugs], { minLength: 1, maxLength: 2 })
        .map((of): Clause => ({ kind: 'any', of }));
      const slug = fc.constantFrom(...slugs);
      const not = slug.map((of): Clause => ({ kind: 'not', of }));
      if (s.kind !== 'ordinal') return fc.oneof(any, not);
      return fc.oneof(
        any,
        not,
        slug.map((l): Clause => ({ kind: 'at-least', level: l })),
        slug.map((l): Clause => ({ kind: 'at-most', level: l })),
      );
    }
  }
}

/** A value that may be enough on a scale. */
export function enoughOn(s: Scale): fc.Arbitrary<Value> | null {
  switch (s.kind) {
    case 'quantity':
      return fc.integer({ min: 1, max: 200 }).filter((value) => canBeEnough(s, value));
    case 'ordinal':
    case 'choice': {
      const values = levelsOf(s)
        .map((l) => l.slug)
        .filter((slug) => canBeEnough(s, slug));
      return values.length === 0 ? null : fc.constantFrom(...values);
    }
    case 'flag':
    case 'set':
    case 'text':
      return null;
  }
}

export interface Situation {
  readonly model: DecisionModel;
  readonly preferences: Preferences;
  readonly strict: boolean;
}

const record = <T>(
  entries: readonly (readonly [string, fc.Arbitrary<T | undefined>])[],
): fc.Arbitrary<Record<string, T>> =>
  fc.tuple(...entries.map(([, arbitrary]) => arbitrary)).map((values) =>
    Object.fromEntries(
      entries.flatMap(([key], i) => {
        const value = values[i];
        return value === undefined ? [] : [[key, value] as const];
      }),
    ),
  );

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** What may be asked of a matrix: up to `maxRequirements` requirements, importances, wants, what is enough. */
export function preferencesFor(
  { criteria }: Pick<Matrix, 'criteria'>,
  { maxRequirements = 2 } = {},
): fc.Arbitrary<Preferences> {
  const factors = [...new Set(criteria.map((c) => c.family ?? c.slug))];
  const requirement = criteria.flatMap((c) => {
    const clause = clauseOn(c.scale);
    return clause === null
      ? []
      : [
          fc.array(clause, { minLength: 1, maxLength: 2 }).map((clauses): AskedRequirement => ({
            criterion: c.slug,
            clauses,
            question: null,
          })),
        ];
  });
  return fc.record({
    importances: record<Importance>(factors.map((f) => [f, fc.constantFrom(...IMPORTANCES)])),
    requirements:
      requirement.length === 0
        ? fc.constant([])
        : fc.array(fc.oneof(...requirement), { maxLength: maxRequirements }),
    wants: record<readonly string[]>(
      criteria.flatMap(({ slug, scale: s }) =>
        s.kind === 'set'
          ? [
              [
                slug,
                maybe(
                  fc.subarray(
                    s.members.map((m) => m.slug),
                    { minLength: 1 },
                  ),
                ),
              ],
            ]
          : [],
      ),
    ),
    enough: record<Value>(
      criteria.flatMap(({ slug, scale: s }) => {
        const value = enoughOn(s);
        return value === null ? [] : [[slug, maybe(value)]];
      }),
    ),
  });
}

/** A matrix and what is asked of it. */
export function situation(
  shape: Shape & { readonly maxRequirements?: number } = {},
): fc.Arbitrary<Situation> {
  return matrix(shape).chain((given) =>
    fc.record({
      model: fc
        .constantFrom(0, 0.02, 0.02, 0.1)
        .map((indifference) => modelOf(given, indifference)),
      preferences: preferencesFor(given, shape),
      strict: fc.boolean(),
    }),
  );
}

/** A model with some of its options changed; null removes one. */
export function changed(
  model: DecisionModel,
  change: (option: Option, index: number) => Option | null,
): DecisionModel {
  return { ...model, options: model.options.flatMap((o, i) => change(o, i) ?? []) };
}
