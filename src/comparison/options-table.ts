/**
 * A table of options as CSV: a row an option, a column a field of it, as spreadsheets keep it. Each row is
 * read as if it were a file of its own, and each cell keeps its place in the table.
 */

import { CsvError, parse } from 'csv-parse/sync';
import { RATING_STATES } from '../decision/rating.ts';
import { levelsOf, type Scale } from '../decision/scale.ts';
import { counted } from '../words/sentences.ts';
import {
  checkValues,
  formatPath,
  readText,
  type ContentDocument,
  type ContentFile,
  type FieldPath,
  type Spot,
} from './document.ts';
import { listNames, nearest, quote, type Fault } from './fault.ts';
import { DEFAULT_FIELDS, isFileSlug, SLUG_IN_WORDS } from './schemas/common.ts';

/** How many bytes a table may have. */
const LARGEST = 16_000_000;

/** What spreadsheets put between cells, the usual first. */
const DELIMITERS = [',', ';', '\t'] as const;

/** Fields of an option that a column may hold, each with how its cells are read. */
const FIELDS = {
  slug: 'text',
  name: 'text',
  shortName: 'text',
  summary: 'text',
  kind: 'text',
  listing: 'text',
  maintainer: 'text',
  aliases: 'texts',
  'links.home': 'text',
  'links.documentation': 'text',
  'links.repository': 'text',
  'links.pricing': 'text',
  'links.support': 'text',
} as const;

/** Fields that hold for all ratings of a row, or with a criterion before them for one. */
const RATED = {
  why: 'text',
  evidence: 'text',
  version: 'text',
  checked: 'text',
  sources: 'slugs',
  basis: 'text',
  state: 'text',
  qualifier: 'text',
  footnote: 'text',
  premises: 'texts',
  note: 'text',
  meets: 'flag',
  looked: 'text',
  atLeast: 'text',
  atMost: 'text',
  counts: 'text',
} as const;

type Form = 'text' | 'texts' | 'slugs' | 'flag';

/** A cell, with where it begins. */
interface Cell {
  readonly text: string;
  /** In bytes from the start of the table. */
  readonly start: number;
}

/** What a column holds. */
interface Column {
  readonly header: string;
  readonly path: FieldPath;
  /** Of a value, the scale by which it is read; undefined where its criterion has a fault. */
  readonly form: Form | { readonly value: Scale | undefined };
  readonly start: number;
}

export interface OptionRow {
  readonly slug: string;
  /** Null where the row cannot be read. */
  readonly document: ContentDocument | null;
}

export interface OptionsTable {
  readonly rows: readonly OptionRow[];
  readonly faults: readonly Fault[];
}

/** The criteria that there are, with the scales of those that are sound. */
export type ScalesBySlug = ReadonlyMap<string, Scale | undefined>;

/**
 * Reads a table of options.
 *
 * @param taken the slugs of options that have a file, with that file
 * @returns its rows, and what is wrong with it as a table; what its cells say is judged like any file
 */
