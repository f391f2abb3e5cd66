/** What axe finds wrong with a page as it is shown. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Expects that axe finds nothing wrong.
 *
 * @param rules Only these rules; without them, all that hold by default.
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // The policy of the pages does not bind what the test runner evaluates.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async (only) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
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
  }, rules);
  expect(violations).toEqual([]);
}
