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

const status = (page: Page): Locator => page.locator('matrix-view .status');
const rows = (page: Page): Locator => page.locator('.matrix tbody tr:not(.band):visible');
const names = (page: Page): Locator => page.locator('.matrix tbody th[scope=row]:visible > a');
const chips = (page: Page): Locator => page.getByRole('list', { name: 'Filters in use' });

/** The rows of a lower group, by its name. */
const band = (page: Page, name: string): Locator =>
  page.locator('.matrix tbody').getByRole('rowheader', { name: new RegExp(`^${name}: `) });
const quick = (page: Page): Locator => page.getByRole('group', { name: 'Quick filters' });
const drawer = (page: Page): Locator => page.getByRole('dialog', { name: 'All filters' });

/** The filter of one criterion in the drawer, with its group opened. */
async function facet(page: Page, group: string, name: string): Promise<Locator> {
  if (!(await drawer(page).isVisible())) {
    await page.getByRole('button', { name: 'More filters' }).click();
  }
  const filter = drawer(page).getByRole('group', { name, exact: true });
  if (!(await filter.isVisible())) {
    await drawer(page).getByText(group, { exact: true }).click();
  }
  return filter;
}

/** The menu of a column, opened. */
async function menu(page: Page, column: string): Promise<Locator> {
  await page.getByRole('columnheader').getByRole('button', { name: column, exact: true }).click();
  return page.locator('.head-menu:popover-open');
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
  test('has its quick filters in sight, each value with its count', async ({ page }) => {
    await open(page);
    const boxes = quick(page).getByRole('checkbox');
    await expect(boxes).toHaveCount(7);
    for (const name of [
      /^amd64 \d+/,
      /^HA built in \d+/,
      /^Air-gapped \d+/,
      /^Windows nodes \d+/,
    ]) {
      await expect(quick(page).getByRole('checkbox', { name })).toBeVisible();
    }
    await expect(quick(page).getByRole('textbox', { name: 'Memory' })).toBeVisible();
    await expect(drawer(page)).toBeHidden();
    await expect(chips(page)).toBeHidden();
    await expect(status(page)).toHaveText('25 options');
  });

  test('“HA built in, arm64, air-gapped, under 4 GiB” takes five interactions', async ({
    page,
  }) => {
    await open(page);
    let interactions = 0;
    const act = async (what: Promise<void>): Promise<void> => {
      interactions += 1;
      await what;
    };
    await act(
      quick(page)
        .getByRole('checkbox', { name: /^HA built in/ })
        .click(),
    );
    await act(
      quick(page)
        .getByRole('checkbox', { name: /^arm64/ })
        .click(),
    );
    await act(
      quick(page)
        .getByRole('checkbox', { name: /^Air-gapped/ })
        .click(),
    );
    await act(quick(page).getByRole('textbox', { name: 'Memory' }).click());
    await act(page.keyboard.type('under 4 GiB'));
    expect(interactions).toBeLessThanOrEqual(5);
    await expect(page).toHaveURL(
      /cpu-architectures=arm64&min-memory=\.\.4096&high-availability=built-in&air-gapped-install=documented/,
    );
    await expect(status(page)).toHaveText(/^[1-9]\d* of 25 options match/);
    await expect(chips(page).getByRole('listitem')).toHaveCount(4);
    // What is asked is in the first columns, marked.
    const heads = page.getByRole('columnheader');
    await expect(heads.nth(1)).toHaveText(/^Memory4 GiB or less$/);
    await expect(heads.nth(2)).toHaveText(/^CPUarm64$/);
    await expect(heads.nth(3)).toHaveText(/^HABuilt in$/);
    await expect(heads.nth(4)).toHaveText(/^Air gapDocumented$/);
  });

  test('a value says what it would leave, can be required or excluded, and is undone by going back', async ({
    page,
  }) => {
    await open(page);
    const group = await facet(page, 'Platform', 'Mixed node');
    const windows = group.getByRole('checkbox', { name: /^Linux and Windows/ });
    /** How many options a value promises to leave, among the matches and below. */
    const promise = async (value: Locator): Promise<readonly [number, number]> => {
      const count = value.locator('..').locator('.count');
      await expect(count).toHaveText(/\d/);
      const text = await count.textContent();
      const [met = 0, below = 0] = (text?.match(/\d+/g) ?? []).map(Number);
      return [met, below];
    };
    const expectKept = async ([met, below]: readonly [number, number]): Promise<void> => {
      await expect(status(page)).toHaveText(new RegExp(`^${String(met)} of 25 options match`));
      await expect(rows(page)).toHaveCount(met + below);
    };
    const promised = await promise(windows);
    await windows.check();
    await expect(page).toHaveURL(/\?mixed-node=linux-and-windows$/);
    await expectKept(promised);
    await expect(page.locator('.chips li')).toContainText('Mixed node: Linux and Windows');

    await group.getByText('Exclude', { exact: true }).click();
    const not = group.getByRole('checkbox', { name: /^not Linux and Windows/ });
    const others = await promise(not);
    await not.check();
    await expect(page).toHaveURL(/\?mixed-node=!linux-and-windows$/);
    await expect(windows).not.toBeChecked();
    await expectKept(others);
    await page.getByRole('button', { name: 'Show results' }).click();

    await page.goBack();
    await expectKept(promised);
    await page.goBack();
    await expect(status(page)).toHaveText('25 options');
    await page.goForward();
    await expect(chips(page)).toContainText('Linux and Windows');
    await page.getByRole('button', { name: 'Remove Mixed node: Linux and Windows' }).click();
    await expect(page).toHaveURL(at('/matrix/'));
    await expect(rows(page)).toHaveCount(25);
  });

  test('levels are ticked one by one, sets are joined, flags have two values', async ({ page }) => {
    await open(page, '?high-availability=external..best');
    const order = await facet(page, 'Resilience', 'High availability');
    await expect(order.getByRole('slider')).toHaveCount(0);
    await expect(order.getByRole('checkbox', { name: /^External/ })).toBeChecked();
    await order.getByRole('checkbox', { name: /^External/ }).uncheck();
    await expect(page).toHaveURL(/high-availability=built-in$/);
    const set = await facet(page, 'Platform', 'CPU architectures');
    await set.getByRole('checkbox', { name: /^amd64/ }).check();
    await expect(set.getByRole('radio')).toHaveCount(0);
    await set.getByRole('checkbox', { name: /^riscv64/ }).check();
    await expect(page).toHaveURL(/cpu-architectures=amd64,riscv64/);
    const all = await rows(page).count();
    await set.getByRole('radio', { name: 'any of these' }).check();
    await expect(page).toHaveURL(/cpu-architectures=amd64\/riscv64/);
    expect(await rows(page).count()).toBeGreaterThan(all);
    const flag = await facet(page, 'Governance', 'FIPS-validated build');
    await expect(flag.getByRole('checkbox')).toHaveCount(2);
  });

  test('a figure is read as people write it, and told back; typing is one step of history', async ({
    page,
  }) => {
    await open(page);
    const field = quick(page).getByRole('textbox', { name: 'Memory' });
    const told = quick(page).getByRole('status');
    await field.pressSequentially('<2 GiB', { delay: 20 });
    await expect(page).toHaveURL(/min-memory=\.\.2048$/);
    await expect(chips(page)).toContainText('Minimum memory: 2 GiB or less');
    await expect(told).toHaveText('2 GiB or less');
    await expect(field).toBeFocused();
    await field.fill('2 parsecs');
    await expect(told).toHaveText(
      /^“2 parsecs” is not understood\. Write .* Units: MiB, GiB, MB, GB\.$/,
    );
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('4');
    await expect(told).toHaveText('4 GiB or less');
    await field.blur();
    await expect(field).toHaveValue('4 GiB or less');
    const group = await facet(page, 'Platform', 'Minimum memory');
    await group.getByRole('slider', { name: /^At most/ }).press('ArrowLeft');
    await expect(page).not.toHaveURL(/min-memory=\.\.4096$/);
    await page.goBack();
    await expect(page).toHaveURL(/min-memory=\.\.4096$/);
    await page.goBack();
    await expect(page).toHaveURL(at('/matrix/'));
  });

  test('what is not applicable or not proven is below the matches, under its name', async ({
    page,
  }) => {
    await open(page, '?min-memory=..4096');
    const text = (await status(page).textContent()) ?? '';
    const [, met, outside, unsure] =
      /^(\d+) of 25 options match, (\d+) not applicable, (\d+) not proven$/.exec(text) ?? [];
    expect(text).toMatch(/not applicable/);
    const order = await page
      .locator('.matrix tbody tr:visible')
      .evaluateAll((all) => all.map((row) => row.classList.contains('band')));
    const first = order.indexOf(true);
    expect(first).toBe(Number(met));
    expect(order.lastIndexOf(true)).toBe(first + 1 + Number(outside));
    expect(order.length).toBe(Number(met) + Number(outside) + Number(unsure) + 2);
    await expect(band(page, 'Not applicable')).toContainText(`${outside ?? ''} options`);
    await expect(page.getByRole('row', { name: /^KubeEdge/ })).toContainText(
      'Not applicable: Memory',
    );
    await page.getByRole('button', { name: 'Remove Minimum memory: 4 GiB or less' }).click();
    await expect(page.locator('.matrix .band')).toHaveCount(0);
  });

  test('finds words in names and reasons', async ({ page }) => {
    await open(page);
    await page.getByRole('searchbox').pressSequentially('dqlite', { delay: 10 });
    await expect(status(page)).toHaveText(/^\d of 25 options match$/);
    await expect(names(page)).toContainText(['MicroK8s']);
    await expect(page).toHaveURL(/\?q=dqlite$/);
  });

  test('options that fail can be dimmed, with what each fails; the unproven can go', async ({
    page,
  }) => {
    await open(page, '?min-memory=..1024&fips=yes');
    const kept = await rows(page).count();
    expect(await page.getByText(/^Not proven: /).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'View and sort' }).click();
    await page.getByRole('radio', { name: 'show at the end, with what they fail' }).check();
    await expect(rows(page)).toHaveCount(25);
    await expect(status(page)).toContainText('would but for one thing');
    await expect(band(page, 'Not matching')).toBeVisible();
    const near = await page.getByText(/^Fails only /).count();
    expect(near).toBeGreaterThan(0);
    await expect(page.getByRole('row', { name: /^AKS hybrid/ })).toContainText(
      /Fails (?:only )?Memory/,
    );
    await page.getByRole('radio', { name: 'hide' }).first().check();
    await page
      .getByRole('group', { name: 'Options not proven to match' })
      .getByRole('radio', { name: 'hide' })
      .check();
    await expect(page).toHaveURL(/unproven=hide/);
    expect(await rows(page).count()).toBeLessThan(kept);
  });

  test('a dead end of a search quotes what was searched for within its own quotes', async ({
    page,
  }) => {
    await open(page, '?q=candlestick');
    await page.getByRole('button', { name: 'Without “mentions ‘candlestick’”: 25 left' }).click();
    await expect(rows(page)).toHaveCount(25);
  });

  test('a dead end says which single requirement to drop, one click each', async ({ page }) => {
    await open(
      page,
      '?mixed-node=linux-and-windows&offline-autonomy=full&licence-cost=hardware-purchase',
    );
    await expect(page.getByRole('region', { name: 'Matrix' })).toBeHidden();
    await expect(status(page)).toHaveText('0 of 25 options match');
    const way = page.getByRole('button', { name: /^Without “Mixed node/ });
    const left = /(\d+) left$/.exec((await way.textContent()) ?? '')?.[1];
    await way.click();
    await expect(rows(page)).toHaveCount(Number(left));
    await expect(page.getByRole('region', { name: 'Matrix' })).toBeFocused();
    await page.goBack();
    await page.getByRole('button', { name: 'Show all options, with what each fails' }).click();
    await expect(rows(page)).toHaveCount(25);
    // A value that would leave none says so before it is clicked.
    const group = await facet(page, 'Platform', 'Mixed node');
    await group.getByText('Exclude', { exact: true }).click();
    await group.getByRole('checkbox', { name: /^not Linux and Windows/ }).check();
    await expect(group.getByRole('checkbox', { name: /^not Linux only 0 match/ })).toBeVisible();
  });

  test('presets of the content begin a selection and open what is to be filled in', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('button', { name: 'Choose columns' }).click();
    await expect(page.getByRole('group', { name: 'Start from' }).getByRole('button')).toHaveCount(
      6,
    );
    await page.getByRole('button', { name: 'Footprint' }).click();
    await expect(page).toHaveURL(/sort=min-memory/);
    await expect(page.getByRole('columnheader', { name: /^Memory/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await page.getByRole('button', { name: 'Fits my device' }).click();
    for (const name of ['Minimum memory', 'CPU architectures', 'Mixed node', 'Offline autonomy']) {
      await expect(drawer(page).getByRole('group', { name, exact: true })).toBeVisible();
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
    const sort = async (item: string): Promise<void> => {
      await (await menu(page, 'Disk')).getByRole('menuitemradio', { name: item }).click();
    };
    await sort('Sort: least first');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(last).toContainText(/Unknown/);
    await expect(head.getByRole('button')).toBeFocused();
    await sort('Sort: most first');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(last).toContainText(/Unknown/);
    await sort('Sort: most first');
    await expect(head).not.toHaveAttribute('aria-sort', /./);
    expect(await names(page).allTextContents()).toEqual(listed);
  });

  test('the head of a column is a menu, by mouse and by keyboard', async ({ page }) => {
    await open(page);
    const opener = page.getByRole('columnheader').getByRole('button', { name: 'HA', exact: true });
    await expect(opener).toHaveAttribute('aria-haspopup', 'menu');
    await opener.focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('.head-menu:popover-open');
    await expect(panel).toContainText('Does the control plane at the site survive');
    await expect(panel).toContainText('Best first: Built in, External, None');
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    const items = panel.getByRole('menu', { name: 'High availability' }).locator('> *');
    await expect(items.first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(panel.getByRole('menuitem', { name: 'Full criterion' })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(panel.getByRole('menuitemradio', { name: 'Sort: worst first' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(opener).toBeFocused();
    await expect(opener).toHaveAttribute('aria-expanded', 'false');

    // Its filter opens where it is, with the focus on it.
    await (await menu(page, 'HA')).getByRole('menuitem', { name: 'Filter' }).click();
    const first = drawer(page)
      .getByRole('group', { name: 'High availability' })
      .getByRole('checkbox')
      .first();
    await expect(first).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page.getByRole('columnheader').nth(1)).toHaveText(/^HABuilt in$/);
    // What is filtered by cannot be hidden.
    const filtered = await menu(page, 'HA');
    await expect(filtered.getByRole('menuitem', { name: 'Hide column' })).toBeHidden();
    await filtered.getByRole('menuitem', { name: 'Remove filter' }).click();
    await expect(page).toHaveURL(at('/matrix/'));
    await (await menu(page, 'HA')).getByRole('menuitem', { name: 'Hide column' }).click();
    await expect(page.getByRole('columnheader', { name: /^HA/ })).toHaveCount(0);
    await page.goBack();
    await (await menu(page, 'HA')).getByRole('menuitem', { name: 'Full criterion' }).click();
    await expect(page).toHaveURL(at('/criteria/high-availability/'));
  });

  test('the menu of every column is wholly in the window', async ({ page }) => {
    for (const [width, height] of [
      [1280, 700],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      await open(page);
      for (const head of await page.locator('.matrix .head').all()) {
        await head.scrollIntoViewIfNeeded();
        await head.press('Enter');
        const box = await page.locator('.head-menu:popover-open').boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
        await page.keyboard.press('Escape');
      }
    }
  });

  test('the page scrolls, and head and first column stick to the window', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await open(page, '?columns=operations*,fit*,platform*,resilience*,scale*,edge*,governance*');
    await page.evaluate(() => {
      scrollTo(900, 900);
    });
    const corner = await page.getByRole('columnheader').first().boundingBox();
    expect([corner?.x, corner?.y]).toEqual([0, 0]);
    const frame = page.getByRole('region', { name: 'Matrix' });
    expect(
      await frame.evaluate((element) => element.scrollHeight - element.clientHeight),
    ).toBeLessThanOrEqual(1);
    // What is above the table stays in the window.
    await page.evaluate(() => {
      scrollTo(900, 0);
    });
    for (const part of [page.getByRole('banner'), page.getByRole('heading', { level: 1 })]) {
      expect((await part.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    }
    await expect(quick(page).getByRole('textbox', { name: 'Memory' })).toBeInViewport({ ratio: 1 });
  });

  test('footnotes are listed for what is in sight alone', async ({ page }) => {
    await open(page, '?high-availability=built-in&columns=high-availability&unproven=hide');
    await page.getByText('Footnotes', { exact: true }).click();
    const notes = page.locator('.footnotes li:visible');
    const marks = await page.locator('.matrix tbody .cell:visible sup').count();
    expect(marks).toBeGreaterThan(0);
    await expect(notes).toHaveCount(marks);
    await page.getByRole('button', { name: /^Remove High availability/ }).click();
    expect(await notes.count()).toBeGreaterThan(marks);
    // The text is in the panel, too.
    await page.locator('.matrix tbody .cell:has(sup)').first().click();
    await expect(page.locator('.why:popover-open .footnote')).toContainText('*');
  });

  test('shows columns by group or one by one, and lies either way', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Choose columns' }).click();
    await page.getByRole('checkbox', { name: 'Resilience', exact: true }).check();
    await expect(page.getByRole('columnheader', { name: /^Datastore/ })).toBeVisible();
    await page.getByRole('group', { name: 'Resilience' }).getByText('one by one').click();
    await page.getByRole('checkbox', { name: 'Cluster datastore' }).uncheck();
    await expect(page.getByRole('columnheader', { name: /^Datastore/ })).toBeHidden();
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect(page).toHaveURL(at('/matrix/'));
    await page.getByRole('button', { name: 'View and sort' }).click();
    for (const name of ['hide', 'show below the matches', 'options in rows']) {
      await expect(page.getByRole('radio', { name }).first()).toBeChecked();
    }
    await page.getByRole('radio', { name: 'criteria in rows' }).check();
    await expect(page).toHaveURL(/rows=criteria/);
    await expect(page.getByRole('columnheader', { name: /^K3s/ })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: /^Op\. cost/ })).toBeVisible();
    await page.getByRole('radio', { name: 'options in rows' }).check();
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
  await expect(why.getByRole('link', { name: 'Wrong?' })).toHaveAttribute(
    'href',
    /\/issues\/new\?.*&option=k3s&criterion=min-memory$/,
  );
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await cell.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(why).toContainText('CPU architectures, Kairos');
});

test('a cell of a column that the page does not open with has its reason, too', async ({
  page,
}) => {
  await open(page, '?columns=gpu');
  const cell = page.getByRole('row', { name: /^AKS Edge/ }).getByRole('button');
  const why = page.locator('.why:popover-open');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-expanded', 'true');
  await expect(why).toContainText('GPU workloads, AKS Edge');
  await expect(why).toContainText(/checked \d+ \w+ 2026/);
  await expect(why).toContainText('* A preview');
  await expect(why.getByRole('list').getByRole('link').first()).toBeVisible();
  await expect(why.getByRole('link', { name: 'In full, with sources' })).toHaveAttribute(
    'href',
    /options\/aks-edge-essentials\/#gpu$/,
  );
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute('aria-expanded', 'false');
  // Turned round, and with what was not shown before.
  await open(page, '?columns=gpu,datastore&rows=criteria');
  await page
    .getByRole('row', { name: /^Datastore/ })
    .getByRole('cell')
    .getByRole('button')
    .first()
    .click();
  await expect(why).toContainText('Cluster datastore, ');
});

test.describe('a search', () => {
  test('that a link asks for looks at reasons before it is shown', async ({ page }) => {
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route('**/data/matrix-texts.json', async (route) => {
      await coming;
      await route.continue();
    });
    await page.goto(at('/matrix/?q=dqlite'), { waitUntil: 'commit' });
    await expect(page.locator('.matrix-frame')).toBeAttached();
    await page.waitForTimeout(500);
    await expect(page.locator('.matrix-frame')).toBeHidden();
    come();
    await expect(page.getByRole('row', { name: /^MicroK8s/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^K3s/ })).toHaveCount(0);
  });

  test('says what it looked at where reasons cannot be had, and looks again', async ({ page }) => {
    await page.route('**/data/matrix-texts.json', (route) => route.abort(), { times: 1 });
    await open(page);
    await page.getByRole('searchbox').fill('microk8s');
    await expect(page.getByText('Only names and values were searched')).toBeVisible();
    await expect(page.getByRole('row', { name: /^MicroK8s/ })).toBeVisible();
    await page.getByRole('button', { name: 'Choose columns' }).focus();
    await page.getByRole('searchbox').focus();
    await expect(page.getByText('Only names and values were searched')).toHaveCount(0);
  });
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
  await page.getByRole('button', { name: 'Export' }).click();
  const save = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const csv = await save('CSV');
  const lines = csv.trimEnd().split('\r\n');
  // A row for each mode of what is shown.
  expect(lines[0]).toBe('Option,Mode,Verdict,Minimum memory,Licence');
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
  expect(markdown).toMatch(/^\| Option \| Mode \| Verdict \| Minimum memory \| Licence \|\n/);
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
  await tabTo(page, page.getByRole('button', { name: 'More filters' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, drawer(page).getByText('Platform', { exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, drawer(page).getByRole('checkbox', { name: /^Linux and Windows/ }));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/mixed-node=linux-and-windows/);
  expect(await spoken()).toEqual([expect.stringMatching(/^\d+ of 25 options match/)]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More filters' })).toBeFocused();
  const remove = page.getByRole('button', { name: /^Remove Mixed node/ });
  await tabTo(page, remove);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('25 options');
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
    for (const name of ['Choose columns', 'View and sort', 'Export']) {
      await page.getByRole('button', { name, exact: true }).click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, name).toBeLessThanOrEqual(320);
    }
    await facet(page, 'Platform', 'CPU architectures');
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
    await expect(page.getByRole('row')).toHaveCount(26);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: /^(?:More|Choose|View|Export|Compare)/ }),
    ).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.locator('compare-tray')).toBeHidden();
    // The head leads to the criterion.
    await expect(
      page.getByRole('columnheader').getByRole('link', { name: 'Memory' }),
    ).toHaveAttribute('href', /criteria\/min-memory\/$/);
    // Groups of criteria open by the style sheet alone.
    await page.getByRole('checkbox', { name: /^Governance/ }).check();
    await expect(page.getByRole('columnheader', { name: 'FIPS' })).toBeVisible();
    // A cell opens its reason, or leads to it.
    const row = page.getByRole('row', { name: /^K3s/ });
    await row.getByRole('button').first().click();
    await expect(page.locator('.why:popover-open')).toContainText(/checked \d+ \w+ 2026/);
    await page.keyboard.press('Escape');
    await row.getByRole('link').last().click();
    await expect(page).toHaveURL(/\/options\/k3s\/#[a-z-]+$/);
    await expect(page.locator(':target')).toContainText(/checked \d+ \w+ 2026/);
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
