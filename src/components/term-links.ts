/** Links from prose to the glossary, where a page first uses a term. */

import { HTMLElement, parse, TextNode, type Node } from 'node-html-parser';

/** A term and its other spellings, all of which lead to one place. */
export interface LinkedTerm {
  readonly slug: string;
  readonly term: string;
  readonly also: readonly string[];
}

/** Links, code and drawings stay as they are; headings and captions are read at a glance. */
const UNTOUCHED = new Set([
  'a',
  'button',
  'caption',
  'code',
  'figure',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'svg',
  'th',
]);

/** What is read as one, and may have so many links: with more, they would hide what matters. */
const BLOCKS = new Set(['p', 'li', 'td', 'dd']);
const MOST = 2;

/** One block, and how many links it has got. */
interface Block {
  count: number;
}

/**
 * Rendered prose with a link to the glossary on the first mention of each term that it does not link
 * by itself; everything else is as it was, to the letter.
 *
 * @param addressOf gives the address of a term, as it is to stand in HTML
 */
export function withTermLinks(
  html: string,
  terms: readonly LinkedTerm[],
  addressOf: (slug: string) => string,
): string {
  const names = terms
    .flatMap(({ slug, term, also }) => [term, ...also].map((name) => ({ slug, name })))
    // “Static pod” is more than a pod.
    .toSorted((a, b) => b.name.length - a.name.length);
  if (names.length === 0) return html;
  const anyName = names.map(({ name }) => `(${patternOf(name)})`).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${anyName})(?![\\p{L}\\p{N}-])`, 'gu');
  const linked = new Set(
    terms.map(({ slug }) => slug).filter((slug) => html.includes(`href="${addressOf(slug)}"`)),
  );

  const inText = (text: string, block: Block): string =>
    text.replace(pattern, (found: string, ...rest: (string | number | undefined)[]) => {
      const slug = names[rest.findIndex((group) => group !== undefined)]?.slug;
      const before = text.slice(0, Number(rest[names.length]));
      if (slug === undefined || linked.has(slug) || block.count === MOST) return found;
      if (isPartOfName(before, found)) return found;
      linked.add(slug);
      block.count += 1;
      return `<a class="term" href="${addressOf(slug)}">${found}</a>`;
    });

  const pieces: string[] = [];
  let end = 0;
  const visit = (node: Node, block: Block): void => {
    if (node instanceof TextNode) {
      const [from, to] = node.range;
      pieces.push(html.slice(end, from), inText(html.slice(from, to), block));
      end = to;
    } else if (node instanceof HTMLElement && !UNTOUCHED.has(node.rawTagName)) {
      const own = BLOCKS.has(node.rawTagName) ? { count: 0 } : block;
      for (const child of node.childNodes) visit(child, own);
    }
  };
  visit(parse(html, { comment: true }), { count: 0 });
  return pieces.join('') + html.slice(end);
}

/** A word may begin a sentence or stand within one; abbreviations have one form. */
function patternOf(name: string): string {
  const isWord = /^\p{L}\p{Ll}/u.test(name);
  const first = name.charAt(0);
  const rest = (isWord ? name.slice(1) : name).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return isWord ? `[${first.toUpperCase()}${first.toLowerCase()}]${rest}` : rest;
}

/** “Fleet” is a term, and the last word of a product’s name. */
function isPartOfName(before: string, found: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(found) && /\p{Lu}[\p{L}\p{N}]* $/u.test(before);
}
