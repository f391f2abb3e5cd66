/** Answers in links: several to one question, and those that are gone. */

import { describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../../src/decision/questionnaire.ts';
import {
  EMPTY_ASK,
  formatAsk,
  parseAsk,
  restrictAsk,
  type AskVocabulary,
} from '../../../src/links/ask.ts';

const answer = (slug: string): Answer => ({
  slug,
  requires: [],
  weighs: [],
  wants: [],
  enough: {},
  likelihood: 1,
});
const question = (
  slug: string,
  answers: readonly string[],
  more: Partial<Question> = {},
): Question => ({
  slug,
  formerSlugs: [],
  several: false,
  formerAnswers: {},
  answers: answers.map(answer),
  ...more,
});

const VOCABULARY: AskVocabulary = {
  criteria: [],
  options: [],
  groups: [],
  defaultView: [],
  questions: [
    question('platform', ['plain', 'vsphere', 'device'], {
      several: true,
      formerAnswers: {
        laptop: { platform: 'plain', windows: 'hosts' },
        mainframe: {},
      },
    }),
    question('windows', ['none', 'hosts']),
  ],
};
const read = (query: string): ReturnType<typeof parseAsk> => parseAsk(VOCABULARY, `v=1&${query}`);
const told = (query: string): readonly string[] =>
  read(query).unfollowed.map(({ key, token, why }) => `${key}=${token} ${why}`);

describe('several answers', () => {
  it('are read and written in the order of the content', () => {
    const { state, unfollowed } = read('platform=vsphere,plain');
    expect(unfollowed).toEqual([]);
    expect(state.answers).toEqual({ platform: ['plain', 'vsphere'] });
    expect(formatAsk(VOCABULARY, state)).toBe('v=1&platform=plain,vsphere');
  });

  it('are allowed only where the question says so; the first of them holds', () => {
    expect(read('windows=hosts,none').state.answers).toEqual({ windows: ['hosts'] });
    expect(told('windows=hosts,none')).toEqual([
      'windows=none is a second answer, and one is allowed',
    ]);
  });

  it('leave out what is none, and say so', () => {
    expect(read('platform=plain,moon').state.answers).toEqual({ platform: ['plain'] });
    expect(told('platform=plain,moon')).toEqual([
      'platform=moon is not an answer to this question',
    ]);
  });

  it('are never said beside “don’t know”', () => {
    expect(read('platform=dont-know,plain').state.answers).toEqual({ platform: ['dont-know'] });
    expect(told('platform=dont-know,plain')).toEqual([
      'platform=plain cannot be said beside “dont-know”',
    ]);
  });
});

describe('an answer that is gone', () => {
  it('stands for what says the same today', () => {
    const { state, unfollowed } = read('platform=laptop');
    expect(unfollowed).toEqual([]);
    expect(state.answers).toEqual({ platform: ['plain'], windows: ['hosts'] });
  });

  it('gives way to what the link says itself, wherever that stands', () => {
    for (const query of ['platform=laptop&windows=none', 'windows=none&platform=laptop']) {
      expect(read(query).state.answers).toEqual({ platform: ['plain'], windows: ['none'] });
    }
  });

  it('is told where nothing says the same', () => {
    expect(read('platform=mainframe,plain').state.answers).toEqual({ platform: ['plain'] });
    expect(told('platform=mainframe,plain')).toEqual([
      'platform=mainframe is an answer that this question no longer has',
    ]);
  });

  it('is the same in a state that is carried over', () => {
    const old = { ...EMPTY_ASK, answers: { platform: ['laptop'] } };
    expect(restrictAsk(VOCABULARY, old).answers).toEqual(read('platform=laptop').state.answers);
  });
});
