/** How pages of every kind lie on a phone, with whatever fonts: nothing sticks out, all can be hit. */

import { expect, test } from '@playwright/test';
import { leadsOn, pagePaths, SITES, templateOf, urlOf } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

for (const site of SITES) {
  const paths = pagePaths(site).filter((path) => !leadsOn(site, path));
  const templates = new Map(paths.map((path) => [templateOf(path), path]));
  for (const path of templates.values()) {
    test(`${site.name}: ${path} lies well on a phone`, { tag: '@layout' }, async ({ page }) => {
      await page.setViewportSize({ width: 412, height: 823 });
      await page.goto(urlOf(site, path));
      await expectAccessible(page, ['target-size']);
      await page.setViewportSize({ width: 320, height: 640 });
      const [across, room] = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
      });
      expect(across).toBe(room);
    });
  }
}
