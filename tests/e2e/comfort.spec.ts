/** What makes reading easy on every page: nothing moves, little is waited for, keys are told. */

import { expect, test, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';

const [real, tea] = SITES as [Site, Site];
const at = (path: string): string => urlOf(real, path);

/** The shifts that a browser counts against the page, as what moved, up to now. */
async function shifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            readonly value: number;
            readonly sources: readonly { readonly node: Node | null }[];
          })[]) {
            const nodes = entry.sources.map(({ node }) => node?.nodeName ?? '');
            moved.push(`${entry.value.toFixed(4)} ${nodes.join(' ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(moved);
        }, 100);
      }),
  );
}

for (const width of [360, 1280]) {
  test(
    `nothing moves while loading, at ${String(width)} px`,
    // On a wide screen there is room for any font: what moves there is what scripts bring.
    { tag: width === 360 ? '@layout' : [] },
    async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(() => {
        localStorage.setItem('compare', JSON.stringify([{ slug: 'k3s', name: 'K3s' }]));
      });
      // Scripts come late, as they do over a thin line.
      await page.route('**/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await route.continue();
      });
      for (const path of [
        '/',
        '/options/k3s/',
        '/recommend/',
        '/criteria/gpu/',
        '/guides/windows/',
        '/matrix/',
        '/compare/?options=k3s,microk8s',
        '/compare/?options=gdc-connected~single,canonical-kubernetes~windows,starlingx~standard',
      ]) {
        await page.goto(at(path));
        await expect(page.getByRole('button', { name: /^Theme: / })).toBeVisible();
        await page.waitForLoadState('networkidle');
        // A column of a table that is still arriving may widen for a row that comes later.
        const least = path === '/matrix/' && width === 1280 ? 0.01 : 0;
        const moved = (await shifts(page)).filter((shift) => parseFloat(shift) >= least);
        expect(moved, path).toEqual([]);
      }
    },
  );
}

test('pages are fetched ahead when a reader points at their links, those of others are not', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text());
  });
  await page.goto(urlOf(tea, '/options/black-tea/'));
  await page.getByRole('link', { name: 'Kettle' }).hover();
  await page.waitForTimeout(400);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Guides' })
    .hover();
  await expect.poll(() => asked).toContain(urlOf(tea, '/guides/'));
  const here = new URL(urlOf(tea, '/')).origin;
  expect(asked.filter((url) => !url.startsWith(here))).toEqual([]);
  expect(wrongs).toEqual([]);
});

test('the keys are told on every page, and the sheet gives the focus back', async ({ page }) => {
  for (const site of [real, tea]) {
    await page.goto(urlOf(site, '/about/'));
    const opener = page.getByRole('contentinfo').getByRole('button', { name: 'Keyboard' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Keyboard' });
    await expect(sheet.getByRole('heading', { name: 'In the search' })).toBeVisible();
    await expect(sheet.getByRole('definition').first()).toHaveText('Search');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test('what the navigation opens is shut by Escape, and gives the focus back', async ({ page }) => {
  await page.goto(urlOf(tea, '/about/'));
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const more = navigation.getByText('More', { exact: true });
  const compare = navigation.getByRole('link', { name: 'Compare' });
  await more.click();
  await expect(compare).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(compare).toBeHidden();
  await more.press('Enter');
  await page.keyboard.press('Tab');
  await expect(compare).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(compare).toBeHidden();
  await expect(more).toBeFocused();
});

test('the masthead is low, and whole, at every width', { tag: '@any-fonts' }, async ({ page }) => {
  await page.goto(at('/options/k3s/'));
  const masthead = page.getByRole('banner');
  for (const [width, most] of [
    [320, 125],
    [360, 125],
    [768, 110],
    [1280, 70],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    expect((await masthead.boundingBox())?.height, String(width)).toBeLessThanOrEqual(most);
    await expect(masthead.getByRole('button', { name: /^Theme: / })).toBeVisible();
    const targets = await masthead
      .locator(':is(a, button, summary):visible')
      .evaluateAll((all) =>
        all.map((target) => target.getBoundingClientRect().toJSON() as DOMRect),
      );
    expect(targets.length).toBeGreaterThan(7);
    for (const { height, left, right } of targets) {
      expect(height).toBeGreaterThanOrEqual(24);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  }
});
