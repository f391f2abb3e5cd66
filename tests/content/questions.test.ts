/** Truths about the questionnaire, asked of the real content. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAsked, outcomeOf, preferencesIn } from '../../src/decision/analysis.ts';
import { namedFirst } from '../../src/decision/conclusion.ts';
import { leadingBand, recommend, type Recommendation } from '../../src/decision/recommend.ts';
import { EMPTY_ASK, parseAsk, type AskState } from '../../src/links/ask.ts';
import { IS_FOREIGN } from '../content-under-test.ts';
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
  .shuffledSubarray([...questions], { maxLength: Math.min(6, questions.length) })
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
      answer.requires.length +
      answer.weighs.length +
      answer.wants.length +
      Object.keys(answer.enough).length +
      Object.keys(answer.size ?? {}).length;
    // What only sharpens another answer changes nothing by itself, and is no idle answer.
    if (means === 0) expect(inert).toBe(true);
    if (IS_FOREIGN) return;
    expect(helpOf(question, answer.slug).startsWith('Rules nothing out.')).toBe(means === 0);
  });
});

it.skipIf(IS_FOREIGN)('the core questions are few, on few cards, and come first', () => {
  const core = comparison.questions.filter(({ data }) => data.card !== undefined);
  expect(core.length).toBeLessThanOrEqual(13);
  expect(new Set(core.map(({ data }) => data.card)).size).toBeLessThanOrEqual(8);
  const orders = (list: typeof core): number[] => list.map(({ data }) => data.order);
  const others = comparison.questions.filter(({ data }) => data.card === undefined);
  expect(Math.max(...orders(core))).toBeLessThan(Math.min(...orders(others)));
});

it.skipIf(IS_FOREIGN)('an exit names what else there is', () => {
  const exits = comparison.questions.flatMap(({ data }) => data.answers.flatMap((a) => a.exit ?? []));
  expect(exits.length).toBeGreaterThanOrEqual(3);
  const all = exits.join(' ');
  for (const name of ['Podman', 'Docker Compose', 'Portainer', 'Nomad', 'Azure IoT Edge', 'AWS IoT Greengrass', 'balena', 'Open Horizon', 'EVE']) {
    expect(all).toContain(name);
  }
});

it('an exit leads to the guide on what there is instead, which has eight sourced facts of each', () => {
  const guides = new Set(
    comparison.questions.flatMap(({ data }) => data.answers.flatMap((a) => a.exitGuide ?? [])),
  );
  expect([...guides]).toEqual(['without-kubernetes']);
  const guide = comparison.guides.find(({ slug }) => slug === 'without-kubernetes');
  const text = readFileSync(guide?.file ?? '', 'utf8');
  const tables = text.split(/^### /m).slice(1).map((part) => part.split(/^## /m)[0] ?? '');
  expect(tables.length).toBeGreaterThanOrEqual(9);
  const facts = tables.map((table) => {
    const rows = [...table.matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)].slice(2);
    // Each says when its source is of, or that it does not say, and cites it.
    for (const [row, , , source] of rows) expect(source, row).toMatch(/^(([A-Z][a-z]+ )?20\d\d|undated) <Cite sources="/);
    return rows.map(([, fact]) => fact);
  });
  for (const one of facts) {
    expect(one).toHaveLength(8);
    expect(one).toEqual(facts[0]);
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
  if (!IS_FOREIGN) expect(moot).toBeGreaterThan(0);
});

describe.skipIf(IS_FOREIGN)('every active option', () => {
  const { criterion = '', current } = comparison.site.lifecycle ?? {};
  const active = model.options.filter((option) => {
    const rating = option.ratings[criterion];
    return rating !== undefined && 'value' in rating && rating.value === current;
  });

  it.each(active.map((o) => o.slug))('%s is first for some answers, with nothing unproven', (slug) => {
    const answers = comparison.options.find((option) => option.slug === slug)?.data.firstWhen;
    expect(answers, 'answers that put it first').toBeDefined();
    const { proven } = recommendationOf(asked(answers ?? {}));
    expect(proven.filter((o) => o.rank === 1).map((o) => o.option)).toEqual([slug]);
    // Its page says so, and the recommender must not say that it is too early to.
    const { conclusion } = outcomeOf(questionnaire, asked(answers ?? {}));
    expect(namedFirst(conclusion).map((standing) => standing.option)).toEqual([slug]);
  });
});

it.skipIf(IS_FOREIGN)('an option that is gone is never recommended', () => {
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
