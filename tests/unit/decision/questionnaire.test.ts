import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferencesOf, type Question } from '../../../src/decision/questionnaire.ts';
import type { Scale } from '../../../src/decision/scale.ts';
import { holds } from './arbitrary.ts';
import { answer, atLeast, percent, question, setOf, yes } from './building.ts';

const lower: Scale = { ...percent, worst: 100, best: 0 };
const scales = (slug: string): Scale | undefined =>
  ({ up: percent, down: lower, set: setOf({ a: 'no', b: 'no', c: 'no' }) })[slug];
const NOTHING = { requirements: [], importances: {} };
const weigh = (factor: string, steps: number): Partial<ReturnType<typeof answer>> => ({
  weighs: [{ factor, steps }],
});

describe('answers', () => {
  it('add steps, which are clamped once', () => {
    const questions = [3, 2, -4].map((steps, i) =>
      question(`q${String(i)}`, [answer('yes', weigh('x', steps))]),
    );
    const given = { q0: ['yes'], q1: ['yes'], q2: ['yes'] };
    // 3 + 2 − 4 = 1; clamped after each it would be 0.
    expect(preferencesOf(questions, given, NOTHING, scales).importances).toEqual({ x: 'nice' });
  });

  it('never depend on their order', () => {
    const effect = fc.record({
      factor: fc.constantFrom('x', 'y'),
      steps: fc.integer({ min: -3, max: 3 }),
      wanted: fc.subarray(['a', 'b', 'c']),
      up: fc.option(fc.integer({ min: 1, max: 100 })),
      down: fc.option(fc.integer({ min: 0, max: 99 })),
      min: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    const questions = fc.array(fc.array(effect, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    holds(
      fc.property(questions, (lists) => {
        const all: Question[] = lists.map((list, i) =>
          question(
            `q${String(i)}`,
            list.map((e, j) =>
              answer(`a${String(j)}`, {
                ...weigh(e.factor, e.steps),
                wants: [{ criterion: 'set', members: e.wanted }],
                enough: {
                  ...(e.up === null ? {} : { up: e.up }),
                  ...(e.down === null ? {} : { down: e.down }),
                },
                requires: e.min === null ? [] : [atLeast('up', e.min)],
              }),
            ),
            { several: true },
          ),
        );
        const given = Object.fromEntries(all.map((q) => [q.slug, q.answers.map((a) => a.slug)]));
        const turned = Object.fromEntries(
          Object.entries(given)
            .map(([slug, answers]) => [slug, answers.toReversed()] as const)
            .toReversed(),
        );
        const straight = preferencesOf(all, given, NOTHING, scales);
        expect(preferencesOf(all, turned, NOTHING, scales)).toEqual(straight);
        const backwards = preferencesOf(
          all.toReversed().map((q) => ({ ...q, answers: q.answers.toReversed() })),
          turned,
          NOTHING,
          scales,
        );
        expect({ ...backwards, requirements: [] }).toEqual({ ...straight, requirements: [] });
        const sorted = (list: typeof straight.requirements): unknown =>
          list.map((r) => JSON.stringify(r)).toSorted();
        expect(sorted(backwards.requirements)).toEqual(sorted(straight.requirements));
      }),
      300,
    );
  });

  it('of several to one question require all, want all, and weigh by the greatest step', () => {
    const several = question(
      'q',
      [
        answer('one', {
          ...weigh('x', 2),
          requires: [yes('a')],
          wants: [{ criterion: 'set', members: ['b', 'a'] }],
        }),
        answer('two', {
          ...weigh('x', 1),
          requires: [yes('b')],
          wants: [{ criterion: 'set', members: ['c', 'a'] }],
        }),
      ],
      { several: true },
    );
    expect(preferencesOf([several], { q: ['two', 'one'] }, NOTHING, scales)).toEqual({
      requirements: [
        { ...yes('a'), question: 'q' },
        { ...yes('b'), question: 'q' },
      ],
      importances: { x: 'matters' },
      wants: { set: ['a', 'b', 'c'] },
      enough: {},
    });
  });

  it('say how much is enough: the most demanding counts, the lower where lower is better', () => {
    const one = question('q1', [answer('a', { enough: { up: 15, down: 15, gone: 1, set: 1 } })]);
    const two = question('q2', [answer('a', { enough: { up: 60, down: 60 } })]);
    const none = question('q3', [answer('a', { enough: { up: 0, down: 100 } })]);
    const given = { q1: ['a'], q2: ['a'], q3: ['a'] };
    // What cannot be enough of a criterion, and what is of none, is dropped.
    expect(preferencesOf([one, two, none], given, NOTHING, scales).enough).toEqual({
      up: 60,
      down: 15,
    });
    // What is set by hand leaves it in force.
    const byHand = { requirements: [atLeast('up', 5)], importances: { up: 'critical' } } as const;
    expect(preferencesOf([one], given, byHand, scales).enough).toEqual({ up: 15, down: 15 });
  });

  it('say of what size something is there: what all of them allow', () => {
    const sizes = [{ least: 2 }, { least: 3, most: 9 }, { most: 5 }];
    const questions = sizes.map((size, i) => question(`q${String(i)}`, [answer('a', { size })]));
    const sizeOf = (...given: string[]): unknown =>
      preferencesOf(questions, Object.fromEntries(given.map((q) => [q, ['a']])), NOTHING, scales)
        .size;
    expect(sizeOf()).toBeUndefined();
    expect(sizeOf('q0')).toEqual({ least: 2 });
    expect(sizeOf('q0', 'q1', 'q2')).toEqual({ least: 3, most: 5 });
    expect(sizeOf('q2', 'q1')).toEqual({ least: 3, most: 5 });
  });

  it('that nobody has change nothing', () => {
    const one = question('q', [answer('a', weigh('x', 1))]);
    for (const given of [{}, { q: ['dont-know'] }, { q: ['gone'] }, { other: ['a'] }, { q: [] }]) {
      expect(preferencesOf([one], given, NOTHING, scales).importances).toEqual({});
    }
  });
});

describe('what is set by hand', () => {
  const one = question('q', [answer('a', { ...weigh('x', 3), requires: [yes('w')] })]);
  const given = { q: ['a'] };

  it('replaces the level that answers give', () => {
    const byHand = { requirements: [], importances: { x: 'nice' } } as const;
    expect(preferencesOf([one], given, byHand, scales).importances).toEqual({ x: 'nice' });
  });

  it('replaces what answers require of a criterion, or waives it', () => {
    const set = (...clauses: (typeof one.answers)[0]['requires'][0]['clauses']): unknown =>
      preferencesOf(
        [one],
        given,
        { requirements: [{ criterion: 'w', clauses }], importances: {} },
        scales,
      ).requirements;
    expect(set()).toEqual([]);
    expect(set({ kind: 'any', of: ['no'] })).toEqual([
      { criterion: 'w', clauses: [{ kind: 'any', of: ['no'] }], question: null },
    ]);
  });
});
