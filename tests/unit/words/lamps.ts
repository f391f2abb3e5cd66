/** A small comparison to find words for: three lamps, one of them with two modes. */

import {
  analysisOf,
  outcomeOf,
  type Analysis,
  type Outcome,
} from '../../../src/decision/analysis.ts';
import { EMPTY_ASK, type AskState } from '../../../src/links/ask.ts';
import { makeRelease, openRelease, questionnaireOf } from '../../../src/links/release.ts';
import { namesOf } from '../../../src/words/names.ts';
import { known, UNKNOWN } from '../decision/arbitrary.ts';

const ordinal = (
  ...slugs: readonly string[]
): {
  readonly kind: 'ordinal';
  readonly better: 'last';
  readonly levels: readonly { readonly slug: string; readonly label: string }[];
} => ({
  kind: 'ordinal',
  better: 'last',
  levels: slugs.map((slug) => ({ slug, label: slug.toUpperCase() })),
});

export const LAMPS = openRelease(
  makeRelease('2026-01-01', {
    indifference: 0.02,
    lifecycle: null,
    criteria: [
      { slug: 'light', name: 'Light', scale: ordinal('dim', 'bright') },
      { slug: 'heat', name: 'Heat', scale: ordinal('hot', 'cool') },
      { slug: 'price', name: 'Price', scale: ordinal('dear', 'cheap') },
    ].map((criterion) => ({ ...criterion, group: 'g', formerSlugs: [] })),
    options: [
      {
        slug: 'lamp',
        name: 'Lamp *new*',
        formerSlugs: [],
        ratings: { light: known('bright'), heat: known('hot'), price: UNKNOWN },
        modes: [],
      },
      {
        slug: 'candle',
        name: 'Candle',
        formerSlugs: [],
        ratings: { light: known('dim'), heat: known('hot'), price: known('cheap') },
        modes: [],
      },
      {
        slug: 'moon',
        name: 'Moon',
        formerSlugs: [],
        ratings: { light: known('bright'), heat: known('cool'), price: known('cheap') },
        modes: [
          {
            slug: 'full',
            name: 'a full disc',
            formerSlugs: [],
            ratings: { light: known('bright') },
          },
          { slug: 'new', name: 'a thin line', formerSlugs: [], ratings: { light: known('dim') } },
        ],
      },
    ],
    questions: [
      {
        slug: 'reading',
        formerSlugs: [],
        several: false,
        formerAnswers: {},
        answers: [
          {
            slug: 'yes',
            requires: [{ criterion: 'light', clauses: [{ kind: 'any', of: ['bright'] }] }],
            weighs: [{ factor: 'heat', steps: 2 }],
            wants: [],
            enough: {},
            likelihood: 1,
          },
        ],
      },
    ],
  }),
);

export const NAMES = namesOf(LAMPS, {
  current: 'still made',
  maker: 'chandler',
  language: 'en-GB',
  questions: [
    {
      slug: 'reading',
      card: null,
      section: 'Use',
      several: false,
      question: 'Do you read?',
      help: null,
      why: '',
      answers: [
        {
          slug: 'yes',
          text: 'Yes | <b>daily</b>',
          help: null,
          exit: null,
        },
        {
          slug: 'no',
          text: 'No',
          help: null,
          exit: {
            text: 'You may need no *lamp*: go to bed.',
            guide: { slug: 'in-the-dark', title: 'In the dark' },
          },
        },
      ],
    },
  ],
  families: {},
  options: {
    lamp: { summary: '', status: 'Maintenance' },
    moon: { summary: '', status: null },
  },
  shortfalls: { light: 'gives {value} light, you want {asked}' },
});

export const READING: AskState = { ...EMPTY_ASK, answers: { reading: ['yes'] } };

export function answerTo(state: AskState): {
  readonly outcome: Outcome;
  readonly analysis: Analysis;
} {
  const asked = questionnaireOf(LAMPS);
  return { outcome: outcomeOf(asked, state), analysis: analysisOf(asked, state) };
}
