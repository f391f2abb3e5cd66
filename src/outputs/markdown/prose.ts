/** The prose of content files as Markdown that any reader of Markdown understands. */

import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import type { AbsoluteUrl } from '../urls.ts';
import { splitIds, type Prose } from '../../comparison/body.ts';

/** What stands in place of the components that prose may use. */
export interface ProseTexts {
  /** The citation of some sources, by their ids. */
  readonly cite: (ids: readonly string[]) => string;
  /** A drawing in words, by its id. */
  readonly drawing: (id: string) => string;
}

/** A stretch of the source, and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Prose without components, everything else as it was written: citations become numbers, notes
 * quotations, drawings words, and links within the site absolute.
 */
export function plainMarkdown(
  { body, tree }: Prose,
  texts: ProseTexts,
  absoluteUrl: AbsoluteUrl,
): string {
  /** The text from one place to another, with what takes the place of nodes in between. */
  const render = (nodes: readonly Nodes[], from: number, to: number): string => {
    let text = '';
    let end = from;
    for (const edit of nodes.flatMap(edits).toSorted((a, b) => a.from - b.from)) {
      text += body.slice(end, edit.from) + edit.text;
      end = edit.to;
    }
    return text + body.slice(end, to);
  };

  const edits = (root: Nodes): readonly Edit[] => {
    const found: Edit[] = [];
    visit(root, (node) => {
      const { from, to } = extent(node);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        found.push({ from, to, text: insteadOf(node) });
        return SKIP;
      }
      if (node.type === 'link' && node.url.startsWith('/')) {
        // A link ends with its address, so the last place where it stands is the one.
        const at = body.lastIndexOf(`](${node.url}`, to) + 2;
        found.push({ from: at, to: at + node.url.length, text: absoluteUrl(node.url) });
      }
      return undefined;
    });
    return found;
  };

  const insteadOf = (element: MdxJsxFlowElement | MdxJsxTextElement): string => {
    if (element.name === 'Cite') return texts.cite(splitIds(prop(element, 'sources')));
    if (element.name === 'Drawing') return texts.drawing(prop(element, 'id'));
    const [first] = element.children;
    const last = element.children.at(-1);
    if (first === undefined || last === undefined) return '';
    return quotation(render(element.children, extent(first).from, extent(last).to));
  };

  return render([tree], 0, body.length).trim();
}

/** Where a node begins and ends in the body. */
function extent({ position }: Nodes): { readonly from: number; readonly to: number } {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** The text of an attribute, or none. */
function prop({ attributes }: MdxJsxFlowElement | MdxJsxTextElement, name: string): string {
  const attribute = attributes.find((one) => 'name' in one && one.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : '';
}

const quotation = (text: string): string => text.trim().replace(/^/gm, '> ');
