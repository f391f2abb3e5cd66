/**
 * Leaves in the style of each page what the page can use. Pages take the sheets of the site whole, in
 * which every template has a part; of what no element of theirs is, they need nothing.
 */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import postcss, { type AtRule, type ChildNode, type Declaration, type Root } from 'postcss';
import { filesOf } from './output.ts';
import { withHashes } from './relative.ts';

const STYLE = /(<style\b[^>]*>)([^]*?)<\/style>/g;

/** A function that does not do the same twice. */
function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    known.set(text, result);
    return result;
  };
}

/** The names of elements, classes and ids that a page or a script may put into a page. */
export type Names = ReadonlySet<string>;

/** The elements, classes and ids of a page. */
export function namesInPage(html: string): Names {
  const names = new Set<string>();
  for (const [, element = ''] of html.matchAll(/<([a-z][\w-]*)/g)) names.add(element);
  for (const [, value = ''] of html.matchAll(/\s(?:class|id)="([^"]*)"/g)) {
    const text = value.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&gt;', '>');
    for (const name of text.split(/\s+/)) names.add(name);
  }
  return names;
}

/** All words of the strings of a script. One that the script completes, as `of-${count}`, ends in `${`. */
export function namesInScript(script: string): Names {
  const names = new Set(script.split(/["'`\s]+/));
  for (const [, begin = ''] of script.matchAll(/([\w-]+-)\$\{/g)) names.add(`${begin}\${`);
  return names;
}

/** The layers of sheets in their order, which is that in which they are first named. */
export function layersOf(sheets: readonly string[]): readonly string[] {
  const layers = sheets.flatMap((css) =>
    postcss
      .parse(css)
      .nodes.flatMap((node) =>
        node.type === 'atrule' && node.name === 'layer' ? node.params.split(/,\s*/) : [],
      ),
  );
  return [...new Set(layers)];
}

/**
 * A sheet without the rules for elements and classes that are not among the names, and without what
 * only puts layers in order: a page has that once, before all its sheets, or a layer of which nothing is
 * left in the first would have its place by the next.
 */
export function pruned(css: string, names: Names): string {
  const sheet = postcss.parse(css);
  for (const node of [...sheet.nodes]) {
    if (node.type === 'atrule' && node.name === 'layer' && node.nodes === undefined) node.remove();
  }
  // Tailwind's stand-in for @property, which all browsers have had for more than two years.
  sheet.walkAtRules('layer', (layer) => {
    if (layer.params === 'properties') layer.remove();
  });
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes')
      return;
    const selectors = rule.selectors.filter((selector) => canMatch(selector, names));
    if (selectors.length === 0) dropped(rule);
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  unreadRemoved(sheet);
  return sheet.toString();
}

/** Removes a declaration, and its rule if that says nothing else. */
function emptied(declaration: Declaration): void {
  const { parent } = declaration;
  if (parent?.type === 'rule' && parent.nodes.length === 1) dropped(parent);
  else declaration.remove();
}

/** Removes what Tailwind sets for other utilities to read where none of those is left. */
function unreadRemoved(sheet: Root): void {
  const read = new Set(
    [...sheet.toString().matchAll(/var\((--tw-[\w-]+)/g)].map(([, name = '']) => name),
  );
  sheet.walkDecls(/^--tw-/, (declaration) => {
    if (!read.has(declaration.prop)) emptied(declaration);
  });
  sheet.walkAtRules('property', (property) => {
    if (property.params.startsWith('--tw-') && !read.has(property.params)) property.remove();
  });
}

/** Removes a rule, and what is around it if nothing else is in there. */
function dropped(node: ChildNode): void {
  const { parent } = node;
  if (parent?.type === 'atrule' && parent.nodes?.length === 1) dropped(parent as AtRule);
  else node.remove();
}

/** Whether elements of these names may be what a selector selects; no claim about what else it asks. */
const canMatch = (selector: string, names: Names): boolean =>
  askedBy(selector).every((name) => has(names, name));

/** The elements and classes that must be there for a selector to select anything. */
const askedBy = remembered((selector: string): readonly string[] => {
  // What is listed, and what is not to be, need not be there; strings name no elements.
  const asked = selector
    .replaceAll(/\[[^\]]*\]/g, (attribute, at: number) =>
      selector[at - 1] === '\\' ? attribute : '',
    )
    .replaceAll(/:not\([^()]*\)|:(?:is|where|has)\([^()]*,[^()]*\)/g, '');
  const classes = [...asked.matchAll(/\.((?:[\w-]|\\.)+)/g)].map(([, name = '']) =>
    name.replaceAll('\\', ''),
  );
  const others = asked.replaceAll(/[.:](?:[\w-]|\\.)+/g, ' ').match(/[a-z][\w-]*/g) ?? [];
  return [...classes, ...others];
});

/** Whether a name is among them, or as a script that counts would write it: `of-3` as `of-${`. */
const has = (names: Names, name: string): boolean => names.has(name) || names.has(counted(name));

const counted = remembered((name: string) => name.replace(/[^-]+$/, '${'));

/** A function that leaves in the styles of a page of a built site what it can use, and mends the hashes in its policy. */
export function stylePruner(site: string): (page: string) => string {
  const scripts = new Map(
    filesOf(site)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [basename(file), readFileSync(join(site, file), 'utf8')]),
  );
  const namesOfScript = remembered(namesInScript);
  const namedIn = (text: string): readonly string[] =>
    filesNamed(text).filter((name) => scripts.has(name));
  const mentioned = remembered((css: string) =>
    [...new Set(css.match(/(?<![\w\\-])(?:[a-z]|\\.)(?:[\w-]|\\.)*/g))].map((name) =>
      name.replaceAll('\\', ''),
    ),
  );
  const orderOf = remembered((sheets: string) => {
    const layers = layersOf(sheets.split('\0'));
    return layers.length > 0 ? `@layer ${layers.join(',')};` : '';
  });
  /** What pages that name the same scripts have in common, by their names. */
  const withScripts = remembered((named: string) => {
    const reached = new Set(named.split('\0'));
    // What is added on the way is gone through as well.
    for (const name of reached)
      for (const next of namedIn(scripts.get(name) ?? '')) reached.add(next);
    const names: Names = new Set(
      [...reached].flatMap((name) => [...namesOfScript(scripts.get(name) ?? '')]),
    );
    return {
      names,
      /** The names in a sheet that only the page itself can have. */
      open: remembered((css: string) => mentioned(css).filter((name) => !has(names, name))),
    };
  });
  const results = new Map<string, string>();

  return (before) => {
    const sheets = [...before.matchAll(STYLE)].map(([, , css = '']) => css);
    if (sheets.length === 0) return before;
    const shared = withScripts(namedIn(before).toSorted().join('\0'));
    const own = namesInPage(before);
    const layers = orderOf(sheets.join('\0'));
    let isFirst = true;
    const after = before.replaceAll(STYLE, (_, begin: string, css: string) => {
      // Most pages of a template have the same names in their sheet.
      const key = [css, ...shared.open(css).filter((name) => !has(own, name))].join('\0');
      const result = results.get(key) ?? pruned(css, new Set([...own, ...shared.names]));
      results.set(key, result);
      const order = isFirst ? layers : '';
      isFirst = false;
      return `${begin}${order}${result}</style>`;
    });
    return withHashes(before, after);
  };
}

/** The scripts that a text names by their addresses, each once, without the folders. */
function filesNamed(text: string): readonly string[] {
  const names = new Set<string>();
  for (let dot = text.indexOf('.js'); dot >= 0; dot = text.indexOf('.js', dot + 1)) {
    names.add(text.slice(text.lastIndexOf('/', dot) + 1, dot + '.js'.length));
  }
  return [...names];
}
