/** A model of any size, with everything that costs time: modes, families, unknowns, questions. */

import type { Questionnaire } from '../../src/decision/analysis.ts';
import { PRESENT_METHOD } from '../../src/decision/evaluation.ts';
import type { Criterion, Option } from '../../src/decision/model.ts';
import type { Asked, Question } from '../../src/decision/questionnaire.ts';
import { stream, type Stream } from '../../src/decision/random.ts';
import type { BareRating } from '../../src/decision/rating.ts';
import { levelsOf, type Level, type Scale, type Value } from '../../src/decision/scale.ts';

export interface Size {
  readonly options: number;
  readonly criteria: number;
  /** Candidates beyond one for each option. */
  readonly moreModes: number;
  readonly questions: number;
}

/** The same size always gives the same model. */
export function syntheticModel(size: Size): Questionnaire {
  const draw = stream(1, 'bench');
  const criteria = Array.from({ length: size.criteria }, (_, i): Criterion => ({
    slug: `criterion-${String(i)}`,
    name: '',
    scale: scaleOf(i),
    // Every seventh begins a family of two.
    ...(i % 7 < 2 && size.criteria > 20 ? { family: `family-${String(Math.floor(i / 7))}` } : {}),
  }));
  const ratings = (of: readonly Criterion[]): Record<string, BareRating> =>
    Object.fromEntries(of.map(({ slug, scale }) => [slug, ratingOn(scale, draw)]));
  const options = Array.from({ length: size.options }, (_, i): Option => {
    const count =
      Math.floor(((i + 1) * size.moreModes) / size.options) -
      Math.floor((i * size.moreModes) / size.options);
    const differing = criteria.filter((__, c) => c % 4 === 0);
    return {
      slug: `option-${String(i)}`,
      name: '',
      ratings: ratings(criteria),
      modes: Array.from({ length: count === 0 ? 0 : count + 1 }, (__, m) => ({
        slug: `mode-${String(m)}`,
        name: '',
        formerSlugs: [],
        ratings: ratings(differing),
      })),
    };
  });
  const questions = Array.from({ length: size.questions }, (_, i) => questionOn(criteria, i));
  return {
    model: { options, criteria, indifference: 0.02, lifecycle: null, method: PRESENT_METHOD },
    questions,
  };
}

/** Half of the questions answered, and importances set by hand for all criteria. */
export function syntheticState({ model, questions }: Questionnaire): Asked {
  return {
    answers: Object.fromEntries(
      questions.filter((_, i) => i % 2 === 0).map(({ slug }) => [slug, ['answer-1']]),
    ),
    requirements: [],
    importances: Object.fromEntries(
      model.criteria.map((c, i) => [
        c.family ?? c.slug,
        (['nice', 'matters', 'critical'] as const)[i % 3] ?? 'nice',
      ]),
    ),
    strict: false,
    levels: 'order-only',
  };
}

const level = (i: number): Level => ({ slug: `level-${String(i)}`, label: '' });

function scaleOf(i: number): Scale {
  const levels = Array.from({ length: 4 }, (_, k) => level(k));
  switch (i % 5) {
    case 0:
    case 1:
      return { kind: 'ordinal', levels, better: 'last' };
    case 2:
      return { kind: 'flag', better: 'yes' };
    case 3:
      return { kind: 'set', members: levels.map((l) => ({ ...l, absence: 'unknown' })) };
    default:
      return {
        kind: 'quantity',
        unit: 'x',
        multiples: {},
        spacing: 'linear',
        worst: 0,
        best: 100,
        bases: [],
      };
  }
}

function ratingOn(scale: Scale, draw: Stream): BareRating {
  if (draw() < 0.12) return { state: 'unknown' };
  return { state: 'known', value: valueOn(scale, draw), evidence: 'documented' };
}

function valueOn(scale: Scale, draw: Stream): Value {
  switch (scale.kind) {
    case 'quantity':
      return Math.round(draw() * 100);
    case 'set':
      return levelsOf(scale)
        .map((l) => l.slug)
        .filter(() => draw() < 0.6);
    case 'flag':
      return draw() < 0.7;
    case 'ordinal':
    case 'choice':
    case 'text':
      return `level-${String(Math.floor(draw() * 4))}`;
  }
}

/** A question with four answers, of which one requires something and all weigh. */
function questionOn(criteria: readonly Criterion[], i: number): Question {
  const one = criteria[(i * 5) % criteria.length];
  const two = criteria[(i * 3 + 1) % criteria.length];
  const factor = (c: Criterion | undefined): string => c?.family ?? c?.slug ?? '';
  return {
    slug: `question-${String(i)}`,
    formerSlugs: [],
    several: false,
    formerAnswers: {},
    answers: Array.from({ length: 4 }, (_, a) => ({
      slug: `answer-${String(a)}`,
      requires:
        a === 0 && one?.scale.kind === 'ordinal'
          ? [{ criterion: one.slug, clauses: [{ kind: 'at-least', level: 'level-1' }] }]
          : [],
      weighs: [
        { factor: factor(one), steps: a },
        { factor: factor(two), steps: 2 - a },
      ],
      wants:
        two?.scale.kind === 'set' ? [{ criterion: two.slug, members: ['level-0', 'level-2'] }] : [],
      enough: two?.scale.kind === 'quantity' ? { [two.slug]: 20 * (a + 1) } : {},
      likelihood: 1,
    })),
  };
}
