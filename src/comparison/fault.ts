/** Faults in content: what a contributor is told, and how it is printed. */

import { distance } from 'fastest-levenshtein';
import { counted } from '../words/sentences.ts';

/** A place in a content file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Fault extends Place {
  /** The field, as a path from the top of the document; empty for the file as a whole. */
  readonly field: string;
  /** What is wrong. */
  readonly problem: string;
  readonly found?: string | undefined;
  readonly allowed?: string | undefined;
  readonly nearest?: string | undefined;
  /** What to do about it. */
  readonly fix: string;
}

/** Content that cannot be used, with everything that is wrong with it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
    this.faults = faults;
  }
}

/**
 * The faults by file, line, column and field: the same content gives the same report. What many ratings
 * have from one default is told once.
 */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const once = new Map<string, Fault>();
  for (const fault of faults) {
    const { file, line, column, field, problem, found } = fault;
    const key = JSON.stringify([file, line, column, field, problem, found]);
    if (!once.has(key)) once.set(key, fault);
  }
  return [...once.values()].toSorted(
    (a, b) =>
      byText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byText(a.field, b.field) ||
      byText(a.problem, b.problem),
  );
}

/** One fault as a block of lines, beginning with `file:line:column`, which editors make a link. */
function formatFault(fault: Fault): string {
  const rows: [string, string | undefined][] = [
    ['problem', fault.problem],
    ['found', fault.found],
    ['allowed', fault.allowed],
    ['nearest', fault.nearest],
    ['fix', fault.fix],
  ];
  const place = `${fault.file}:${String(fault.line)}:${String(fault.column)}`;
  const head = fault.field === '' ? place : `${place}  ${fault.field}`;
  const body = rows.flatMap(([label, value]) =>
    value === undefined ? [] : [`  ${label.padEnd(8)} ${value}`],
  );
  return [head, ...body].map(onOneLine).join('\n');
}

/** A text that a terminal shows as it is: what would steer it, or begin another line, is spelled out. */
const onOneLine = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** All faults, sorted, with a closing count. */
export function formatFaults(faults: readonly Fault[]): string {
  const blocks = sortFaults(faults).map(formatFault);
  const files = new Set(faults.map((f) => f.file)).size;
  const count = `${counted(faults.length, 'fault')} in ${counted(files, 'file')}.`;
  return [...blocks, count].join('\n\n');
}

/**
 * The legal name that a wrong one most likely means.
 *
 * @returns undefined where nothing is near: more than a third of the letters would have to change
 */
export function nearest(wrong: string, legal: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const name of legal) {
    const d = distance(wrong.toLowerCase(), name.toLowerCase());
    if (d < least) [best, least] = [name, d];
  }
  return best !== undefined && least <= Math.max(2, best.length / 3) ? best : undefined;
}

/** A value as it should be quoted in a fault: JSON, cut where it grows long. */
export function quote(value: unknown): string {
  // JSON has no word for what is not a number or not finite.
  const isOdd = value === undefined || (typeof value === 'number' && !Number.isFinite(value));
  const json = value === undefined ? 'nothing' : isOdd ? String(value) : JSON.stringify(value);
  return json.length <= 80 ? json : `${json.slice(0, 77)}…`;
}

/** A list of names for the `allowed` line: all of them, or the first thirty and how many more. */
export function listNames(names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return 'none is declared';
  const shown = all.slice(0, 30).join(', ');
  return all.length > 30 ? `${shown}, and ${String(all.length - 30)} more` : shown;
}
