/** One content file: its data, its prose, and where in the file each of its fields stands. */

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
} from 'yaml';
import { unwantedCharacters } from './characters.ts';
import { quote, type Fault, type Place } from './fault.ts';

/** A path into a document's data, as zod reports it. */
export type FieldPath = readonly PropertyKey[];

/** A path as people write it: `ratings.price.sources[0]`. */
export function formatPath(path: FieldPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${String(step)}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** Where something is written, and as which field. */
export interface Spot extends Place {
  readonly field: string;
}

export interface ContentDocument {
  /** The path to show to people. */
  readonly file: string;
  readonly data: object;
  /** The prose below the front matter; empty for files that have none. */
  readonly body: string;
  /** How many lines stand above the body. */
  readonly bodyLine: number;
  /**
   * Where a field stands, or the nearest thing above it that exists. What a default gave stands where
   * the default does, perhaps in another file.
   */
  locate(path: FieldPath, part?: 'key' | 'value'): Spot;
  /** A value as it is written in the file: `1.30` is read as 1.3. Undefined where it is a list or fields. */
  written(path: FieldPath): string | undefined;
}

/** A file that was read, before anything is known of what is in it. */
export interface ContentFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

type Parsed = { document: ContentDocument; faults: Fault[] } | { document: null; faults: Fault[] };

/** How much a file may hold: what is beyond is an accident, and would stop the build without a word. */
const LIMITS = {
  /** Bytes of a file that people write. */
  file: 2_000_000,
  /** Bytes of a file that a command writes. */
  written: 64_000_000,
  /** How deep fields and lists may be nested. */
  depth: 32,
  /** Characters of one text. */
  text: 20_000,
  /** Characters without a space. */
  word: 1_000,
  /** Values in all, those that are repeated by name (`*name`) counted each time. */
  values: 200_000,
} as const;

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

/**
 * Parses one content file. A byte order mark and Windows line ends are accepted.
 *
 * @returns the document, or null with the faults that keep it from being read at all
 */
export function parseContentFile(source: ContentFile): Parsed {
  const { file } = source;
  const top = { file, line: 1, column: 1, field: '' };

  const isJson = file.endsWith('.json');
  const text = readText(source, isJson ? LIMITS.written : LIMITS.file);
  if (typeof text !== 'string') return { document: null, faults: text };

  const conflict = /^(?:<{7}|>{7}) /m.exec(text);
  if (conflict !== null) {
    return fail({
      ...top,
      ...placeIn(text, conflict.index),
      problem:
        'Two versions of this file have been merged, and nobody has chosen between them yet.',
      found: quote(lineAt(text, conflict.index)),
      fix: 'Keep one of the two parts, and remove the lines with the signs.',
    });
  }

  const isMdx = file.endsWith('.mdx');
  const match = isMdx ? FRONT_MATTER.exec(text) : null;
  if (isMdx && match?.index !== 0) {
    const opened = text.startsWith('---\n');
    return fail({
      ...top,
      problem: opened
        ? 'The front matter is opened but never closed.'
        : 'The file does not begin with front matter.',
      fix: opened
        ? 'Put a line of three hyphens between the front matter and the prose.'
        : 'Begin the file with a line of three hyphens, the fields, and another such line.',
    });
  }

  const yaml = match === null ? text : (match[1] ?? '');
  const linesAbove = match === null ? 0 : 1;
  const located = (): Located => locatedIn(yaml);
  const at = (offset: number): Place => {
    const { line, col } = located().lines.linePos(offset);
    return { file, line: line + linesAbove, column: col };
  };

  const fence = match === null ? null : /^(?:---|\+\+\+)/m.exec(yaml);
  if (fence !== null) {
    return fail({
      ...top,
      ...placeIn(text, fence.index + (match?.[0].indexOf('\n') ?? 0) + 1),
      problem: 'This line of the front matter begins like its end.',
      found: quote(yaml.slice(fence.index).split('\n', 1)[0]),
      fix: 'Indent it, or begin it with another sign.',
    });
  }

  let data: unknown;
  try {
    data = isJson ? JSON.parse(text) : load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (isJson) return fail({ ...at(offsetIn(error)), field: '', ...NOT_JSON });
    if (error instanceof RangeError) return fail({ ...top, ...TOO_DEEP });
    const { parsed } = located();
    if (parsed.errors.length > 0) {
      return {
        document: null,
        faults: firstCauses(parsed.errors).map((error) => ({
          ...at(error.pos[0]),
          field: '',
          ...explainYaml(error.code, error.message, lineAt(yaml, error.pos[0])),
        })),
      };
    }
    // The two readers disagree: the stricter counts, since the build reads with it.
    if (!(error instanceof YAMLException)) throw error;
    const lines = yaml.split('\n');
    let { line, column } = error.mark;
    // Where nothing follows such a sign, the reader is a line further when it stops.
    if (/alias|tag/.test(error.reason) && !/[*!]/.test(lines[line] ?? '') && line > 0) {
      line -= 1;
      column = (lines[line] ?? '').search(/[*!]/);
    }
    return fail({
      file,
      line: line + 1 + linesAbove,
      column: column + 1,
      field: '',
      ...explainStricter(error.reason, lines[line] ?? ''),
    });
  }
  // A reader of JSON has no limit of its own, and all that comes after it has one.
  if (isJson && isDeeper(data, LIMITS.depth)) return fail({ ...top, ...TOO_DEEP });
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    return fail({
      ...top,
      problem: `The ${isMdx ? 'front matter' : 'file'} is not a list of fields.`,
      found: quote(data),
      fix: 'Write one field a line, each as “name: value”.',
    });
  }

  const body = match === null ? '' : text.slice(match[0].length);
  const faults = isJson
    ? []
    : [...checkValues(data, (path, part = 'value') => at(offsetOf(located().parsed, path, part)))];
  // What is no single text is read as a name that nobody wrote, and what has its kind spelled out as another value.
  if (!isJson && ODD_FORMS.test(yaml)) {
    const odd = oddForms(located().parsed);
    if (odd.length > 0) {
      return {
        document: null,
        faults: odd.map(({ offset, ...fault }) => ({
          ...at(offset),
          field: '',
          ...fault,
          found: quote(lineAt(yaml, offset).trim()),
        })),
      };
    }
  }
  // Most comments have a line of their own, and looking for the others takes time.
  if (!isJson && PERHAPS_LOST.test(yaml)) {
    faults.push(
      ...lostTexts(located().parsed).map(({ offset, ...fault }) => ({
        ...at(offset),
        field: '',
        ...fault,
      })),
    );
  }
  if (faults.length === 0 && !isJson && isPerhapsWithoutUse(yaml)) {
    faults.push(
      ...namesWithoutUse(located().parsed).map(({ offset, ...fault }) => ({
        ...at(offset),
        field: '',
        ...fault,
      })),
    );
  }
  if (faults.length > 0) return { document: null, faults };

  return {
    faults: [],
    document: {
      file,
      data,
      body,
      bodyLine: match === null ? 0 : match[0].split('\n').length - 1,
      locate: (path, part = 'value') => ({
        ...at(offsetOf(located().parsed, path, part)),
        field: formatPath(path),
      }),
      written: (path) => {
        const node = located().parsed.getIn(path, true);
        return isScalar(node) ? node.source : undefined;
      },
    },
  };
}

