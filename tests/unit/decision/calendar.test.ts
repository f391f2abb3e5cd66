import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfFigure,
  datePartOf,
  figureOfDate,
  isDateOf,
  type DatePart,
} from '../../../src/decision/calendar.ts';

const dates = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date as a figure', () => {
  it('is that date again', () => {
    fc.assert(
      fc.property(dates, (day) => {
        for (const [part, text] of [
          ['day', day],
          ['month', day.slice(0, 7)],
          ['year', day.slice(0, 4)],
        ] as const) {
          const figure = figureOfDate(part, text);
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(figure)).toBe(true);
          expect(dateOfFigure(part, figure ?? -1)).toBe(text);
        }
      }),
    );
  });

  it('is greater the later it is', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [first, second] = [figureOfDate('day', a) ?? 0, figureOfDate('day', b) ?? 0];
        expect(Math.sign(first - second)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it.each<[DatePart, string, string, string]>([
    ['day', '2023', '2023-01-01', '2023-12-31'],
    ['day', '2023-02', '2023-02-01', '2023-02-28'],
    ['day', '2024-02', '2024-02-01', '2024-02-29'],
    ['day', '1900-02', '1900-02-01', '1900-02-28'],
    ['day', '2000-02', '2000-02-01', '2000-02-29'],
    ['day', '2023-04', '2023-04-01', '2023-04-30'],
    ['month', '2023', '2023-01', '2023-12'],
    ['month', '2023-05-17', '2023-05', '2023-05'],
    ['year', '2023-05-17', '2023', '2023'],
  ])('of a scale of each %s, %s goes from %s to %s', (part, text, first, last) => {
    expect(dateOfFigure(part, figureOfDate(part, text) ?? 0)).toBe(first);
    expect(dateOfFigure(part, figureOfDate(part, text, 'last') ?? 0)).toBe(last);
  });

  it.each(['2023-02-29', '1900-02-29', '2023-13', '2023-00', '2023-4', '23', '0000', 'soon', ''])(
    'is none of %s',
    (text) => {
      expect(figureOfDate('day', text)).toBeUndefined();
    },
  );

  it('is as precise as its scale', () => {
    expect(isDateOf('day', '2023')).toBe(false);
    expect(isDateOf('year', '2023')).toBe(true);
    expect(isDateOf('month', '2023-05-17')).toBe(true);
  });
});

it('only three units mean dates', () => {
  expect(
    ['date', 'calendar month', 'calendar year', 'years', 'toString'].map((unit) =>
      datePartOf({ unit }),
    ),
  ).toEqual(['day', 'month', 'year', null, null]);
});
