/** Dates that have not come yet. */

import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import type { Fault } from '../fault.ts';

export const checkDates: Check = (content) => {
  const last = dayAfter(content.today);
  return content.all.flatMap((entry) => checkedIn(entry, entry.data, [], last));
};

/** Every `checked` in a document must lie before the end of tomorrow, wherever on earth one is. */
function checkedIn(entry: Entry<unknown>, data: unknown, path: FieldPath, last: string): Fault[] {
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, child]) => {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (key !== 'checked' || typeof child !== 'string') return checkedIn(entry, child, here, last);
    if (child <= last) return [];
    return [
      faultAt(entry, here, {
        problem: 'Nobody can have checked this yet.',
        found: child,
        allowed: `a day up to ${last}`,
        fix: 'Write the day on which you read the sources.',
      }),
    ];
  });
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
