import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/decision/argument.ts';
import type { Turn } from '../../../src/decision/why-not.ts';
import {
  checkText,
  factorLabel,
  groundText,
  missText,
  turnText,
} from '../../../src/words/argument-words.ts';
import { answerTo, LAMPS, NAMES, READING } from './lamps.ts';

const { outcome } = answerTo(READING);
const words = { model: LAMPS.model, factors: outcome.recommendation.factors, names: NAMES };
const [requirement] = outcome.preferences.requirements;
if (requirement === undefined) throw new Error('Reading requires nothing.');
const moon = { option: 'moon', mode: 'full' };

describe('a ground', () => {
  it('is what an option is rated on a factor, in its mode', () => {
    expect(factorLabel(words, moon, 'heat')).toBe('COOL');
    expect(groundText(words, moon, { kind: 'factor', factor: 'heat', value: 1, others: 0 })).toBe(
      'Heat: COOL',
    );
  });

  it('of a family leaves out what does not apply, unless nothing does', () => {
    const [factor] = words.factors;
    if (factor === undefined) throw new Error('Reading weighs nothing.');
    const [first] = factor.criteria;
    if (first === undefined) throw new Error('A factor has a criterion.');
    const other = { ...first, slug: 'other' };
    const without = (slug: string): typeof LAMPS.model.options =>
      LAMPS.model.options.map((option) => ({
        ...option,
        ratings: {
          ...option.ratings,
          [slug]: { state: 'not-applicable' as const, counts: 'left-out' as const },
        },
      }));
    const family = [{ ...factor, slug: 'family', criteria: [other, first] }];
    const model = { ...LAMPS.model, options: without('other') };
    expect(factorLabel({ model, factors: family }, moon, 'family')).toBe(
      factorLabel(words, moon, factor.slug),
    );
    const alone = [{ ...factor, slug: 'alone', criteria: [other] }];
    expect(factorLabel({ model, factors: alone }, moon, 'alone')).toBe('Not applicable');
  });

  it('is a requirement that rules others out', () => {
    expect(groundText(words, moon, { kind: 'requirement', requirement, eliminates: 1 })).toBe(
      'Light: BRIGHT, which rules out 1 other',
    );
  });
});

it('says what falls short in the phrase of the content, of the mode that it is about', () => {
  expect(missText(words, { option: 'moon', mode: 'new' }, requirement)).toBe(
    'gives DIM light, you want BRIGHT',
  );
});

it.each<[Check, string]>([
  [{ kind: 'unproven', requirement }, 'Ask the chandler to confirm Light: BRIGHT.'],
  [
    { kind: 'rating', criterion: 'price', doubt: 'unknown' },
    'Price: no public answer was found. Try it, or ask the chandler.',
  ],
  [
    { kind: 'rating', criterion: 'price', doubt: 'claimed' },
    'Price: claimed, not documented. Try it before you rely on it.',
  ],
])('says what to test: %#', (check, text) => {
  expect(checkText(words, check)).toBe(text);
});

it.each<[Turn, string]>([
  [
    { kind: 'without', requirements: [requirement], effect: 'before' },
    'Without “Light: BRIGHT”, Candle would be in the running.',
  ],
  [
    { kind: 'importance', factor: 'price', from: 'ignore', to: 'nice', effect: 'level' },
    'If Price went from “ignore” to “nice”, Candle would draw level.',
  ],
  [
    { kind: 'rating', option: 'lamp', criterion: 'price', as: 'worst', effect: 'before' },
    'No source tells Price of Lamp *new*: if it were as bad as it can be, Candle would win.',
  ],
])('says what would have to be true: %#', (turn, text) => {
  expect(turnText(words, 'candle', turn)).toBe(text);
});
