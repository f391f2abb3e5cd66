/**
 * Reads and checks the prose of a content file. MDX in this project is content, not code: no imports, no
 * expressions, and of all components only those that the site offers.
 */

import GithubSlugger from 'github-slugger';
import type { Code, Heading, Nodes, Root, Table } from 'mdast';
import { mdxToMdast, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { visit } from 'unist-util-visit';
import type { ContentDocument } from './document.ts';
import { unwantedCharacters } from './characters.ts';
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

/** A link, cited source or drawing in prose, and where it stands. */
export interface ProseReference {
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

export interface ProseHeading {
  /** As on the page, where it is the fragment. */
  readonly id: string;
  readonly text: string;
  /** 2 to 6. */
  readonly depth: number;
  readonly line: number;
  readonly column: number;
}

/** The prose of a content file, parsed once for all that is made of it. */
export interface Prose {
  /** As it was written. */
  readonly body: string;
  /** The same as a tree, with places within the body. */
  readonly tree: Root;
  /** False where there are faults in it, so that not all that it refers to is known. */
  readonly isSound: boolean;
  /** Internal links, with path and perhaps fragment. */
  readonly links: readonly ProseReference[];
  readonly cited: readonly ProseReference[];
  /** Ids of the drawings that the prose places. */
  readonly drawings: readonly ProseReference[];
  readonly headings: readonly ProseHeading[];
}

/** The prose of a file that has none. */
export const NO_PROSE: Prose = {
  body: '',
  tree: { type: 'root', children: [] },
  isSound: true,
  links: [],
  cited: [],
  drawings: [],
  headings: [],
};

/** Whether a file has any prose. */
export const hasText = ({ body }: Prose): boolean => body.trim() !== '';

/** What is being collected while the tree is walked. */
interface Collected {
  readonly faults: Fault[];
  readonly links: ProseReference[];
  readonly cited: ProseReference[];
  readonly drawings: ProseReference[];
  readonly headings: ProseHeading[];
  /** Gives headings their ids, those of the same text different ones, as the renderer does. */
  readonly slugger: GithubSlugger;
  readonly asShown: (heading: Heading) => string;
  readonly body: string;
  /** The names that stand for addresses, for links that are written as [text][name]. */
  readonly defined: Set<string>;
}

/** Reads the prose of a document, and lists what is wrong with it. */
export function readProse({
  body,
  bodyLine,
  file,
}: Pick<ContentDocument, 'body' | 'bodyLine' | 'file'>): {
  prose: Prose;
  faults: readonly Fault[];
} {
  let tree: Nodes;
  try {
    tree = mdxToMdast(body, {});
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', found = message] =
      /^(\d+):(\d+): ([\s\S]*?)(?: \(\d+:\d+\))?(?: \([\w:-]+\))?$/.exec(message) ?? [];
    const fault = {
      file,
      line: Number(line) + bodyLine,
      column: Number(column),
      field: 'prose',
      ...explainMdx(found, body.split('\n')[Number(line) - 1]?.slice(Number(column) - 1) ?? ''),
    };
    return { prose: { ...NO_PROSE, body, isSound: false }, faults: [fault] };
  }
  if (tree.type !== 'root') throw new Error('A document is parsed into a root.');
  const {
    slugger,
    asShown,
    faults,
    body: _,
    defined,
    ...collected
  }: Collected = {
    faults: [],
    links: [],
    cited: [],
    drawings: [],
    headings: [],
    slugger: new GithubSlugger(),
    asShown: headingsAsShown(body),
    body,
    defined: new Set(),
  };
  const deep = deepest(tree, DEPTH_LIMIT);
  if (deep !== null) {
    const fault = {
      file,
      line: (deep.position?.start.line ?? 1) + bodyLine,
      column: deep.position?.start.column ?? 1,
      field: 'prose',
      problem: 'Lists or quotations are nested too deeply.',
      allowed: `up to ${String(DEPTH_LIMIT)} levels`,
      fix: 'Indent less.',
    };
    return { prose: { ...NO_PROSE, body, isSound: false }, faults: [fault] };
  }
  visit(tree, (node) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const place = { line: start.line + bodyLine, column: start.column };
    inspect(node, place, (fault) => faults.push({ file, ...place, field: 'prose', ...fault }), {
      slugger,
      asShown,
      body,
      defined,
      faults,
      ...collected,
    });
  });
  return { prose: { body, tree, isSound: faults.length === 0, ...collected }, faults };
}

/** What is wrong where the parser of MDX stops, from there to the end of the line. */
function explainMdx(found: string, rest: string): Pick<Fault, 'problem' | 'found' | 'fix'> {
  if (rest.startsWith('<!--')) return { ...NO_COMMENTS, found: quote(rest) };
  if (/^<(?:https?:|mailto:|[^\s<>@]+@)/i.test(rest)) {
    return {
      problem: 'An address between < and > is no link here.',
      found: quote(/^<[^>]*>?/.exec(rest)?.[0] ?? rest),
      fix: 'Write it as [text](address).',
    };
  }
  return {
    problem: 'The prose is not valid MDX.',
    found,
    fix: found.includes('closing')
      ? 'Close what is opened here, or write it as `code`.'
      : 'Put a backslash before a < or { that is meant as a sign, or write it as `code`.',
  };
}

const NO_COMMENTS = {
  problem: 'Prose may not hold comments.',
  fix: 'Remove it, or put it into the front matter, behind a #.',
};

/** How deep parts of prose may be nested; a list in a list counts as four. */
const DEPTH_LIMIT = 40;

/** The first node that is nested deeper than a limit. */
function deepest(node: Nodes, limit: number): Nodes | null {
  if (limit === 0) return node;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = deepest(child, limit - 1);
    if (found !== null) return found;
  }
  return null;
}