export function readOptionsTable(
  source: ContentFile,
  criteria: ScalesBySlug,
  taken: ReadonlyMap<string, string>,
): OptionsTable {
  const { file } = source;
  const text = readText(source, LARGEST);
  if (typeof text !== 'string') return { rows: [], faults: text };
  const odd = notATable(text);
  if (odd !== null) return { rows: [], faults: [{ file, line: 1, column: 1, field: '', ...odd }] };
  const place = placesIn(file, text);
  const table = cellsOf(text);
  if ('problem' in table) {
    const { line, ...fault } = table;
    return {
      rows: slugsIn(text),
      faults: [{ file, line, column: 1, field: '', ...fault }],
    };
  }
  const [head = [], ...rows] = table.rows;
  const faults: Fault[] = [];
  const columns = columnsOf(head, criteria, (cell, fault) => {
    faults.push({ ...place(cell.start), field: cell.text, ...fault });
  });
  // Without names no cell is in any column.
  if (columns.length < head.length) return { rows: slugsIn(text), faults };
  const isReadable = faults.length === 0;
  const seen = new Map<string, string>(taken);
  const spot = ({ start }: { start: number }, field: string): Spot => ({ ...place(start), field });
  const read = rows.flatMap((cells, r): OptionRow[] => {
    // Spreadsheets leave rows empty at the end.
    if (cells.every((cell) => cell.text === '')) return [];
    const at = cells[0] ?? { text: '', start: 0 };
    const extra = cells.slice(head.length).find((cell) => cell.text !== '');
    if (extra !== undefined) {
      faults.push({
        ...spot(extra, ''),
        problem: 'This cell is in no column.',
        found: quote(extra.text),
        fix: 'Put a text that holds the delimiter in quotes, or name the column.',
      });
    }
    const isShort = cells.length < head.length;
    // Where cells are too many or too few, those that are there stand in the wrong columns.
    const isOff = isShort || extra !== undefined;
    if (isShort) {
      faults.push({
        ...spot(cells.at(-1) ?? at, ''),
        problem: 'This row ends before the last column.',
        found: counted(cells.length, 'cell'),
        allowed: counted(head.length, 'cell'),
        fix: 'Leave cells empty, and do not leave them out.',
      });
    }
    const of = columns.findIndex((column) => column?.header === 'slug');
    const slugCell = cells[of] ?? at;
    const slug = of < 0 ? '' : slugCell.text;
    if (of < 0) return [];
    if (isOff && !isFileSlug(slug)) return [];
    if (!isFileSlug(slug)) {
      faults.push({
        ...spot(slugCell, 'slug'),
        problem: 'This is not a slug, by which links name an option.',
        found: slug === '' ? 'nothing' : slug,
        allowed: SLUG_IN_WORDS,
        fix: 'Choose one.',
      });
      return [];
    }
    const other = seen.get(slug);
    if (other !== undefined) {
      faults.push({
        ...spot(slugCell, 'slug'),
        problem: 'This name is taken.',
        found: `${slug}, also in ${other}`,
        fix: 'Choose another, or remove one of the two.',
      });
      return [];
    }
    seen.set(slug, `${file}, row ${String(r + 2)}`);
    // What is wrong with a column would be told again of each row.
    if (!isReadable || isOff) return [{ slug, document: null }];
    const stray = strayCells(cells, columns).map(({ cell, header, needed }) => ({
      ...spot(cell, header),
      problem: 'This is said of a rating that is not there.',
      found: quote(cell.text),
      fix: `Write a value or a state under “${needed}”, or empty this cell.`,
    }));
    if (stray.length > 0) {
      faults.push(...stray);
      return [{ slug, document: null }];
    }
    const document = rowDocument(file, cells, columns, criteria, spot);
    const wrong = checkValues(document.data, (path) => document.locate(path));
    faults.push(...wrong);
    return [{ slug, document: wrong.length === 0 ? document : null }];
  });
  return { rows: read, faults };
}

/** Rows of a table that cannot be read, so that files that name its options are not told that there are none. */
const slugsIn = (text: string): readonly OptionRow[] =>
  text.split('\n').flatMap((row) => {
    const slug = row.split(/[,;\t]/, 1)[0]?.trim() ?? '';
    return isFileSlug(slug) ? [{ slug, document: null }] : [];
  });

/** What is wrong with a text that holds no table, or not yet; null for nothing. */
function notATable(text: string): Pick<Fault, 'problem' | 'found' | 'fix'> | null {
  if (text.trim() === '') {
    return {
      problem: 'The table is empty.',
      fix: 'Write the names of its columns into the first row, or remove the file.',
    };
  }
  const [first = ''] = text.split('\n', 1);
  if (!/^"?sep=.?"?$/i.test(first.trim())) return null;
  return {
    problem: 'This line is for one spreadsheet program alone.',
    found: quote(first.trim()),
    fix: 'Remove it; the first row names the columns.',
  };
}

/** Finds the line and column of an offset in bytes. Pages ask for the line of each rating, so it must be quick. */
function placesIn(file: string, text: string): (start: number) => Omit<Spot, 'field'> {
  const bytes = new TextEncoder().encode(text);
  const lines = [0];
  for (const [i, byte] of bytes.entries()) if (byte === NEW_LINE) lines.push(i + 1);
  return (start) => {
    let [low, high] = [0, lines.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) <= start) low = middle;
      else high = middle;
    }
    const before = new TextDecoder().decode(bytes.subarray(lines[low], start));
    return { file, line: low + 1, column: before.length + 1 };
  };
}

const NEW_LINE = 10;

/** The cells of a table, row by row; or what keeps it from being read. */
function cellsOf(
  text: string,
):
  | { readonly rows: readonly (readonly Cell[])[] }
  | (Pick<Fault, 'problem' | 'found' | 'fix'> & { readonly line: number }) {
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = DELIMITERS.find((sign) => first.includes(sign)) ?? ',';
  const rows: Cell[][] = [];
  let end = -1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      cast: (cell, { index, bytes }) => {
        const row = index === 0 ? [] : rows.at(-1);
        if (index === 0 && row !== undefined) rows.push(row);
        row?.push({ text: cell.trim(), start: end + 1 });
        end = bytes;
        return cell;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { line, ...told } = explainCsv(error);
    return { ...told, line, found: quote(text.split('\n')[line - 1]?.trim()) };
  }
  return { rows };
}

