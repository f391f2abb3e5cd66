/** Releases: each under its own name, with values that its own scales have. */

import { isOnScale } from '../../decision/scale.ts';
import { fixIn } from '../collections.ts';
import { faultAt, type Check } from '../content.ts';
import { quote } from '../fault.ts';

export const checkReleases: Check = (content) =>
  content.releases.flatMap((entry) => {
    const { name, criteria, options } = entry.data;
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
    const values = options.flatMap(({ ratings }, o) =>
      Object.entries(ratings).flatMap(([slug, rating]) => {
        if (!('value' in rating)) return [];
        const scale = criteria.find((criterion) => criterion.slug === slug)?.scale;
        if (scale !== undefined && isOnScale(scale, rating.value)) return [];
        return [
          faultAt(entry, ['options', o, 'ratings', slug, 'value'], {
            problem: 'The release has no scale on which this is a value.',
            found: quote(rating.value),
            fix: fixIn('releases', 'Correct the value.'),
          }),
        ];
      }),
    );
    return [...named, ...values];
  });
