/**
 * Dates as figures: the values of a quantity whose unit is a place in the calendar. Each is a whole
 * number that counts days, months or years, so that dates have an order and distances.
 */

/** How precisely the dates of a scale are given. */
export type DatePart = 'day' | 'month' | 'year';

/** The units that mean dates, and not so many days, months or years. */
export const CALENDAR_UNITS: Readonly<Record<string, DatePart>> = {
  date: 'day',
  'calendar month': 'month',
  'calendar year': 'year',
};

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

const MS_A_DAY = 86_400_000;

/** The first day that is counted: 1 January of the year 1. */
const FIRST_DAY = Date.parse('0001-01-01') / MS_A_DAY;

/** How precise the dates are that are counted in this unit; null where they are no dates. */
export function datePartOf({ unit }: { readonly unit: string }): DatePart | null {
  return Object.hasOwn(CALENDAR_UNITS, unit) ? (CALENDAR_UNITS[unit] ?? null) : null;
}

/**
 * The figure of a date.
 *
 * @param text YYYY, YYYY-MM or YYYY-MM-DD
 * @param end which end of a year or month is meant, where the scale is more precise than the text
 * @returns undefined where the text is no date
 */
export function figureOfDate(
  part: DatePart,
  text: string,
  end: 'first' | 'last' = 'first',
): number | undefined {
  const [, year = '', month, day] = DATE.exec(text) ?? [];
  if (year === '' || Number(year) === 0) return undefined;
  const isFirst = end === 'first';
  const ofYear = Number(year);
  const ofMonth = month === undefined ? (isFirst ? 1 : 12) : Number(month);
  // The day before the first of the next month is the last of this one.
  const last = new Date(Date.UTC(2000, ofMonth, 0)).getUTCDate();
  const longest = ofMonth === 2 && !isLeap(ofYear) ? 28 : last;
  const ofDay = day === undefined ? (isFirst ? 1 : longest) : Number(day);
  if (ofDay > longest) return undefined;
  if (part === 'year') return ofYear;
  if (part === 'month') return ofYear * 12 + ofMonth - 1;
  return Date.parse(`${year}-${pad(ofMonth)}-${pad(ofDay)}`) / MS_A_DAY - FIRST_DAY;
}

/** The date of a figure, as precisely as its scale has it: YYYY, YYYY-MM or YYYY-MM-DD. */
export function dateOfFigure(part: DatePart, figure: number): string {
  const whole = Math.round(figure);
  if (part === 'year') return pad(whole, 4);
  if (part === 'month') return `${pad(Math.floor(whole / 12), 4)}-${pad((whole % 12) + 1)}`;
  return new Date((whole + FIRST_DAY) * MS_A_DAY).toISOString().slice(0, 10);
}

/** Whether a text is a date that is at least as precise as the dates of a scale. */
export function isDateOf(part: DatePart, text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const given = { year, month, day };
  return figureOfDate(part, text) !== undefined && given[part] !== undefined;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');
