/** Dates as readers see them. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day, month or year in words: “22 November 2026”, “November 2026”, “2026”. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** A text in which dates as readers see them are in digits: “since 22 november 2026” is “since 2026-11-22”. */
export function datesInDigits(text: string): string {
  const names = MONTHS.map((name) => `${name.slice(0, 3)}[a-z]*`).join('|');
  const written = new RegExp(String.raw`(?:\b(\d{1,2})\.? )?\b(${names})\.?,? (\d{4})\b`, 'gi');
  return text.replace(written, (_whole, day: string | undefined, name: string, year: string) => {
    const month = MONTHS.findIndex((other) => name.slice(0, 3) === other.slice(0, 3).toLowerCase());
    const digits = [month + 1, ...(day === undefined ? [] : [Number(day)])];
    return [year, ...digits.map((n) => String(n).padStart(2, '0'))].join('-');
  });
}
