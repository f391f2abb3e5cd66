/** One content file: its data, its prose, and where in the file each of its fields stands. */

import { CORE_SCHEMA, load } from 'js-yaml';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { quote, type Fault, type Place } from './fault.ts';

/** A path into a document's data, as zod reports it. */
export type FieldPath = readonly PropertyKey[];

export interface ContentDocument {
  /** The path to show to people. */
  readonly file: string;
  readonly data: object;
  /** The prose below the front matter; empty for files that have none. */
  readonly body: string;
  /** How many lines stand above the body. */
  readonly bodyLine: number;
  /** Where a field stands, or the nearest thing above it that exists. */
  locate(path: FieldPath, part?: 'key' | 'value'): Place;
}

/** A file that was read, before anything is known of what is in it. */
export interface ContentFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

type Parsed = { document: ContentDocument; faults: Fault[] } | { document: null; faults: Fault[] };

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

/**
 * Parses one content file. A byte order mark and Windows line ends are accepted.
 *
 * @returns the document, or null with the faults that keep it from being read at all
 */
export function parseContentFile(source: ContentFile): Parsed {
  const { file } = source;
  const top = { file, line: 1, column: 1, field: '' };

  const decoded = new TextDecoder('utf-8').decode(source.bytes);
  const replaced = decoded.indexOf('\uFFFD');
  if (replaced >= 0) {
    const before = decoded.slice(0, replaced).split('\n');
    return fail({
      ...top,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      problem: 'The file is not UTF-8 text.',
      fix: 'Save it with the encoding UTF-8.',
    });
  }
  const text = decoded.replaceAll('\r\n', '\n');

  const isMdx = file.endsWith('.mdx');
  const isJson = file.endsWith('.json');
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
  // Where things stand is asked of few files, and finding out costs ten times the reading.
  let found: Located | undefined;
  const located = (): Located => (found ??= locateIn(yaml));
  const at = (offset: number): Place => {
    const { line, col } = located().lines.linePos(offset);
    return { file, line: line + linesAbove, column: col };
  };

  let data: unknown;
  try {
    data = isJson ? JSON.parse(text) : load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (isJson) return fail({ ...at(offsetIn(error)), field: '', ...NOT_JSON });
    const { parsed } = located();
    if (parsed.errors.length > 0) {
      return {
        document: null,
        faults: parsed.errors.map((error) => ({
          ...at(error.pos[0]),
          field: '',
          ...explainYaml(error.code, error.message),
        })),
      };
    }
    data = parsed.toJS();
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    return fail({
      ...top,
      problem: `The ${isMdx ? 'front matter' : 'file'} is not a list of fields.`,
      found: quote(data),
      fix: 'Write one field a line, each as “name: value”.',
    });
  }

  return {
    faults: [],
    document: {
      file,
      data,
      body: match === null ? '' : text.slice(match[0].length),
      bodyLine: match === null ? 0 : match[0].split('\n').length - 1,
      locate: (path, part = 'value') => at(offsetOf(located().parsed, path, part)),
    },
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

function locateIn(yaml: string): Located {
  const lines = new LineCounter();
  return { lines, parsed: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }) };
}

const fail = (fault: Fault): Parsed => ({ document: null, faults: [fault] });

function explainYaml(code: string, message: string): Pick<Fault, 'problem' | 'found' | 'fix'> {
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