/** Whether many bytes are zero, as in programs, pictures, and text that is saved as UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) return false;
  const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return zeros * 10 > bytes.length;
}

/**
 * A file as text, with line ends of one kind and without a byte order mark; or what keeps it from being read.
 *
 * @param limit how many bytes it may have
 */
export function readText({ file, bytes }: ContentFile, limit: number): string | Fault[] {
  const top = { file, line: 1, column: 1, field: '' };
  if (bytes.length > limit) {
    return [
      {
        ...top,
        problem: 'The file is too large.',
        found: `${String(bytes.length)} bytes`,
        allowed: `up to ${String(limit)} bytes`,
        fix: 'Split it, or remove what got into it by accident.',
      },
    ];
  }
  const decoded = isBinary(bytes) ? { line: 1, column: 1 } : decode(bytes);
  if (typeof decoded !== 'string') {
    return [
      {
        ...top,
        ...decoded,
        problem: 'The file is not UTF-8 text.',
        fix: 'Save it with the encoding UTF-8.',
      },
    ];
  }
  const text = decoded.replaceAll('\r\n', '\n');
  const unseen = unwantedCharacters(text);
  if (unseen.length === 0) return text;
  return unseen.map(({ offset, ...fault }) => ({ ...top, ...placeIn(text, offset), ...fault }));
}

