/** Announced ends as calendars, in the form of iCalendar (RFC 5545). */

import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { plainText } from '../words/inline.ts';
import { calendarPath, optionPath, PAGES } from '../links/routes.ts';
import type { AbsoluteUrl } from './urls.ts';
import type { Comparison, Option } from '../comparison/comparison.ts';
import { endsOf } from '../comparison/lifecycle.ts';

// The library does not count the space that begins a folded line, but the standard does.
ICAL.foldLength = 74;
// Names of calendars are text, and so have their commas escaped; the library does not know them.
const { icalendar } = ICAL.design as {
  readonly icalendar: { readonly property: Record<string, { readonly defaultType: string }> };
};
for (const name of ['name', 'x-wr-calname']) icalendar.property[name] = { defaultType: 'text' };

/** Whether any end is announced for the option, be it past or to come. */
export const hasEnds = (option: Option): boolean => endsOf(option).length > 0;

/**
 * All calendars by path from the top of the site. Every announced end is an event of whole days: the
 * day, month or year that is announced. A calendar may not be empty, so what has no end has none.
 */
export function supportCalendars(
  comparison: Comparison,
  absoluteUrl: AbsoluteUrl,
): ReadonlyMap<string, string> {
  const { site } = comparison;
  const { ends } = site.releaseWords;
  const options = comparison.options.filter(hasEnds);
  if (options.length === 0) return new Map();
  const write = (of: readonly Option[], name: string): string =>
    calendarText(comparison, of, name, absoluteUrl);
  return new Map([
    [calendarPath(), write(options, `${ends}, ${site.title}`)],
    ...options.map(
      (option) => [calendarPath(option.slug), write([option], `${option.name}: ${ends}`)] as const,
    ),
  ]);
}

/** The text of a calendar, with lines folded and ended as the standard asks. */
function calendarText(
  { site, today }: Comparison,
  options: readonly Option[],
  name: string,
  absoluteUrl: AbsoluteUrl,
): string {
  const calendar = new ICAL.Component('vcalendar');
  const { host } = new URL(absoluteUrl(PAGES.home.path));
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue(
    'prodid',
    `-//${host}//${site.releaseWords.ends}//${site.language.slice(0, 2).toUpperCase()}`,
  );
  calendar.addPropertyWithValue('name', name);
  // Calendar programs know this name from before the standard had one.
  calendar.addPropertyWithValue('x-wr-calname', name);

  for (const option of options) {
    for (const { what, date, sources } of endsOf(option)) {
      const event = new ICAL.Component('vevent');
      const { first, after } = daysOf(date);
      const page = absoluteUrl(optionPath(option.slug, 'releases'));
      const cited = option.sources(sources).map((source) => source.url);
      event.addPropertyWithValue('uid', `${uid(option.slug, what)}@${host}`);
      event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${today}T00:00:00Z`));
      event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(first));
      event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(after));
      event.addPropertyWithValue('summary', `${option.name}: ${plainText(what)}`);
      event.addPropertyWithValue('description', [page, ...cited].join('\n'));
      event.addPropertyWithValue('url', page);
      event.addPropertyWithValue('transp', 'TRANSPARENT');
      calendar.addSubcomponent(event);
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** The same for the same end, so that a calendar that is fetched again does not double it. */
function uid(option: string, what: string): string {
  return createHash('sha256').update(`${option}\n${what}`).digest('hex').slice(0, 24);
}

/** The first day of a day, month or year, and the first day after it. */
function daysOf(date: string): { readonly first: string; readonly after: string } {
  const [year = 0, month, day] = date.split('-').map(Number);
  const from = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const to = new Date(
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1),
  );
  return { first: from.toISOString().slice(0, 10), after: to.toISOString().slice(0, 10) };
}
