import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionModel } from '../../../src/decision/evaluation.ts';
import { nextQuestions } from '../../../src/decision/next-question.ts';
import {
  preferencesOf,
  type Answers,
  type ByHand,
  type Question,
} from '../../../src/decision/questionnaire.ts';
import { leadingBand, recommend } from '../../../src/decision/recommend.ts';
import { IMPORTANCES } from '../../../src/decision/weight.ts';
import { clauseOn, enoughOn, holds, matrix, modelOf, type Matrix } from './arbitrary.ts';
import {
  answer,
  atLeast,
  criterion,
  flag,
  modelWith,
  option,
  percent,
  question,
  table,
} from './building.ts';

const NOTHING: ByHand = { requirements: [], importances: {} };

const ask = (
  model: DecisionModel,
  questions: readonly Question[],
  answers: Answers = {},
  byHand = NOTHING,
): ReturnType<typeof nextQuestions> => nextQuestions(model, questions, answers, byHand, false);

describe('worked out by hand', () => {
  const model = table(['x', 'y', 'z'], { a: [90, 10, 50], b: [10, 90, 50], c: [10, 10, 50] });
  const weigh = (slug: string, ...factors: string[]): Question =>
    question(
      slug,
      factors.map((factor) => answer(factor, { weighs: [{ factor, steps: 1 }] })),
    );

  it('is the mean distance of who leads before and after', () => {
    // Nothing is weighed yet, so all three lead; after x it is a alone: 1 − 1/3. After z it is all: 0.
    expect(ask(model, [weigh('one', 'x'), weigh('two', 'x', 'z'), weigh('none', 'z')])).toEqual([
      { question: 'one', change: 1 - 1 / 3, eliminates: 0, newcomers: [], leavers: ['b', 'c'] },
      {
        question: 'two',
        change: (1 - 1 / 3) / 2,
        eliminates: 0,
        newcomers: [],
        leavers: ['b', 'c'],
      },
      { question: 'none', change: 0, eliminates: 0, newcomers: [], leavers: [] },
    ]);
  });

  it('takes answers to be as likely as the content says', () => {
    const one = question('one', [
      answer('rare', { weighs: [{ factor: 'x', steps: 1 }] }),
      answer('usual', { likelihood: 3 }),
    ]);
    expect(ask(model, [one])[0]?.change).toBeCloseTo((1 - 1 / 3) / 4, 12);
  });

  it('then what eliminates most, then the order of the content; an empty lead counts 1', () => {
    const require = (slug: string, min: number): Question =>
      question(slug, [answer('yes', { requires: [atLeast('x', min)] })]);
    const byHand: ByHand = { requirements: [], importances: { x: 'critical' } };
    const found = ask(
      model,
      [weigh('idle', 'z'), require('some', 50), require('all', 95), require('none', 5)],
      {},
      byHand,
    );
    expect(found.map((q) => [q.question, q.change, q.eliminates])).toEqual([
      ['all', 1, 3],
      ['some', 0, 2],
      ['idle', 0, 0],
      ['none', 0, 0],
    ]);
  });

  it('asks nothing that is answered, and nothing at all where none is left', () => {
    const one = weigh('one', 'x');
    expect(ask(model, [one], { one: ['x'] })).toEqual([]);
    expect(ask(model, [one], { one: ['dont-know'] })).toEqual([]);
    expect(ask(model, [one], {}, { requirements: [atLeast('x', 99)], importances: {} })).toEqual(
      [],
    );
  });

  it('while nothing is weighed, those that have a future lead', () => {
    const states = modelWith(
      [criterion('x', percent), criterion('alive', flag)],
      [
        option('a', { x: 10, alive: 'yes' }),
        option('b', { x: 90, alive: 'no' }),
        option('c', { x: 10, alive: 'yes' }),
      ],
      { lifecycle: { criterion: 'alive', current: 'yes' } },
    );
    // Of a and c to b: nothing in common.
    expect(ask(states, [weigh('one', 'x')])).toMatchObject([
      { change: 1, newcomers: ['b'], leavers: ['a', 'c'] },
    ]);
  });
});

