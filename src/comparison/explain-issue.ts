/** Turns what zod found wrong with a document into faults that a contributor can act on. */

import { z } from 'zod';
import type { ContentDocument, FieldPath } from './document.ts';
import { listNames, nearest, quote, type Fault } from './fault.ts';

/** The parts of JSON Schema that zod writes for our schemas. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  required?: string[];
  minItems?: number;
  minimum?: number;
  pattern?: string;
}

/** The JSON Schema of what contributors write, before defaults are filled in. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** The faults of one document against its schema, one for each thing that is wrong. */
export function explainIssues(
  document: ContentDocument,
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
): Fault[] {
  const root = inputSchema(schema);
  return issues
    .filter((issue, i) => !followsFromAnother(issue, issues.slice(0, i)))
    .flatMap((issue) => explain(document, root, issue));
}

/** Whether an issue is one more of a value that has the wrong kind or form already: an empty list for a text. */
const followsFromAnother = (
  issue: z.core.$ZodIssue,
  before: readonly z.core.$ZodIssue[],
): boolean =>
  (issue.code === 'too_small' || issue.code === 'invalid_format') &&
  before.some(
    (other) =>
      (other.code === 'invalid_type' || other.code === 'invalid_format') &&
      other.path.join('.') === issue.path.join('.'),
  );

function explain(document: ContentDocument, root: JsonSchema, issue: z.core.$ZodIssue): Fault[] {
  const found = valueAt(document.data, issue.path);
  const expected = schemaAt(root, issue.path, document.data);
  const fault = (
    path: FieldPath,
    part: 'key' | 'value',
    rest: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>,
  ): Fault => ({ ...document.locate(path, part), ...rest });

  if (issue.code === 'unrecognized_keys') {
    const legal = allKeys(expected);
    return issue.keys.map((key) =>
      fault([...issue.path, key], 'key', {
        problem: 'There is no field of this name here.',
        found: key,
        allowed: listNames(legal),
        nearest: nearest(key, legal),
        fix: 'Correct the name, or remove the field.',
      }),
    );
  }

  if (found === undefined && issue.code !== 'invalid_key') {
    return [
      fault(issue.path, 'key', {
        problem: 'A required field is missing.',
        allowed: describe(expected),
        fix: `Add “${String(issue.path.at(-1))}”${hint(expected)}.`,
      }),
    ];
  }

  if (issue.code === 'invalid_key') {
    return [
      fault(issue.path, 'key', {
        problem: 'This name is not in the right form.',
        found: String(issue.path.at(-1)),
        allowed: describe({ format: 'slug' }),
        fix: 'Rename it.',
      }),
    ];
  }

  if (typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found) && isDay(expected)) {
    return [
      fault(issue.path, 'value', {
        problem: 'There is no such day.',
        found,
        allowed: describe(expected),
        fix: 'Correct the day or the month.',
      }),
    ];
  }

  if (issue.code === 'too_small') {
    return [
      fault(issue.path, 'value', {
        problem:
          issue.origin === 'number' ? 'This number is too small.' : 'There is too little here.',
        found: quote(found),
        allowed: `${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}${unitOf(issue.origin, issue.minimum)}`,
        fix: `${issue.origin === 'number' ? 'Correct it' : 'Fill it in'}, or remove the field if it is optional.`,
      }),
    ];
  }

  if (issue.code === 'too_big' && issue.origin !== 'int') {
    return [
      fault(issue.path, 'value', {
        problem:
          issue.origin === 'number' ? 'This number is too large.' : 'There is too much here.',
        found: quote(found),
        allowed: `at most ${String(issue.maximum)}${unitOf(issue.origin, issue.maximum)}`,
        fix: `${issue.origin === 'number' ? 'Correct' : 'Shorten'} it.`,
      }),
    ];
  }

  const within = chosenShape(issue, found);
  if (within !== null) {
    return within.flatMap((inner) =>
      explain(document, root, { ...inner, path: [...issue.path, ...inner.path] }),
    );
  }

  const names = choices(issue, expected);
  if (names.length > 0) {
    return [
      fault(issue.path, 'value', {
        problem: 'This is not one of the allowed values.',
        found: quote(found),
        allowed: listNames(names),
        nearest: typeof found === 'string' ? nearest(found, names) : undefined,
        fix: 'Use one of the allowed values.',
      }),
    ];
  }

  return [
    fault(issue.path, 'value', {
      problem:
        issue.code === 'invalid_format'
          ? 'This is not in the right form.'
          : 'This is not the right kind of value.',
      // As it was written: 1.30 is read as 1.3.
      found: (typeof found === 'number' ? document.written(issue.path) : undefined) ?? quote(found),
      allowed: describe(expected),
      fix:
        typeof found === 'number' &&
        issue.code === 'invalid_type' &&
        expected.type === 'string' &&
        expected.format === undefined
          ? `Put it in quotes: "${document.written(issue.path) ?? String(found)}".`
          : 'Write it in the allowed form.',
    }),
  ];
}

