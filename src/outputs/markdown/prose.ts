/** The prose of content files as Markdown that any reader of Markdown understands. */

import { mdxToMdast } from 'satteri';
import type { AbsoluteUrl } from '../urls.ts';
import { splitIds } from '../../comparison/body.ts';

/** What stands in place of the components that prose may use. */
export interface ProseTexts {
  /** The citation of some sources, by their ids. */
  readonly cite: (ids: readonly string[]) => string;
  /** A drawing in words, by its id. */
  readonly drawing: (id: string) => string;
}

/** The part of a syntax tree that is looked at here. */
interface Node {
  readonly type: string;
  readonly position?: { readonly start: Offset; readonly end: Offset };
  readonly children?: readonly Node[];
  readonly name?: string | null;
  readonly url?: string;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
}

interface Offset {
  readonly offset: number;
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
export function plainMarkdown(body: string, texts: ProseTexts, absoluteUrl: AbsoluteUrl): string {
  const render = (nodes: readonly Node[], from: number, to: number): string => {
    let text = '';
    let end = from;
    for (const edit of nodes.flatMap(edits)) {
      text += body.slice(end, edit.from) + edit.text;
      end = edit.to;
    }
    return text + body.slice(end, to);
  };

  const edits = (node: Node): readonly Edit[] => {
    const { start, end } = node.position ?? NOWHERE;
    const instead = (text: string): Edit[] => [{ from: start.offset, to: end.offset, text }];
    const prop = (name: string): string => {
      const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
      return typeof value === 'string' ? value : '';
    };

    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (node.name === 'Cite') return instead(texts.cite(splitIds(prop('sources'))));
      if (node.name === 'Drawing') return instead(texts.drawing(prop('id')));
      const inner = node.children ?? [];
      const from = inner[0]?.position?.start.offset ?? end.offset;
      const to = inner.at(-1)?.position?.end.offset ?? from;
      return instead(quotation(render(inner, from, to)));
    }
    const inside = (node.children ?? []).flatMap(edits);
    if (node.type !== 'link' || node.url?.startsWith('/') !== true) return inside;
    // A link ends with its address, so the last place where it stands is the one.
    const at = body.lastIndexOf(`](${node.url}`, end.offset) + 2;
    return [...inside, { from: at, to: at + node.url.length, text: absoluteUrl(node.url) }];
  };

  const tree = mdxToMdast(body, {}) as Node;
  return render([tree], 0, body.length).trim();
}

const NOWHERE = { start: { offset: 0 }, end: { offset: 0 } };

const quotation = (text: string): string => text.trim().replace(/^/gm, '> ');
