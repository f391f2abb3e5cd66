/**
 * Clauses as links and content write them.
 *
 *     clauses  = clause *( "," clause )                 all of them
 *     clause   = value *( "/" value )                   any of these
 *              | "!" value                              not this one
 *              | [ level ] ".." [ level | "best" ]      from this level up, or up to it; better is up
 *              | [ number [ unit ] ] ".." [ number [ unit ] | "max" ]
 *              | number [ unit ]                        exactly this number
 *              | [ date ] ".." [ date | "max" ] | date  of dates: 2026, 2026-11 or 2026-11-29
 *
 * An open upper end is written out, since programs that find addresses in text cut trailing dots. Links
 * write numbers without separators; where people type “2,048 MiB”, the comma is one if nothing else
 * makes sense.
 */

import { datePartOf } from '../decision/calendar.ts';
import type { Criterion } from '../decision/model.ts';
import { isImpossible, nameableValues, type Clause } from '../decision/requirement.ts';
import { levelsWorstFirst, type QuantityScale, type Scale } from '../decision/scale.ts';
import { formatFigure, parseQuantity, unitsOf } from './figure-text.ts';
import { splitList } from './query.ts';

/** Words for ends of an order or range, which no level may be called. */
export const ENDS = { best: 'best', worst: 'worst', most: 'max' } as const;

/** A part of a text that could not be read, and why. */
export interface Unread {
  readonly token: string;
  readonly why: string;
}

export interface ReadClauses {
  /** In canonical order and form; empty if nothing could be read. */
  readonly clauses: readonly Clause[];
  readonly unread: readonly Unread[];
}

/** A comma as people write it between thousands. */
const THOUSANDS = /(?<!\d)(\d{1,3}(?:,\d{3})+)(?!\d)/g;

/** Reads clauses on a criterion. Never throws; what cannot be read is told. */
export function parseClauses(criterion: Criterion, text: string): ReadClauses {
  const read = readList(criterion.scale, text);
  if (criterion.scale.kind !== 'quantity' || !text.includes(',')) return read;
  const isOdd = read.unread.length > 0 || /,0\d/.test(text);
  const contradicts = isImpossible(criterion.scale, read.clauses);
  if (!isOdd && !contradicts) return read;
  const whole = readList(
    criterion.scale,
    text.replace(THOUSANDS, (number) => number.replaceAll(',', '')),
  );
  if (whole.unread.length === 0 && !isImpossible(criterion.scale, whole.clauses)) return whole;
  return contradicts
    ? { clauses: [], unread: [{ token: text, why: 'asks for numbers that no value can all meet' }] }
    : read;
}

function readList(scale: Scale, text: string): ReadClauses {
  const clauses: Clause[] = [];
  const unread: Unread[] = [];
  const tell = (token: string, why: string): void => {
    unread.push({ token, why });
  };
  for (const token of splitList(text, tell)) {
    const read = parseClause(scale, token.trim());
    if ('why' in read) tell(token, read.why);
    else {
      clauses.push(...read.clauses);
      unread.push(...read.unread);
    }
  }
  return { clauses: canonicalClauses(scale, clauses), unread };
}

type ReadClause = { clauses: Clause[]; unread: Unread[] } | { why: string };

const just = (...clauses: Clause[]): ReadClause => ({ clauses, unread: [] });

function parseClause(scale: Scale, token: string): ReadClause {
  if (token === '') return { why: 'is empty' };
  if (scale.kind === 'text') return { why: 'asks something of a criterion that is only described' };
  if (scale.kind === 'quantity') return parseRange(scale, token);

  const legal = nameableValues(scale);
  const unknown = (name: string): string => `“${name}” is not a value of this criterion`;

  if (token.includes('..')) {
    const order = levelsWorstFirst(scale)?.map((level) => level.slug);
    if (order === undefined) return { why: 'asks for an order that this criterion does not have' };
    const [from = '', to = '', ...more] = token.split('..');
    if (more.length > 0) return { why: 'has more than two ends' };
    const low = from === '' || from === ENDS.worst ? undefined : from;
    const high = to === '' || to === ENDS.best ? undefined : to;
    const wrong = [low, high].find((level) => level !== undefined && !order.includes(level));
    if (wrong !== undefined) return { why: unknown(wrong) };
    if (low === undefined && high === undefined) return { why: 'leaves both ends open' };
    return just(
      ...(low === undefined ? [] : [{ kind: 'at-least', level: low } as const]),
      ...(high === undefined ? [] : [{ kind: 'at-most', level: high } as const]),
    );
  }

  if (token.startsWith('!')) {
    const name = token.slice(1);
    return legal.includes(name) ? just({ kind: 'not', of: name }) : { why: unknown(name) };
  }

  const names = token.split('/');
  const wrong = names.filter((name) => !legal.includes(name));
  const of = names.filter((name) => legal.includes(name));
  if (of.length === 0) return { why: unknown(wrong[0] ?? token) };
  return {
    clauses: [{ kind: 'any', of }],
    unread: wrong.map((name) => ({ token: name, why: unknown(name) })),
  };
}

