/**
 * Checks the prose of a content file. MDX in this project is content, not code: no imports, no
 * expressions, and of all components only those that the site offers.
 */

import { mdxToMdast } from 'satteri';
import { slug as headingSlug } from 'github-slugger';
import type { ContentDocument } from './document.ts';
import { listNames, nearest, quote, type Fault } from './fault.ts';

interface PropRule {
  readonly required: boolean;
  /** A closed list of values; any text where there is none. */
  readonly values?: readonly string[];
}

/** The components that prose may use, by name, with the props that each takes. */
const PROSE_COMPONENTS: Readonly<Record<string, Readonly<Record<string, PropRule>>>> = {
  Cite: { sources: { required: true } },
  Drawing: { id: { required: true } },
  Note: { kind: { required: false, values: ['info', 'warning'] } },
};

/** A link, cited source or heading in prose, and where it stands. */
export interface ProseReference {
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

export interface Prose {
  readonly faults: readonly Fault[];
  /** Internal links, with path and perhaps fragment. */
  readonly links: readonly ProseReference[];
  readonly cited: readonly ProseReference[];
  /** Ids of the drawings that the prose places. */
  readonly drawings: readonly ProseReference[];
  /** Ids of the headings, as rendered. */
  readonly headings: readonly string[];
}

/** The part of a Markdown syntax tree that is looked at here. */
interface Node {
  readonly type: string;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
  readonly children?: readonly Node[];
  readonly value?: unknown;
  readonly name?: string | null;
  readonly depth?: number;
  readonly url?: string;
  readonly attributes?: readonly { type: string; name?: string; value?: unknown }[];
}

/** What is being collected while the tree is walked. */
interface Collected {
  readonly faults: Fault[];
  readonly links: ProseReference[];
  readonly cited: ProseReference[];
  readonly drawings: ProseReference[];
  readonly headings: string[];
}

/** Reads the prose of a document and lists what is wrong with it and what it refers to. */
export function readProse(document: ContentDocument): Prose {
  const { body, bodyLine, file } = document;
  const prose: Collected = { faults: [], links: [], cited: [], drawings: [], headings: [] };
  let tree: Node;
  try {
    tree = mdxToMdast(body, {}) as Node;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', found = message] =
      /^(\d+):(\d+): ([\s\S]*?)(?: \(\d+:\d+\))?(?: \([\w:-]+\))?$/.exec(message) ?? [];
    prose.faults.push({
      file,
      line: Number(line) + bodyLine,
      column: Number(column),
      field: 'prose',
      problem: 'The prose is not valid MDX.',
      found,
      fix: 'Put a backslash before a < or { that is meant as a sign, or write it as `code`.',
    });
    return prose;
  }
  visit(tree, (node) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const place = { line: start.line + bodyLine, column: start.column };
    inspect(
      node,
      place,
      (fault) => prose.faults.push({ file, ...place, field: 'prose', ...fault }),
      prose,
    );
  });
  return prose;
}

function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  node.children?.forEach((child) => {
    visit(child, enter);
  });
}

type Report = (fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>) => void;

function inspect(
  node: Node,
  place: { line: number; column: number },
  report: Report,
  prose: Collected,
): void {
  switch (node.type) {
    case 'mdxjsEsm':
      report({
        problem: 'Prose may not import or export.',
        found: quote(node.value),
        fix: `Remove it; these components are there without an import: ${listNames(Object.keys(PROSE_COMPONENTS))}.`,
      });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      report({
        problem: 'Prose may not hold expressions.',
        found: quote(`{${String(node.value)}}`),
        fix: 'Write the text itself; put a backslash before a brace that is meant as a sign.',
      });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      inspectComponent(node, place, report, prose);
      break;
    case 'heading':
      if (node.depth === 1) {
        report({
          problem: 'Prose may not have a heading of the first level.',
          fix: 'Use ## and below; the page has its title already.',
        });
      }
      prose.headings.push(headingSlug(textOf(node)));
      break;
    case 'image':
      report({
        problem: 'Prose may not hold images.',
        found: quote(node.url),
        fix: 'Describe it in words, or draw it as a topology of the option.',
      });
      break;
    case 'link':
      inspectLink(node.url ?? '', place, report, prose);
      break;
    default:
  }
}

function inspectComponent(
  node: Node,
  place: { line: number; column: number },
  report: Report,
  prose: Collected,
): void {
  const name = node.name ?? '';
  const rules = Object.hasOwn(PROSE_COMPONENTS, name) ? PROSE_COMPONENTS[name] : undefined;
  if (rules === undefined) {
    report({
      problem: 'There is no component of this name.',
      found: `<${name}>`,
      allowed: listNames(Object.keys(PROSE_COMPONENTS)),
      nearest: nearest(name, Object.keys(PROSE_COMPONENTS)),
      fix: 'Use Markdown, or one of these components.',
    });
    return;
  }
  const given = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const { name: prop = '…', value } = attribute;
    given.add(prop);
    const rule = Object.hasOwn(rules, prop) ? rules[prop] : undefined;
    if (rule === undefined) {
      report({
        problem: `<${name}> takes no “${prop}”.`,
        found: prop,
        allowed: listNames(Object.keys(rules)),
        nearest: nearest(prop, Object.keys(rules)),
        fix: 'Correct the name, or remove it.',
      });
    } else if (typeof value !== 'string') {
      report({
        problem: `“${prop}” of <${name}> is not plain text.`,
        fix: `Write it in quotes: ${prop}="…".`,
      });
    } else if (rule.values !== undefined && !rule.values.includes(value)) {
      report({
        problem: `This is not a value that “${prop}” of <${name}> takes.`,
        found: quote(value),
        allowed: listNames(rule.values),
        nearest: nearest(value, rule.values),
        fix: 'Use one of the allowed values.',
      });
    } else if (prop === 'sources') {
      for (const target of splitIds(value)) prose.cited.push({ target, ...place });
    } else if (name === 'Drawing') {
      prose.drawings.push({ target: value, ...place });
    }
  }
  for (const [prop, rule] of Object.entries(rules)) {
    if (rule.required && !given.has(prop)) {
      report({ problem: `<${name}> lacks “${prop}”.`, fix: `Add ${prop}="…".` });
    }
  }
}

function inspectLink(
  url: string,
  place: { line: number; column: number },
  report: Report,
  prose: Collected,
): void {
  if (/^https?:\/\//.test(url)) return;
  if (url.startsWith('/') || url.startsWith('#')) {
    prose.links.push({ target: url, ...place });
    return;
  }
  report({
    problem: 'This is not an address that a page may link to.',
    found: quote(url),
    allowed: 'an address that begins with https://, /, or #',
    fix: 'Write pages of this site from the top, as /options/….',
  });
}

function textOf(node: Node): string {
  if (typeof node.value === 'string') return node.value;
  return (node.children ?? []).map(textOf).join('');
}

/** The ids in a list as prose writes it: separated by commas or spaces. */
export function splitIds(list: string): string[] {
  return list.split(/[\s,]+/).filter((id) => id !== '');
}
