/** The matrix: filtered, sorted, picked from, shared and taken along. */

import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { cutPanels, type Panels } from '../cut-panels.ts';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';

const [real, tea] = SITES as [Site, Site];
const at = (path: string): string => urlOf(real, path);

/** Opens the matrix and waits until its controls are there. */
async function open(page: Page, query = '', site = real): Promise<void> {
  await page.goto(urlOf(site, `/matrix/${query}`));
  await expect(page.getByRole('searchbox')).toBeVisible();
}

const status = (page: Page): Locator => page.locator('matrix-view > .status');
const rows = (page: Page): Locator => page.locator('.matrix tbody tr:visible');
const names = (page: Page): Locator => page.locator('.matrix tbody th:visible > a');
const chips = (page: Page): Locator => page.getByRole('list', { name: 'Filters in use' });

/** The filter of one criterion, opened. */
async function facet(page: Page, name: string): Promise<Locator> {
  const opener = page.getByRole('button', { name: 'Filter', exact: true });
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
  await page.getByRole('combobox', { name: 'Criterion', exact: true }).first().selectOption(name);
  return page.getByRole('group', { name, exact: true });
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('It cannot be reached by keyboard.');
}

test.describe('filtering', () => {
  test('is calm at first: five controls, no facet', async ({ page }) => {
    await open(page);
    await expect(page.locator('matrix-view .tools').locator('button, input')).toHaveCount(5);
    await expect(page.getByRole('combobox', { name: 'Criterion' })).toHaveCount(0);
    await expect(chips(page)).toBeHidden();
    await expect(status(page)).toHaveText('21 options');
  });

  test('a value says what it would leave, can be required or excluded, and is undone by going back', async ({
    page,
  }) => {
    await open(page);
    const group = await facet(page, 'Mixed node');
    const windows = group.getByRole('checkbox', { name: /^Linux and Windows/ });
    const not = group.getByRole('checkbox', { name: /^not Linux and Windows/ });
    /** How many options a value promises to leave. */
    const promise = async (value: Locator): Promise<number> =>
      Number(/(\d+) left/.exec((await value.locator('..').textContent()) ?? '')?.[1]);
    const promised = await promise(windows);
    await windows.check();
    await expect(page).toHaveURL(/\?mixed-node=linux-and-windows$/);
    const told = /^(\d+) of 21 options match(?:, (\d+) unproven)?$/.exec(
      (await status(page).textContent()) ?? '',
    );
    expect(Number(told?.[1]) + Number(told?.[2] ?? 0)).toBe(promised);
    await expect(rows(page)).toHaveCount(promised);
    await expect(chips(page)).toContainText('Mixed node: Linux and Windows');

    const others = await promise(not);
    await not.check();
    await expect(page).toHaveURL(/\?mixed-node=!linux-and-windows$/);
    await expect(windows).not.toBeChecked();
    await expect(rows(page)).toHaveCount(others);

    await page.goBack();
    await expect(windows).toBeChecked();
    await expect(rows(page)).toHaveCount(promised);
    await page.goBack();
    await expect(status(page)).toHaveText('21 options');
    await page.goForward();
    await expect(chips(page)).toContainText('Linux and Windows');
    await page.getByRole('button', { name: 'Remove Mixed node: Linux and Windows' }).click();
    await expect(page).toHaveURL(at('/matrix/'));
    await expect(rows(page)).toHaveCount(21);
  });

  test('orders have ends, sets are joined, flags have two values', async ({ page }) => {
    await open(page);
    const order = await facet(page, 'High availability');
    await order.getByRole('slider', { name: /^At least/ }).press('ArrowRight');
    await order.getByRole('slider', { name: /^At least/ }).press('ArrowRight');
    await expect(page).toHaveURL(/high-availability=external\.\.best$/);
    await expect(order.getByRole('slider', { name: /^At least/ })).toHaveAttribute(
      'aria-valuetext',
      /^External, \d+ left$/,
    );
    const set = await facet(page, 'CPU architectures');
    await set.getByRole('checkbox', { name: /^amd64/ }).check();
    await set.getByRole('checkbox', { name: /^riscv64/ }).check();
    await expect(page).toHaveURL(/cpu-architectures=amd64,riscv64/);
    const all = await rows(page).count();
    await set.getByRole('radio', { name: 'any of these' }).check();
    await expect(page).toHaveURL(/cpu-architectures=amd64\/riscv64/);
    expect(await rows(page).count()).toBeGreaterThan(all);
    const flag = await facet(page, 'FIPS-validated build');
    await expect(flag.getByRole('checkbox')).toHaveCount(2);
  });

  test('a quantity is typed with a unit or dragged; typing is one step of history', async ({
    page,
  }) => {
    await open(page);
    const group = await facet(page, 'Minimum memory');
    const range = group.getByRole('textbox', { name: 'Range' });
    await range.pressSequentially('..2GiB', { delay: 20 });
    await expect(page).toHaveURL(/min-memory=\.\.2048$/);
    await expect(chips(page)).toContainText('Minimum memory: 2 GiB or less');
    await expect(range).toBeFocused();
    await range.fill('..2 parsecs');
    await expect(group.getByRole('status')).toContainText('its unit is not one of');
    await expect(range).toHaveAttribute('aria-invalid', 'true');
    await group.getByRole('slider', { name: /^At most/ }).press('ArrowLeft');
    await expect(page).not.toHaveURL(/min-memory=\.\.2048$/);
    await page.goBack();
    await expect(page).toHaveURL(/min-memory=\.\.2048$/);
    await page.goBack();
    await expect(page).toHaveURL(at('/matrix/'));
  });

  test('finds words in names and reasons', async ({ page }) => {
    await open(page);
    await page.getByRole('searchbox').pressSequentially('dqlite', { delay: 10 });
    await expect(status(page)).toHaveText(/^\d of 21 options match$/);
    await expect(names(page)).toContainText(['MicroK8s']);
    await expect(page).toHaveURL(/\?q=dqlite$/);
  });

  test('options that fail can be dimmed, with what each fails; the unproven can go', async ({
    page,
  }) => {
    await open(page, '?min-memory=..1024&fips=yes');
    const kept = await rows(page).count();
    expect(await page.getByText(/^Unproven: /).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('radio', { name: 'show, with what they fail' }).check();
    await expect(rows(page)).toHaveCount(21);
    await expect(status(page)).toContainText('would but for one thing');
    const near = await page.getByText(/^Fails only /).count();
    expect(near).toBeGreaterThan(0);
    await expect(page.getByRole('row', { name: /^AKS hybrid/ })).toContainText(
      /Fails (?:only )?Memory/,
    );
    await page.getByRole('radio', { name: 'leave out' }).first().check();
    await page
      .getByRole('group', { name: 'Options not proven to meet the filter' })
      .getByRole('radio', { name: 'leave out' })
      .check();
    await expect(page).toHaveURL(/unproven=hide/);
    expect(await rows(page).count()).toBeLessThan(kept);
  });

  test('a dead end says which single requirement to drop, one click each', async ({ page }) => {
    await open(page, '?mixed-node=linux-and-windows&licence-cost=hardware-purchase');
    await expect(page.getByRole('region', { name: 'Matrix' })).toBeHidden();
    await expect(status(page)).toHaveText('0 of 21 options match');
    const way = page.getByRole('button', { name: /^Without “Mixed node/ });
    const left = /(\d+) left$/.exec((await way.textContent()) ?? '')?.[1];
    await way.click();
    await expect(rows(page)).toHaveCount(Number(left));
    await expect(page.getByRole('region', { name: 'Matrix' })).toBeFocused();
    await page.goBack();
    await page.getByRole('button', { name: 'All options, with what each fails' }).click();
    await expect(rows(page)).toHaveCount(21);
    // A value that would leave none says so before it is clicked.
    const group = await facet(page, 'Mixed node');
    await group.getByRole('checkbox', { name: /^not Linux and Windows/ }).check();
    await expect(group.getByRole('checkbox', { name: /^not Linux only none left/ })).toBeVisible();
  });

  test('presets of the content begin a selection and open what is to be filled in', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(page.getByRole('group', { name: 'Begin with' }).getByRole('button')).toHaveCount(
      5,
    );
    await page.getByRole('button', { name: 'Footprint' }).click();
    await expect(page).toHaveURL(/sort=min-memory/);
    await expect(page.getByRole('columnheader', { name: /^Memory/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await page.getByRole('button', { name: 'Fits my device' }).click();
    for (const name of ['Minimum memory', 'CPU architectures', 'Mixed node', 'Offline autonomy']) {
      await expect(page.getByRole('group', { name, exact: true })).toBeVisible();
    }
  });

  test('the filters lead to the recommender, and back', async ({ page }) => {
    await open(page, '?mixed-node=linux-and-windows&min-memory=..8192');
    await page.getByRole('link', { name: 'Rank by these requirements' }).click();
    await expect(page).toHaveURL(/\/recommend\/\?v=1.*r\.mixed-node=linux-and-windows/);
    await page.getByRole('link', { name: 'Matrix with these requirements' }).click();
    await expect(page).toHaveURL(/\/matrix\/\?mixed-node=linux-and-windows&min-memory=\.\.8192/);
    await expect(chips(page).getByRole('button', { name: /^Remove/ })).toHaveCount(2);
  });
});

test.describe('arranging', () => {
  test('sorts by the better end, then by the worse one, then not; what is unknown is last', async ({
    page,
  }) => {
    await open(page, '?columns=min-disk');
    const head = page.getByRole('columnheader', { name: /^Disk/ });
    const last = page.locator('.matrix tbody tr:visible').last().locator('td:visible');
    const listed = await names(page).allTextContents();
    const sort = page.getByRole('button', { name: /^Sort by/ });
    await sort.click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(last).toContainText(/Unknown/);
    await expect(sort).toBeFocused();
    await sort.click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(last).toContainText(/Unknown/);
    await sort.click();
    await expect(head).not.toHaveAttribute('aria-sort', /./);
    expect(await names(page).allTextContents()).toEqual(listed);
  });

  test('shows columns by group or one by one, and lies either way', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Resilience', exact: true }).check();
    await expect(page.getByRole('columnheader', { name: /^Datastore/ })).toBeVisible();
    await page.getByRole('group', { name: 'Resilience' }).getByText('one by one').click();
    await page.getByRole('checkbox', { name: 'Cluster datastore' }).uncheck();
    await expect(page.getByRole('columnheader', { name: /^Datastore/ })).toBeHidden();
    await page.getByRole('button', { name: 'As at first' }).click();
    await expect(page).toHaveURL(at('/matrix/'));
    await page.getByRole('button', { name: 'Arrange' }).click();
    for (const name of ['leave out', 'keep, marked', 'options down']) {
      await expect(page.getByRole('radio', { name }).first()).toBeChecked();
    }
    await page.getByRole('radio', { name: 'criteria down' }).check();
    await expect(page).toHaveURL(/rows=criteria/);
    await expect(page.getByRole('columnheader', { name: /^K3s/ })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: /^Op\. cost/ })).toBeVisible();
    await page.getByRole('radio', { name: 'options down' }).check();
    await expect(page.getByRole('rowheader', { name: /^K3s/ })).toBeVisible();
  });
});

