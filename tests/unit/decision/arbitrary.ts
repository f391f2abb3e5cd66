/** Generated matrices: criteria of every kind of scale, options with ratings of every state. */

import fc from 'fast-check';
import type { Criterion, Option } from '../../../src/decision/model.ts';
import type { Evidence, KnownRating, Rating } from '../../../src/decision/rating.ts';
import type { Scale, Value } from '../../../src/decision/scale.ts';

const level = (i: number): { slug: string; label: string } => ({
  slug: `level-${String(i)}`,
  label: `Level ${String(i)}`,
});
const levels = fc
  .integer({ min: 2, max: 5 })
  .map((n) => Array.from({ length: n }, (_, i) => level(i)));

export const scale: fc.Arbitrary<Scale> = fc.oneof(
  fc.record({
    kind: fc.constant('ordinal' as const),
    levels,
    better: fc.constantFrom('first' as const, 'last' as const),
  }),
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
  fc.record({ kind: fc.constant('set' as const), members: levels, exhaustive: fc.boolean() }),
  fc
    .record({
      kind: fc.constant('quantity' as const),
      unit: fc.constant('MiB'),
      multiples: fc.constant({ GiB: 1024 }),
      spacing: fc.constantFrom('linear' as const, 'logarithmic' as const),
      worst: fc.integer({ min: 1, max: 5000 }),
      best: fc.integer({ min: 1, max: 5000 }),
      bases: fc.constant([{ slug: 'stated', label: 'stated' }]),
    })
    .filter((s) => s.worst !== s.best),
  fc.constant({ kind: 'text' as const }),
);

/** A legal value of a scale. */
export function valueOn(scale: Scale): fc.Arbitrary<Value> {
  switch (scale.kind) {
    case 'ordinal':
      return fc.constantFrom(...scale.levels.map((l) => l.slug));
    case 'choice':
      return fc.constantFrom(...scale.values.map((l) => l.slug));
    case 'flag':
      return fc.boolean();
    case 'set':
      return fc.subarray(scale.members.map((m) => m.slug));
    case 'quantity':
      return fc.integer({ min: 0, max: 10_000 });
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

export const UNKNOWN: Rating = {
  state: 'unknown',
  looked: 'The book.',
  checked: '2026-01-01',
  sources: ['book'],
};

/** A rating of any state; how often it is left out can be set, since some laws need comparable cells. */
export function ratingOn(scale: Scale, { leftOut = true } = {}): fc.Arbitrary<Rating> {
  const value = valueOn(scale);
  return fc.oneof(
    { weight: 6, arbitrary: value.map((v) => known(v)) },
    {
      weight: 1,
      arbitrary: fc
        .record({ v: value, meets: fc.boolean() })
        .map(({ v, meets }): Rating => ({ ...known(v), state: 'partial', note: 'Mostly.', meets })),
    },
    { weight: 1, arbitrary: fc.constant(UNKNOWN) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          'best' as const,
          'worst' as const,
          ...(leftOut ? (['left-out'] as const) : []),
        )
        .map((counts): Rating => ({
          state: 'not-applicable',
          why: 'It has none.',
          counts,
          checked: '2026-01-01',
          sources: ['book'],
        })),
    },
  );
}

export interface Matrix {
  readonly criteria: readonly (Criterion & {
    readonly group: string;
    readonly formerSlugs: readonly string[];
  })[];
  readonly options: readonly Option[];
}

/** Options with a rating on each of some criteria. */
export function matrix({
  leftOut = true,
  maxOptions = 6,
  maxCriteria = 6,
} = {}): fc.Arbitrary<Matrix> {
  const criteria = fc.array(scale, { minLength: 1, maxLength: maxCriteria }).map((scales) =>
    scales.map((s, i) => ({
      slug: `criterion-${String(i)}`,
      name: `Criterion ${String(i)}`,
      scale: s,
      group: i % 2 === 0 ? 'even' : 'odd',
      formerSlugs: [`old-${String(i)}`],
    })),
  );
  return criteria.chain((cs) =>
    fc
      .array(fc.tuple(...cs.map((c) => ratingOn(c.scale, { leftOut }))), {
        minLength: 1,
        maxLength: maxOptions,
      })
      .map((rows) => ({
        criteria: cs,
        options: rows.map((row, i) => ({
          slug: `option-${String(i)}`,
          name: `Option ${String(i)}`,
          ratings: Object.fromEntries(cs.map((c, j) => [c.slug, row[j] ?? UNKNOWN])),
        })),
      })),
  );
}
