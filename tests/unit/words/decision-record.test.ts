import { describe, expect, it } from 'vitest';
import { analysisOf, outcomeOf } from '../../../src/links/analysis.ts';
import { EMPTY_ASK, type AskState } from '../../../src/links/ask.ts';
import { decisionRecord } from '../../../src/words/decision-record.ts';
import { makeRelease, openRelease } from '../../../src/links/release.ts';
import { known } from '../decision/arbitrary.ts';

const ordinal = (...slugs: string[]): object => ({
  kind: 'ordinal',
  better: 'last',
  levels: slugs.map((slug) => ({ slug, label: slug.toUpperCase() })),
});
const release = openRelease(
  makeRelease('2026-01-01', {
    criteria: [
      {
        slug: 'light',
        name: 'Light',
        group: 'g',
        formerSlugs: [],
        scale: ordinal('dim', 'bright'),
      },
      { slug: 'heat', name: 'Heat', group: 'g', formerSlugs: [], scale: ordinal('hot', 'cool') },
    ] as never,
    options: [
      {
        slug: 'lamp',
        name: 'Lamp *new*',
        formerSlugs: [],
        ratings: { light: known('bright'), heat: known('hot') },
      },
      {
        slug: 'candle',
        name: 'Candle',
        formerSlugs: [],
        ratings: { light: known('dim'), heat: known('hot') },
      },
      {
        slug: 'moon',
        name: 'Moon',
        formerSlugs: [],
        ratings: { light: known('bright'), heat: known('cool') },
      },
    ],
    questions: [
      {
        slug: 'reading',
        formerSlugs: [],
        answers: [
          {
            slug: 'yes',
            requires: [{ criterion: 'light', clauses: [{ kind: 'any', of: ['bright'] }] }],
            weighs: [{ factor: 'heat', steps: 2 }],
            wants: [],
          },
        ],
      },
    ],
  }),
);

function recordOf(state: AskState, analysed = analysisOf(release, state)): string {
  const outcome = outcomeOf(release, state);
  const { robust, without } = analysed;
  return decisionRecord({
    model: release.model,
    state,
    ...outcome,
    robust,
    without,
    subject: 'a light',
    permalink: 'https://lamps.example/recommend/?v=1&reading=yes',
    date: '2026-01-02',
    release: '2026-01-01',
    optionName: (slug) => release.model.options.find((o) => o.slug === slug)?.name ?? slug,
    factorName: (slug) => release.model.criteria.find((c) => c.slug === slug)?.name ?? slug,
    questionText: () => 'Do you read?',
    answerText: () => 'Yes | <b>daily</b>',
    reasonFor: () => ({
      why: 'It is\nso.',
      sources: [['The [book]', 'https://lamps.example/book']],
    }),
  });
}

describe('a decision record', () => {
  it('has the form of MADR, with drivers, outcome, rejected options and sources', () => {
    expect(recordOf({ ...EMPTY_ASK, answers: { reading: 'yes' } })).toMatchInlineSnapshot(`
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

      - Moon (score 100.0, first in 100 %)
      - Lamp \\*new\\* (score 0.0, first in 0 %)
      - Candle, rejected

      ## Decision Outcome

      Chosen option: **Moon**. Moon comes first. Moon is first in 100 % of the weightings and level readings that agree with your answers.

      ### Consequences

      Of Moon:

      - Good, because Heat is COOL

      ## Pros and Cons of the Options

      ### Candle (rejected)

      - Bad, because Light: DIM. Asked for: BRIGHT. It is so.

      ## More Information

      - The recommendation, to be opened and questioned: <https://lamps.example/recommend/?v=1&reading=yes>
      - Made with the content of 2026-01-01. Scores are weighted means of values between 0 and 100; weights are the mean of all that agree with the order of importance.
      - The \\[book\\]: <https://lamps.example/book>
      "
    `);
  });

  it('without samples goes by the scores, and claims no share', () => {
    const analysed = { robust: null, without: [], steps: [], flips: [], open: [], moot: [] };
    const record = recordOf({ ...EMPTY_ASK, answers: { reading: 'yes' } }, analysed);
    expect(record).toContain('Chosen option: **Moon**. Moon has the highest score.\n');
    expect(record).not.toContain('first in');
    const even = { ...EMPTY_ASK, importances: { light: 'nice' as const } };
    expect(recordOf(even, analysed)).toContain('Lamp *new* and Moon come out equal.');
  });

  it('says so where nothing is left', () => {
    const requirements = [
      { criterion: 'light', clauses: [{ kind: 'any' as const, of: ['dim'] }] },
      { criterion: 'heat', clauses: [{ kind: 'any' as const, of: ['cool'] }] },
    ];
    const record = recordOf({ ...EMPTY_ASK, requirements });
    expect(record).toContain('## Decision Outcome\n\nNo option meets all requirements.');
    expect(record).not.toContain('Chosen option');
  });
});
