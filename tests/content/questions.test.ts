/** Truths about the questionnaire, asked of the real content. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mootQuestions, outcomeOf } from '../../src/links/analysis.ts';
import { EMPTY_ASK, parseAsk, type AskState } from '../../src/links/ask.ts';
import { dominators } from '../../src/decision/dominance.ts';
import { factorsOf, leadingBand } from '../../src/decision/recommend.ts';
import { TIE } from '../../src/decision/score.ts';
import { valueTable } from '../../src/decision/value-table.ts';
import { comparison, release } from './content.ts';

const { questions } = release.vocabulary;
const asked = (answers: AskState['answers']): AskState => ({ ...EMPTY_ASK, answers });

/** Who stands where, as one text. */
function standing(state: AskState): string {
  const { recommendation: r } = outcomeOf(release, state);
  return JSON.stringify([
    r.proven.map((o) => o.option),
    r.ifConfirmed.map((o) => o.option),
    r.eliminated.map((o) => o.option).toSorted(),
  ]);
}

/** Answers to some of the questions, in some order. */
const someAnswers = fc
  .shuffledSubarray([...questions], { maxLength: 6 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((q) =>
        fc.constantFrom(...q.answers.map((a) => [q.slug, a.slug] as const)),
      ),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs));

describe('every question', () => {
  it.each(questions)('$slug can change a ranking', (question) => {
    const nothing = standing(asked({}));
    const changing = question.answers.filter(
      (answer) => standing(asked({ [question.slug]: answer.slug })) !== nothing,
    );
    expect(changing.length).toBeGreaterThan(0);
  });

  it.each(questions)('$slug has an answer for whoever does not know, which changes nothing', (question) => {
    for (const neutral of ['dont-know', 'does-not-matter']) {
      const { state, unfollowed } = parseAsk(release.vocabulary, `${question.slug}=${neutral}`);
      expect(unfollowed).toEqual([]);
      expect(standing(state)).toBe(standing(asked({})));
    }
  });
});

it('the order of answers never matters', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const turned = Object.fromEntries(Object.entries(answers).toReversed());
      expect(standing(asked(turned))).toBe(standing(asked(answers)));
    }),
    { numRuns: 200 },
  );
});

it('a question shown as moot truly is: no answer to it changes who stands where', () => {
  let moot = 0;
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const state = asked(answers);
      const told = mootQuestions(release, state);
      for (const question of questions) {
        if (answers[question.slug] !== undefined) continue;
        const changes = question.answers.some(
          (a) => standing(asked({ ...answers, [question.slug]: a.slug })) !== standing(state),
        );
        expect(told.includes(question.slug)).toBe(!changes);
        if (!changes) moot += 1;
      }
    }),
    { numRuns: 15 },
  );
  expect(moot).toBeGreaterThan(0);
});

describe('every active option that no other dominates', () => {
  const { criterion, current } = comparison.site.lifecycle;
  const { options, criteria } = release.model;
  const dominated = dominators(valueTable(options, factorsOf(criteria), {}));
  const active = options.filter((option) => {
    if (dominated.has(option.slug)) return false;
    const rating = option.ratings[criterion];
    return rating !== undefined && 'value' in rating && rating.value === current;
  });

  it.each(active.map((o) => o.slug))('%s is alone first for some answers, with nothing unproven', (slug) => {
    const answers = comparison.options.find((option) => option.slug === slug)?.data.firstWhen;
    expect(answers, 'answers that put it first').toBeDefined();
    const { recommendation } = outcomeOf(release, asked(answers ?? {}));
    const [first, second] = recommendation.proven;
    expect(first?.option).toBe(slug);
    if (second !== undefined) expect((first?.score ?? 0) - second.score).toBeGreaterThan(TIE);
  });
});

it('an option that is gone is never recommended', () => {
  const { criterion, ended } = comparison.site.lifecycle;
  const gone = comparison.options.filter((option) => {
    const rating = option.ratings[criterion];
    return rating !== undefined && 'value' in rating && ended.some((value) => value === rating.value);
  });
  expect(gone.length).toBeGreaterThan(0);
  const names = release.model.options.map((o) => o.slug);
  for (const option of gone) expect(names).not.toContain(option.slug);
  expect(leadingBand(outcomeOf(release, EMPTY_ASK).recommendation)).toHaveLength(names.length);
});