const questionsOn = ({ criteria }: Matrix): fc.Arbitrary<readonly Question[]> => {
  const answers = fc
    .array(
      fc.constantFrom(...criteria).chain((c) =>
        fc.record({
          requires: fc.option(clauseOn(c.scale) ?? fc.constant(null)),
          enough: fc.option(enoughOn(c.scale) ?? fc.constant(null)),
          factor: fc.constantFrom(...criteria.map((x) => x.family ?? x.slug)),
          steps: fc.integer({ min: -1, max: 3 }),
          likelihood: fc.constantFrom(1, 1, 2),
          slug: fc.constant(c.slug),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) =>
      list.map(({ requires, enough, factor, steps, likelihood, slug }, i) =>
        answer(`answer-${String(i)}`, {
          requires: requires === null ? [] : [{ criterion: slug, clauses: [requires] }],
          enough: enough === null ? {} : { [slug]: enough },
          weighs: [{ factor, steps }],
          likelihood,
        }),
      ),
    );
  return fc
    .array(answers, { minLength: 1, maxLength: 4 })
    .map((list) => list.map((own, i) => question(`question-${String(i)}`, own)));
};

it('is what a plain reading of the rule gives', () => {
  holds(
    fc.property(
      matrix().chain((given) =>
        fc.tuple(
          fc.constant(given),
          questionsOn(given),
          fc.tuple(...given.criteria.map(() => fc.constantFrom(...IMPORTANCES))),
          fc.boolean(),
          fc.boolean(),
        ),
      ),
      ([given, questions, importances, strict, answered]) => {
        const model = modelOf(given);
        const byHand: ByHand = {
          requirements: [],
          importances: Object.fromEntries(
            given.criteria.slice(2).map((c, i) => [c.family ?? c.slug, importances[i] ?? 'nice']),
          ),
        };
        const answers: Answers = answered ? { 'question-0': ['answer-0'] } : {};
        const scaleOf = (slug: string): (typeof given.criteria)[number]['scale'] | undefined =>
          given.criteria.find((c) => c.slug === slug)?.scale;
        const lead = (a: Answers): { first: ReadonlySet<string>; out: number } => {
          const found = recommend(model, preferencesOf(questions, a, byHand, scaleOf), strict);
          return {
            first: new Set(
              leadingBand(found)
                .filter((r) => r.rank === 1)
                .map((r) => r.option),
            ),
            out: found.eliminated.length,
          };
        };
        const now = lead(answers);
        const worth = questions
          .filter((q) => !(q.slug in answers))
          .map((q) => {
            let change = 0;
            let eliminates = 0;
            let all = 0;
            for (const { slug, likelihood } of q.answers) {
              const then = lead({ ...answers, [q.slug]: [slug] });
              const both = [...now.first].filter((o) => then.first.has(o)).length;
              const union = new Set([...now.first, ...then.first]).size;
              change += likelihood * (1 - both / union);
              eliminates += likelihood * (then.out - now.out);
              all += likelihood;
            }
            return [q.slug, change / all, eliminates / all] as const;
          })
          .toSorted(
            ([, a, outA], [, b, outB]) =>
              Math.round(b * 1e6) - Math.round(a * 1e6) ||
              Math.round(outB * 1e6) - Math.round(outA * 1e6),
          );
        const found = nextQuestions(model, questions, answers, byHand, strict);
        if (now.first.size === 0) {
          expect(found).toEqual([]);
          return;
        }
        expect(found.map((q) => q.question)).toEqual(worth.map(([slug]) => slug));
        found.forEach((q, i) => {
          expect(q.change).toBeCloseTo(worth[i]?.[1] ?? NaN, 9);
          expect(q.eliminates).toBeCloseTo(worth[i]?.[2] ?? NaN, 9);
        });
      },
    ),
    300,
  );
});
