/** Modes: more than one, each told from the others by what it is rated on, and by nothing else. */

import { writeRating } from '../../links/rating-wire.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import { listNames, type Fault } from '../fault.ts';
import type { ModeData, OptionData } from '../schemas/option.ts';
import { toRating } from '../to-decision.ts';
import { mustExist } from './references.ts';

export const checkModes: Check = (content) =>
  content.options.flatMap((option) => [
    ...lonely(option),
    ...names(option),
    ...ratedTwice(option),
    ...ratedInSome(option),
    ...unknownCriteria(content, option),
    ...alike(option),
  ]);

function lonely(option: Entry<OptionData>): Fault[] {
  if (option.data.modes.length !== 1) return [];
  return [
    faultAt(option, ['modes', 0], {
      problem: 'There is only one mode, and a mode excludes another.',
      fix: 'Add the other one, or move its ratings to those of the option.',
    }),
  ];
}

/** Present and former slugs of the modes of an option, each once. */
function names(option: Entry<OptionData>): Fault[] {
  const taken = new Set<string>();
  return option.data.modes.flatMap((mode, m) =>
    [
      { slug: mode.slug, path: ['modes', m, 'slug'] },
      ...mode.formerSlugs.map((slug, f) => ({ slug, path: ['modes', m, 'formerSlugs', f] })),
    ].flatMap(({ slug, path }) => {
      if (!taken.has(slug)) {
        taken.add(slug);
        return [];
      }
      return [
        faultAt(option, path, {
          problem: 'Another mode has or had this name.',
          found: slug,
          fix: 'Choose another.',
        }),
      ];
    }),
  );
}

function ratedTwice(option: Entry<OptionData>): Fault[] {
  return option.data.modes.flatMap(({ ratings }, m) =>
    Object.keys(ratings)
      .filter((slug) => Object.hasOwn(option.data.ratings, slug))
      .map((slug) =>
        faultAt(
          option,
          ['modes', m, 'ratings', slug],
          {
            problem: 'This is rated for all modes already.',
            found: slug,
            fix: `Remove it here or under the option’s own ratings: where modes differ, each is rated and the option is not.`,
          },
          'key',
        ),
      ),
  );
}

function ratedInSome(option: Entry<OptionData>): Fault[] {
  const { modes } = option.data;
  const rated = [...new Set(modes.flatMap((mode) => Object.keys(mode.ratings)))];
  return modes.flatMap((mode, m) =>
    rated
      .filter((slug) => !Object.hasOwn(mode.ratings, slug))
      .map((slug) => {
        const others = modes.filter((other) => Object.hasOwn(other.ratings, slug));
        return faultAt(
          option,
          ['modes', m, 'ratings'],
          {
            problem: `The mode “${mode.slug}” is not rated on ${slug}.`,
            found: `a rating in ${listNames(others.map((other) => other.slug))}`,
            fix: 'Where modes differ, rate each of them.',
          },
          'key',
        );
      }),
  );
}

function unknownCriteria(content: Content, option: Entry<OptionData>): Fault[] {
  return option.data.modes.flatMap(({ ratings }, m) =>
    Object.keys(ratings).flatMap((slug) =>
      mustExist(
        option,
        ['modes', m, 'ratings', slug],
        slug,
        'criterion',
        content.slugs('criteria'),
        'key',
      ),
    ),
  );
}

/** Criteria on which all modes are rated the same, and modes that nothing tells from another. */
function alike(option: Entry<OptionData>): Fault[] {
  const { modes } = option.data;
  const [first] = modes;
  if (first === undefined || modes.length < 2) return [];
  const form = ({ ratings }: ModeData, slug: string): string => {
    const rating = ratings[slug];
    return rating === undefined ? '' : JSON.stringify(writeRating(toRating(rating)));
  };
  const rated = Object.keys(first.ratings);
  const idle = rated
    .filter((slug) => modes.every((mode) => Object.hasOwn(mode.ratings, slug)))
    .filter((slug) => modes.every((mode) => form(mode, slug) === form(first, slug)))
    .map((slug) =>
      faultAt(
        option,
        ['modes', 0, 'ratings', slug],
        {
          problem: 'All modes are rated the same here.',
          found: slug,
          fix: 'Rate the option once, under its own ratings.',
        },
        'key',
      ),
    );
  const twins = modes.flatMap((mode, m) => {
    const twin = modes
      .slice(0, m)
      .find((other) => rated.every((slug) => form(mode, slug) === form(other, slug)));
    return twin === undefined
      ? []
      : [
          faultAt(option, ['modes', m, 'slug'], {
            problem: `Nothing tells this mode from “${twin.slug}”.`,
            found: mode.slug,
            fix: 'Rate what differs, or make the two one.',
          }),
        ];
  });
  return [...idle, ...twins];
}
