/** What axe finds wrong with a page as it is shown. */

import { expect, type Page } from '@playwright/test';
import { AXE_SOURCE } from '../axe.ts';

/** What of a page axe looks at. */
export interface Looked {
  /** Only these rules; without them, all that hold by default and the size of targets. */
  readonly rules?: readonly string[];
  /** Looks at three of each kind of part alone. A page of thousands of cells then takes less time. */
  readonly kinds?: boolean;
}

/**
 * Expects that axe finds nothing wrong. Contrast is measured on three of each kind of text: text of one
 * kind has one font, and one colour on the same grounds.
 */
export async function expectAccessible(
  page: Page,
  { rules, kinds = false }: Looked = {},
): Promise<void> {
  if (await page.evaluate(() => !('axe' in globalThis))) {
    // The policy of the pages does not bind what the test runner evaluates.
    await page.evaluate(AXE_SOURCE);
    await page.evaluate(layAllOut);
  }
  if (kinds) await page.evaluate(hideAllBut3OfEachKind);
  await page.evaluate(markTextOfEachKind);
  const violations = await page.evaluate(async (only) => {
    axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-of-kind]' }] });
    const results = await axe.run(document, {
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
  }, rules);
  await page.evaluate(clearMarks, kinds);
  expect(violations).toEqual([]);
}

/** Lays out what the browser would leave until it is near: asked part by part, it takes many times as long. */
function layAllOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.unshift(sheet);
}

/** Shows the page again as it was. */
function clearMarks(hidden: boolean): void {
  if (hidden) document.adoptedStyleSheets.pop();
  for (const name of ['data-like-others', 'data-of-kind']) {
    for (const element of document.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}

/**
 * Hides all but the first, the middle and the last part of each kind, each in its place. Parts are of
 * one kind if they lie in the same parts and hold the same ones: what they are is told by names and
 * classes, without numbers.
 */
function hideAllBut3OfEachKind(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '[data-like-others] { visibility: hidden !important; transition: none !important }',
  );
  document.adoptedStyleSheets.push(sheet);
  const nameOf = (element: Element): string =>
    `${element.localName}.${(element.getAttribute('class') ?? '').replaceAll(/\d+/g, '0')}`;
  const held = new Map<Element, ReadonlySet<string>>();
  const heldBy = (element: Element): ReadonlySet<string> => {
    const names = new Set([nameOf(element)]);
    for (const child of element.children) for (const name of heldBy(child)) names.add(name);
    held.set(element, names);
    return names;
  };
  heldBy(document.body);
  let level: { element: Element; within: string }[] = [{ element: document.body, within: '' }];
  while (level.length > 0) {
    const kinds = new Map<string, Element[]>();
    for (const { element, within } of level) {
      const kind = `${within} > ${[...(held.get(element) ?? [])].toSorted().join(' ')}`;
      const alike = kinds.get(kind);
      if (alike === undefined) kinds.set(kind, [element]);
      else alike.push(element);
    }
    const kept = [...kinds.values()].flatMap((alike) => {
      const three = new Set([0, alike.length >> 1, alike.length - 1].map((place) => alike[place]));
      // A row, or a list, has something in it.
      const keeps = (element: Element): boolean =>
        three.has(element) || element.previousElementSibling === null;
      for (const element of alike) {
        if (!keeps(element)) element.setAttribute('data-like-others', '');
      }
      return alike.filter(keeps);
    });
    const places = new Map(level.map(({ element, within }) => [element, within]));
    // What has its name from its own text keeps all of it.
    const whole = 'a, button, th, label, legend, summary, caption, h1, h2, h3, h4, h5, h6';
    level = kept.flatMap((element) => {
      if (element.matches(whole)) return [];
      const within = `${places.get(element) ?? ''} > ${nameOf(element)}`;
      return [...element.children].map((child) => ({ element: child, within }));
    });
  }
}

/** Marks the first, the middle and the last text of each kind that is shown, and not in a marked part. */
function markTextOfEachKind(): void {
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
    if (!element.checkVisibility() || element.closest('[data-like-others]') !== null) continue;
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
}