type Report = (fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>) => void;

function inspect(
  node: Nodes,
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
      if (/^\s*\/[*/]/.test(node.value)) {
        report({ ...NO_COMMENTS, found: quote(`{${node.value}}`) });
        break;
      }
      report({
        problem: 'Prose may not hold expressions.',
        found: quote(`{${node.value}}`),
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
      inspectHeading(node, place, report, prose);
      break;
    case 'footnoteDefinition':
      report({
        problem: 'Prose may not have footnotes.',
        found: `[^${node.identifier}]`,
        fix: 'Cite a source with <Cite sources="…" />, and put a remark in brackets.',
      });
      break;
    case 'code':
      if (isOpenFence(node, prose.body)) {
        report({
          problem:
            'This block of code is opened and never closed, so all below it is shown as code.',
          found: quote(linesFrom(node, prose.body)[0] ?? ''),
          fix: 'Close it with a line of the same signs.',
        });
      }
      break;
    case 'table':
      inspectTable(node, place, report);
      break;
    case 'text': {
      const [word] = /\S{1001,}/.exec(node.value) ?? [];
      if (word !== undefined) {
        report({
          problem: 'This word is too long for any page.',
          found: `${String(word.length)} characters without a space`,
          allowed: 'up to 1000',
          fix: 'Shorten it.',
        });
      }
      for (const { offset: _, ...fault } of unwantedCharacters(node.value)) {
        report({ ...fault, fix: 'Remove it; it is written with an & here.' });
      }
      // As it was written: what has a backslash before it is meant as a sign.
      const { start, end } = node.position ?? {};
      const written = prose.body.slice(start?.offset ?? 0, end?.offset ?? 0) || node.value;
      const [sign] = /^\[!(?:note|tip|important|warning|caution)\]|^:::+ ?\w+/i.exec(written) ?? [];
      if (sign !== undefined) {
        report({
          problem: 'This makes no note here, and is shown as it is written.',
          found: quote(sign),
          fix: 'Write <Note kind="info"> or <Note kind="warning"> around the text.',
        });
        break;
      }
      const [reference] =
        /(?<![\]\\])\[[^\][\\]+\](?:\[[^\][]*\]|\([^()]*\)?)|\[\[[^\][\\]+\]\]|(?<!\\)\]\([^()\s]+\)/.exec(
          written,
        ) ?? [];
      if (reference === undefined) break;
      report({
        problem: 'This is no link, so its brackets would be shown.',
        found: quote(reference),
        fix: 'Write it as [text](address), without spaces in the address; put a backslash before a bracket that is meant as a sign.',
      });
      break;
    }
    case 'image':
    case 'imageReference':
      report({
        problem: 'Prose may not hold images.',
        found: quote(node.type === 'image' ? node.url : node.identifier),
        fix: 'Describe it in words, or draw it as a topology of the option.',
      });
      break;
    case 'link':
      if (textOf(node).trim() === '') {
        report({
          problem: 'This link has no words, so nobody can see it.',
          found: quote(node.url),
          fix: 'Write it as [text](address).',
        });
      }
      inspectWithin(node, 'link', report);
      inspectLink(node.url, place, report, prose);
      break;
    case 'linkReference':
      inspectWithin(node, 'link', report);
      break;
    case 'listItem':
      if (typeof node.checked === 'boolean') {
        report({
          problem: 'Prose may not hold boxes to tick, since nobody could tick them.',
          found: quote(node.checked ? '[x]' : '[ ]'),
          fix: 'Remove the brackets.',
        });
      }
      break;
    // Where links that are written as [text][name] lead.
    case 'definition':
      if (prose.defined.has(node.identifier)) {
        report({
          problem: 'This name stands for an address already, so this one is never used.',
          found: quote(`[${node.label ?? node.identifier}]: ${node.url}`),
          fix: 'Choose another name, or remove one of the two.',
        });
      }
      prose.defined.add(node.identifier);
      inspectLink(node.url, place, report, prose);
      break;
    default:
  }
}

