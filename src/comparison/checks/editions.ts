/** Editions of sources whose commit has not been made yet, or came after the text was gone. */

import { faultAt, type Check } from '../content.ts';
import { KINDS } from '../collections.ts';

export const checkEditions: Check = ({ all, today }) => {
  return all.flatMap((entry) =>
    Object.entries(entry.declares).flatMap(([id, { edition }]) => {
      if (edition === undefined || 'none' in edition) return [];
      const { committed = '', removed } = edition;
      const top = KINDS[entry.collection].shared === true ? [] : ['sources'];
      if (removed !== undefined && removed < committed) {
        return [
          faultAt(entry, [...top, id, 'edition', 'removed'], {
            problem: 'The text was still there on the day of its commit.',
            found: `${removed}, before ${committed}`,
            fix: 'Write the day on which you saw that the text was gone.',
          }),
        ];
      }
      if (committed <= today) return [];
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
