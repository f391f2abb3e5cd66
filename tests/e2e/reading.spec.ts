/** Reading the site: without scripts, by keyboard, on paper, in a chosen theme. */

import { expect, test } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

const [real] = SITES as [Site, ...Site[]];
const at = (path: string): string => urlOf(real, path);

test.describe('when scripts are unavailable', () => {
  test.use({ javaScriptEnabled: false });

  test('the front page has its table', async ({ page }) => {
    await page.goto(at('/'));
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.getByRole('rowheader')).not.toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });

  test('a cell of the matrix opens its reason', async ({ page }) => {
    await page.goto(at('/matrix/'));
    const cell = page.getByRole('row', { name: /^K3s/ }).getByRole('button').first();
    await cell.click();
    const why = page.locator('.why:popover-open');
    await expect(why).toContainText('K3s');
    await expect(why.getByRole('link', { name: 'Sources' })).toBeVisible();
  });

  test('a source is found by its publisher, many of whom share a page', async ({ page }) => {
    await page.goto(at('/sources/#k3s-req'));
    await expect(page.getByText('look below for who published it')).toBeVisible();
    await page.getByRole('link', { name: 'Akri project' }).click();
    await expect(page).toHaveURL(/\/sources\/others\/#akri-/);
    await expect(page.locator(':target')).toBeInViewport();
    await page.getByRole('link', { name: 'All publishers' }).click();
    await page.getByRole('link', { name: 'SUSE', exact: true }).click();
    await expect(page).toHaveURL(at('/sources/suse/'));
    await expect(page.locator('[id=k3s-req]')).toHaveCount(1);
  });

  test('groups of criteria open', async ({ page }) => {
    await page.goto(at('/matrix/'));
    const head = page.getByRole('columnheader');
    const before = await head.count();
    await page.getByRole('checkbox', { name: /^Governance/ }).check();
    expect(await head.count()).toBeGreaterThan(before + 3);
  });

  test('a rating has an address, and its sources are on the page', async ({ page }) => {
    await page.goto(at('/options/k3s/#min-memory'));
    const row = page.locator('#min-memory');
    await expect(row).toBeInViewport();
    await row
      .getByRole('link', { name: /^\[\d+\]$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/#source-\d+$/);
  });
});

test.describe('by keyboard alone', () => {
  test('the first stop skips to the content', async ({ page }) => {
    await page.goto(at('/options/k3s/'));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#content$/);
  });

  test('a reason opens with Enter, closes with Escape, and gives the focus back', async ({
    page,
  }) => {
    await page.goto(at('/matrix/'));
    const cell = page.getByRole('row', { name: /^K3s/ }).getByRole('button').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.why:popover-open')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.why:popover-open')).toHaveCount(0);
    await expect(cell).toBeFocused();
  });
});

test.describe('the matrix on a phone', () => {
  test('shows two whole columns of data beside the first', async ({ page }) => {
    await page.goto(at('/matrix/'));
    for (const width of [320, 360, 390, 430]) {
      await page.setViewportSize({ width, height: 740 });
      const frame = await page.getByRole('region', { name: 'Matrix' }).boundingBox();
      const third = await page.getByRole('columnheader').nth(2).boundingBox();
      expect((third?.x ?? 0) + (third?.width ?? 0), String(width)).toBeLessThanOrEqual(
        (frame?.x ?? 0) + (frame?.width ?? 0),
      );
    }
  });

  test('keeps head and first column in sight while it scrolls', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(at('/matrix/'));
    const region = page.getByRole('region', { name: 'Matrix' });
    await region.evaluate((element) => {
      element.scrollTo(400, 600);
    });
    const corner = await page.getByRole('columnheader').nth(0).boundingBox();
    const frame = await region.boundingBox();
    expect(Math.abs((corner?.x ?? 0) - (frame?.x ?? 0))).toBeLessThan(3);
    expect(Math.abs((corner?.y ?? 0) - (frame?.y ?? 0))).toBeLessThan(3);
  });
});

