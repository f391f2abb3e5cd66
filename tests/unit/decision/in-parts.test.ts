import { describe, expect, it } from 'vitest';
import { outcomeInParts, outcomeOf } from '../../../src/decision/analysis.ts';
import { wholeOf, type InParts } from '../../../src/decision/in-parts.ts';
import { nextQuestions, nextQuestionsInParts } from '../../../src/decision/next-question.ts';
import type { Asked } from '../../../src/decision/questionnaire.ts';
import { answer, question, table } from './building.ts';

const model = table(['x', 'y'], { a: [90, 10], b: [10, 90], c: [10, 10] });
const questions = ['x', 'y', 'x'].map((factor, i) =>
  question(`q${String(i)}`, [answer('much', { weighs: [{ factor, steps: 2 }] }), answer('no', {})]),
);
const asked: Asked = {
  answers: { q0: ['much'] },
  requirements: [],
  importances: {},
  strict: false,
  levels: 'order-only',
};

function partsOf<T>(work: InParts<T>): { readonly parts: number; readonly value: T } {
  let parts = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { parts, value: step.value };
    parts += 1;
  }
}

describe('work in parts', () => {
  it('comes to what it comes to at once', () => {
    const { parts, value } = partsOf(outcomeInParts({ model, questions }, asked));
    expect(value).toEqual(outcomeOf({ model, questions }, asked));
    expect(value.next.map((worth) => worth.question)).toEqual(['q1', 'q2']);
    // One for each answer to an open question, beside those of the answer itself.
    expect(parts).toBeGreaterThan(4);
  });

  it('stops once for each answer to an open question', () => {
    const given = [model, questions, asked.answers, asked, false] as const;
    const { parts, value } = partsOf(nextQuestionsInParts(...given));
    expect(parts).toBe(4);
    expect(value).toEqual(nextQuestions(...given));
  });

  it('that is whole is done, whatever its parts', () => {
    const order: number[] = [];
    function* work(): InParts<string> {
      order.push(1);
      yield;
      order.push(2);
      return 'done';
    }
    expect(wholeOf(work())).toBe('done');
    expect(order).toEqual([1, 2]);
  });
});
