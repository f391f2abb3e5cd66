/** The recommender, and its answer, once all of it is there. */

import { expect, type Page } from '@playwright/test';

/** Waits until the recommender has come: what is pressed before shows as pressed only then. */
export async function expectStarted(page: Page): Promise<void> {
  await expect(page.locator('#recommender[data-waits]')).toHaveCount(0);
}

/** Waits until the answer that is shown has been worked out. */
export async function expectAnswered(page: Page): Promise<void> {
  await expect(page.locator('.headline > :first-child')).toBeVisible();
  await expect(page.locator('.headline')).not.toContainText('being worked out');
}

/** The headline, once the answer has been worked out. */
export async function headlineOf(page: Page): Promise<string> {
  await expectAnswered(page);
  return page.locator('.headline > :first-child').innerText();
}
