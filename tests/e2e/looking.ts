/** What tests share that look at many pages. */

import { expect, type Page } from '@playwright/test';

/** The narrowest window that pages have to fit. */
export const SMALLEST = { width: 320, height: 640 } as const;

/** By how much the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens all that can be opened on a page, for good, and expects that it fits the smallest window. */
export async function expectFitsOpened(page: Page): Promise<void> {
  await page.setViewportSize(SMALLEST);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  expect(await overflow(page), 'horizontal scroll at 320 px, opened').toBeLessThanOrEqual(0);
}
