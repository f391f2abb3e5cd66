/** How pages of every kind lie on a phone, with whatever fonts: nothing sticks out, all can be hit. */

import { expect, test } from '@playwright/test';
import { leadsOn, pagePaths, SITES, templateOf, urlOf } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

/** How many pages are looked at one after the other in one window, which takes less time. */
const TOGETHER = 6;

for (const [i, site] of SITES.entries()) {
  const paths = pagePaths(site).filter((path) => !leadsOn(site, path));
  const templates = [...new Map(paths.map((path) => [templateOf(path), path])).values()];
  // Another site has the same templates: what its fonts are makes no other difference.
  const tag = i === 0 ? '@layout' : [];
  for (let from = 0; from < templates.length; from += TOGETHER) {
    const some = templates.slice(from, from + TOGETHER);
    const names = `${some[0] ?? ''} to ${some.at(-1) ?? ''}`;
    test(`${site.name}: ${names} lie well on a phone`, { tag }, async ({ page }) => {
      test.slow();
      for (const path of some) {
        await test.step(path, async () => {
          await page.setViewportSize({ width: 412, height: 823 });
          await page.goto(urlOf(site, path));
          await expectAccessible(page, { rules: ['target-size'], kinds: true });
          await page.setViewportSize({ width: 320, height: 640 });
          const [across, room] = await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
            return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
          });
          expect(across, path).toBe(room);
        });
      }
    });
  }
}