test('a cell opens its why, sources and date by click and by keyboard', async ({ page }) => {
  await open(page);
  const cell = page.getByRole('row', { name: /^K3s/ }).getByRole('button').nth(4);
  await cell.click();
  const why = page.locator('.why:popover-open');
  await expect(why).toContainText('Minimum memory, K3s');
  await expect(why).toContainText(/checked \d+ \w+ 2026/);
  await expect(why.getByRole('list').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await cell.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(why).toContainText('CPU architectures, KubeEdge');
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`each reason is wholly in a window of ${String(width)} by ${String(height)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    for (const part of [0, 0.5, 1]) {
      const { opened, cut } = await page.evaluate<Panels>(
        `(${cutPanels.toString()})(${String(part)}, 4)`,
      );
      expect(cut, String(part)).toEqual([]);
      expect(opened).toBeGreaterThan(0);
    }
  });
}

test('picks lead to the comparison, and are kept from page to page', async ({ page }) => {
  await open(page);
  await page.getByRole('checkbox', { name: 'Compare K3s' }).check();
  const tray = page.locator('compare-tray');
  await expect(tray).toContainText('Pick one more to compare');
  await page.goto(at('/options/microk8s/'));
  await page.getByRole('button', { name: 'Pick to compare' }).click();
  await expect(page.getByRole('button', { name: 'Picked to compare' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Search' }).fill('talos');
  await dialog.getByRole('button', { name: 'Pick to compare Talos' }).click();
  await page.keyboard.press('Escape');
  await expect(tray.getByRole('link', { name: 'Compare 3' })).toBeVisible();
  await tray.getByRole('button', { name: 'Do not compare Talos' }).click();
  await tray.getByRole('link', { name: 'Compare 2' }).click();
  await expect(page).toHaveURL(/\/compare\/\?options=k3s,microk8s$/);
  await open(page);
  await expect(page.getByRole('checkbox', { name: 'Compare MicroK8s' })).toBeChecked();
  await tray.getByRole('button', { name: 'Do not compare MicroK8s' }).click();
  await expect(page.getByRole('checkbox', { name: 'Compare MicroK8s' })).not.toBeChecked();
  for (const name of ['k0s', 'RKE2', 'Talos', 'MicroShift']) {
    await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
  }
  // Five are the most.
  await page.getByRole('checkbox', { name: 'Compare AKS hybrid' }).click();
  await expect(page.getByRole('checkbox', { name: 'Compare AKS hybrid' })).not.toBeChecked();
  await expect(status(page)).toHaveText('At most 5 options can be compared.');
});

test.describe('links', () => {
  test('a shared link opens on its state without flashing the whole table', async ({ page }) => {
    let seen: boolean | undefined;
    await page.route('**/matrix.astro*.js', async (route) => {
      seen = await page.locator('.matrix-frame').isVisible();
      await route.continue();
    });
    await open(page, '?min-memory=..2048&rows=criteria&sort=-flexibility&columns=edge*,min-memory');
    expect(seen).toBe(false);
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page).toHaveURL(
      at('/matrix/?min-memory=..2048&rows=criteria&sort=-flexibility&columns=edge*,min-memory'),
    );
  });

  test('what cannot be followed is told, former names are followed, nothing is injected', async ({
    page,
  }) => {
    const problems: string[] = [];
    page.on('dialog', (dialog) => problems.push(dialog.message()));
    page.on('pageerror', (error) => problems.push(error.message));
    const attack = encodeURIComponent('<img src=x onerror=alert(1)>');
    await open(
      page,
      `?${attack}=${attack}&q=${attack}&options=bohea,gin&strength=!mild&sort=__proto__`,
      tea,
    );
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('listitem')).toHaveText([
      '<img src=x onerror=alert(1)>=<img src=x onerror=alert(1)> is not something this page knows.',
      'options=gin is not an option of this site.',
      'sort=__proto__ is not a criterion of this site.',
    ]);
    await expect(page.locator('main img')).toHaveCount(0);
    await expect(page).toHaveURL(/strength=!mild.*&options=black-tea$/);
    await expect(chips(page)).toContainText('<img src=x');
    expect(problems).toEqual([]);
  });
});

test('exports hold exactly what is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?min-memory=..1024&sort=min-memory&columns=min-memory,licence');
  const shown = await names(page).count();
  await page.getByRole('button', { name: 'Take along' }).click();
  const save = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const csv = await save('CSV');
  const lines = csv.trimEnd().split('\r\n');
  // A row for each mode of what is shown.
  expect(lines[0]).toBe('Option,Mode,Minimum memory,Licence');
  const saved = new Set(lines.slice(1).map((line) => line.split(',')[0]));
  expect(saved.size).toBe(shown);
  expect(await save('CSV for Excel')).toBe(`\uFEFF${csv}`);
  const json = JSON.parse(await save('JSON')) as { link: string; options: { slug: string }[] };
  expect(json.link).toBe(page.url());
  expect(new Set(json.options.map(({ slug }) => slug)).size).toBe(shown);
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Table copied.')).toBeVisible();
  const markdown = await clipboard();
  expect(markdown).toMatch(/^\| Option \| Mode \| Minimum memory \| Licence \|\n/);
  expect(markdown.trimEnd().split('\n')).toHaveLength(lines.length + 1);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(await clipboard()).toBe(page.url());
});

test('works by keyboard alone, speaks once a change, and never loses the focus', async ({
  page,
}) => {
  await open(page);
  await status(page).evaluate((element) => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    new MutationObserver(() => spoken.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const spoken = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  await page.getByRole('searchbox').focus();
  await tabTo(page, page.getByRole('button', { name: 'Filter', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('combobox', { name: 'Criterion' }));
  await page.keyboard.type('Mixed');
  await tabTo(page, page.getByRole('checkbox', { name: /^Linux and Windows/ }));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/mixed-node=linux-and-windows/);
  expect(await spoken()).toEqual([expect.stringMatching(/^\d+ of 21 options match/)]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  const remove = page.getByRole('button', { name: /^Remove Mixed node/ });
  await tabTo(page, remove);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('21 options');
  // The pressed button is gone; the focus is on what stays.
  await expect(page.getByRole('searchbox')).toBeFocused();
  expect(await spoken()).toHaveLength(2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with every panel open it is accessible and fits 320 px, ${colorScheme}`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, '?min-memory=..1024&failed=dim&options=k3s,k0s');
    for (const name of ['Columns', 'Arrange', 'Take along']) {
      await page.getByRole('button', { name, exact: true }).click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, name).toBeLessThanOrEqual(320);
    }
    await facet(page, 'CPU architectures');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    // The cells are those of the server, which are looked at with all pages, and take long.
    await page.evaluate(() => {
      for (const cell of document.querySelectorAll('.matrix td')) cell.replaceChildren();
    });
    await expectAccessible(page);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole table is there, and no dead control', async ({ page }) => {
    await page.goto(at('/matrix/?min-memory=..1024'));
    await expect(page.getByRole('row')).toHaveCount(22);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: /^(?:Filter|Columns|Sort|Compare)/ }),
    ).toHaveCount(0);
    await expect(page.locator('compare-tray')).toBeHidden();
    // Groups of criteria open by the style sheet alone.
    await page.getByRole('checkbox', { name: /^Governance/ }).check();
    await expect(page.getByRole('columnheader', { name: 'FIPS' })).toBeVisible();
  });
});

test('what differs by mode is marked, shown in the mode that meets the filter, and picked so', async ({
  page,
}) => {
  const cellOf = (name: RegExp): Locator =>
    page.getByRole('row', { name: /^Green tea/ }).getByRole('button', { name });
  await page.goto(urlOf(tea, '/matrix/'));
  await expect(page.locator('[data-ready]')).toHaveCount(1);
  await expect(cellOf(/Medium/)).toBeVisible();
  await expect(cellOf(/Mild/)).toHaveCount(0);
  await expect(page.getByText('As a hot infusion', { exact: true })).toHaveCount(0);
  await cellOf(/Medium/).click();
  const panel = page.locator('.why:popover-open');
  await expect(panel).toContainText('Strength, Green tea as a hot infusion');
  await expect(panel).toContainText('as a cold brew: Mild');
  await page.goto(urlOf(tea, '/matrix/?strength=mild'));
  await expect(page.getByText('As a cold brew', { exact: true })).toBeVisible();
  await expect(cellOf(/Mild/)).toBeVisible();
  await expect(cellOf(/Medium/)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Compare Green tea' }).check();
  await expect(page).toHaveURL(/options=green-tea~cold$/);
  await expect(page.locator('compare-tray')).toContainText('Green tea, a cold brew');
});
