import { describe, expect, it } from 'vitest';
import { analysisOf, isAsked, outcomeOf, preferencesIn } from '../../../src/decision/analysis.ts';
import type { Asked } from '../../../src/decision/questionnaire.ts';
import { recommend, robustness } from '../../../src/decision/recommend.ts';
import { UNKNOWN } from './arbitrary.ts';
import { answer, atLeast, prefer, question, table } from './building.ts';

const questionnaire = {
  model: table(['x', 'y'], { a: [90, 10], b: [20, 90], c: [UNKNOWN, 50] }),
  questions: [
    question('one', [answer('x', { weighs: [{ factor: 'x', steps: 2 }], enough: { x: 60 } })]),
    question('two', [
      answer('y', { weighs: [{ factor: 'y', steps: 1 }], requires: [atLeast('y', 20)] }),
    ]),
  ],
};
const asked = (answers: Asked['answers'], more: Partial<Asked> = {}): Asked => ({
  answers,
  requirements: [],
  importances: {},
  strict: false,
  levels: 'order-only',
  ...more,
});

describe('an outcome', () => {
  it('is of one state in all its parts', () => {
    const state = asked({ one: ['x'] });
    const { preferences, recommendation, conclusion, next } = outcomeOf(questionnaire, state);
    expect(preferences).toEqual(prefer({ x: 'matters' }, [], { enough: { x: 60 } }));
    expect(preferencesIn(questionnaire, state)).toEqual(preferences);
    expect(recommendation).toEqual(recommend(questionnaire.model, preferences, false));
    expect(conclusion).toMatchObject({
      kind: 'leader',
      shortlist: [{ option: 'a' }],
      basis: 'scores',
    });
    // a is out after the second, and b or c would lead: nothing in common.
    expect(next).toMatchObject([{ question: 'two', change: 1, eliminates: 1, leavers: ['a'] }]);
  });

  it('of nothing answered says so', () => {
    expect(outcomeOf(questionnaire, asked({})).conclusion).toEqual({ kind: 'unanswered' });
    expect(outcomeOf(questionnaire, asked({ one: ['dont-know'] })).conclusion).toEqual({
      kind: 'unanswered',
    });
  });
});

it('an analysis is of the same state, with samples', () => {
  const state = asked({ one: ['x'], two: ['y'] });
  const { preferences } = outcomeOf(questionnaire, state);
  const analysis = analysisOf(questionnaire, state);
  expect(analysis.robust).toEqual(robustness(questionnaire.model, preferences, false));
  expect(analysis.conclusion).toMatchObject({ basis: 'shares' });
  expect(analysis.without.map((w) => w.criterion)).toEqual(['y']);
  expect(analysis.open.map((o) => [o.option, o.criterion])).toEqual([['c', 'x']]);
});

it('is asked where something is required or weighed', () => {
  expect(isAsked(prefer({}))).toBe(false);
  expect(isAsked(prefer({ x: 'ignore' }))).toBe(false);
  expect(isAsked(prefer({ x: 'nice' }))).toBe(true);
  expect(isAsked(prefer({}, [atLeast('x', 1)]))).toBe(true);
});