/** Why a text is no figure of a scale. */
const figureFault = (scale: QuantityScale): string =>
  datePartOf(scale) === null
    ? `is not a number, or its unit is not one of ${[...unitsOf(scale).keys()].join(', ')}`
    : 'is not a date such as 2026, 2026-11 or 2026-11-29';

function parseRange(scale: QuantityScale, token: string): ReadClause {
  const [from = '', to, ...more] = token.split('..');
  if (more.length > 0) return { why: 'has more than two ends' };
  const min = parseQuantity(scale, from);
  const max = to === ENDS.most ? null : parseQuantity(scale, to ?? from, 'last');
  if (min === undefined || max === undefined) {
    return { why: figureFault(scale) };
  }
  if (min === null && max === null) return { why: 'leaves both ends open' };
  if (min !== null && max !== null && min > max) return { why: 'begins above its end' };
  return just({ kind: 'range', min, max });
}

/**
 * What is left of clauses on another edition of a scale: what `parseClauses` would read there of their
 * text. Of several values those stay that it has; a span of levels stays whole or goes.
 */
export function restrictClauses(scale: Scale, clauses: readonly Clause[]): readonly Clause[] {
  const legal = scale.kind === 'text' || scale.kind === 'quantity' ? [] : nameableValues(scale);
  const levels = levelsWorstFirst(scale)?.map((level) => level.slug) ?? [];
  const known = (clause: Clause | undefined): boolean =>
    clause === undefined || !('level' in clause) || levels.includes(clause.level);
  const rest = clauses.flatMap((clause, i): readonly Clause[] => {
    switch (clause.kind) {
      case 'any': {
        const of = clause.of.filter((value) => legal.includes(value));
        return of.length > 0 ? [{ kind: 'any', of }] : [];
      }
      case 'not':
        return legal.includes(clause.of) ? [clause] : [];
      case 'range':
        return scale.kind === 'quantity' ? [clause] : [];
      case 'at-least': {
        const next = clauses[i + 1];
        return known(clause) && (next?.kind !== 'at-most' || known(next)) ? [clause] : [];
      }
      case 'at-most': {
        const last = clauses[i - 1];
        return known(clause) && (last?.kind !== 'at-least' || known(last)) ? [clause] : [];
      }
    }
  });
  return canonicalClauses(scale, rest);
}

/** Clauses in one order and form, so that requirements that ask the same are written the same. */
export function canonicalClauses(scale: Scale, clauses: readonly Clause[]): readonly Clause[] {
  const order = nameableValues(scale);
  const place = (slug: string): number => order.indexOf(slug);
  const normal = clauses.map((clause): Clause => {
    if (clause.kind === 'any') {
      const of = [...new Set(clause.of)].toSorted((a, b) => place(a) - place(b));
      return { kind: 'any', of };
    }
    // Of two values, not the one is the other.
    if (clause.kind === 'not' && scale.kind === 'flag') {
      return { kind: 'any', of: [clause.of === 'yes' ? 'no' : 'yes'] };
    }
    return clause;
  });
  const rank = { any: 0, not: 1, 'at-least': 2, 'at-most': 3, range: 4 };
  // Names go by their places in the scale’s own order, as characters that sort alike.
  const key = (clause: Clause): string => {
    const rest =
      'of' in clause
        ? String.fromCharCode(...[clause.of].flat().map(place))
        : formatClause(scale, clause);
    return `${String(rank[clause.kind])} ${rest}`;
  };
  const unique = new Map(normal.map((clause) => [key(clause), clause]));
  return [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, clause]) => clause);
}

/** Clauses as `parseClauses` reads them; canonical clauses have one text. */
export function formatClauses(scale: Scale, clauses: readonly Clause[]): string {
  // What goes up to the best and then down from a level is a range, which is one token.
  const texts = clauses.map((clause) => formatClause(scale, clause));
  return texts.join(',').replace(`..${ENDS.best},..`, '..');
}

function formatClause(scale: Scale, clause: Clause): string {
  switch (clause.kind) {
    case 'any':
      return clause.of.join('/');
    case 'not':
      return `!${clause.of}`;
    case 'at-least':
      return `${clause.level}..${ENDS.best}`;
    case 'at-most':
      return `..${clause.level}`;
    case 'range': {
      const { min, max } = clause;
      const figure = (n: number): string =>
        scale.kind === 'quantity' ? formatFigure(scale, n) : String(n);
      if (min !== null && min === max) return figure(min);
      return `${min === null ? '' : figure(min)}..${max === null ? ENDS.most : figure(max)}`;
    }
  }
}
