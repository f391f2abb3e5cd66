/** Releases: each under its own name, with values that its own scales have. */

import { hasValue } from '../../decision/rating.ts';
import { isOnScale } from '../../decision/scale.ts';
import { openRelease } from '../../links/release.ts';
import { fixIn } from '../collections.ts';
import { faultAt, type Check } from '../content.ts';
import { quote } from '../fault.ts';

export const checkReleases: Check = (content) =>
  content.releases.flatMap((entry) => {
    const { name } = entry.data;
    const named =
      name === entry.slug
        ? []
        : [
            faultAt(entry, ['name'], {
              problem: 'This is not the release that the file is named after.',
              found: name,
              allowed: entry.slug,
              fix: fixIn('releases', 'Correct the name.'),
            }),
          ];
    const { criteria, options } = openRelease(entry.data).model;
    const values = options
      .flatMap(({ ratings, modes }, o) => [
        { ratings, path: ['options', o, 'ratings'] },
        ...modes.map((mode, m) => ({
          ratings: mode.ratings,
          path: ['options', o, 'modes', m, 'ratings'],
        })),
      ])
      .flatMap(({ ratings, path }) =>
        Object.entries(ratings).flatMap(([slug, rating]) => {
          if (!hasValue(rating)) return [];
          const scale = criteria.find((criterion) => criterion.slug === slug)?.scale;
          if (scale !== undefined && isOnScale(scale, rating.value)) return [];
          return [
            faultAt(entry, [...path, slug], {
              problem: 'The release has no scale on which this is a value.',
              found: quote(rating.value),
              fix: fixIn('releases', 'Correct the value.'),
            }),
          ];
        }),
      );
    return [...named, ...values];
  });
