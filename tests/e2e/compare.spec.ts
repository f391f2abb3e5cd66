/** Options side by side: any two at an address of their own, up to five on one page. */

import { expect, test, type Locator, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

const [real, tea] = SITES as [Site, Site];
const at = (path: string): string => urlOf(real, path);

async function open(page: Page, query: string, site = real): Promise<void> {
  await page.goto(urlOf(site, `/compare/${query}`));
  await expect(page.getByRole('combobox', { name: 'Add' })).toBeVisible();
}

const heads = (page: Page): Locator => page.getByRole('columnheader').getByRole('link');

test('options are added, swapped and removed, each a step that can be undone', async ({ page }) => {
  await open(page, '?options=k3s,microk8s');
  await expect(heads(page)).toHaveText(['K3s', 'MicroK8s']);
  await expect(page.getByText(/^2 options on (\d+) of \1 criteria\.$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Add' }).selectOption('k0s');
  await expect(page).toHaveURL(/options=k3s,microk8s,k0s$/);
  const swap = page.getByRole('button', { name: 'Swap MicroK8s with K3s' });
  await swap.focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['MicroK8s', 'K3s', 'k0s']);
  // The button is another one now; the focus stays among the buttons.
  await expect(page.locator('thead button:focus')).toHaveCount(1);
  const remove = page.getByRole('button', { name: 'Remove k0s' });
  const box = await remove.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await remove.click();
  await expect(page).toHaveURL(/options=microk8s,k3s$/);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(heads(page)).toHaveText(['K3s', 'MicroK8s']);
  await page.goForward();
  await expect(heads(page)).toHaveCount(3);
  await expect(page.locator('compare-tray')).toHaveCount(0);
});

test('what differs can stand alone, the better value is marked in words, reasons come on demand', async ({
  page,
}) => {
  await open(page, '?options=k3s,microk8s');
  const all = await page.getByRole('row').count();
  await page.getByRole('checkbox', { name: 'Only what differs' }).check();
  await expect(page).toHaveURL(/&differences$/);
  expect(await page.getByRole('row').count()).toBeLessThan(all);
  const flexibility = page.getByRole('row', { name: /^Flexibility/ });
  await expect(flexibility.getByRole('cell').first()).toContainText(/High\s*better/);
  await expect(flexibility.getByRole('cell').last()).not.toContainText('better');
  // What narrows a value stands beside it.
  await expect(flexibility.getByRole('cell').first()).toContainText('can be replaced');
  const why = page.getByRole('button', { name: 'Why: Flexibility' });
  await why.press('Enter');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(why).toBeFocused();
  const reasons = page.locator('tr#flexibility + tr');
  await expect(reasons.getByRole('link')).not.toHaveCount(0);
  await expect(reasons).toContainText(/checked \d+ \w+ 2026/);
  await page.getByRole('button', { name: 'All reasons' }).click();
  await expect(page.locator('tr.reasons').last()).toContainText('checked');
  await page.getByRole('link', { name: 'In the matrix' }).click();
  await expect(page).toHaveURL(/\/matrix\/\?options=k3s,microk8s$/);
  await expect(page.getByRole('checkbox', { name: 'Compare MicroK8s' })).toBeChecked();
});

test('requirements come along, and say what they find', async ({ page }) => {
  await open(page, '?min-memory=..1024&options=k0s,aks-hybrid');
  const row = page.getByRole('row', { name: /^Minimum memory/ });
  await expect(row).toContainText('asked for: 1 GiB or less');
  await expect(row.getByRole('cell').last()).toContainText('fails');
  await expect(row.getByRole('cell').first()).not.toContainText('fails');
  await expect(page.getByRole('link', { name: 'In the matrix' })).toHaveAttribute(
    'href',
    /min-memory=\.\.1024&options=k0s,aks-hybrid$/,
  );
});

test('former names are followed, what cannot be is told, nothing is injected', async ({ page }) => {
  const problems: string[] = [];
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  page.on('pageerror', (error) => problems.push(error.message));
  const attack = encodeURIComponent('"><img src=x onerror=alert(1)>');
  await open(page, `?options=bohea,green-tea,${attack}&sort=strength&${attack}=1`, tea);
  await expect(heads(page)).toHaveCount(2);
  await expect(page).toHaveURL(/options=black-tea,green-tea$/);
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([
    'options="><img src=x onerror=alert(1)> is not an option of this site.',
    '"><img src=x onerror=alert(1)>=1 is not something this page knows.',
    'sort=strength has no part in a comparison.',
  ]);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(problems).toEqual([]);
  await open(page, '?options=k3s,k0s,rke2,talos,aks,microk8s');
  await expect(heads(page)).toHaveCount(5);
  await expect(page.getByRole('alert')).toContainText('options=microk8s is more than the 5');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`two options fit beside each other on a phone, and all is accessible, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '?options=k3s,microk8s&min-memory=..512');
    await page.getByRole('button', { name: 'Why: Operational cost' }).click();
    const last = await heads(page).last().boundingBox();
    expect((last?.x ?? 999) + (last?.width ?? 0)).toBeLessThanOrEqual(344);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every pair has its page: what differs most in sentences, then the table', async ({
    page,
  }) => {
    await page.goto(at('/compare/?options=k3s,k0s'));
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await page.getByText('K3s with …').click();
    await page.getByRole('link', { name: 'K3s vs MicroK8s' }).click();
    await expect(page).toHaveURL(at('/compare/k3s-vs-microk8s/'));
    await expect(page).toHaveTitle(/^K3s vs MicroK8s/);
    await expect(page.getByRole('listitem').filter({ hasText: 'K3s rates better on' })).toHaveText(
      /^K3s rates better on \d+ of 38 criteria, MicroK8s on \d+; on \d+ they rate the same\.$/,
    );
    const all = await page.getByRole('row').count();
    await page.getByRole('checkbox', { name: 'Only what differs' }).check();
    expect(await page.getByRole('row').count()).toBeLessThan(all);
    const row = page.getByRole('row', { name: /^Flexibility/ });
    await row.getByText('Why').first().click();
    await expect(row.getByRole('link', { name: /^\[\d+\]$/ }).first()).toBeVisible();
  });
});

test('an option stands in any of its modes, and in several beside one another', async ({
  page,
}) => {
  await open(page, '?options=green-tea~iced,green-tea,black-tea~gone', tea);
  await expect(page).toHaveURL(/options=green-tea~cold,green-tea,black-tea$/);
  await expect(page.getByText('names a mode that this site does not have')).toBeVisible();
  const [first, second] = [0, 1].map((i) =>
    page.getByRole('combobox', { name: 'Mode of Green tea' }).nth(i),
  ) as [Locator, Locator];
  await expect(first).toHaveValue('green-tea~cold');
  await expect(second).toHaveValue('green-tea');
  // What has a column of its own cannot be had twice.
  await expect(first.locator('option:disabled')).toHaveText('a hot infusion');
  const strength = page.getByRole('row', { name: /^Strength/ }).getByRole('cell');
  await expect(strength.nth(0)).toContainText('Mild');
  await expect(strength.nth(1)).toContainText('Medium');
  await page.getByRole('button', { name: 'Why: Strength' }).click();
  await expect(page.getByText('Cold water draws little.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Green tea, a cold brew' }).click();
  await expect(page).toHaveURL(/options=green-tea,black-tea$/);
  await first.selectOption('a cold brew');
  await expect(page).toHaveURL(/options=green-tea~cold,black-tea$/);
  await expectAccessible(page);
});
