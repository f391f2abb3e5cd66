/** Public accounts of what people chose, replayed: the site must agree, or say why it does not. */

import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../src/decision/analysis.ts';
import { namedFirst } from '../../src/decision/conclusion.ts';
import { caseState, isExpected } from '../../src/outputs/answered-practice.ts';
import { recommenderProps } from '../../src/outputs/recommender-props.ts';
import { exitsOf } from '../../src/words/exits.ts';
import { IS_FOREIGN } from '../content-under-test.ts';
import { comparison, questionnaire } from './content.ts';

const cases = comparison.practice;
const { questions } = recommenderProps(comparison, '/');

describe.each(cases)('$slug', (practiceCase) => {
  const { data } = practiceCase;

  it('is answered as expected, or says why not', () => {
    const state = caseState(practiceCase, null);
    const { conclusion } = analysisOf(questionnaire, state);
    const agrees = isExpected(data, conclusion, exitsOf(questions, state.answers));
    const first = namedFirst(conclusion).map(({ option }) => option);
    // A difference that is no longer one is as wrong as one that is not explained.
    expect(data.differs !== undefined, `first: ${first.join(', ')}`).toBe(!agrees);
  });
});

it.skipIf(IS_FOREIGN)('differs seldom, and only where there is a choice', () => {
  const differing = cases.filter(({ data }) => data.differs !== undefined);
  expect(differing.length).toBeLessThanOrEqual(3);
  for (const { data } of differing) expect(data.expected.kind).toBe('any-of');
});

it.skipIf(IS_FOREIGN)('has the sixteen cases, and tells who told each', () => {
  expect(cases.length).toBeGreaterThanOrEqual(16);
  expect(new Set(cases.map(({ data }) => data.told)).size).toBe(3);
});