test.describe('on paper', () => {
  for (const path of ['/', '/options/k3s/', '/matrix/', '/criteria/min-memory/', '/method/']) {
    test(`${path} has no controls and no navigation`, async ({ page }) => {
      await page.goto(at(path));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.getByRole('combobox')).toHaveCount(0);
      await expect(page.getByRole('checkbox')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const paper = await page.evaluate(() => getComputedStyle(document.body).color);
      expect(paper, 'ink is dark').toMatch(/rgb\((?:[0-4]?\d), (?:[0-4]?\d), (?:[0-4]?\d)\)/);
    });
  }
});

test.describe('the theme', () => {
  test('is chosen once and kept on the next page, before anything is painted', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(at('/'));
    const theme = page.getByRole('button', { name: /^Theme: / });
    await theme.click();
    await theme.click();
    await expect(theme).toHaveAccessibleName('Theme: dark');
    const dark = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    await page.goto(at('/options/'));
    const kept = await page.evaluate(() => ({
      theme: document.documentElement.dataset.theme,
      background: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect(kept).toEqual({ theme: 'dark', background: dark });
    await expect(theme).toHaveAccessibleName('Theme: dark');
    await theme.click();
    await expect(theme).toHaveAccessibleName('Theme: system');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
  });
});

test('the number of a source says which one it is, and by whom', async ({ page }) => {
  await page.goto(at('/options/k3s/'));
  const number = page
    .locator('#min-memory')
    .getByRole('link', { name: /^\[\d+\]$/ })
    .first();
  // But not yet which edition of it was read.
  await expect(number).toHaveAttribute('title', /^(?!.*Read in).+, .+$/);
  const title = (await number.getAttribute('title')) ?? '';
  await number.click();
  await expect(page.locator('.references :target')).toContainText(title);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } });

  // Those above it are not laid out yet, and have heights that are only assumed.
  test('the address of a rating leads to it, however far down it is', async ({ page }) => {
    await page.goto(at('/options/k3s/'));
    const ratings = await page
      .locator('tbody[id]')
      .evaluateAll((all) => all.map(({ id }) => id).filter((_, i) => i % 6 === 5));
    expect(ratings.length).toBeGreaterThan(5);
    for (const id of ratings) {
      await page.goto('about:blank');
      await page.goto(at(`/options/k3s/#${id}`));
      await expect(page.locator(`[id="${id}"] > :first-child > th`)).toBeInViewport({ ratio: 1 });
    }
  });
});

// Which targets come to lie close to others depends on how lines break, so here all are looked at; three
// of each kind are at another width, with the tests of every page.
test('all that can be pressed on the longest pages is large enough, or apart', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 823 });
  for (const option of ['k3s', 'canonical-kubernetes', 'rke2']) {
    await page.goto(at(`/options/${option}/`));
    await expectAccessible(page, { rules: ['target-size'] });
  }
});

test('the # of a rating copies its address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at('/options/k3s/'));
  await page.getByRole('link', { name: 'Link to Minimum memory' }).click();
  await expect(page.getByRole('status')).toHaveText('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    at('/options/k3s/#min-memory'),
  );
});

test('the address that a source had among all leads to where it stands now', async ({ page }) => {
  await page.goto(at('/sources/#k3s-req'));
  await expect(page).toHaveURL(at('/sources/suse/#k3s-req'));
  await expect(page.locator(':target')).toBeInViewport();
  await page.goto(at('/sources/#nothing-of-the-kind'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sources');
  await page.evaluate(() => {
    location.hash = '#k3s-req';
  });
  await expect(page).toHaveURL(at('/sources/suse/#k3s-req'));
});

test('an address without a page says so and leads on', async ({ page }) => {
  const response = await page.goto(at('/no/such/page/'));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no page at this address',
  );
  await page.getByRole('link', { name: 'K3s', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('K3s');
});
