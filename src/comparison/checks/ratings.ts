/** Ratings: one for each criterion, each a legal value, each with what its state demands. */

import { datePartOf } from '../../decision/calendar.ts';
import {
  impliedMembers,
  isOnScale,
  levelsOf,
  type QuantityScale,
  type Scale,
} from '../../decision/scale.ts';
import { unitsOf } from '../../links/figure-text.ts';
import { criteriaLacking, criteriaMeant } from './misnamed-ratings.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, nearest, quote, type Fault } from '../fault.ts';
import type { OptionData, RatingData } from '../schemas/option.ts';

export const checkRatings: Check = (content) =>
  content.options.flatMap((option) => [
    ...missing(content, option),
    ...placesOf(option).flatMap(({ path, ratings }) =>
      content.criteria.flatMap((criterion) => {
        const rating = ratings[criterion.slug];
        if (rating === undefined) return [];
        const at = [...path, criterion.slug];
        return 'value' in rating
          ? ratingFaults(option, at, criterion, rating)
          : boundFaults(option, at, criterion, rating);
      }),
    ),
  ]);

/** Where an option has ratings: its own, and those of its modes. */
function placesOf(
  option: Entry<OptionData>,
): readonly { readonly path: FieldPath; readonly ratings: OptionData['ratings'] }[] {
  return [
    { path: ['ratings'], ratings: option.data.ratings },
    ...option.data.modes.map(({ ratings }, m) => ({ path: ['modes', m, 'ratings'], ratings })),
  ];
}

function missing(content: Content, option: Entry<OptionData>): Fault[] {
  // A rating under another name is told where it stands.
  const misnamed = [...criteriaMeant(content, option).values()];
  return criteriaLacking(content, option)
    .filter((slug) => !misnamed.includes(slug))
    .toSorted()
    .map((slug) =>
      faultAt(
        option,
        ['ratings', slug],
        {
          problem: 'A rating is missing.',
          found: `no rating on ${slug}`,
          fix: `Add “${slug}” under ratings; if nobody has looked yet, with “state: unrated”.`,
        },
        'key',
      ),
    );
}

function ratingFaults(
  option: Entry<OptionData>,
  path: FieldPath,
  criterion: Content['criteria'][number],
  rating: Extract<RatingData, { value: unknown }>,
): Fault[] {
  const { scale, name } = criterion.data;
  const faults: Fault[] = denialFaults(option, path, criterion, rating);

  const { value }: { value: unknown } = rating;
  if (!isOnScale(scale, value)) {
    const slugs = levelsOf(scale).map((level) => level.slug);
    const wrong =
      [value]
        .flat()
        .map(String)
        .find((v) => !slugs.includes(v)) ?? '';
    faults.push(
      faultAt(option, [...path, 'value'], {
        problem: `This is not a value of the scale of “${name}”.`,
        found: quote(value),
        allowed: allowedValues(scale),
        nearest: nearest(wrong, slugs),
        fix: `Choose by the rubric in ${criterion.document.file}; if nothing says, use “state: unknown”.`,
      }),
    );
  }

  if (scale.kind === 'quantity' && typeof value === 'number' && isBeyondLinks(value)) {
    faults.push(
      faultAt(option, [...path, 'value'], {
        problem: 'No link can hold a figure as large or as small as this.',
        found: String(value),
        allowed: `from 0.000001 up to 1,000,000,000,000,000 ${scale.unit}, or 0`,
        fix: `Correct it, or give “${name}” another unit.`,
      }),
    );
  }

  if (scale.kind === 'quantity') {
    const bases = scale.bases.map((basis) => basis.slug);
    if (rating.basis === undefined || !bases.includes(rating.basis)) {
      faults.push(
        faultAt(
          option,
          rating.basis === undefined ? path : [...path, 'basis'],
          {
            problem: 'A figure must say what it stands for.',
            found: rating.basis ?? 'no basis',
            allowed: listNames(bases),
            nearest: rating.basis === undefined ? undefined : nearest(rating.basis, bases),
            fix: 'Set “basis”.',
          },
          rating.basis === undefined ? 'key' : 'value',
        ),
      );
    }
  } else if (rating.basis !== undefined) {
    faults.push(
      faultAt(option, [...path, 'basis'], {
        problem: 'Only figures have a basis.',
        found: rating.basis,
        fix: 'Remove “basis”.',
      }),
    );
  }

  if (rating.evidence === 'inferred' && rating.premises === undefined) {
    faults.push(
      faultAt(
        option,
        path,
        {
          problem: 'An inferred rating must name what it was inferred from.',
          fix: 'Add “premises”, or read a source that says it.',
        },
        'key',
      ),
    );
  }
  return faults;
}