function explainCsv({ code, lines }: CsvError): Pick<Fault, 'problem' | 'fix'> & { line: number } {
  const line = typeof lines === 'number' ? lines : 1;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        line,
        problem: 'A quote is opened here and never closed.',
        fix: 'Close it; a quote within quotes is written twice.',
      };
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return {
        line,
        problem: 'A quote is in the middle of a cell.',
        fix: 'Put the whole cell in quotes, and write the quotes within twice.',
      };
    default:
      return { line, problem: 'This is not valid CSV.', fix: 'Save the table as CSV again.' };
  }
}

/** What the columns hold; undefined for those whose name says nothing, which is told. */
function columnsOf(
  head: readonly Cell[],
  criteria: ScalesBySlug,
  tell: (cell: Cell, fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>) => void,
): readonly (Column | undefined)[] {
  const legal = [...Object.keys(FIELDS), ...DEFAULT_FIELDS, ...criteria.keys()];
  const says = ({ text }: Cell): boolean =>
    columnOf(text, criteria) !== undefined || nearest(text, legal) !== undefined;
  const [top] = head;
  if (top !== undefined && !head.some(says)) {
    tell(top, {
      problem: 'The first row does not name the columns.',
      found: quote(listNames(head.map((cell) => cell.text))),
      allowed: listNames(legal),
      fix: 'Put the row of their names first, and nothing above it.',
    });
    return [];
  }
  const seen = new Set<string>();
  const columns = head.map((cell) => {
    const { text: header, start } = cell;
    const column = columnOf(header, criteria);
    if (column === undefined) {
      const [criterion = '', field] = header.split('.');
      const names =
        field !== undefined && criteria.has(criterion)
          ? ['value', ...Object.keys(RATED)].map((name) => `${criterion}.${name}`)
          : legal;
      tell(cell, {
        problem: 'No column may have this name.',
        found: header === '' ? 'nothing' : header,
        allowed: listNames(names),
        nearest: nearest(header, names),
        fix: 'Correct the name, or remove the column.',
      });
      return undefined;
    }
    const field = formatPath(column.path);
    if (seen.has(field)) {
      tell(cell, {
        problem: 'Another column holds this already.',
        found: header,
        fix: 'Keep one of the two.',
      });
      return undefined;
    }
    seen.add(field);
    return { ...column, header, start };
  });
  const has = (name: string): boolean =>
    columns.some((column) => column?.path.includes(name)) ||
    head.some((cell) => cell.text.split('.')[0] === name);
  const [first = { text: '', start: 0 }] = head;
  /** Whether a column seems to be meant by another name, which has been told. */
  const isMeant = (name: string): boolean =>
    head.some(({ text }, i) => columns[i] === undefined && nearest(text, legal) === name);
  const missing = ['slug', 'name', ...criteria.keys()].filter((name) => !has(name));
  for (const needed of missing.filter((name) => !isMeant(name))) {
    tell(
      { ...first, text: '' },
      {
        problem: `There is no column “${needed}”.`,
        found: listNames(head.map((cell) => cell.text)),
        fix: criteria.has(needed)
          ? 'Add it; its cells may be empty where nobody has looked yet.'
          : 'Add it to the first row.',
      },
    );
  }
  return columns;
}

function columnOf(
  header: string,
  criteria: ScalesBySlug,
): Pick<Column, 'path' | 'form'> | undefined {
  if (isKey(FIELDS, header)) return { path: header.split('.'), form: FIELDS[header] };
  if (DEFAULT_FIELDS.some((field) => field === header) && isKey(RATED, header)) {
    return { path: ['defaults', header], form: RATED[header] };
  }
  const [criterion = '', field, ...more] = header.split('.');
  if (!criteria.has(criterion) || more.length > 0) return undefined;
  const rating = ['ratings', criterion];
  if (field === undefined || field === 'value') {
    return { path: [...rating, 'value'], form: { value: criteria.get(criterion) } };
  }
  return isKey(RATED, field) ? { path: [...rating, field], form: RATED[field] } : undefined;
}

const isKey = <T extends object>(of: T, key: PropertyKey): key is keyof T => Object.hasOwn(of, key);

