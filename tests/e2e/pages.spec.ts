/** Every page in a real browser: accessibility, policy, requests, reflow. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { leadsOn, pagePaths, SITES, templateOf, urlOf, type Site } from '../sites.ts';

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

async function expectAccessible(page: Page): Promise<void> {
  // There are no frames to look into, and what passes is not asked for: three times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const told = violations.map(
    (v) =>
      `${v.id}: ${v.help}\n${v.nodes
        .slice(0, 3)
        .map((n) => `  ${n.html.slice(0, 160)}`)
        .join('\n')}`,
  );
  expect(told).toEqual([]);
}

/** Pages of two options are hundreds and alike; of such a template, so many are looked at. */
const MOST = 40;

/** The pages to look at, evenly chosen where one template has very many. */
function chosenPaths(site: Site): string[] {
  const paths = pagePaths(site).filter((path) => !leadsOn(site, path));
  const alike = (path: string): string[] =>
    paths.filter((other) => templateOf(other) === templateOf(path));
  return paths.filter((path) => {
    const same = alike(path);
    return same.indexOf(path) % Math.ceil(same.length / MOST) === 0;
  });
}

for (const site of SITES) {
  const paths = chosenPaths(site);

  test.describe(`${site.name}: every page`, () => {
    paths.forEach((path, i) => {
      const width = WIDTHS[i % 2] ?? 1280;
      const colorScheme = THEMES[Math.floor(i / 2) % 2] ?? 'light';

      test(`${path} at ${String(width)} px, ${colorScheme}`, async ({ page }) => {
        const wrongs = await watch(page);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(urlOf(site, path));
        await expectAccessible(page);
        await page.setViewportSize({ width: 320, height: 640 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, 'horizontal scroll at 320 px').toBeLessThanOrEqual(0);
        // The address that has no page answers 404, which the browser logs.
        expect(wrongs.filter((w) => !(path === '/404.html' && w.includes('404')))).toEqual([]);
      });
    });
  });

  test.describe(`${site.name}: every template, both themes, both widths`, () => {
    const templates = new Map(paths.map((path) => [templateOf(path), path]));
    for (const [template, path] of templates) {
      for (const colorScheme of THEMES) {
        for (const width of WIDTHS) {
          test(`${template} at ${String(width)} px, ${colorScheme}`, async ({ page }) => {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            await page.setViewportSize({ width, height: 900 });
            await page.goto(urlOf(site, path));
            await expectAccessible(page);
          });
        }
      }
    }
  });
}
