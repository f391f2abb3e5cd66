/**
 * How pages of every kind lie on a phone without the site’s fonts: nothing sticks out, all can be hit.
 * With them, the tests of pages look at the same, and at more pages.
 */

import { test } from '@playwright/test';
import { leadsOn, pagePaths, SITES, templateOf, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';
import { expectFitsOpened } from './looking.ts';

/** How many pages are looked at one after the other in one window, which takes less time. */
const TOGETHER = 6;

// Another site has the same templates: what its fonts are makes no other difference.
const [site] = SITES as [Site, ...Site[]];
const paths = pagePaths(site).filter((path) => !leadsOn(site, path));
const templates = [...new Map(paths.map((path) => [templateOf(path), path])).values()];

for (let from = 0; from < templates.length; from += TOGETHER) {
  const some = templates.slice(from, from + TOGETHER);
  const names = `${some[0] ?? ''} to ${some.at(-1) ?? ''}`;
  test(`${names} lie well on a phone`, { tag: ['@layout', '@other-fonts'] }, async ({ page }) => {
    test.slow();
    for (const path of some) {
      await test.step(path, async () => {
        await page.setViewportSize({ width: 412, height: 823 });
        await page.goto(urlOf(site, path));
        await expectAccessible(page, { rules: ['target-size'], kinds: true });
        await expectFitsOpened(page);
      });
    }
  });
}
