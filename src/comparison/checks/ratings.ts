/** Ratings: one for each criterion, each a legal value, each with what its state demands. */

import { isOnScale, levelsOf, type Scale } from '../../decision/scale.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import { listNames, nearest, quote, type Fault } from '../fault.ts';
import type { OptionData, RatingData } from '../schemas/option.ts';

export const checkRatings: Check = (content) =>
  content.options.flatMap((option) => [
    ...missing(content, option),
    ...content.criteria.flatMap((criterion) => {
      const rating = option.data.ratings[criterion.slug];
      if (rating === undefined || !('value' in rating)) return [];
      return ratingFaults(option, criterion, rating);
    }),
  ]);

function missing(content: Content, option: Entry<OptionData>): Fault[] {
  return content
    .slugs('criteria')
    .filter((slug) => !Object.hasOwn(option.data.ratings, slug))
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
  criterion: Content['criteria'][number],
  rating: Extract<RatingData, { value: unknown }>,
): Fault[] {
  const { scale, name } = criterion.data;
  const path = ['ratings', criterion.slug] as const;
  const faults: Fault[] = [];

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

function allowedValues(scale: Scale): string {
  switch (scale.kind) {
    case 'flag':
      return 'true or false';
    case 'quantity':
      return `a number of ${scale.unit}, zero or more`;
    case 'text':
      return 'text';
    case 'set':
      return `a list of ${listNames(scale.members.map((m) => m.slug))}`;
    case 'ordinal':
    case 'choice':
      return listNames(levelsOf(scale).map((level) => level.slug));
  }
}
