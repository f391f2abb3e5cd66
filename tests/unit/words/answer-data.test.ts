import { describe, expect, it } from 'vitest';
import { answerAsData } from '../../../src/words/answer-data.ts';
import { answerTo, LAMPS, NAMES, READING } from './lamps.ts';

describe('an answer as data', () => {
  it('has the verdict, every option with its mode and place, and the weights', () => {
    const { outcome, analysis } = answerTo(READING);
    expect(answerAsData(LAMPS, READING, outcome.recommendation, analysis, [])).toEqual({
      query: 'v=1&reading=yes',
      release: '2026-01-01',
      verdict: { kind: 'leader', options: ['moon'] },
      exits: [],
      options: [
        {
          option: 'moon',
          mode: 'full',
          band: 'proven',
          rank: 1,
          score: 1,
          topShare: 1,
          ranks: [1, 0],
          unmet: {},
        },
        {
          option: 'lamp',
          mode: null,
          band: 'proven',
          rank: 2,
          score: 0,
          topShare: 0,
          ranks: [0, 1],
          unmet: {},
        },
        {
          option: 'candle',
          mode: null,
          band: 'eliminated',
          rank: null,
          score: 0,
          topShare: null,
          ranks: null,
          unmet: { light: 'failed' },
        },
      ],
      weights: { heat: 1 },
    });
  });

  it('has what is told where nothing may be needed', () => {
    const { outcome, analysis } = answerTo(READING);
    const exits = NAMES.exits({ reading: ['no'] });
    expect(answerAsData(LAMPS, READING, outcome.recommendation, analysis, exits).exits).toBe(exits);
  });

  it('says what is unproven of an option that might do', () => {
    const state = {
      ...READING,
      requirements: [{ criterion: 'price', clauses: [{ kind: 'any' as const, of: ['cheap'] }] }],
    };
    const { outcome, analysis } = answerTo(state);
    const { options } = answerAsData(LAMPS, state, outcome.recommendation, analysis, []);
    expect(options.find(({ option }) => option === 'lamp')).toMatchObject({
      band: 'if-confirmed',
      rank: 1,
      unmet: { price: 'unproven' },
    });
  });
});
