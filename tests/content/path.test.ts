/** The way of an operator with 300 shops: few answers, quickly read, and never a laugh on the way. */

import { namedFirst } from '../../src/decision/conclusion.ts';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/decision/model.ts';
import { absurdities } from './absurd.ts';
import { asked, comparison } from './content.ts';
import { answerTo, optionOf } from './verdict.ts';

/** A mini-PC with 8 GB in each shop, a link that drops for hours, and few hands. */
const PATHS = {
  'a pause is fine': 'pause',
  'three machines': 'survive',
} as const;
const path = (availability: string): readonly (readonly [string, string])[] => [
  ['shape', 'clusters'],
  ['windows', 'none'],
  ['memory', '8gb'],
  ['uplink', 'hours'],
  ['cpu', 'amd64'],
  ['availability', availability],
  ['sites', 'hundreds'],
  ['team', 'few'],
];

describe.each(Object.entries(PATHS))('300 shops, %s', (_, availability) => {
  const steps = path(availability);
  // What is plain to see at the site; the rest is a choice, which may well remove what was plausible.
  const facts = steps.filter(([question]) => !['availability', 'sites'].includes(question));
  const obvious = asked(Object.fromEntries(facts)).answers;

  it('takes at most eight answers to a shortlist of plausible options', () => {
    expect(steps.length).toBeLessThanOrEqual(8);
    const { conclusion } = answerTo(asked(Object.fromEntries(steps)));
    expect(['leader', 'shortlist']).toContain(conclusion.kind);
    expect(namedFirst(conclusion).length).toBeLessThanOrEqual(5);
  });

  it.each(steps.map((_step, i) => i + 1))(
    'after %i answers shows nothing that a later one removes as absurd',
    (count) => {
      const { conclusion } = answerTo(asked(Object.fromEntries(steps.slice(0, count))));
      const absurd = namedFirst(conclusion).filter(({ option }) =>
        candidatesOf(optionOf(option)).every((candidate) => absurdities(obvious, candidate).length > 0),
      );
      expect(absurd).toEqual([]);
    },
  );
});

it('is read and answered in under 90 seconds', () => {
  const words = (text: string | undefined): number => text?.split(/\s+/).filter(Boolean).length ?? 0;
  const core = comparison.questions.filter(({ data }) => data.card !== undefined);
  const given = new Map(path('pause'));
  const read = core.map(({ slug, data: { question, help, answers } }) => {
    const answer = given.get(slug);
    // Of a core question that is passed by, its heading is read.
    if (answer === undefined) return words(question);
    const chosen = answers.find((a) => a.slug === answer);
    const texts = answers.map((a) => words(a.text));
    return words(question) + words(help) + words(chosen?.help) + texts.reduce((sum, n) => sum + n, 0);
  });
  const cards = new Set(core.map(({ data }) => data.card));
  const total =
    read.reduce((sum, n) => sum + n, 0) + [...cards].reduce((sum, card) => sum + words(card), 0);
  const seconds = (total / 230) * 60 + given.size * 4;
  expect(cards.size).toBeLessThanOrEqual(8);
  expect(given.size).toBe(8);
  expect(seconds).toBeLessThan(90);
});
