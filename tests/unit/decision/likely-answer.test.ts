import { describe, expect, it } from 'vitest';
import { conclusionOf, namedFirst, type Conclusion } from '../../../src/decision/conclusion.ts';
import { likelyAnswers } from '../../../src/decision/likely-answer.ts';
import { preferencesOf, type Asked, type Question } from '../../../src/decision/questionnaire.ts';
import { recommend } from '../../../src/decision/recommend.ts';
import { answer, criterion, flag, modelWith, option, percent, question, yes } from './building.ts';

/** A box that is bought, a program for any machine and another that is nearly as good. */
const MODEL = modelWith(
  [criterion('ease', percent), criterion('any-machine', flag), criterion('windows', flag)],
  [
    option('box', { ease: 100, 'any-machine': false, windows: false }),
    option('small', { ease: 60, 'any-machine': true, windows: false }),
    option('other', { ease: 50, 'any-machine': true, windows: true }),
  ],
);
const MACHINES = question('machines', [
  answer('plain', { requires: [yes('any-machine')], likelihood: 5 }),
  answer('bought', { likelihood: 2 }),
  answer('both', { likelihood: 2 }),
]);
const EASE = question('team', [answer('few', { weighs: [{ factor: 'ease', steps: 2 }] })]);
const QUESTIONS = [EASE, MACHINES];
const NOBODY: Asked = {
  answers: {},
  requirements: [],
  importances: {},
  strict: false,
  levels: 'order-only',
};
const given = (answers: Asked['answers'], more: Partial<Asked> = {}): Asked => ({
  ...NOBODY,
  answers,
  ...more,
});

const likely = (asked: Asked, questions: readonly Question[] = QUESTIONS): unknown =>
  likelyAnswers(MODEL, questions, asked).map(({ eliminates, ...rest }) => ({
    ...rest,
    eliminates: [...eliminates],
  }));

function told(asked: Asked): Conclusion {
  const preferences = preferencesOf(
    QUESTIONS,
    asked.answers,
    asked,
    (slug) => MODEL.criteria.find((c) => c.slug === slug)?.scale,
  );
  const recommendation = recommend(MODEL, preferences, false);
  return conclusionOf(
    MODEL,
    preferences,
    recommendation,
    null,
    true,
    likelyAnswers(MODEL, QUESTIONS, asked),
  );
}

describe('a likely answer', () => {
  it('is one that is more likely than all others together, with what it would rule out', () => {
    const plain = { question: 'machines', answer: 'plain', eliminates: ['box'] };
    expect(likely(NOBODY, [MACHINES])).toEqual([plain]);
    // Half is not more than half.
    const half = question('machines', [
      answer('plain', { requires: [yes('any-machine')], likelihood: 2 }),
      answer('bought', { likelihood: 1 }),
      answer('both', { likelihood: 1 }),
    ]);
    expect(likely(NOBODY, [half])).toEqual([]);
    const only = question('machines', [answer('plain', { requires: [yes('any-machine')] })]);
    expect(likely(NOBODY, [only])).toEqual([]);
  });

  it('is looked for only where a question is open, or its answer is not known', () => {
    expect(likely(given({ machines: ['bought'] }))).toEqual([]);
    expect(likely(given({ machines: ['does-not-matter'] }))).toEqual([]);
    expect(likely(given({ machines: ['dont-know'] }))).toHaveLength(1);
  });

  it('tells nothing where its subject is settled, by another answer or by hand, waived too', () => {
    const other = question('other', [answer('one', { requires: [yes('any-machine')] })]);
    expect(likely(given({ other: ['one'] }), [MACHINES, other])).toEqual([]);
    const byHand = { requirements: [yes('any-machine')] };
    expect(likely(given({}, byHand), [MACHINES])).toEqual([]);
    expect(
      likely(given({}, { requirements: [{ criterion: 'any-machine', clauses: [] }] }), [MACHINES]),
    ).toEqual([]);
  });

  it('tells nothing where it would leave no option, and names only what is left now', () => {
    const windows = question('windows', [answer('yes', { requires: [yes('windows')] })]);
    const impossible = question('machines', [
      answer('neither', {
        requires: [{ criterion: 'any-machine', clauses: [{ kind: 'any', of: [] }] }],
        likelihood: 2,
      }),
      answer('bought'),
    ]);
    expect(likely(NOBODY, [impossible])).toEqual([]);
    expect(likely(given({ windows: ['yes'] }), [MACHINES, windows])).toEqual([
      { question: 'machines', answer: 'plain', eliminates: [] },
    ]);
  });
});

describe('a conclusion', () => {
  it('names nobody while a likely answer rules out all who would be named', () => {
    const conclusion = told(given({ team: ['few'] }));
    expect(conclusion).toEqual({
      kind: 'awaits',
      question: 'machines',
      answer: 'plain',
      shortlist: [{ option: 'box', mode: null }],
      basis: 'scores',
    });
    expect(namedFirst(conclusion)).toEqual([]);
  });

  it('names who leads once the question is answered, either way', () => {
    expect(told(given({ team: ['few'], machines: ['plain'] }))).toMatchObject({
      kind: 'leader',
      shortlist: [{ option: 'small' }],
    });
    expect(told(given({ team: ['few'], machines: ['bought'] }))).toMatchObject({
      kind: 'leader',
      shortlist: [{ option: 'box' }],
    });
  });

  it('says as before that nothing is weighed, or that nothing is left', () => {
    expect(told(NOBODY).kind).toBe('unweighed');
    expect(told(given({}, { requirements: [yes('windows')] })).kind).toBe('only-left');
  });
});
