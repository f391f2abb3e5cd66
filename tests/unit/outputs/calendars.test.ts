import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { hasEnds, supportCalendars } from '../../../src/outputs/calendars.ts';
import { calendarPath } from '../../../src/links/routes.ts';
import type { Comparison, Option } from '../../../src/comparison/comparison.ts';
import { absoluteUrl, loadTea } from '../comparison/loaded.ts';

type Ends = NonNullable<Option['data']['release']>['ends'];

const tea = loadTea();

/** The tea fixture with these ends for its first option, and none for the others. */
function withEnds(ends: Ends): Comparison {
  return {
    ...tea,
    options: tea.options.map((option, i) => ({
      ...option,
      data: { ...option.data, release: { ...option.data.release, ends: i === 0 ? ends : [] } },
    })),
  };
}

const end = (date: string, what = 'A harvest'): Ends[number] => ({
  what,
  date,
  checked: '2025-07-01',
  sources: ['packet'],
});

/** The events of the calendar of all options, each as its first day, the day after it and its name. */
function events(comparison: Comparison): string[][] {
  const text = supportCalendars(comparison, absoluteUrl).get(calendarPath()) ?? '';
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return [event.startDate.toString(), event.endDate.toString(), event.summary];
  });
}

describe('calendars of ends of support', () => {
  it('are there for the options that have an end, and one for all', () => {
    const expected = tea.options.filter(hasEnds).map(({ slug }) => calendarPath(slug));
    expect(expected).toEqual(['/options/black-tea.ics']);
    expect([...supportCalendars(tea, absoluteUrl).keys()]).toEqual([calendarPath(), ...expected]);
  });

  it('are not there when nothing ends', () => {
    expect(supportCalendars(withEnds([]), absoluteUrl).size).toBe(0);
  });

  it.each([
    ['2027-12-31', '2027-12-31', '2028-01-01'],
    ['2028-02', '2028-02-01', '2028-03-01'],
    ['2027-12', '2027-12-01', '2028-01-01'],
    ['2030', '2030-01-01', '2031-01-01'],
  ])('an end of %s takes the days from %s to before %s', (date, first, after) => {
    expect(events(withEnds([end(date)]))).toEqual([[first, after, 'Black tea: A harvest']]);
  });

  it('have lines that no program cuts, whatever an end is called', () => {
    const what = 'Früchte; Kräuter, und „alles“ \\ von hundert Gärten '.repeat(6).trim();
    const comparison = withEnds([end('2027', what)]);
    const text = supportCalendars(comparison, absoluteUrl).get(calendarPath()) ?? '';
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(events(comparison)[0]?.[2]).toBe(`Black tea: ${what}`);
  });

  it('have their name as text, in which commas and the like are escaped', () => {
    const [option] = tea.options;
    if (option === undefined) throw new Error('There is no option.');
    const title = 'Tea; black, green \\ none';
    const named: Comparison = {
      ...tea,
      site: { ...tea.site, title },
      options: [{ ...option, name: title }, ...tea.options.slice(1)],
    };
    const calendars = supportCalendars(named, absoluteUrl);
    const escaped = 'Tea\\; black\\, green \\\\ none';
    for (const [path, name] of [
      [calendarPath(), `Ends\\, ${escaped}`],
      [calendarPath(option.slug), `${escaped}: Ends`],
    ] as const) {
      const lines = (calendars.get(path) ?? '').replaceAll('\r\n ', '').split('\r\n');
      expect(lines).toContain(`NAME:${name}`);
      expect(lines).toContain(`X-WR-CALNAME:${name}`);
      expect(lines.find((line) => line.startsWith('SUMMARY:'))).toMatch(/\\[,;]/);
    }
  });

  it('know an end again when its date moves', () => {
    const uid = (date: string): string | undefined =>
      /^UID:.*$/m.exec(
        supportCalendars(withEnds([end(date)]), absoluteUrl).get(calendarPath()) ?? '',
      )?.[0];
    expect(uid('2027')).toBeDefined();
    expect(uid('2028-06')).toBe(uid('2027'));
  });
});