/** Bytes as text without a byte order mark, or where they stop being UTF-8. */
function decode(bytes: Uint8Array): string | Pick<Place, 'line' | 'column'> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    let sound = 0;
    for (let step = bytes.length; step >= 1; step = Math.floor(step / 2)) {
      while (sound + step <= bytes.length && isSoundUpTo(bytes, sound + step)) sound += step;
    }
    // The first byte of a character that is cut short is sound by itself.
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, sound)).replace(/\uFFFD$/, '');
    return placeIn(before, before.length);
  }
}

function isSoundUpTo(bytes: Uint8Array, end: number): boolean {
  try {
    // A character that is cut by the end is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeIn(text: string, offset: number): Pick<Place, 'line' | 'column'> {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const TOO_DEEP = {
  problem: 'Fields and lists are nested too deeply.',
  allowed: `up to ${String(LIMITS.depth)} levels`,
  fix: 'Remove brackets or indentation that got in by accident.',
};

const TOO_MANY = {
  problem: 'There are too many values here.',
  allowed: `up to ${String(LIMITS.values)} in a file`,
  fix: 'Split the file, or write out what *name repeats.',
};

const NO_MERGING = {
  problem: 'Fields are not merged from elsewhere with <<.',
  fix: 'Write them out here; what many ratings share may stand under “defaults”.',
};

/** What stands under it would be lost. */
const NO_SUCH_NAME = {
  problem: 'Nothing can have this name.',
  found: '__proto__',
  fix: 'Choose another.',
};

/** What looks like a space and is none stands in the place of one. */
const ODD_SPACE = /[^\S\n\t ]/u;

const NO_PLAIN_SPACE = {
  problem: 'A space of another kind stands here, which is read as a letter.',
  fix: 'Write a plain space in its place.',
};

/** What is wrong with the name of a field whatever it is the name of. */
function wrongName(key: string): (Pick<Fault, 'problem' | 'fix'> & Partial<Fault>) | undefined {
  if (key === '<<') return NO_MERGING;
  if (key === '__proto__') return NO_SUCH_NAME;
  if (ODD_SPACE.test(key)) return { ...NO_PLAIN_SPACE, found: quote(key) };
  const [unseen] = unwantedCharacters(key);
  return unseen && { problem: unseen.problem, found: unseen.found, fix: unseen.fix };
}

const NO_NAME = {
  problem: 'A list, or fields, stand here in the place of the name of a field.',
  fix: 'Write a name before the colon; put a text that begins with a bracket or brace in quotes.',
};

const NO_KIND = {
  problem: 'The kind of a value is not spelled out here.',
  fix: 'Remove the signs and the word after them; put a text that looks like a number in quotes.',
};

/** What a text has in which there may be one of the odd forms; looking for them takes time. */
const ODD_FORMS =
  /^\s*(?:- +)*\?\s|[[{,]\s*\?\s|[\]}]\s*:|\{\s*[[{]|(?:^|[:\-[,{?])\s*!(?:[!<\s]|$)/m;

/** Names of fields that are no single text, and values with their kind spelled out. */
function oddForms(
  parsed: Document,
): readonly (Pick<Fault, 'problem' | 'fix'> & { readonly offset: number })[] {
  const odd: (Pick<Fault, 'problem' | 'fix'> & { readonly offset: number })[] = [];
  visit(parsed, {
    Pair: (_key, { key }) => {
      if (isMap(key) || isSeq(key)) odd.push({ offset: key.range?.[0] ?? 0, ...NO_NAME });
    },
    Node: (_key, node) => {
      if (isAlias(node) || node.tag === undefined) return;
      odd.push({ offset: node.range?.[0] ?? 0, ...NO_KIND });
    },
  });
  return odd;
}

/** Whether anything in a value is nested deeper than so many levels. */
const isDeeper = (value: unknown, levels: number): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (levels < 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));

/**
 * What is wrong with the values of a document whatever they stand for: size, depth and hidden characters.
 *
 * @param place where a field stands, perhaps with what it is called there
 */
export function checkValues(
  data: unknown,
  place: (path: FieldPath, part?: 'key' | 'value') => Place & { readonly field?: string },
  path: FieldPath = [],
  seen = { values: 0 },
): readonly Fault[] {
  const here = (fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>): readonly Fault[] => [
    { field: formatPath(path), ...place(path), ...fault },
  ];
  if (path.length > LIMITS.depth) return here(TOO_DEEP);
  if (typeof data === 'string') {
    if (data.length > LIMITS.text) {
      return here({
        problem: 'This text is too long.',
        found: `${String(data.length)} characters`,
        allowed: `up to ${String(LIMITS.text)}`,
        fix: 'Shorten it; long prose belongs below the front matter.',
      });
    }
    const word = data.length > LIMITS.word ? /\S{1001,}/.exec(data) : null;
    if (word !== null) {
      return here({
        problem: 'This word is too long for any page.',
        found: `${String(word[0].length)} characters without a space`,
        allowed: `up to ${String(LIMITS.word)}`,
        fix: 'Shorten it.',
      });
    }
    if (/^[\s\p{M}\p{Default_Ignorable_Code_Point}\u2800]+$/u.test(data)) {
      return here({
        problem: 'Nobody can see any of this text.',
        found: quote(data),
        fix: 'Write something that can be read, or remove the field.',
      });
    }
    return unwantedCharacters(data).flatMap(({ offset: _, ...fault }) => here(fault));
  }
  if (data === null || typeof data !== 'object') return [];
  const faults: Fault[] = [];
  for (const [key, child] of Object.entries(data)) {
    seen.values += 1;
    if (seen.values > LIMITS.values) {
      // Told once: all that is above has ended by now.
      return seen.values === LIMITS.values + 1 ? [...faults, ...here(TOO_MANY)] : faults;
    }
    const below = [...path, Array.isArray(data) ? Number(key) : key];
    const wrong = Array.isArray(data) ? undefined : wrongName(key);
    if (wrong !== undefined) {
      faults.push({ field: formatPath(below), ...place(below, 'key'), ...wrong });
      continue;
    }
    faults.push(...checkValues(child, place, below, seen));
    // A value that holds itself is as deep in each of its parts.
    if (faults.some(({ problem }) => problem === TOO_DEEP.problem)) break;
  }
  return faults;
}

/** A line with a comment behind something, unless all of it is one text in quotes, as of “batch #1”. */
const PERHAPS_LOST =
  /^(?![ \t]*(?:- )*[\w-]+:[ \t]+(?:'[^'\n]*'|"[^"\\\n]*")[ \t]*$).*[^\s#'"][ \t]#/m;

/** Comments behind a text that is not in quotes: most were meant as a part of it. */
function lostTexts(
  parsed: Document,
): readonly (Pick<Fault, 'problem' | 'found' | 'fix'> & { readonly offset: number })[] {
  const lost: (Pick<Fault, 'problem' | 'found' | 'fix'> & { readonly offset: number })[] = [];
  visit(parsed, {
    Scalar: (_key, { type, comment, range, value }) => {
      if (type !== Scalar.PLAIN || comment == null || typeof value !== 'string') return;
      // “# so” is a comment beside a single word; “#1” belongs to the text, as does all beside several words.
      if (/^\s|^$/.test(comment) && !/\s/.test(value)) return;
      lost.push({
        offset: range?.[1] ?? 0,
        problem: 'What follows “ #” is a comment, so it is not shown.',
        found: quote(`#${comment.split('\n')[0] ?? ''}`),
        fix: 'Put the whole text in quotes, or the comment on a line of its own above.',
      });
    },
  });
  return lost;
}

/** Whether a name may be given to a value, and nothing looks as if it used that. */
function isPerhapsWithoutUse(yaml: string): boolean {
  const names = yaml.matchAll(/(?:^|[:\-[,{])[ \t]*&([^\s,[\]{}]*)/gm);
  const used = new Set(
    [...yaml.matchAll(/(?:^|[:\-[,{])[ \t]+\*([^\s,[\]{}]+)[ \t]*(?:$|[,\]}])/gm)].map(
      ([, name]) => name,
    ),
  );
  return [...names].some(([, name]) => !used.has(name));
}

/** Names that are given to values (`&so`) and never used again: most were meant as the text. */
function namesWithoutUse(
  parsed: Document,
): readonly (Pick<Fault, 'problem' | 'found' | 'fix'> & { readonly offset: number })[] {
  const named: { name: string; offset: number }[] = [];
  const used = new Set<string>();
  visit(parsed, {
    Alias: (_key, { source }) => {
      used.add(source);
    },
    Node: (_key, node) => {
      if (!('anchor' in node) || typeof node.anchor !== 'string') return;
      named.push({ name: node.anchor, offset: (node.range?.[0] ?? 0) - node.anchor.length - 2 });
    },
  });
  return named
    .filter(({ name }) => !used.has(name))
    .map(({ name, offset }) => ({
      offset: Math.max(0, offset),
      problem: 'A text that begins with & is read as a name for the value after it.',
      found: quote(`&${name}`),
      fix: 'Put the text in quotes: "&so".',
    }));
}

/** What the stricter reader says of a text that the other one takes. */
function explainStricter(reason: string, line: string): Pick<Fault, 'problem' | 'found' | 'fix'> {
  const found = quote(line.trim());
  if (/^\s*(?:- +)*<<\s*:/.test(line)) return { ...NO_MERGING, found };
  if (reason.includes('alias')) {
    return {
      problem: 'A text that begins with * is read as the name of another value.',
      found,
      fix: 'Put the text in quotes: "*so*".',
    };
  }
  if (reason.includes('tag')) {
    return {
      problem: 'A text that begins with an exclamation mark is read as the kind of a value.',
      found,
      fix: 'Put the text in quotes.',
    };
  }
  if (/nesting|depth|stack/.test(reason)) return { ...TOO_DEEP, found };
  return {
    problem: 'This is not valid YAML.',
    found: `${reason}: ${line.trim()}`.slice(0, 120),
    fix: 'Put the text in quotes.',
  };
}

const NOT_JSON = { problem: 'This is not valid JSON.', fix: 'Correct it here.' };

/** Where a text stops being JSON, as far as the error says. */
function offsetIn(error: unknown): number {
  return Number(/at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);
}

/** A YAML text with the places of its parts. */
interface Located {
  readonly parsed: Document;
  readonly lines: LineCounter;
}

/** The text that was asked about last: a file is asked about many times in a row, and takes much memory. */
let asked: { readonly yaml: string; readonly located: Located } | undefined;

/** Where things stand is asked of few files, and finding out costs ten times the reading. */
function locatedIn(yaml: string): Located {
  if (asked?.yaml !== yaml) asked = { yaml, located: locateIn(yaml) };
  return asked.located;
}

function locateIn(yaml: string): Located {
  const lines = new LineCounter();
  return { lines, parsed: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }) };
}

const fail = (fault: Fault): Parsed => ({ document: null, faults: [fault] });

/** The line of a text that a place is in. */
const lineAt = (text: string, offset: number): string =>
  /^.*$/m.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

function explainYaml(
  code: string,
  message: string,
  line: string,
): Pick<Fault, 'problem' | 'found' | 'fix'> {
  if (message.includes('call stack')) return { ...TOO_DEEP, found: quote(line.trim()) };
  if (ODD_SPACE.test(line)) return { ...NO_PLAIN_SPACE, found: quote(line) };
  // “*so* it is” begins like the name of another value.
  if (/(?:^|[:\-[,{])\s*\*\S/.test(line)) return explainStricter('alias', line);
  if (code === 'MULTIPLE_DOCS') {
    return {
      problem: 'The fields end here, and others follow.',
      found: quote(line),
      fix: 'Remove the line of hyphens or dots, and keep all in one list of fields.',
    };
  }
  if (code === 'DUPLICATE_KEY') {
    return {
      problem: 'The same field stands here twice.',
      fix: 'Keep one of the two.',
    };
  }
  return {
    problem: 'This is not valid YAML.',
    found: (message.split('\n')[0] ?? '').replace(/\s+/g, ' '),
    fix: 'Check quotes, colons and indentation here; quote a text that holds “: ” or begins with a sign.',
  };
}

/** Errors without those that follow from another: a slip in the form makes all after it look wrong. */
function firstCauses(errors: Document['errors']): Document['errors'] {
  const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
}

function offsetOf(parsed: Document, path: FieldPath, part: 'key' | 'value'): number {
  let offset = 0;
  let node: unknown = parsed.contents;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((p) => isPair(p) && isScalar(p.key) && p.key.value === step);
      if (pair === undefined) return offset;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      if (last && part === 'key') return offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
    } else {
      return offset;
    }
    const range = (node as { range?: [number, number, number] } | null)?.range;
    if (range) offset = range[0];
  }
  return offset;
}
