/** Small models written by hand. */

import { PRESENT_METHOD, type DecisionModel } from '../../../src/decision/evaluation.ts';
import type { Criterion, Option } from '../../../src/decision/model.ts';
import type {
  Answer,
  AskedRequirement,
  Preferences,
  Question,
} from '../../../src/decision/questionnaire.ts';
import type { BareRating } from '../../../src/decision/rating.ts';
import type { Clause } from '../../../src/decision/requirement.ts';
import type { Absence, OrdinalScale, Scale, Value } from '../../../src/decision/scale.ts';
import type { Importance } from '../../../src/decision/weight.ts';
import { known, UNKNOWN } from './arbitrary.ts';

const named = (slugs: readonly string[]): { slug: string; label: string }[] =>
  slugs.map((slug) => ({ slug, label: slug }));

export const ordinal = (better: 'first' | 'last', ...slugs: string[]): OrdinalScale => ({
  kind: 'ordinal',
  better,
  levels: named(slugs),
});

/** From 0 to 100, in steps that are hundredths of the scale. */
export const percent = {
  kind: 'quantity',
  unit: '%',
  multiples: {},
  spacing: 'linear',
  worst: 0,
  best: 100,
  bases: [],
} as const satisfies Scale;

export const flag: Scale = { kind: 'flag', better: 'yes' };

export const setOf = (members: Readonly<Record<string, Absence>>): Scale => ({
  kind: 'set',
  members: Object.entries(members).map(([slug, absence]) => ({ slug, label: slug, absence })),
});

export const criterion = (slug: string, scale: Scale, family?: string): Criterion => ({
  slug,
  name: slug,
  scale,
  family,
});

type Given = Readonly<Record<string, BareRating | Value>>;

const isRating = (given: BareRating | Value): given is BareRating =>
  typeof given === 'object' && !Array.isArray(given);

const ratings = (given: Given): Record<string, BareRating> =>
  Object.fromEntries(Object.entries(given).map(([slug, r]) => [slug, isRating(r) ? r : known(r)]));

/** An option, perhaps with modes; what is no rating is a known value. */
export const option = (
  slug: string,
  own: Given,
  modes: Readonly<Record<string, Given>> = {},
): Option => ({
  slug,
  name: slug,
  ratings: ratings({ ...own, ...Object.values(modes)[0] }),
  modes: Object.entries(modes).map(([mode, given]) => ({
    slug: mode,
    name: mode,
    formerSlugs: [],
    ratings: ratings(given),
  })),
});

export const modelWith = (
  criteria: readonly Criterion[],
  options: readonly Option[],
  more: Partial<DecisionModel> = {},
): DecisionModel => ({
  criteria,
  options,
  indifference: 0.02,
  lifecycle: null,
  method: PRESENT_METHOD,
  ...more,
});

/** Options on criteria that are percentages, by name: `{ a: [10, 90] }` on `x` and `y`. */
export function table(
  criteria: readonly string[],
  rows: Readonly<Record<string, readonly (number | BareRating)[]>>,
  more: Partial<DecisionModel> = {},
): DecisionModel {
  return modelWith(
    criteria.map((slug) => criterion(slug, percent)),
    Object.entries(rows).map(([slug, row]) =>
      option(slug, Object.fromEntries(criteria.map((c, i) => [c, row[i] ?? UNKNOWN]))),
    ),
    more,
  );
}

export const asked = (slug: string, ...clauses: Clause[]): AskedRequirement => ({
  criterion: slug,
  clauses,
  question: null,
});

export const yes = (slug: string): AskedRequirement => asked(slug, { kind: 'any', of: ['yes'] });

export const atLeast = (slug: string, min: number): AskedRequirement =>
  asked(slug, { kind: 'range', min, max: null });

export const prefer = (
  importances: Readonly<Record<string, Importance>>,
  requirements: readonly AskedRequirement[] = [],
  more: Partial<Preferences> = {},
): Preferences => ({ importances, requirements, wants: {}, enough: {}, ...more });

export const answer = (slug: string, more: Partial<Answer> = {}): Answer => ({
  slug,
  requires: [],
  weighs: [],
  wants: [],
  enough: {},
  likelihood: 1,
  ...more,
});

export const question = (
  slug: string,
  answers: readonly Answer[],
  more: Partial<Question> = {},
): Question => ({ slug, formerSlugs: [], answers, several: false, formerAnswers: {}, ...more });

/** The table of a well-known article: four options by three criteria, and whether there are Windows nodes. */
export const ARTICLE = modelWith(
  [
    criterion('cost', ordinal('first', 'low', 'high')),
    criterion('ease', ordinal('first', 'easy', 'difficult')),
    criterion('flexibility', ordinal('last', 'low', 'medium', 'high')),
    criterion('windows', flag),
  ],
  [
    option('bare', { cost: 'high', ease: 'difficult', flexibility: 'high', windows: true }),
    option('appliance', { cost: 'low', ease: 'easy', flexibility: 'low', windows: false }),
    option('hybrid', { cost: 'low', ease: 'easy', flexibility: 'medium', windows: true }),
    option('pc', { cost: 'low', ease: 'easy', flexibility: 'medium', windows: UNKNOWN }),
  ],
);

export const ALL = { cost: 'nice', ease: 'nice', flexibility: 'nice' } as const;