/** Whether a figure is larger than links read it, or smaller. */
const isBeyondLinks = (figure: number): boolean => figure > 1e15 || (figure > 0 && figure < 1e-6);

/** Denials: of members that there are, and that the value does not name. */
function denialFaults(
  option: Entry<OptionData>,
  path: FieldPath,
  { data: { scale, name } }: Content['criteria'][number],
  { value, not = {} }: Extract<RatingData, { value: unknown }>,
): Fault[] {
  const denied = Object.keys(not);
  if (scale.kind !== 'set') {
    return denied.length === 0
      ? []
      : [
          faultAt(option, [...path, 'not'], {
            problem: `Only a set can lack members, and “${name}” is none.`,
            found: listNames(denied),
            fix: 'Remove “not”; the value says it.',
          }),
        ];
  }
  const legal = scale.members.map((member) => member.slug);
  const has = impliedMembers(scale, Array.isArray(value) ? value : []);
  return denied.flatMap((member) => {
    const at = [...path, 'not', member];
    if (!legal.includes(member)) {
      return [
        faultAt(
          option,
          at,
          {
            problem: `“${name}” has no such member.`,
            found: member,
            allowed: listNames(legal),
            nearest: nearest(member, legal),
            fix: 'Correct the name.',
          },
          'key',
        ),
      ];
    }
    if (!has.has(member)) return [];
    return [
      faultAt(
        option,
        at,
        {
          problem: 'The value has this member, or one that entails it.',
          found: member,
          fix: 'Take it out of “value” or out of “not”.',
        },
        'key',
      ),
    ];
  });
}

/** Bounds: of quantities alone, and in order. */
function boundFaults(
  option: Entry<OptionData>,
  path: FieldPath,
  { data: { scale, name } }: Content['criteria'][number],
  rating: Exclude<RatingData, { value: unknown }>,
): Fault[] {
  if (rating.state !== 'unknown') return [];
  const { atLeast, atMost } = rating;
  const bound = atLeast !== undefined ? 'atLeast' : atMost !== undefined ? 'atMost' : null;
  if (bound === null) return [];
  if (scale.kind !== 'quantity') {
    return [
      faultAt(option, [...path, bound], {
        problem: `Only a figure can have bounds, and “${name}” is none.`,
        fix: `Remove “${bound}”.`,
      }),
    ];
  }
  const off = (['atLeast', 'atMost'] as const).find(
    (end) => rating[end] !== undefined && !isOnScale(scale, rating[end]),
  );
  if (off !== undefined) {
    return [
      faultAt(option, [...path, off], {
        problem: `This is not a value of the scale of “${name}”.`,
        found: String(rating[off]),
        allowed: allowedValues(scale),
        fix: 'Correct it, or remove it if the source gives no bound.',
      }),
    ];
  }
  if (atLeast === undefined || atMost === undefined || atLeast < atMost) return [];
  return [
    faultAt(option, [...path, 'atLeast'], {
      problem: 'The least must be less than the most.',
      found: `atLeast ${String(atLeast)}, atMost ${String(atMost)}`,
      fix: 'Correct one of them; if they are equal, the value is known.',
    }),
  ];
}

function allowedValues(scale: Scale): string {
  switch (scale.kind) {
    case 'flag':
      return 'true or false';
    case 'quantity':
      return allowedFigures(scale);
    case 'text':
      return 'text';
    case 'set':
      return `a list of ${listNames(scale.members.map((m) => m.slug))}`;
    case 'ordinal':
    case 'choice':
      return listNames(levelsOf(scale).map((level) => level.slug));
  }
}

const DATE_FORMS = { day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' } as const;

function allowedFigures(scale: QuantityScale): string {
  const part = datePartOf(scale);
  if (part !== null) return `a date as ${DATE_FORMS[part]}`;
  const [unit = '', ...others] = unitsOf(scale).keys();
  const more = others.length === 0 ? '' : `, or with a unit: ${listNames(others)}`;
  return `a number of ${unit}, zero or more${more}`;
}
