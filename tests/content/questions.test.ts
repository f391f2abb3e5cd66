/** Truths about the questionnaire, asked of the real content. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAsked, outcomeOf, preferencesIn } from '../../src/decision/analysis.ts';
import { leadingBand, recommend, type Recommendation } from '../../src/decision/recommend.ts';
import { EMPTY_ASK, parseAsk, type AskState } from '../../src/links/ask.ts';
import { asked, comparison, questionnaire, release } from './content.ts';

const { questions } = release.vocabulary;
const { model } = questionnaire;

const recommendationOf = (state: AskState): Recommendation =>
  recommend(model, preferencesIn(questionnaire, state), state.strict);

/** Who stands where, as one text. */
function standing(state: AskState): string {
  const r = recommendationOf(state);
  return JSON.stringify([
    r.proven.map((o) => [o.option, o.mode]),
    r.ifConfirmed.map((o) => [o.option, o.mode]),
    r.eliminated.map((o) => o.option).toSorted(),
  ]);
}

/** Who leads and who is out, as one text: what another question may change. */
function leading(state: AskState): string {
  const r = recommendationOf(state);
  const first = r.factors.length === 0 ? leadingBand(r) : leadingBand(r).filter((o) => o.rank === 1);
  return JSON.stringify([
    first.map((o) => o.option).toSorted(),
    r.eliminated.map((o) => o.option).toSorted(),
  ]);
}

/** Answers to some of the questions, in some order; several where the question allows it. */
const someAnswers = fc
  .shuffledSubarray([...questions], { maxLength: 6 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((q) =>
        fc
          .subarray(
            q.answers.map((a) => a.slug),
            { minLength: 1, maxLength: q.several ? 2 : 1 },
          )
          .map((given) => [q.slug, given] as const),
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

describe('every answer', () => {
  const answers = questions.flatMap((question) =>
    question.answers.map((answer) => ({ question: question.slug, answer, name: `${question.slug}=${answer.slug}` })),
  );
  const helpOf = (question: string, answer: string): string =>
    comparison.questions
      .find((q) => q.slug === question)
      ?.data.answers.find((a) => a.slug === answer)?.help ?? '';

  it.each(answers)('$name does something, or says that it does nothing', ({ question, answer }) => {
    const inert = standing(asked({ [question]: answer.slug })) === standing(asked({}));
    const means =
      answer.requires.length + answer.weighs.length + answer.wants.length + Object.keys(answer.enough).length;
    // What only sharpens another answer changes nothing by itself, and is no idle answer.
    if (means === 0) expect(inert).toBe(true);
    expect(helpOf(question, answer.slug).startsWith('Rules nothing out.')).toBe(means === 0);
  });
});

it('the core questions are few, on few cards, and come first', () => {
  const core = comparison.questions.filter(({ data }) => data.card !== undefined);
  expect(core.length).toBeLessThanOrEqual(13);
  expect(new Set(core.map(({ data }) => data.card)).size).toBeLessThanOrEqual(8);
  const orders = (list: typeof core): number[] => list.map(({ data }) => data.order);
  const others = comparison.questions.filter(({ data }) => data.card === undefined);
  expect(Math.max(...orders(core))).toBeLessThan(Math.min(...orders(others)));
});

it('an exit names what else there is', () => {
  const exits = comparison.questions.flatMap(({ data }) => data.answers.flatMap((a) => a.exit ?? []));
  expect(exits.length).toBeGreaterThanOrEqual(3);
  const all = exits.join(' ');
  for (const name of ['Podman', 'Docker Compose', 'Portainer', 'Nomad', 'Azure IoT Edge', 'AWS IoT Greengrass', 'balena']) {
    expect(all).toContain(name);
  }
});

it('the order of answers never matters', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const turned = Object.fromEntries(
        Object.entries(answers)
          .toReversed()
          .map(([question, given]) => [question, given.toReversed()]),
      );
      expect(standing(asked(turned))).toBe(standing(asked(answers)));
    }),
    { numRuns: 200, seed: 20_261_129 },
  );
});

it('a question told as able to change nothing truly is: no answer to it changes who leads or who is out', () => {
  let moot = 0;
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const state = asked(answers);
      if (!isAsked(preferencesIn(questionnaire, state))) return;
      for (const { question: slug, change, eliminates } of outcomeOf(questionnaire, state).next) {
        if (change > 0 || eliminates > 0) continue;
        const question = questions.find((q) => q.slug === slug);
        moot += 1;
        for (const answer of question?.answers ?? []) {
          expect(leading(asked({ ...answers, [slug]: [answer.slug] })), `${slug}=${answer.slug}`).toBe(leading(state));
        }
      }
    }),
    { numRuns: 40, seed: 20_261_129 },
  );
  expect(moot).toBeGreaterThan(0);
});

describe('every active option', () => {
  // Of content without a lifecycle all are active.
  const { lifecycle } = comparison.site;
  const active = model.options.filter((option) => {
    const rating = option.ratings[lifecycle?.criterion ?? ''];
    return (
      lifecycle === undefined ||
      (rating !== undefined && 'value' in rating && rating.value === lifecycle.current)
    );
  });

  it.each(active.map((o) => o.slug))('%s is first for some answers, with nothing unproven', (slug) => {
    const answers = comparison.options.find((option) => option.slug === slug)?.data.firstWhen;
    expect(answers, 'answers that put it first').toBeDefined();
    const { proven } = recommendationOf(asked(answers ?? {}));
    expect(proven.filter((o) => o.rank === 1).map((o) => o.option)).toEqual([slug]);
  });
});

it('an option that is gone is never recommended', () => {
  const { criterion = '', ended = [] } = comparison.site.lifecycle ?? {};
  const gone = comparison.options.filter((option) => {
    const rating = option.ratings[criterion];
    return rating !== undefined && 'value' in rating && ended.some((value) => value === rating.value);
  });
  expect(gone.length).toBeGreaterThan(0);
  const names = release.model.options.map((o) => o.slug);
  for (const option of gone) expect(names).not.toContain(option.slug);
  expect(leadingBand(recommendationOf(EMPTY_ASK))).toHaveLength(names.length);
});
