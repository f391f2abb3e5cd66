/** Every page in a real browser: accessibility, policy, requests, reflow. */

import { expect, test, type Page } from '@playwright/test';
import { leadsOn, pagePaths, SITES, templateOf, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

const WIDTHS = [1280, 360] as const;
const THEMES = ['light', 'dark'] as const;

/** Notes what the page must not do: break its policy, log errors, or ask other origins. */
async function watch(page: Page): Promise<string[]> {
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1') wrongs.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return wrongs;
}

/** By how much the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Pages of two options are hundreds, and alike: of a template with so many, some are looked at. */
const HUNDREDS = 100;
const SOME = 12;

/** The pages to look at, evenly chosen where one template has very many. */
function chosenPaths(site: Site): string[] {
  const paths = pagePaths(site).filter((path) => !leadsOn(site, path));
  const alike = (path: string): string[] =>
    paths.filter((other) => templateOf(other) === templateOf(path));
  return paths.filter((path) => {
    const same = alike(path);
    return same.length < HUNDREDS || same.indexOf(path) % Math.ceil(same.length / SOME) === 0;
  });
}

for (const site of SITES) {
  test.describe(`${site.name}: every page`, () => {
    // Large pages take their time.
    test.setTimeout(90_000);

    const paths = chosenPaths(site);
    const templates = new Map(paths.map((path) => [templateOf(path), path]));

    paths.forEach((path, i) => {
      // One page of each template is looked at in both widths.
      const widths = templates.get(templateOf(path)) === path ? WIDTHS : [WIDTHS[i % 2] ?? 1280];
      const [first, second] = i % 4 < 2 ? THEMES : THEMES.toReversed();

      test(path, async ({ page }) => {
        const wrongs = await watch(page);
        await page.goto(urlOf(site, path));
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme: first });
          await expectAccessible(page);
          // Themes differ in colours alone.
          await page.emulateMedia({ colorScheme: second });
          await expectAccessible(page, ['color-contrast']);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await overflow(page), 'horizontal scroll at 320 px').toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 640, height: 900 });
        const client = await page.context().newCDPSession(page);
        await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
        expect(await overflow(page), 'horizontal scroll at 200 % text').toBeLessThanOrEqual(0);
        // The address that has no page answers 404, which the browser logs.
        expect(wrongs.filter((w) => !(path === '/404.html' && w.includes('404')))).toEqual([]);
      });
    });
  });
}
