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
  await expect(page.getByText(/^2 options\. They differ on \d+ of \d+ criteria\.$/)).toBeVisible();
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

test('what differs is shown first, the better value is marked in words, reasons come on demand', async ({
  page,
}) => {
  await open(page, '?options=k3s,microk8s&differences');
  // Older links ask for what is now the default.
  await expect(page).toHaveURL(/options=k3s,microk8s$/);
  const few = await page.getByRole('row').count();
  const identical = page.getByRole('button', { name: /^\d+ identical rows hidden · show$/ });
  const hidden = Number.parseInt(await identical.innerText());
  await identical.click();
  await expect(page).toHaveURL(/&identical$/);
  await expect(
    page.getByRole('button', { name: `Hide ${String(hidden)} identical rows` }),
  ).toBeVisible();
  // Groups all of whose criteria are alike have a head again.
  expect((await page.getByRole('row').count()) - few).toBeGreaterThanOrEqual(hidden);
  await page.goBack();
  await expect(page.getByRole('row')).toHaveCount(few);
  const flexibility = page.getByRole('row', { name: /^Flexibility/ });
  await expect(flexibility.getByRole('cell').first()).toContainText(/High\s*better/);
  await expect(flexibility.getByRole('cell').last()).not.toContainText('better');
  // What narrows a value stands beside it.
  await expect(page.getByRole('cell').locator('.text-soft').first()).toHaveText(/\w/);
  const why = page.getByRole('button', { name: 'Why: Flexibility' });
  await why.press('Enter');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(why).toBeFocused();
  const reasons = page.locator('tr#flexibility + tr');
  await expect(reasons.getByRole('link')).not.toHaveCount(0);
  await expect(reasons).toContainText(/checked \d+ \w+ 2026/);
  await page.getByRole('button', { name: 'All reasons' }).click();
  await expect(page.locator('tr.reasons').last()).toContainText('checked');
  await page.getByRole('link', { name: 'Show them in the matrix' }).click();
  await expect(page).toHaveURL(/\/matrix\/\?options=k3s,microk8s$/);
  await expect(page.getByRole('checkbox', { name: 'Compare MicroK8s' })).toBeChecked();
});

