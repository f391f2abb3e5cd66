import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../../src/decision/conclusion.ts';
import {
  countsText,
  joinText,
  modesText,
  topShareText,
  verdictText,
  waitsForShares,
} from '../../../src/words/verdict.ts';
import { answerTo, NAMES, READING } from './lamps.ts';

const moon = { option: 'moon', mode: 'full' };
const candle = { option: 'candle', mode: null };
const lamp = { option: 'lamp', mode: null };
const list = (
  kind: 'leader' | 'shortlist' | 'undecided',
  shortlist: readonly (typeof moon | typeof candle)[],
  confirmed = true,
): Conclusion => ({ kind, shortlist, confirmed, basis: 'shares', joins: [], ending: [] });

describe('a verdict', () => {
  it.each<[Conclusion, string]>([
    [{ kind: 'none' }, 'No option meets all requirements.'],
    [{ kind: 'unanswered' }, 'Answer a question or two to get a shortlist.'],
    [
      { kind: 'unweighed', left: [moon, candle], confirmed: true },
      '2 options meet your requirements. Nothing that you answered ranks them yet.',
    ],
    [
      { kind: 'unweighed', left: [moon, candle], confirmed: false },
      '2 options might meet your requirements, if the chandler confirms what is open. Nothing that you answered ranks them yet.',
    ],
    [
      { kind: 'only-left', first: moon, confirmed: true, active: true },
      'Moon, as a full disc, is the only option left.',
    ],
    [
      { kind: 'only-left', first: lamp, confirmed: false, active: false },
      'Nothing that is proven and still made is left; Lamp *new* (maintenance) would remain.',
    ],
    [
      { kind: 'only-proven', first: candle, ifConfirmed: 2, active: true },
      'Candle is the only one proven to meet everything; 2 more if the chandler of each confirms.',
    ],
    [
      { kind: 'only-proven', first: candle, ifConfirmed: 1, active: true },
      'Candle is the only one proven to meet everything; 1 more if its chandler confirms.',
    ],
    [
      { kind: 'unweighed', left: [moon], confirmed: true },
      '1 option meets your requirements. Nothing that you answered ranks them yet.',
    ],
    [list('leader', [moon]), 'Moon, as a full disc, leads.'],
    [
      list('leader', [lamp], false),
      'Lamp *new* (maintenance) leads, if the chandler confirms what is open.',
    ],
    [list('shortlist', [moon, candle]), 'Shortlist: Moon and Candle. Too close to call.'],
    [
      list('shortlist', [moon, lamp], false),
      'Shortlist: Moon and Lamp *new* (maintenance). Too close to call, if the chandler confirms what is open.',
    ],
    [
      {
        kind: 'awaits',
        question: 'reading',
        answer: 'no',
        shortlist: [moon, candle],
        basis: 'shares',
      },
      'Too early to name a leader. Do you read? “No”, the likeliest answer, rules out Moon and Candle.',
    ],
    [list('undecided', [moon, candle, lamp]), 'Your answers do not separate these 3 options.'],
  ])('%# is one sentence', (conclusion, text) => {
    expect(verdictText(conclusion, NAMES)).toBe(text);
  });

  it('waits for shares only where they could change it', () => {
    expect(waitsForShares({ ...list('leader', [moon]), basis: 'scores' } as Conclusion)).toBe(true);
    expect(waitsForShares(list('leader', [moon]))).toBe(false);
    expect(waitsForShares({ kind: 'none' })).toBe(false);
  });
});

it('names the modes of an option, and that each would do', () => {
  expect(modesText({ ...candle, alike: [] }, NAMES)).toBeNull();
  expect(modesText({ ...moon, alike: ['full'] }, NAMES)).toBe('as a full disc');
  expect(modesText({ ...moon, alike: ['full', 'new'] }, NAMES)).toBe(
    'either way: as a full disc or as a thin line',
  );
  expect(modesText({ ...moon, alike: ['full', 'new', 'full'] }, NAMES)).toBe(
    'in any of these ways: as a full disc, as a thin line or as a full disc',
  );
});

it('says what an option lacks to be on the shortlist', () => {
  expect(joinText({ ...lamp, criteria: ['heat', 'price'] }, NAMES)).toBe(
    'Lamp *new* (maintenance) would be on the shortlist if what no source tells of it were as good: Heat and Price.',
  );
});

it('counts who is left, and who is not', () => {
  const { outcome, analysis } = answerTo(READING);
  expect(countsText(outcome.recommendation, NAMES)).toBe('2 options meet everything, 1 out');
  expect(topShareText('moon', analysis.robust, NAMES)).toBe(
    'Moon is best, or practically equal to the best, in 100 % of the simulations consistent with your answers.',
  );
  expect(topShareText('candle', analysis.robust, NAMES)).toBeNull();
});