/** Whether a block of code begins with a line of backticks or tildes and ends without one. */
function isOpenFence(code: Code, body: string): boolean {
  const lines = linesFrom(code, body);
  const [, fence] = /^\s*(`{3,}|~{3,})/.exec(lines[0] ?? '') ?? [];
  // Code that is indented holds its first line itself.
  if (fence === undefined || code.value.startsWith((lines[0] ?? '').trim())) return false;
  // Within lists and quotations other signs stand before it.
  const last = (lines.at(-1) ?? '').replace(/^[\s>]+/, '').trimEnd();
  const isClosing = last.length >= fence.length && last === fence.charAt(0).repeat(last.length);
  return lines.length < 2 || !isClosing;
}

/** The lines of a node as they were written. */
function linesFrom({ position }: Nodes, body: string): readonly string[] {
  const { start, end } = position ?? {};
  return body
    .slice(start?.offset ?? 0, end?.offset ?? 0)
    .trimEnd()
    .split('\n');
}

/** Cells beyond the head of a table are shown nowhere. */
function inspectTable(
  { children: [head, ...rows], position: whole }: Table,
  place: { line: number },
  report: Report,
): void {
  const columns = head?.children.length ?? 0;
  for (const { children, position } of rows) {
    if (children.length <= columns) continue;
    const above = (position?.start.line ?? 0) - (whole?.start.line ?? 0);
    report({
      line: place.line + above,
      problem:
        'This row of a table has more cells than its head, and what is in them would be lost.',
      found: quote(children.slice(columns).map(textOf).join(' | ')),
      allowed: `up to ${String(columns)} cells`,
      fix: 'Add a column to the head, or put a backslash before a | that is meant as a sign.',
    });
  }
}

/** A citation is a link, and links hold no others; headings are names, and told without them. */
function inspectWithin(node: Nodes, what: 'heading' | 'link', report: Report): void {
  visit(node, ['mdxJsxTextElement', 'mdxJsxFlowElement'], (part) => {
    // What else there is of components is told wherever it stands within a line.
    if (!('name' in part) || part.name !== 'Cite') return;
    report({
      problem: `<Cite> stands within a ${what}${what === 'link' ? ', and would be a link itself' : ''}.`,
      found: quote(textOf(node)),
      fix: `Put it behind the ${what}.`,
    });
  });
}

function inspectComponent(
  node: MdxJsxFlowElement | MdxJsxTextElement,
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
  for (const attribute of node.attributes) {
    const prop = 'name' in attribute ? attribute.name : '…';
    const { value } = attribute;
    if (given.has(prop)) {
      report({
        problem: `“${prop}” of <${name}> stands there twice.`,
        fix: 'Keep one of the two.',
      });
    }
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
      const ids = splitIds(value);
      if (ids.length === 0) {
        report({ problem: '<Cite> names no source.', fix: 'Name one, or remove it.' });
      }
      const again = ids.find((id, i) => ids.indexOf(id) < i);
      if (again !== undefined) {
        report({
          problem: '<Cite> names this source twice.',
          found: again,
          fix: 'Keep one of the two.',
        });
      }
      for (const target of ids) prose.cited.push({ target, ...place });
    } else if (name === 'Drawing') {
      prose.drawings.push({ target: value, ...place });
    }
  }
  if (name !== 'Cite' && node.type === 'mdxJsxTextElement') {
    report({
      problem: `<${name}> stands within a line of text.`,
      fix: `Give it lines of its own, with an empty line before and after.`,
    });
  }
  if (name !== 'Note' && node.children.length > 0) {
    report({
      problem: `<${name}> holds nothing, so what is within it would be lost.`,
      fix: `Write it as <${name} … />, and the text before it.`,
    });
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
  // Browsers drop tabs and line ends from an address before they read it.

  const isClean = !/[\u0000-\u0020]/.test(url);
  if (isClean && /^https?:\/\/[^/\\]/i.test(url) && isWebAddress(url)) {
    if (leadsHome(url)) {
      report({ ...LEADS_HOME, found: quote(url) });
    }
    return;
  }
  if (/^mailto:[^\s@?]+@[^\s@?]+$/i.test(url)) return;
  if (isClean && (url.startsWith('/') || url.startsWith('#'))) {
    prose.links.push({ target: url, ...place });
    return;
  }
  report({
    problem: 'This is not an address that a page may link to.',
    found: quote(url),
    allowed: 'an address that begins with https://, mailto:, /, or #',
    fix: 'Write pages of this site from the top, as /options/….',
  });
}

/** The hosts by which a machine means itself. */
const LOOPBACK = /^127\.|^0\.0\.0\.0$|^\[::1?\]$|^(?:.+\.)?localhost\.?$/;

/** Whether a web address is one by which a machine means itself. */
export const leadsHome = (address: string): boolean => LOOPBACK.test(new URL(address).hostname);

export const LEADS_HOME = {
  problem: 'This address leads readers to their own machine.',
  fix: 'Write it as `code`, or link to where all can find it.',
} as const;

/** Whether an address has a host that could be one, and no password. */
function isWebAddress(url: string): boolean {
  return (
    URL.canParse(url) &&
    new URL(url).username === '' &&
    /^(?:[^.]+\.)*[^.]+\.?$|^\[/.test(new URL(url).hostname)
  );
}

function inspectHeading(
  heading: Heading,
  place: { line: number; column: number },
  report: Report,
  prose: Collected,
): void {
  const text = textOf(heading);
  const id = prose.slugger.slug(prose.asShown(heading));
  if (/^(?:-\d+)?$/.test(id)) {
    report({
      problem: 'This heading has no letter or figure, so nothing could lead to it.',
      found: quote(text),
      fix: 'Write a heading in words, or remove it.',
    });
  }
  inspectWithin(heading, 'heading', report);
  prose.headings.push({ id, text, depth: heading.depth, ...place });
}

function textOf(node: Nodes): string {
  let text = '';
  visit(node, (part) => {
    if ('value' in part) text += part.value;
  });
  return text;
}

/**
 * The text that a heading has on the page, where two or three hyphens are a dash and three dots are one
 * sign. Its id is made of that.
 */
function headingsAsShown(body: string): (heading: Heading) => string {
  let shown: ReadonlyMap<number | undefined, string> | undefined;
  return (heading) => {
    const text = textOf(heading);
    if (!/--|\.\./.test(text)) return text;
    if (shown === undefined) {
      const byOffset = new Map<number | undefined, string>();
      visit(mdxToMdast(body, { features: { smartPunctuation: true } }), 'heading', (node) => {
        byOffset.set(node.position?.start.offset, textOf(node));
      });
      shown = byOffset;
    }
    return shown.get(heading.position?.start.offset) ?? text;
  };
}

/** The ids in a list as prose writes it: separated by commas or spaces. */
export function splitIds(list: string): string[] {
  return list.split(/[\s,]+/).filter((id) => id !== '');
}
