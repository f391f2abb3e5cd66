import { describe, expect, it } from 'vitest';
import { EMPTY_ASK, type AskState } from '../../../src/links/ask.ts';
import {
  decisionRecord,
  onePageSummary,
  type RecordInput,
} from '../../../src/words/decision-record.ts';
import { answerTo, LAMPS, NAMES, READING } from './lamps.ts';

const inputFor = (state: AskState, more: Partial<RecordInput> = {}): RecordInput => ({
  model: LAMPS.model,
  state,
  ...answerTo(state),
  subject: 'a light',
  permalink: 'https://lamps.example/recommend/?v=1&reading=yes',
  addressOf: (path) => `https://lamps.example${path}`,
  date: '2026-01-02',
  release: '2026-01-01',
  names: NAMES,
  reasonFor: (option, mode, criterion) => ({
    why: `${option}, ${mode ?? 'as it is'}:\n${criterion}.`,
    sources: [{ title: `The [book] on ${option}`, url: `https://lamps.example/${option}` }],
  }),
  ...more,
});

describe('a decision record', () => {
  it('says how many settings were made by hand', () => {
    const setBy = (importances: AskState['importances']): string =>
      decisionRecord(inputFor({ ...READING, importances }));
    expect(setBy({ heat: 'critical' })).toContain('1 requirement or weight was set by hand.');
    expect(setBy({ heat: 'critical', light: 'nice' })).toContain(
      '2 requirements or weights were set by hand.',
    );
  });

  it('has the form of MADR, with drivers, outcome, pros and cons and the sources that it uses', () => {
    expect(decisionRecord(inputFor(READING))).toMatchInlineSnapshot(`
      "---
      status: proposed
      date: 2026-01-02
      ---

      # Choose a light

      ## Context and Problem Statement

      These questions were answered:

      - Do you read? **Yes \\| \\<b\\>daily\\</b\\>**

      ## Decision Drivers

      - Required: Light: BRIGHT
      - Weighed: Heat, matters (100 %)

      ## Considered Options

      - Moon, as a full disc (score 100.0, best or practically so in 100 %)
      - Lamp \\*new\\* (maintenance) (score 0.0, best or practically so in 0 %)
      - Candle, rejected

      ## Decision Outcome

      Moon, as a full disc, leads. Moon is best, or practically equal to the best, in 100 % of the simulations consistent with your answers.

      ### Consequences

      Of Moon, as a full disc:

      - Good, because Heat is COOL

      ## Pros and Cons of the Options

      ### Moon, as a full disc

      - Good, because Heat: COOL. moon, full: heat.
      - Good, because Light: BRIGHT, which rules out 1 other. moon, full: light.

      ### Lamp \\*new\\* (maintenance)

      - Good, because Light: BRIGHT, which rules out 1 other. lamp, as it is: light.
      - Bad, because Heat: HOT. lamp, as it is: heat.

      ### Candle (rejected)

      - Bad, because gives DIM light, you want BRIGHT. candle, as it is: light.

      ## More Information

      - The recommendation, to be opened and questioned: <https://lamps.example/recommend/?v=1&reading=yes>
      - Made with the content of 2026-01-01. Scores are weighted means of values between 0 and 100; weights are the mean of all that agree with the order of importance.
      - The \\[book\\] on moon: <https://lamps.example/moon>
      - The \\[book\\] on lamp: <https://lamps.example/lamp>
      - The \\[book\\] on candle: <https://lamps.example/candle>
      "
    `);
  });

  it('without samples goes by the scores, and says so', () => {
    const record = decisionRecord(inputFor(READING, { analysis: null }));
    expect(record).toContain('leads. It rests on scores alone: no simulation was run.');
    expect(record).not.toContain('best or practically so');
  });

  it('says so where nothing is left', () => {
    const requirements = [
      { criterion: 'light', clauses: [{ kind: 'any' as const, of: ['dim'] }] },
      { criterion: 'heat', clauses: [{ kind: 'any' as const, of: ['cool'] }] },
      { criterion: 'price', clauses: [{ kind: 'any' as const, of: ['dear'] }] },
    ];
    const record = decisionRecord(inputFor({ ...EMPTY_ASK, requirements }));
    expect(record).toContain('## Decision Outcome\n\nNo option meets all requirements.');
    expect(record).not.toContain('leads');
  });

  it('cites nothing where reasons cannot be had', () => {
    const record = decisionRecord(inputFor(READING, { reasonFor: () => null }));
    expect(record).not.toContain('book');
    expect(record).toContain('https://lamps.example/recommend/');
  });
});

describe('a summary', () => {
  it('is one page: result, what speaks for and against, answers, requirements, what is out', () => {
    expect(onePageSummary(inputFor(READING))).toMatchInlineSnapshot(`
      "# Shortlist: a light

      2 January 2026 · <https://lamps.example/recommend/?v=1&reading=yes>

      ## Result

      Moon, as a full disc, leads. Moon is best, or practically equal to the best, in 100 % of the simulations consistent with your answers.

      **Moon, as a full disc**

      - For: Heat: COOL
      - For: Light: BRIGHT, which rules out 1 other

      **Lamp \\*new\\* (maintenance)**

      - For: Light: BRIGHT, which rules out 1 other
      - Against: Heat: HOT

      ## Answers

      - Do you read? **Yes \\| \\<b\\>daily\\</b\\>**

      ## Requirements

      - Light: BRIGHT

      ## Eliminated

      - Candle: gives DIM light, you want BRIGHT
      "
    `);
  });
});

describe('an answer that means that nothing may be needed', () => {
  const state: AskState = { ...EMPTY_ASK, answers: { reading: ['no'] } };
  const line =
    'You may need no \\*lamp\\*: go to bed. [What there is instead](https://lamps.example/guides/in-the-dark/)';

  it('comes first in the result of the summary and in the outcome of the record', () => {
    const input = inputFor(state);
    expect(onePageSummary(input)).toContain(`## Result\n\n${line}\n\n`);
    expect(decisionRecord(input)).toContain(`## Decision Outcome\n\n${line}\n\n`);
  });
});
