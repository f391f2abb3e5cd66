/** Parts that stick to an edge of the window hide neither what has the focus nor one another. */

import { expect, test, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectStarted } from './answered.ts';

const [real] = SITES as [Site, ...Site[]];
const at = (path: string): string => urlOf(real, path);

/** How often the focus moves on, from where it is set first. */
const STEPS = 24;

/** Has options picked, so that the tray is there. */
async function pick(page: Page, slugs: readonly string[]): Promise<void> {
  await page.addInitScript((picked) => {
    localStorage.setItem(
      'compare',
      JSON.stringify(picked.map((slug) => ({ slug, name: `${slug}, by its whole name` }))),
    );
  }, slugs);
}

/** What of the focused element is covered by a part that sticks, as the part and the element. */
async function covered(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // The browser has scrolled by then.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return [];
    const parts = [
      ...document.querySelectorAll(
        'compare-tray, .peek, site-edition, .versus thead, .matrix thead th, .matrix [scope=row]',
      ),
    ].filter(
      (part) =>
        !part.contains(focused) &&
        part.hasChildNodes() &&
        getComputedStyle(part).position !== 'static',
    );
    const own = focused.getBoundingClientRect();
    return parts.flatMap((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      const across = Math.min(own.right, right) - Math.max(own.left, left);
      const down = Math.min(own.bottom, bottom) - Math.max(own.top, top);
      // What is wider or higher than the room that is left has to lie behind something.
      const fits = own.height < innerHeight / 3 && own.width < innerWidth / 2;
      const hidden = fits
        ? across > 1 && down > 1
        : across > own.width - 8 && down > own.height - 8;
      return hidden
        ? [`${part.localName}.${part.className} over “${focused.textContent.trim().slice(0, 30)}”`]
        : [];
    });
  });
}

for (const [name, path, from] of [
  ['the matrix', '/matrix/', '.matrix tbody tr:nth-child(4) .cell'],
  [
    'the recommender',
    '/recommend/?v=1&shape=clusters&uplink=weeks&windows=none&availability=survive',
    'input[type=radio]',
  ],
  ['a comparison', '/compare/?options=k3s,microk8s', '.versus tbody a'],
  ['two options', '/compare/k3s-vs-microk8s/', '.versus tbody a'],
  ['an option', '/options/k3s/', '.ledger a'],
] as const) {
  for (const width of [360, 1280]) {
    test(`${name}: the focus is never hidden, at ${String(width)} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      await pick(page, ['k3s', 'microk8s', 'k0s']);
      await page.goto(at(path));
      // There, what is picked is compared already.
      const tray = page.getByRole('region', { name: 'Options to compare' });
      await expect(tray).toBeVisible({ visible: !path.startsWith('/compare/?') });
      await page.locator(from).first().focus();
      const hidden: string[] = [];
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let step = 0; step < STEPS; step += 1) {
          await page.keyboard.press(key);
          hidden.push(...(await covered(page)).map((what) => `${key}: ${what}`));
        }
      }
      expect(hidden).toEqual([]);
    });
  }
}

test('arrows in the matrix lead to cells that are in sight', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(at('/matrix/'));
  await page.locator('.matrix tbody tr:nth-child(2) .cell').first().focus();
  const hidden: string[] = [];
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press(key);
      hidden.push(...(await covered(page)).map((what) => `${key}: ${what}`));
    }
  }
  expect(hidden).toEqual([]);
});

test('tray, answer in a line and message lie one above the other', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await pick(page, ['k3s', 'microk8s', 'k0s']);
  await page.goto(at('/recommend/'));
  await expectStarted(page);
  // Where the answers are given on the page itself, the line leads to what comes of them.
  await page.locator('input[name=uplink][value=weeks]').check();
  const peek = page.locator('.peek');
  await expect(peek).toBeVisible();
  await page.evaluate(() => {
    document.querySelector('site-edition')?.replaceChildren('A newer edition is there.');
  });
  const boxes = async (): Promise<(readonly [number, number])[]> => {
    const parts = ['site-edition', '.peek', 'compare-tray'].map((part) => page.locator(part));
    const found = await Promise.all(parts.map((part) => part.boundingBox()));
    return found.map((box) => [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)] as const);
  };
  await expect(async () => {
    const [edition = [0, 0], line = [0, 0], tray = [0, 0]] = await boxes();
    expect(edition[1]).toBeLessThanOrEqual(line[0]);
    expect(Math.abs(line[1] - tray[0])).toBeLessThanOrEqual(1);
    expect(tray[1]).toBeLessThanOrEqual(701);
  }).toPass({ timeout: 3000 });
  // The end of the page comes clear of them.
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  const foot = await page.getByRole('contentinfo').getByRole('listitem').last().boundingBox();
  const [, line = [0, 0]] = await boxes();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(line[0]);
});

test('the contents beside a page end above the tray', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('compare', JSON.stringify([{ slug: 'k3s', name: 'K3s' }]));
  });
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto(urlOf(real, '/options/k3s/'));
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.evaluate((nav) => {
    scrollTo(0, nav.getBoundingClientRect().top + 600);
  });
  const bottom = (): Promise<number> =>
    contents.evaluate((nav) => nav.getBoundingClientRect().bottom);
  const tray = await page.locator('compare-tray').boundingBox();
  await expect.poll(bottom).toBeLessThanOrEqual(tray?.y ?? 0);
});
