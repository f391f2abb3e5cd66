/** A matrix of more than a thousand options, whose rows are drawn as they come into view. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { packTexts } from '../../src/words/searched-texts.ts';
import { drawnMatrix } from '../long-matrix.ts';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

const [, tea] = SITES as [Site, Site];
const TIMES = 400;
const ROWS = 4 * TIMES;

// The page is another site’s many times over, with a sheet that its policy does not know.
test.use({ bypassCSP: true });

async function open(page: Page, query = ''): Promise<void> {
  await page.route(/\/matrix\/(?:\?.*)?$/, async (route) => {
    const html = readFileSync(join(tea.directory, 'matrix/index.html'), 'utf8');
    await route.fulfill({
      contentType: 'text/html',
      body: drawnMatrix(tea.directory, html, TIMES),
    });
  });
  await page.route('**/data/matrix-texts.json', async (route) => {
    const texts = Array.from({ length: ROWS }, (_, i) => (i === 777 ? ['smells of a barn'] : []));
    await route.fulfill({ json: packTexts(texts) });
  });
  await page.route('**/data/options/*.json', async (route) => {
    const url = route
      .request()
      .url()
      .replace(/-\d+(?=\.json$)/, '');
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await page.goto(urlOf(tea, `/matrix/${query}`));
  await expect(page.locator('matrix-view[data-ready]')).toBeVisible();
}

const table = (page: Page): Locator => page.getByRole('table');
const drawn = (page: Page): Locator => page.locator('.matrix tbody tr');
const row = (page: Page, index: number): Locator =>
  page.locator(`.matrix tbody tr[aria-rowindex="${String(index)}"]`);
const status = (page: Page): Locator => page.locator('matrix-view .status');

/** Scrolls the page, or the frame of the table where that has the rows. */
async function scroll(page: Page, top: number): Promise<void> {
  await page.evaluate((to) => {
    const frame = document.querySelector('.matrix-frame');
    const hasRows = frame !== null && frame.scrollHeight > frame.clientHeight + 1;
    (hasRows ? frame : document.documentElement).scrollTo(0, to);
  }, top);
}

for (const width of [1280, 360]) {
  test(`draws what is in view, and the head sticks, at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page);
    await expect(table(page)).toHaveAttribute('aria-rowcount', String(ROWS + 1));
    await expect(row(page, 2)).toBeVisible();
    expect(await drawn(page).count()).toBeLessThan(60);
    await scroll(page, 60_000);
    await expect(row(page, 2)).toHaveCount(0);
    expect(await drawn(page).count()).toBeLessThan(60);
    // The head is above rows that fill the window, in their order, without a gap.
    const head = await page.getByRole('columnheader').first().boundingBox();
    const frame = await page.getByRole('region', { name: 'Matrix' }).boundingBox();
    expect(head?.y).toBeCloseTo(Math.max(0, frame?.y ?? 0), -1);
    const boxes = await drawn(page).evaluateAll((rows) =>
      rows.map((each) => [each.getBoundingClientRect().top, each.getBoundingClientRect().bottom]),
    );
    boxes.slice(1).forEach(([top = 0], i) => {
      expect(top).toBeCloseTo(boxes[i]?.[1] ?? 0, 0);
    });
    expect(boxes[0]?.[0]).toBeLessThan(head?.y ?? 0);
    expect(boxes.at(-1)?.[1]).toBeGreaterThan(
      Math.min(700, (frame?.y ?? 0) + (frame?.height ?? 0)) - 1,
    );
    await scroll(page, 10_000_000);
    await expect(row(page, ROWS + 1)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
}

test('by keyboard: the focus stays in the document, and goes on from where it is', async ({
  page,
}) => {
  await open(page);
  const first = row(page, 2).getByRole('button').first();
  await first.focus();
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowDown');
  await expect(row(page, 32).getByRole('button').first()).toBeFocused();
  await scroll(page, 80_000);
  await expect(row(page, 40)).toHaveCount(0);
  await expect(row(page, 32).getByRole('button').first()).toBeFocused();
  // It is still in its place among the rows, and the next key leads on from it.
  expect(
    await drawn(page).evaluateAll((rows) => {
      const at = rows.map((each) => Number(each.ariaRowIndex));
      return at.every((index, i) => i === 0 || index > (at[i - 1] ?? 0));
    }),
  ).toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 33).getByRole('button').first()).toBeFocused();
  await expect(row(page, 33)).toBeInViewport();
  // So does Tab, from the last cell of a row.
  await row(page, 33).getByRole('button').last().focus();
  await page.keyboard.press('Tab');
  await expect(row(page, 34).getByRole('link').first()).toBeFocused();
  // Sorted anew, the row is elsewhere, and still has the focus.
  const name = page.locator(':focus');
  const address = await name.getAttribute('href');
  await page.evaluate(() => {
    history.pushState(null, '', '?sort=-caffeine');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('columnheader', { name: /^Caffeine/ })).toHaveAttribute(
    'aria-sort',
    /./,
  );
  await expect(name).toHaveAttribute('href', address ?? '');
});

test('a cell shows its reason from the file of its option', async ({ page }) => {
  await open(page);
  await scroll(page, 30_000);
  const index = await drawn(page)
    .filter({ hasText: 'Green tea' })
    .nth(2)
    .getAttribute('aria-rowindex');
  const cell = row(page, Number(index)).getByRole('button').first();
  await cell.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('.why:popover-open');
  await expect(panel).toContainText(/, Green tea \d+/);
  await expect(panel.getByRole('list').getByRole('link').first()).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Wrong?' })).toHaveAttribute(
    'href',
    /^https:\/\/git\.example\/leafwise\/issues\/new\?.*option=green-tea-\d+&criterion=/,
  );
  await expect(cell).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(cell).toBeFocused();
});

test('filters, bands, search, Back and picks are those of a short matrix', async ({ page }) => {
  await open(page, '?strength=mild&failed=dim');
  await expect(status(page)).toHaveText(/^[\d,]+ of 1,600 options match/);
  const [told = ''] = /^[\d,]+/.exec((await status(page).textContent()) ?? '') ?? [];
  const met = Number(told.replaceAll(',', ''));
  expect(met % TIMES).toBe(0);
  // The name of the first band follows the matches.
  const count = Number(await table(page).getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(ROWS + 1);
  await scroll(page, 10_000_000);
  await expect(row(page, count)).toContainText('Fails only Strength');
  const height = (await row(page, count).boundingBox())?.height ?? 0;
  await scroll(page, met * height);
  await expect(row(page, met + 2)).toHaveClass('band');
  await expect(row(page, met + 2)).toContainText('options');

  await page.getByRole('button', { name: /^Remove Strength/ }).click();
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(ROWS + 1));
  await page.getByRole('searchbox').fill('barn');
  await expect(status(page)).toHaveText(/^1 of 1,600 options match/);
  await expect(row(page, 3)).toHaveClass('band');
  await page
    .getByRole('checkbox', { name: /^Compare / })
    .first()
    .check();
  await expect(page).toHaveURL(/options=[\w~-]+$/);
  await page.goBack();
  await page.goBack();
  await expect(status(page)).toHaveText('1,600 options');
  await page.goBack();
  await expect(status(page)).toHaveText(new RegExp(`^${told} of 1,600 options match`));
});

test('print and export have all rows, and criteria in rows the first options', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await drawn(page).count()).toBe(ROWS);
  const tops = await drawn(page).evaluateAll((rows) =>
    rows.slice(0, 50).map((each) => each.getBoundingClientRect().top),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(50);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  expect(await drawn(page).count()).toBeLessThan(60);
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(ROWS);

  await page.getByRole('button', { name: 'View and sort' }).click();
  await page.getByRole('radio', { name: 'criteria in rows' }).check();
  await expect(page.getByText('the first 100 are laid side by side')).toBeVisible();
  await expect(page.getByRole('columnheader')).toHaveCount(101);
  await page.getByRole('radio', { name: 'options in rows' }).check();
  await expect(row(page, 2)).toBeVisible();
  await expect(page.getByRole('columnheader').first()).toHaveText('Option');
});

test('is accessible in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, '?strength=mild&failed=dim');
    await expectAccessible(page);
  }
});
