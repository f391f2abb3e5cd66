import { describe, expect, it } from 'vitest';
import { answerEffects } from '../../../src/decision/answer-effect.ts';
import type { Answer, Asked, Question } from '../../../src/decision/questionnaire.ts';
import { table } from './building.ts';

const question = (slug: string, answer: Partial<Answer>): Question => ({
  slug,
  formerSlugs: [],
  several: false,
  formerAnswers: {},
  answers: [
    { slug: 'yes', requires: [], weighs: [], wants: [], enough: {}, likelihood: 1, ...answer },
  ],
});
const atLeast = (min: number): Partial<Answer> => ({
  requires: [{ criterion: 'x', clauses: [{ kind: 'range', min, max: null }] }],
});
const questionnaire = {
  model: table(['x', 'y'], { a: [90, 10], b: [50, 60], c: [10, 80] }),
  questions: [
    question('strict', atLeast(40)),
    question('lax', atLeast(20)),
    question('weighs', { weighs: [{ factor: 'y', steps: 1 }] }),
    question('idle', {}),
  ],
};
const effects = (...given: readonly string[]): ReturnType<typeof answerEffects> => {
  const asked: Asked = {
    answers: Object.fromEntries(given.map((slug) => [slug, ['yes']])),
    importances: {},
    requirements: [],
    strict: false,
    levels: 'order-only',
  };
  return answerEffects(questionnaire, asked);
};

describe('what an answer does', () => {
  it('is to rule out, to rank, or nothing', () => {
    expect(effects('strict', 'weighs', 'idle')).toEqual({
      strict: 'rules-out',
      weighs: 'ranks',
      idle: 'nothing',
    });
  });

  it('is told beside the others: what two rule out, neither rules out alone', () => {
    expect(effects('lax')).toEqual({ lax: 'rules-out' });
    expect(effects('lax', 'strict')).toEqual({ lax: 'nothing', strict: 'nothing' });
  });
});
