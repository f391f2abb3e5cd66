/** Editions of sources whose commit has not been made yet. */

import { faultAt, type Check } from '../content.ts';
import { KINDS } from '../collections.ts';

export const checkEditions: Check = ({ all, today }) => {
  return all.flatMap((entry) =>
    Object.entries(entry.declares).flatMap(([id, { edition }]) => {
      if (edition === undefined || 'none' in edition) return [];
      const { committed = '' } = edition;
      if (committed <= today) return [];
      const top = KINDS[entry.collection].shared === true ? [] : ['sources'];
      return [
        faultAt(entry, [...top, id, 'edition', 'committed'], {
          problem: 'There can be no commit of this day yet.',
          found: committed,
          allowed: `a day up to ${today}`,
          fix: 'Write the day of the commit whose text you read.',
        }),
      ];
    }),
  );
};
