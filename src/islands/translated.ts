/**
 * Keeps an island of Preact right while the browser translates its page. Translators put `<font>`
 * elements in the place of text nodes; Preact would go on writing to the nodes that it made, which
 * nobody sees any more. So before each rendering its own nodes are put back, and after it the
 * translations of those whose text is still the same.
 */

import { options } from 'preact';

/** What stands in the place of a text node. */
interface Translation {
  readonly element: Element;
  /** The text that it translates, and where in the translation the node itself was, if it was in it. */
  readonly text: string;
  readonly holder: Node | null;
}

/** Watches over one island. */
class TranslatedIsland {
  readonly #observer = new MutationObserver((records) => {
    this.#read(records);
  });
  readonly #translations = new Map<Text, Element>();
  #putAside: readonly (readonly [Text, Translation])[] = [];

  constructor(root: Element) {
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  /** Puts the nodes of the island back into their places. */
  restore(): void {
    this.#read(this.#observer.takeRecords());
    this.#putAside = [...this.#translations].flatMap(([node, element]) => {
      if (!element.isConnected) return [];
      const holder = element.contains(node) ? node.parentNode : null;
      element.replaceWith(node);
      return [[node, { element, text: node.data, holder }] as const];
    });
    this.#translations.clear();
  }

  /** Puts the translations back of what is as it was. */
  putBack(): void {
    for (const [node, { element, text, holder }] of this.#putAside) {
      if (!node.isConnected || node.data !== text) continue;
      node.replaceWith(element);
      holder?.appendChild(node);
      this.#translations.set(node, element);
    }
    this.#putAside = [];
    // What has been done here is no translator’s doing.
    this.#observer.takeRecords();
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #read(records: readonly MutationRecord[]): void {
    const taken = new Set(this.#translations.values());
    for (const { target, removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      // Within a translation, translators may do as they like.
      if (target instanceof Element && target.closest('font') !== null) continue;
      for (const node of removedNodes) {
        if (!(node instanceof Text)) continue;
        const element = [...addedNodes, previousSibling, nextSibling].find(
          (other) => isTranslation(other) && !taken.has(other),
        );
        if (!isTranslation(element)) continue;
        this.#translations.set(node, element);
        taken.add(element);
      }
    }
  }
}

function isTranslation(node: Node | null | undefined): node is Element {
  return node instanceof Element && node.localName === 'font';
}

const islands = new Set<TranslatedIsland>();

options.debounceRendering = (render) => {
  queueMicrotask(() => {
    for (const island of islands) island.restore();
    try {
      render();
    } finally {
      for (const island of islands) island.putBack();
    }
  });
};

/** Keeps what is within an element right under translation, until what is returned is called. */
export function keepUnderTranslation(root: Element): () => void {
  const island = new TranslatedIsland(root);
  islands.add(island);
  return () => {
    islands.delete(island);
    island.stop();
  };
}
