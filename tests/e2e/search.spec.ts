/** The search, as a reader meets it: by button and by keyboard, on both sites, without scripts. */

import { expect, test, type Locator, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

const [real, tea] = SITES as [Site, Site];

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });
const found = (page: Page): Locator => page.getByRole('listbox').getByRole('option');

async function type(page: Page, query: string): Promise<void> {
  // Keys are heard once the script is there, which also shows the button of the theme.
  await expect(page.getByRole('button', { name: /^Theme: / })).toBeVisible();
  await page.keyboard.press('Control+k');
  await box(page).fill(query);
}

/** Addresses of what the search loads, as they are asked for. */
async function loadedFor(page: Page): Promise<string[]> {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/\/data\/search\.|\/on-demand\./.test(request.url())) loaded.push(request.url());
  });
  await page.goto(urlOf(real, '/options/k3s/'));
  await page.waitForLoadState('networkidle');
  return loaded;
}

test('nothing is loaded before a reader turns to the search, and all of it once', async ({
  page,
}) => {
  const loaded = await loadedFor(page);
  expect(loaded).toEqual([]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const opener = page.getByRole('button', { name: 'Search' });
  await opener.hover();
  await expect.poll(() => loaded.length).toBe(3);
  await opener.click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  expect(loaded).toHaveLength(3);
});

test('what is typed before the box is there stands in it', async ({ page }) => {
  await page.route(/\/on-demand\./, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(urlOf(real, '/criteria/'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('k3s');
  await expect(box(page)).toHaveValue('k3s');
  await page.keyboard.type(' arm');
  await expect(box(page)).toHaveValue('k3s arm');
});

test('a combobox with groups and marks, led by the keyboard', async ({ page }) => {
  await page.goto(urlOf(real, '/criteria/'));
  const opener = page.getByRole('button', { name: 'Search' });
  await expect(opener).toHaveAttribute('aria-keyshortcuts', 'Control+K');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');

  await box(page).fill('kubedge memory');
  await expect(page.getByText('Nothing has all of these words. With most of them:')).toBeVisible();
  await box(page).fill('memory');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^\d+ results$/);
  const criteria = page.getByRole('group', { name: 'Criteria' });
  await expect(criteria.getByRole('option').first()).toContainText('Minimum memory');
  await expect(criteria.locator('mark').first()).toHaveText('memory');
  await expect(page.getByRole('group', { name: 'Sources' })).toBeVisible();

  /** The result that the box says is chosen. */
  const chosen = async (): Promise<string> => {
    const id = await box(page).getAttribute('aria-activedescendant');
    const option = page.locator(`#${id ?? 'none'}`);
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('[aria-selected=true]')).toHaveCount(1);
    return (await option.getAttribute('href')) ?? '';
  };
  const hrefs = await found(page).evaluateAll((links) => links.map((l) => l.getAttribute('href')));
  expect(await chosen()).toBe(hrefs[0]);
  await page.keyboard.press('ArrowDown');
  expect(await chosen()).toBe(hrefs[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await chosen()).toBe(hrefs.at(-1));
  await expect(found(page).last()).toBeInViewport();
  await expect(box(page)).toBeFocused();

  // What was typed is there again, selected, with its results; the focus goes back where it was.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toHaveValue('memory');
  await expect(found(page)).toHaveCount(hrefs.length);
  // Letter by letter, other results come first and go again.
  await page.keyboard.type('uplink');
  await expect(box(page)).toHaveValue('uplink');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(urlOf(real, '/criteria/offline-autonomy/'));
});

test('Ctrl+Enter opens a tab of its own and leaves the search as it is', async ({ page }) => {
  await page.goto(urlOf(real, '/'));
  await type(page, 'azure stack hci');
  await expect(found(page).first()).toContainText('Azure Local');
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Control+Enter');
  const tab = await opened;
  await expect(tab).toHaveURL(urlOf(real, '/options/aks-hybrid/'));
  await expect(box(page)).toHaveValue('azure stack hci');
  // With nothing found there is nothing to open.
  await box(page).fill('zzzz');
  await expect(
    page.getByText(
      'Nothing found. Try another word, or fewer, or look through everything from A to Z.',
    ),
  ).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Enter');
  expect(page.context().pages()).toHaveLength(2);
  await expect(box(page)).toBeFocused();
});

test('options are picked from the results, and the tray goes along', async ({ page }) => {
  await page.goto(urlOf(real, '/criteria/gpu/'));
  await type(page, 'rasberry pi');
  await expect(page.getByText('Nothing is called that. Like it:')).toBeVisible();
  for (const [query, name] of [
    ['k3s', 'K3s'],
    ['microk8s', 'MicroK8s'],
  ] as const) {
    await box(page).fill(query);
    await expect(found(page).first()).toContainText(name);
    const pick = page.getByRole('dialog').getByRole('button', { name: `Pick to compare ${name}` });
    await box(page).press('Tab');
    await page.keyboard.press('Tab');
    await expect(pick).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('dialog').getByRole('button', { name: `Picked to compare ${name}` }),
    ).toHaveAttribute('aria-pressed', 'true');
  }
  await page.keyboard.press('Escape');
  const tray = page.getByRole('list', { name: 'Picked to compare' });
  await expect(tray.getByRole('listitem')).toHaveText([/^K3s/, /^MicroK8s/]);
  await page.getByRole('link', { name: 'Guides' }).first().click();
  await expect(tray.getByRole('listitem')).toHaveText([/^K3s/, /^MicroK8s/]);
  await page.getByRole('link', { name: 'Compare 2' }).click();
  await expect(page).toHaveURL(urlOf(real, '/compare/?options=k3s,microk8s'));
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`is accessible, and fits, at ${String(width)} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 740 });
    await page.goto(urlOf(real, '/method/'));
    await type(page, 'k3s');
    await expect(found(page).nth(3)).toBeVisible();
    await expectAccessible(page);
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((all) => all.scrollWidth - all.clientWidth)).toBe(0);
    const { x, y, ...size } = (await dialog.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + size.width).toBeLessThanOrEqual(width);
    expect(y + size.height).toBeLessThanOrEqual(740);
    // Results scroll; the box and what is below them stay.
    await found(page).last().scrollIntoViewIfNeeded();
    await expect(box(page)).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Everything from A to Z' })).toBeInViewport();
    for (const target of await dialog.getByRole('button').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
  });
}

test('another site is searched under its own path', async ({ page }) => {
  await page.goto(urlOf(tea, '/guides/brewing/'));
  await type(page, 'bohea');
  const first = found(page).first();
  await expect(first).toContainText('Black tea also Bohea');
  await expect(first).toHaveAttribute('href', `${tea.basePath}options/black-tea/`);
  await first.click();
  await expect(page).toHaveURL(urlOf(tea, '/options/black-tea/'));
  await type(page, 'green vs black');
  await expect(page.getByRole('group', { name: 'Side by side' })).toContainText(
    'Green tea vs Black tea',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(urlOf(tea, '/compare/?options=green-tea,black-tea'));
});

test('an index that cannot be had is told of', async ({ page }) => {
  await page.route('**/data/search.*', (route) => route.abort());
  await page.goto(urlOf(tea, '/'));
  await type(page, 'tea');
  await expect(page.getByText('The index cannot be loaded now.')).toBeVisible();
  await page.getByRole('link', { name: 'Everything from A to Z' }).click();
  await expect(page).toHaveURL(urlOf(tea, '/a-z/'));
});

test('an index that could not be had is asked for again with the search', async ({ page }) => {
  await page.route('**/data/search.*', (route) => route.abort());
  await page.goto(urlOf(tea, '/about/'));
  await type(page, 'tea');
  await expect(page.getByText('The index cannot be loaded now.')).toBeVisible();
  await page.unroute('**/data/search.*');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('tea');
});

test('Enter that ends what is composed, as Safari tells it, opens nothing', async ({ page }) => {
  await page.goto(urlOf(tea, '/about/'));
  await type(page, 'black');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  const isTaken = await page.getByRole('combobox', { name: 'Search' }).evaluate((field) => {
    const key = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
    return !field.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  expect(isTaken).toBe(false);
});

test.describe('a search that is long in coming', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**/on-demand*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.goto(urlOf(tea, '/about/'));
    await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeVisible();
    await page.keyboard.press('Control+k');
  });

  test('has what was typed, asked for once or twice, and corrected', async ({ page }) => {
    await page.keyboard.type('blq');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ack');
    await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('black');
  });

  test('is left alone with Escape', async ({ page }) => {
    const loaded = page.waitForResponse('**/on-demand*.js');
    await page.keyboard.press('Escape');
    await loaded;
    await expect(page.locator('dialog.search')).toBeAttached();
    await expect(page.locator('dialog.search')).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the search is an index from A to Z, and no control is dead', async ({ page }) => {
    await page.goto(urlOf(real, '/options/k3s/'));
    const masthead = page.getByRole('banner');
    await expect(masthead.getByRole('button')).toHaveCount(0);
    await expect(masthead.getByRole('combobox')).toHaveCount(0);
    await masthead.getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(urlOf(real, '/a-z/'));
    const letters = page.getByRole('navigation', { name: 'Letters' });
    await letters.getByRole('link', { name: 'E', exact: true }).click();
    const section = page.getByRole('region', { name: 'E', exact: true });
    await expect(section).toBeInViewport();
    const entry = section.getByRole('listitem').filter({ hasText: /^edgelet KubeEdge$/i });
    await entry.getByRole('link').click();
    await expect(page).toHaveURL(urlOf(real, '/options/kubeedge/'));
  });
});
