/** What axe finds wrong with a page as it is shown. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What of a page axe looks at. */
export interface Looked {
  /** Only these rules; without them, all that hold by default and the size of targets. */
  readonly rules?: readonly string[];
  /**
   * Measures contrast on three of each kind of text alone: text of one kind has one font, and one
   * colour on the same grounds. A page of thousands of cells then takes a part of the time.
   */
  readonly kinds?: boolean;
}

/** Expects that axe finds nothing wrong. */
export async function expectAccessible(
  page: Page,
  { rules, kinds = false }: Looked = {},
): Promise<void> {
  // The policy of the pages does not bind what the test runner evaluates.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source);
  if (kinds) await markTextOfEachKind(page);
  const violations = await page.evaluate(
    async ([only, ofKinds]) => {
      const { configure, run } = (globalThis as unknown as { axe: typeof axe }).axe;
      configure({ rules: [{ id: 'color-contrast', selector: ofKinds ? '[data-of-kind]' : '*' }] });
      const results = await run({
        // What passes is not asked for, and frames are pages of their own: several times as fast.
        resultTypes: ['violations'],
        iframes: false,
        // Not of itself on, though WCAG 2.2 asks for it at level AA.
        ...(only === undefined
          ? { rules: { 'target-size': { enabled: true } } }
          : { runOnly: [...only] }),
      });
      return results.violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes
            .slice(0, 3)
            .map((node) => `  ${node.html.slice(0, 160)}`)
            .join('\n')}`,
      );
    },
    [rules, kinds] as const,
  );
  expect(violations).toEqual([]);
}

/** Marks the first, the middle and the last text of each kind that is shown. */
async function markTextOfEachKind(page: Page): Promise<void> {
  await page.evaluate(() => {
    const grounds = new Map<Element | null, string>([[null, '']]);
    /** All that is painted behind the text of an element. */
    const groundOf = (element: Element | null): string => {
      const known = grounds.get(element);
      if (known !== undefined || element === null) return known ?? '';
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const below = groundOf(element.parentElement);
      const ground = own === 'rgba(0, 0, 0, 0) none 1' ? below : `${below}; ${own}`;
      grounds.set(element, ground);
      return ground;
    };
    const nameOf = (element: Element | null): string =>
      `${element?.localName ?? ''}.${element?.getAttribute('class') ?? ''}`;

    const written = new Set<Element>(document.querySelectorAll('input, select, textarea'));
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement !== null && textContent?.trim() !== '') written.add(parentElement);
    }
    const kindsOfText = new Map<string, Element[]>();
    for (const element of written) {
      element.removeAttribute('data-of-kind');
      if (!element.checkVisibility()) continue;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      const names = `${nameOf(element)} in ${nameOf(element.parentElement)}`;
      const kind = [names, color, fontSize, fontWeight, groundOf(element)].join('|');
      const alike = kindsOfText.get(kind);
      if (alike === undefined) kindsOfText.set(kind, [element]);
      else alike.push(element);
    }
    for (const alike of kindsOfText.values()) {
      for (const place of [0, alike.length >> 1, alike.length - 1]) {
        alike[place]?.setAttribute('data-of-kind', '');
      }
    }
  });
}
