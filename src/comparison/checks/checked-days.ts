/** Days that have not come yet, and lists of days that are out of order. */

import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import type { Fault } from '../fault.ts';

/** There was no year 0, and nothing that is announced lies further ahead. */
const FIRST_YEAR = 1;
const YEARS_AHEAD = 50;

/** Before this there were no pages to read. */
const FIRST_READING = '1990-01-01';

export const checkDates: Check = (content) => {
  const last = dayAfter(content.today);
  return (
    content.all
      // Commands write releases, and nobody edits them.
      .filter(({ collection }) => collection !== 'releases')
      .flatMap((entry) => [
        ...datesIn(entry, entry.data, [], last),
        ...Object.entries(entry.declares).flatMap(([id, { date, edition = {} }]) => [
          ...(date === null ? [] : pastDay(entry, sourcePath(entry, [id, 'date']), date, last)),
          ...(['read', 'removed'] as const).flatMap((field) => {
            const seen = Object.entries(edition).find(([key]) => key === field)?.[1];
            const path = sourcePath(entry, [id, 'edition', field]);
            return seen === undefined ? [] : pastDay(entry, path, seen, last);
          }),
        ]),
        ...(entry.collection === 'options' ? inOrder(entry, 'history') : []),
        ...(entry.collection === 'published' ? inOrder(entry, 'versions') : []),
      ])
  );
};

/** Where a source is declared: at the top of files that hold nothing else. */
const sourcePath = ({ collection }: Entry<unknown>, rest: FieldPath): FieldPath =>
  collection === 'sources' ? rest : ['sources', ...rest];

/**
 * Every `checked` must lie before the end of tomorrow, wherever on earth one is, and so must what has
 * happened; an end of support, and the end of an exception, may be ahead.
 */
function datesIn(entry: Entry<unknown>, data: unknown, path: FieldPath, last: string): Fault[] {
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, child]) => {
    if (key === 'sources' && path.length === 0) return [];
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (typeof child !== 'string') return datesIn(entry, child, here, last);
    if (key === 'checked' && child > last) {
      return [
        faultAt(entry, here, {
          problem: 'Nobody can have checked this yet.',
          found: child,
          allowed: `a day up to ${last}`,
          fix: 'Write the day on which you read the sources.',
        }),
      ];
    }
    if (key === 'checked' && child < FIRST_READING) {
      return [
        faultAt(entry, here, {
          problem: 'This date cannot be meant.',
          found: child,
          allowed: `a day from ${FIRST_READING} to ${last}`,
          fix: 'Write the day on which you read the sources.',
        }),
      ];
    }
    if ((key === 'date' || key === 'until') && /^\d{4}/.test(child)) {
      const mayBeAhead = key === 'until' || path.includes('ends');
      return mayBeAhead
        ? plausible(entry, here, child, `${String(Number(last.slice(0, 4)) + YEARS_AHEAD)}-12-31`)
        : pastDay(entry, here, child, last);
    }
    return [];
  });
}

/** A day, month or year that must have begun. */
function pastDay(entry: Entry<unknown>, path: FieldPath, date: string, last: string): Fault[] {
  return date <= last.slice(0, date.length)
    ? plausible(entry, path, date, last)
    : [
        faultAt(entry, path, {
          problem: 'This date has not come yet.',
          found: date,
          allowed: `a date up to ${last}`,
          fix: 'Correct the date.',
        }),
      ];
}

function plausible(entry: Entry<unknown>, path: FieldPath, date: string, latest: string): Fault[] {
  if (Number(date.slice(0, 4)) >= FIRST_YEAR && date <= latest) return [];
  return [
    faultAt(entry, path, {
      problem: 'This date cannot be meant.',
      found: date,
      allowed: `a date up to ${latest}`,
      fix: 'Correct the year.',
    }),
  ];
}

/** What is told from its beginning: the history of an option, the editions of a table. */
function inOrder(entry: Entry<unknown>, field: string): Fault[] {
  const list = (entry.data as Readonly<Record<string, readonly { date: string }[]>>)[field] ?? [];
  return list.flatMap(({ date }, i) => {
    const before = list[i - 1]?.date;
    if (before === undefined || date >= before.slice(0, date.length)) return [];
    return [
      faultAt(entry, [field, i, 'date'], {
        problem: 'This stands before what comes above it.',
        found: `${date} below ${before}`,
        fix: 'Put the entries in order, the oldest first.',
      }),
    ];
  });
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
