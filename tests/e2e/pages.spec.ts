/** Every page in a real browser: accessibility, policy, requests, reflow. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { leadsOn, pagePaths, SITES, templateOf, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';
import { expectFitsOpened, overflow, SMALLEST } from './looking.ts';

const WIDE = 1280;
const NARROW = 412;
const THEMES = ['light', 'dark'] as const;

/** Notes what the page must not do: break its policy, log errors, or ask other origins. */
async function watch(page: Page): Promise<string[]> {
  const wrongs: string[] = [];
  page.on('console', (message) => {
    // The address that has no page answers 404, which the browser logs.
    const isMeant = message.location().url.endsWith('/404.html') && message.text().includes('404');
    if (message.type() === 'error' && !isMeant) wrongs.push(`console: ${message.text()}`);
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

/** Of a template with more pages than this, some are looked at, of all sizes. */
const SOME = 12;
/** Of a site whose templates are those of another one. */
const FEW = 4;
/** In bytes. So large a page says the same of hundreds of things. */
const VERY_LARGE = 1_000_000;
/** How many pages are looked at one after the other in one window, which takes less time. */
const TOGETHER = 8;
/** Of so many pages that are like others, one gets what takes long; all of them have to fit a phone. */
const EACH = 4;

/** A page of each template gets every test; the others, being like it, mostly those that are cheap. */
interface Chosen {
  readonly first: readonly string[];
  readonly others: readonly string[];
}

/** In bytes. */
const sizeOf = (site: Site, path: string): number =>
  statSync(join(site.directory, path.endsWith('/') ? `${path}index.html` : path)).size;

/**
 * The pages to look at, evenly chosen where one template has very many; the largest come first.
 *
 * @param firsts how many pages of each template get every test
 * @param most how many pages of each template are chosen
 */
function chosenPaths(site: Site, firsts: number, most: number): Chosen {
  const paths = pagePaths(site).filter((path) => !leadsOn(site, path));
  const alike = new Map<string, string[]>();
  for (const path of paths) {
    alike.set(templateOf(path), [...(alike.get(templateOf(path)) ?? []), path]);
  }
  const templates = [...alike.values()].map((all) => {
    const step = Math.ceil(all.length / most);
    return all
      .toSorted((a, b) => sizeOf(site, b) - sizeOf(site, a))
      .filter((_, i) => i % step === 0);
  });
  return {
    first: templates.flatMap((all) => all.slice(0, firsts)),
    others: templates.flatMap((all) => all.slice(firsts)),
  };
}

/** Opens a page, and expects that it needs no scrolling sideways on a narrow screen. */
async function openFitting(page: Page, url: string): Promise<void> {
  await page.setViewportSize(SMALLEST);
  await page.goto(url);
  expect(await overflow(page), 'horizontal scroll at 320 px').toBeLessThanOrEqual(0);
}

/** Expects that a page needs no scrolling sideways with large text. */
async function expectFitsEnlarged(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await page.setViewportSize({ width: 640, height: 900 });
  expect(await overflow(page), 'horizontal scroll at 200 % text').toBeLessThanOrEqual(0);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  await client.detach();
}

for (const [place, site] of SITES.entries()) {
  // Another site has the templates of the first one.
  const { first, others } = place === 0 ? chosenPaths(site, 1, SOME) : chosenPaths(site, 0, FEW);

  test.describe(`${site.name}: a page of each template`, () => {
    // Large pages take their time.
    test.setTimeout(90_000);

    first.forEach((path, i) => {
      const [theme, other] = i % 2 === 0 ? THEMES : THEMES.toReversed();
      test(path, async ({ page }) => {
        const wrongs = await watch(page);
        await openFitting(page, urlOf(site, path));
        await expectFitsEnlarged(page);
        // Themes differ in colours alone, and widths in little else than how parts lie.
        for (const [width, colorScheme] of [
          [WIDE, theme],
          [NARROW, other],
        ] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          const kinds = width !== WIDE || sizeOf(site, path) > VERY_LARGE;
          await expectAccessible(page, { kinds });
        }
        await expectFitsOpened(page);
        expect(wrongs).toEqual([]);
      });
    });
  });

  test.describe(`${site.name}: the other pages, which are like these`, () => {
    test.setTimeout(90_000);

    for (let from = 0; from < others.length; from += TOGETHER) {
      const paths = others.slice(from, from + TOGETHER);
      test(`${paths[0] ?? ''} to ${paths.at(-1) ?? ''}`, async ({ page }) => {
        const wrongs = await watch(page);
        for (const [i, path] of paths.entries()) {
          await test.step(path, async () => {
            await openFitting(page, urlOf(site, path));
            if (i % EACH === 0) {
              const turn = from / TOGETHER + i / EACH;
              await expectFitsEnlarged(page);
              await page.emulateMedia({ colorScheme: THEMES[turn % 2] ?? 'light' });
              const width = (turn >> 1) % 2 === 0 ? WIDE : NARROW;
              await page.setViewportSize({ width, height: 900 });
              await expectAccessible(page, { kinds: true });
            }
            await expectFitsOpened(page);
            expect(wrongs).toEqual([]);
          });
        }
      });
    }
  });
}