/** What is wrong with an object that may have one of several shapes, as if it had that which it resembles most. */
function chosenShape(issue: z.core.$ZodIssue, found: unknown): readonly z.core.$ZodIssue[] | null {
  if (issue.code !== 'invalid_union' || found === null || typeof found !== 'object') return null;
  // Keys that a shape does not have, and required ones that are not there; variant() counts alike.
  const distance = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.reduce(
      (n, one) =>
        one.code === 'unrecognized_keys'
          ? n + one.keys.length
          : n + (valueAt(found, one.path) === undefined ? 1 : 0),
      0,
    );
  const [closest] = issue.errors.toSorted((a, b) => distance(a) - distance(b));
  return closest ?? null;
}

/** Whether a field holds a day, or a date that may be one. */
const isDay = ({ format, anyOf = [] }: JsonSchema): boolean =>
  format?.startsWith('date') === true || anyOf.some(isDay);

function unitOf(origin: string, count: number | bigint): string {
  if (origin === 'array') return count === 1 ? ' entry' : ' entries';
  return origin === 'string' ? ' character' : '';
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object'
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    data,
  );
}

/** The part of a JSON Schema that governs a path, following the variant that the data chose. */
function schemaAt(root: JsonSchema, path: FieldPath, data: unknown): JsonSchema {
  let node = variant(root, data);
  let value: unknown = data;
  for (const step of path) {
    value = valueAt(value, [step]);
    const next =
      typeof step === 'number'
        ? node.items
        : (node.properties?.[String(step)] ??
          (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined));
    node = variant(next ?? {}, value);
  }
  return node;
}

/** Of several shapes, the one whose constants agree with the data; else the first object shape. */
function variant(node: JsonSchema, data: unknown): JsonSchema {
  const shapes = node.oneOf ?? node.anyOf;
  if (shapes === undefined) return node;
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return node;
  const agrees = (shape: JsonSchema): boolean =>
    Object.entries(shape.properties ?? {}).every(([key, field]) => {
      if (field.const === undefined) return true;
      const actual = valueAt(data, [key]);
      return actual === field.const;
    });
  const agreeing = shapes.filter((s) => s.properties !== undefined).filter(agrees);
  const distance = ({ properties = {}, required = [] }: JsonSchema): number =>
    Object.keys(data).filter((key) => !Object.hasOwn(properties, key)).length +
    required.filter((key) => !Object.hasOwn(data, key)).length;
  if (agreeing.length > 0) return agreeing.toSorted((a, b) => distance(a) - distance(b))[0] ?? node;
  const withoutDiscriminator = shapes.find((s) =>
    Object.entries(s.properties ?? {}).every(
      ([key, field]) => field.const === undefined || valueAt(data, [key]) === undefined,
    ),
  );
  return withoutDiscriminator ?? shapes.find((s) => s.properties !== undefined) ?? node;
}

/** The closed list of values that a field may hold; empty where it is not a closed list. */
function choices(issue: z.core.$ZodIssue, expected: JsonSchema): string[] {
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return issue.options.filter((option) => typeof option === 'string');
  }
  return (expected.enum ?? (expected.const === undefined ? [] : [expected.const])).map(String);
}

function allKeys(node: JsonSchema): string[] {
  return Object.keys(node.properties ?? {});
}

function hint(node: JsonSchema): string {
  return node.description === undefined ? '' : `: ${node.description.replace(/\.$/, '')}`;
}

const FORMATS: Record<string, string> = {
  date: 'a date as YYYY-MM-DD',
  figure: 'a number, or one with a unit such as 2 GiB; on a scale of dates, a date',
  slug: 'lower-case words joined by hyphens',
  uri: 'an address that begins with https://',
};

/** What a field may hold, in words. */
function describe(node: JsonSchema): string {
  if (node.enum !== undefined) return listNames(node.enum.map(String));
  if (node.const !== undefined) return JSON.stringify(node.const);
  const shapes = node.oneOf ?? node.anyOf;
  if (shapes !== undefined) {
    const fields = shapes.map((shape) => Object.keys(shape.properties ?? {}));
    // Of several forms with fields, that it is fields is all that can be said yet.
    if (fields.every((names) => names.length > 0)) {
      return `fields: ${[...new Set(fields.flat())].join(', ')}`;
    }
    return [...new Set(shapes.map(describe))].join(' or ');
  }
  if (node.format !== undefined) return FORMATS[node.format] ?? `a ${node.format}`;
  switch (node.type) {
    case 'string':
      return 'text';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `a list, each entry ${describe(node.items ?? {})}`;
    case 'object': {
      const keys = Object.keys(node.properties ?? {});
      return keys.length > 0 ? `fields: ${keys.join(', ')}` : 'a list of “name: value”';
    }
    default:
      return 'text, a number, true or false, or a list';
  }
}