test('what was asked for comes first, alike or not, and says what it finds', async ({ page }) => {
  await open(page, '?min-memory=..1024&cpu-architectures=amd64&options=k0s,aks-hybrid');
  await expect(page.getByRole('rowgroup').nth(1)).toContainText(/^You asked for/);
  const row = page.getByRole('row', { name: /^Minimum memory/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('asked for: 1 GiB or less');
  await expect(row.getByRole('cell').last()).toContainText('not met');
  await expect(row.getByRole('cell').first()).not.toContainText('not met');
  await expect(page.getByRole('link', { name: 'Show them in the matrix' })).toHaveAttribute(
    'href',
    /min-memory=\.\.1024&options=k0s,aks-hybrid$/,
  );
});

test('where the parts live is drawn side by side, and sentences say what differs most', async ({
  page,
}) => {
  await open(page, '?options=k3s,microk8s~gone,k0s,talos');
  const drawings = page.getByRole('figure');
  await expect(drawings).toHaveCount(4);
  await expect(drawings.first().getByRole('img', { name: /^K3s: / })).toBeVisible();
  await expect(drawings.last()).toContainText('Talos');
  const sentences = page.locator('.sentences').getByRole('listitem');
  expect(await sentences.count()).toBeGreaterThan(2);
  for (const text of await sentences.allInnerTexts()) {
    for (const name of ['K3s', 'MicroK8s', 'k0s', 'Talos']) expect(text).toContain(name);
  }
  await expectAccessible(page);
});

test('the drawing is that of the mode; of a mode without one, that is said', async ({ page }) => {
  await open(page, '?options=k3s~remote-agents,k3s~three,k0s~three,gdc-connected~single');
  const drawing = (name: RegExp): Locator =>
    page.getByRole('figure').filter({ has: page.getByRole('img', { name }) });
  const without = 'There is no drawing of';
  await expect(drawing(/^K3s: Agents at other sites/)).not.toContainText(without);
  await expect(drawing(/^K3s: Three servers/)).not.toContainText(without);
  await expect(drawing(/^k0s: A whole cluster/)).not.toContainText(without);
  await expect(drawing(/^GDC connected: /)).toContainText(
    'There is no drawing of “a single server”; this is another way to run it.',
  );
  await expect(page.getByRole('figure')).toHaveCount(4);
  // Another mode is chosen in the head of its column.
  await page
    .getByRole('combobox', { name: /^Mode of GDC/ })
    .selectOption({ label: 'three servers' });
  await expect(drawing(/^GDC connected: Three servers/)).not.toContainText(without);
});

for (const [path, width, height] of [
  ['/compare/?options=k3s,microk8s,k0s', 390, 800],
  ['/compare/?options=k3s,microk8s,k0s,rke2', 390, 800],
  ['/compare/?options=k3s,microk8s,k0s,rke2,talos', 390, 800],
  ['/compare/?options=k3s,microk8s,k0s,rke2,talos', 768, 900],
  ['/compare/?options=k3s,microk8s,k0s,rke2', 1440, 900],
  ['/compare/k3s-vs-microk8s/', 390, 800],
  ['/compare/k3s-vs-microk8s/', 768, 900],
  ['/compare/k3s-vs-microk8s/', 1440, 900],
] as const) {
  test(`names stay in sight: ${path} at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(at(path));
    const names = heads(page);
    await expect(names.first()).toBeVisible();
    await page.evaluate(() => {
      const rows = [...document.querySelectorAll('.versus [scope=row]')].filter((row) =>
        row.checkVisibility(),
      );
      rows
        .at(Math.floor(rows.length / 2))
        ?.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const all = await names.count();
    for (let i = 0; i < all; i += 1) {
      const box = await names.nth(i).boundingBox();
      expect(box?.y ?? -1, 'within the window').toBeGreaterThanOrEqual(0);
      expect(box?.y ?? 999).toBeLessThan(height / 3);
      // Up to three fit beside each other on a phone.
      if (all <= 3 || width > 390) {
        expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    }
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(spill).toBeLessThanOrEqual(0);
  });
}

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

test('the address of two options without a page leads to the comparison of any, in frames too', async ({
  page,
}) => {
  for (const [from, to] of [
    ['/compare/microk8s-vs-k3s/', '/compare/?options=microk8s,k3s'],
    [
      '/compare/microk8s-vs-k3s?identical#flexibility',
      '/compare/?options=microk8s,k3s&identical#flexibility',
    ],
    ['/compare/k3s-vs-gone/', '/compare/?options=k3s'],
  ] as const) {
    await page.goto(at(from));
    await expect(page).toHaveURL(at(to));
  }
  await expect(page.getByRole('alert')).toContainText('options=gone is not an option of this site');
  await page.goto(urlOf(tea, '/compare/water-vs-bohea/'));
  await expect(page).toHaveURL(urlOf(tea, '/compare/?options=water,black-tea'));
  await expect(heads(page)).toHaveCount(2);
  await page.goto(urlOf(tea, '/embed/compare/water-vs-bohea/'));
  await expect(page).toHaveURL(urlOf(tea, '/embed/compare/?options=water,bohea'));
  await expect(page.getByRole('columnheader').getByRole('link')).toHaveCount(2);
});

test('a frame shows the options and criteria that its address names, and says what it cannot', async ({
  page,
}) => {
  await page.goto(at('/embed/compare/?options=k3s,microk8s,gone'));
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('K3s and MicroK8s');
  await expect(title.getByRole('link')).toHaveAttribute('href', '/compare/?options=k3s,microk8s');
  await expect(page.getByRole('alert')).toContainText('options=gone is not an option of this site');
  await expect(page.getByRole('cell').first().getByRole('link')).toHaveAttribute('href', /#/);
  await expectAccessible(page);
  await page.goto(at('/embed/compare/?options=k3s&columns=flexibility'));
  await expect(page.getByRole('rowheader')).toHaveText(['Flexibility']);
  await page.goto(at('/embed/compare/'));
  await expect(page.getByRole('status')).toContainText('names no options');
});

test('of the ratings, only those of what is compared are fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, option] = /\/data\/ratings\.([\w-]+)-\w+\.json$/.exec(request.url()) ?? [];
    if (option !== undefined) asked.push(option);
  });
  await open(page, '?options=k3s~three,k3s,microk8s');
  await expect(heads(page)).toHaveCount(3);
  expect(asked.toSorted()).toEqual(['k3s', 'microk8s']);
  await page.getByRole('combobox', { name: 'Add' }).selectOption('k0s');
  await expect(heads(page)).toHaveCount(4);
  expect(asked).toHaveLength(3);
});

/** Holds the request by which a page looks for a newer edition of itself. */
async function holdPage(
  page: Page,
): Promise<{ readonly held: Promise<unknown>; readonly letGo: () => Promise<void> }> {
  const isOwn = (url: URL): boolean => url.pathname === new URL(at('/compare/')).pathname;
  let go: () => void = () => undefined;
  const free = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(isOwn, async (route) => {
    await free;
    await route.continue();
  });
  const held = page.waitForRequest((request) => isOwn(new URL(request.url())));
  return {
    held,
    async letGo() {
      const list = page.waitForResponse('**/data/table.*');
      go();
      await (await list).finished();
      // What comes of it is told in the tasks after it.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      await page.unroute(isOwn);
    },
  };
}

test('what cannot be had is told, and can be had again', async ({ page }) => {
  await page.route('**/data/ratings.k0s-*', (route) => route.abort());
  await page.goto(at('/compare/?options=k3s,k0s,microk8s'));
  await expect(page.getByText('The ratings of k0s could not be loaded.')).toBeVisible();
  await expect(heads(page)).toHaveText(['K3s', 'MicroK8s']);
  // What fails only after another try has succeeded is of no interest any more.
  const { held, letGo } = await holdPage(page);
  await page.getByRole('button', { name: 'Swap MicroK8s with K3s' }).click();
  await expect(page).toHaveURL(/options=microk8s,k0s,k3s$/);
  await held;
  await page.unroute('**/data/ratings.k0s-*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heads(page)).toHaveText(['MicroK8s', 'k0s', 'K3s']);
  await letGo();
  await expect(page.getByText('could not be loaded')).toHaveCount(0);

  await page.route('**/data/table.*', (route) => route.abort());
  await page.goto(at('/compare/?options=k3s,k0s'));
  await expect(page.getByText('what can be compared could not be loaded')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Two side by side' })).toBeVisible();
  await page.unroute('**/data/table.*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heads(page)).toHaveText(['K3s', 'k0s']);

  await page.route('**/data/ratings.k0s-*', (route) => route.abort());
  await page.goto(at('/embed/compare/?options=k3s,k0s'));
  await expect(page.getByRole('status')).toContainText('could not be loaded');
  await page.unroute('**/data/ratings.k0s-*');
  await page.getByRole('button', { name: 'Try again' }).dblclick();
  await expect(heads(page)).toHaveText(['K3s', 'k0s']);
  await expect(page.getByRole('status')).toHaveText('');
  await expect(page.getByRole('table')).toHaveCount(1);
});

test('a criterion that the address names is gone to once it is there', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto(at('/compare/?options=microk8s,k3s&identical#licence'));
  await expect(page.locator('tr[id=licence]')).toBeInViewport();
  await expect(page).toHaveURL(/#licence$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`two options fit beside each other on a phone, and all is accessible, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '?min-memory=..512&options=k3s,microk8s&identical');
    await page.getByRole('button', { name: 'Why: Operational cost' }).click();
    const last = await heads(page).last().boundingBox();
    expect((last?.x ?? 999) + (last?.width ?? 0)).toBeLessThanOrEqual(344);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('three options fit a phone, long names of hosts among their texts', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [three, host] of [
    ['azure-stack-edge,ibm-edge-application-manager,microshift', 'infogw.api.openshift.com'],
    ['superedge,azure-stack-edge,google-distributed-cloud', 'gkeconnect.googleapis.com'],
  ] as const) {
    await open(page, `?options=${three}&identical`);
    await expect(page.locator('.rating').filter({ hasText: host })).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('two options have their page: what differs most in sentences, then the table', async ({
    page,
  }) => {
    await page.goto(at('/compare/?options=k3s,k0s'));
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await page.getByText('K3s vs …').click();
    await page.locator('details[open]').getByRole('link', { name: 'MicroK8s' }).click();
    await expect(page).toHaveURL(at('/compare/k3s-vs-microk8s/'));
    await expect(page).toHaveTitle(/^K3s vs MicroK8s/);
    await expect(page.getByRole('listitem').filter({ hasText: 'K3s rates better on' })).toHaveText(
      /^K3s rates better on \d+ of 42 criteria, MicroK8s on \d+; on \d+ they rate the same\.$/,
    );
    await expect(page.getByRole('img', { name: /One server/ })).toBeVisible();
    const few = await page.getByRole('row').count();
    await page.getByRole('checkbox', { name: /^Show \d+ identical rows$/ }).check();
    expect(await page.getByRole('row').count()).toBeGreaterThan(few);
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