/** Of each rating of a row that has neither value nor state, the first cell that says something else of it. */
function strayCells(
  cells: readonly Cell[],
  columns: readonly (Column | undefined)[],
): readonly { readonly cell: Cell; readonly header: string; readonly needed: string }[] {
  const filled = columns.flatMap((column, c) => {
    const cell = cells[c];
    if (cell === undefined || cell.text === '' || column?.path[0] !== 'ratings') return [];
    const [, needed = '', field] = column.path.map(String);
    return [{ cell, header: column.header, needed, field }];
  });
  const isThere = (rating: string): boolean =>
    filled.some(
      ({ needed, field }) => needed === rating && (field === 'value' || field === 'state'),
    );
  return filled.filter(
    ({ needed }, i) =>
      !isThere(needed) && filled.findIndex((other) => other.needed === needed) === i,
  );
}

/** A row as a file: its cells as fields, each with its place. */
function rowDocument(
  file: string,
  cells: readonly Cell[],
  columns: readonly (Column | undefined)[],
  criteria: ScalesBySlug,
  spot: (cell: { start: number }, field: string) => Spot,
): ContentDocument {
  const data: Fields = {};
  const found = new Map<string, { readonly cell: Cell; readonly header: string }>();
  for (const [c, cell] of cells.entries()) {
    const column = columns[c];
    if (column === undefined) continue;
    const { path, form, header } = column;
    if (header !== 'slug' && cell.text !== '') put(data, ...fieldOf(cell.text, path, form));
    found.set(formatPath(path), { cell, header });
  }
  // A cell that is left empty says that nobody has looked.
  for (const slug of criteria.keys()) {
    const rating = (data.ratings as Fields | undefined)?.[slug];
    if (rating === undefined) put(data, ['ratings', slug, 'state'], 'unrated');
  }
  const locate = (path: FieldPath): Spot => {
    for (let length = path.length; length > 0; length -= 1) {
      const exact = path.slice(0, length);
      const at =
        found.get(formatPath(exact)) ??
        // What is said of a rating is said at its value.
        (exact[0] === 'ratings' && length === 2
          ? found.get(formatPath([...exact, 'value']))
          : undefined);
      if (at === undefined) continue;
      const isWhole = length === path.length || Array.isArray(fieldAt(data, exact));
      return spot(at.cell, isWhole ? at.header : inColumns(path));
    }
    return spot(cells[0] ?? { start: 0 }, inColumns(path));
  };
  return {
    file,
    data,
    body: '',
    bodyLine: 0,
    locate,
    written: (path) => found.get(formatPath(path))?.cell.text,
  };
}

/** A field as a column would be called. */
const inColumns = (path: FieldPath): string =>
  formatPath(path).replace(/^(?:ratings|defaults)\./, '');

type Fields = Record<string, unknown>;

function put(data: Fields, path: FieldPath, value: unknown): void {
  const [key, ...rest] = path;
  const name = String(key);
  if (rest.length === 0) {
    data[name] = value;
    return;
  }
  const inner = (data[name] ??= {}) as Fields;
  put(inner, rest, value);
}

const fieldAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object'
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    data,
  );

/** The field that a cell fills, and what it says. */
function fieldOf(
  text: string,
  path: FieldPath,
  form: Column['form'],
): readonly [path: FieldPath, value: unknown] {
  if (typeof form === 'object') return valueOf(text, path, form.value);
  switch (form) {
    case 'text':
      return [path, text];
    case 'texts':
      return [path, listOf(text, /[;|]/)];
    case 'slugs':
      return [path, listOf(text, /[;|,\s]+/)];
    case 'flag':
      return [path, flagOf(text)];
  }
}

/** A value, or a state in the place of one. */
function valueOf(
  text: string,
  path: FieldPath,
  scale: Scale | undefined,
): readonly [path: FieldPath, value: unknown] {
  const isLevel = scale !== undefined && levelsOf(scale).some(({ slug }) => slug === text);
  const state = RATING_STATES.find((name) => name === text.toLowerCase());
  if (!isLevel && state !== undefined) {
    return [[...path.slice(0, -1), 'state'], state];
  }
  if (scale?.kind === 'flag') return [path, flagOf(text)];
  if (scale?.kind !== 'set') return [path, text];
  return [path, text === 'none' && !isLevel ? [] : listOf(text, /[;|,\s]+/)];
}

/** Yes and no as spreadsheets write them; anything else stays as it is, and is told. */
function flagOf(text: string): boolean | string {
  if (/^(?:yes|true)$/i.test(text)) return true;
  return /^(?:no|false)$/i.test(text) ? false : text;
}

const listOf = (text: string, between: RegExp): readonly string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
