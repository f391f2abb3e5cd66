import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_ASK, type AskState } from '../../../src/links/ask.ts';
import { explainDrift } from '../../../src/links/drift.ts';
import { preferencesOf, type Question } from '../../../src/decision/questionnaire.ts';
import { recommend, robustness } from '../../../src/decision/recommend.ts';
import {
  makeRelease,
  openRelease,
  ratingChanges,
  sameContent,
  type Release,
} from '../../../src/links/release.ts';
import { IMPORTANCES } from '../../../src/decision/weight.ts';
import { matrix } from '../decision/arbitrary.ts';

const released = (given: { criteria: readonly unknown[]; options: readonly unknown[] }): Release =>
  makeRelease('2026-01-01', {
    criteria: given.criteria as never,
    options: given.options.map((o) => ({ ...(o as object), formerSlugs: [] })) as never,
    questions: [],
  });

describe('a release', () => {
  it('survives being written and read, and gives the same figures as the content it was made of', () => {
    fc.assert(
      fc.property(
        matrix().chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.tuple(...given.criteria.map(() => fc.constantFrom(...IMPORTANCES))),
          ),
        ),
        ([given, levels]) => {
          const kept = JSON.parse(JSON.stringify(released(given))) as Release;
          const opened = openRelease(kept);
          const importances = Object.fromEntries(
            given.criteria.map((c, i) => [c.slug, levels[i] ?? 'ignore']),
          );
          const preferences = preferencesOf([], {}, { requirements: [], importances });
          const before = recommend(given, preferences, false);
          const after = recommend(opened.model, preferences, false);
          expect(after.proven.map((r) => [r.option, r.score])).toEqual(
            before.proven.map((r) => [r.option, r.score]),
          );
          const few = { samples: 200, seed: 1, levels: 'order-only' as const };
          expect(robustness(opened.model, preferences, after, few)?.ranks).toEqual(
            robustness(given, preferences, before, few)?.ranks,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is the same for the same content, whatever its name', () => {
    fc.assert(
      fc.property(matrix(), (given) => {
        const one = released(given);
        expect(sameContent(one, { ...released(given), name: '2027-01-01' })).toBe(true);
        expect(ratingChanges(one, one)).toEqual([]);
      }),
    );
  });
});

describe('drift between two releases', () => {
  const scale = {
    kind: 'ordinal' as const,
    better: 'last' as const,
    levels: ['low', 'high'].map((slug) => ({ slug, label: slug })),
  };
  const question: Question = {
    slug: 'speed',
    formerSlugs: [],
    answers: [{ slug: 'fast', requires: [], weighs: [{ factor: 'speed', steps: 2 }], wants: [] }],
  };
  const make = (name: string, speeds: Record<string, string>): Release =>
    makeRelease(name, {
      criteria: [
        { slug: 'speed', name: 'Speed', scale, group: 'g', formerSlugs: [] },
        { slug: 'colour', name: 'Colour', scale, group: 'g', formerSlugs: [] },
      ],
      options: Object.entries(speeds).map(([slug, value]) => ({
        slug,
        name: slug,
        formerSlugs: [],
        ratings: {
          speed: {
            state: 'known',
            value,
            why: '',
            evidence: 'documented',
            version: '',
            checked: '',
            sources: [],
          },
          colour: { state: 'unknown', looked: '', checked: '', sources: [] },
        },
      })),
      questions: [question],
    });
  const state: AskState = { ...EMPTY_ASK, on: '2026-01-01', answers: { speed: 'fast' } };

  it('names the ratings whose change alone makes a difference', () => {
    // Names decide ties, so that each of the two changes alone turns the order.
    const drift = explainDrift(
      make('2026-01-01', { b: 'high', a: 'low' }),
      make('2026-02-01', { b: 'low', a: 'high' }),
      state,
    );
    expect(drift).toMatchObject({ before: 'b', after: 'a', orderChanged: true, changed: 2 });
    expect(drift.decisive.map((d) => [d.option, d.criterion])).toEqual([
      ['b', 'speed'],
      ['a', 'speed'],
    ]);
  });

  it('names options that are new', () => {
    const drift = explainDrift(
      make('2026-01-01', { hare: 'high' }),
      make('2026-02-01', { hare: 'high', snail: 'low' }),
      state,
    );
    expect(drift).toMatchObject({ before: 'hare', after: 'hare', added: ['snail'] });
  });

  it('is told as none where the order stands', () => {
    const drift = explainDrift(
      make('2026-01-01', { hare: 'high', tortoise: 'low' }),
      make('2026-02-01', { hare: 'high', tortoise: 'low' }),
      state,
    );
    expect(drift).toEqual({
      before: 'hare',
      after: 'hare',
      orderChanged: false,
      decisive: [],
      changed: 0,
      added: [],
    });
  });
});
