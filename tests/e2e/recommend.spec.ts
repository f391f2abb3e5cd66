/** The recommender: answering, understanding, sharing, keeping. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';
import { headlineOf } from './answered.ts';

const [real] = SITES as [Site, ...Site[]];
const at = (path: string): string => urlOf(real, path);
const QUERY = 'v=1&shape=clusters&uplink=weeks&windows=none&availability=survive';

test.describe('answering', () => {
  test('each answer changes the result and the address; back undoes it', async ({ page }) => {
    await page.goto(at('/recommend/'));
    const uplink = page.getByRole('group', { name: 'How good is the uplink?' });
    await uplink.getByRole('radio', { name: /weeks/ }).check();
    await expect(page).toHaveURL(/uplink=weeks/);
    await headlineOf(page);
    const cpu = page.getByRole('group', { name: /processor/i });
    await cpu.getByRole('radio').nth(1).check();
    await expect(page).toHaveURL(/cpu=/);
    await page.goBack();
    await expect(page).not.toHaveURL(/cpu=/);
    await expect(uplink.getByRole('radio', { name: /weeks/ })).toBeChecked();
    await page.goForward();
    await expect(page).toHaveURL(/cpu=/);
  });

  test('an answer can be taken back, and everything started over', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    await page
      .getByRole('button', { name: /Take back the answer to: How good is the uplink/ })
      .click();
    await expect(page).not.toHaveURL(/uplink/);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(page).toHaveURL(at('/recommend/'));
    await expect(page.getByText('Answer what you can, in any order.')).toBeVisible();
  });

  test('“don’t know” is harmless and kept in the link', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    const before = await headlineOf(page);
    const gpu = page
      .getByRole('group')
      .filter({ has: page.locator('#ask-gpu, [name=gpu]') })
      .last();
    await gpu.getByRole('radio', { name: 'Don’t know' }).check();
    await expect(page).toHaveURL(/gpu=dont-know/);
    expect(await headlineOf(page)).toBe(before);
  });

  test('works by keyboard alone', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    await page.locator('input[name=uplink]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(/uplink=weeks/);
    await expect(page.locator('input[name=uplink][value=weeks]')).toBeFocused();
  });
});

test.describe('the answer', () => {
  test('says who is out and why, with a source', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    const out = page.locator('.out > li').first();
    await out.locator('summary').click();
    await expect(out.locator('.miss').first()).toContainText('Asked for:');
    await expect(out.getByRole('link', { name: /with all sources/ }).first()).toHaveAttribute(
      'href',
      /\/options\/[\w-]+\/#[\w-]+$/,
    );
    await expect(out.locator('a[rel=noopener]').first()).toBeVisible();
  });

  test('explains each place by what it is made of', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    const second = page.locator('.ranked').nth(1);
    await second.getByText('Why it stands here').click();
    await expect(second.getByRole('table')).toContainText('Weight');
    await expect(second).toContainText('Ranks over all samples');
    await expect(second).toContainText('rests on documentation or measurement');
  });

  test('tells what would change it, each a link to the state in which it does', async ({
    page,
  }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    const before = await headlineOf(page);
    const change = page
      .getByRole('heading', { name: 'What would change the answer' })
      .locator('..')
      .getByRole('link')
      .first();
    const said = await change.locator('..').innerText();
    const leader = /(?:\. |” |” )?([^”“]+?) would lead/.exec(said)?.[1]?.trim() ?? '';
    await change.click();
    await expect.poll(async () => headlineOf(page)).not.toBe(before);
    await expect(page.locator('.ranked a').first()).toContainText(
      leader.split('” ').at(-1) ?? leader,
    );
    await page.goBack();
    await expect.poll(async () => headlineOf(page)).toBe(before);
  });

  test('is accessible with everything opened, in both themes', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(at(`/recommend/?${QUERY}`));
      await headlineOf(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await expectAccessible(page);
    }
  });

  test('fits a width of 320 pixels', { tag: '@layout' }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test.describe('by hand', () => {
  test('importance and requirements can be set and removed', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    await page.getByText('By hand: importance, own requirements, strictness').click();
    await page
      .getByRole('combobox', { name: 'Importance of Flexibility' })
      .selectOption('critical');
    await expect(page).toHaveURL(/i\.flexibility=critical/);
    await page.getByRole('combobox', { name: 'Criterion' }).selectOption('Minimum memory');
    await page.getByRole('textbox').fill('..lots');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText('is not a number, or its unit is not one of')).toBeVisible();
    await page.getByRole('textbox').fill('..4GiB');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveURL(/r\.min-memory=\.\.4096/);
    await page.getByRole('button', { name: 'Remove the requirement on Minimum memory' }).click();
    await expect(page).not.toHaveURL(/min-memory/);
  });

  test('a strict reader sees nothing that is not proven', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}&strict`));
    await headlineOf(page);
    await expect(page.getByRole('heading', { name: 'If it can be confirmed' })).toHaveCount(0);
  });
});

test.describe('links', () => {
  test('a shared link opens on its answer without flashing the empty form', async ({ page }) => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const ask = document.querySelector('.ask');
        const empty = document.querySelector('.ask .lead');
        if (ask !== null && empty !== null && getComputedStyle(ask).visibility === 'visible') {
          document.documentElement.dataset.flashed = '';
        }
      }).observe(document, { childList: true, subtree: true, attributes: true });
    });
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    expect(await page.evaluate(() => document.documentElement.dataset.flashed)).toBeUndefined();
  });

  test('what a link asks and the site does not have is named, and the rest works', async ({
    page,
  }) => {
    await page.goto(
      at('/recommend/?v=1&uplink=weeks&teleport=yes&windows=vista&r.min-memory=lots'),
    );
    await headlineOf(page);
    const alert = page.getByRole('alert').first();
    await expect(alert).toContainText('teleport=yes is not something this page knows');
    await expect(alert).toContainText('windows=vista is not an answer to this question');
    await expect(alert).toContainText('r.min-memory=lots is not a number');
    await expect(page.locator('input[name=uplink][value=weeks]')).toBeChecked();
  });

  test('a hostile link injects nothing', async ({ page }) => {
    let alerted = false;
    page.on('dialog', (dialog) => {
      alerted = true;
      void dialog.dismiss();
    });
    const hostile = encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(2)</script>');
    await page.goto(
      at(
        `/recommend/?${hostile}=${hostile}&uplink=${hostile}&on=${hostile}&uplink=weeks&i.${hostile}=nice`,
      ),
    );
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect(await page.locator('.ask img, .ask script').count()).toBe(0);
    expect(alerted).toBe(false);
  });

  test('a link of a release that the site does not have says so', async ({ page }) => {
    await page.goto(at('/recommend/?v=1&on=1999-12-31&uplink=weeks'));
    await expect(page.getByText('which this site does not have')).toBeVisible();
  });
});

test.describe('taking it along', () => {
  test('the JSON of the page and of the shell are equal', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON' }).click();
    const file = await (await download).path();
    const root = resolve(import.meta.dirname, '../..');
    const shell = execFileSync(
      process.execPath,
      ['scripts/recommend.ts', page.url(), '--json', '--content', real.contentDirectory],
      { cwd: root, encoding: 'utf8' },
    );
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(shell));
  });

  test('the decision record has the sections of its form, and the permalink', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(at(`/recommend/?${QUERY}`));
    const headline = await headlineOf(page);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Copy Markdown' }).click();
    await expect(page.getByText('Decision record copied.')).toBeVisible();
    const record = await page.evaluate(() => navigator.clipboard.readText());
    const heads = [...record.matchAll(/^##? (.+)$/gm)].map((m) => m[1]);
    expect(heads).toEqual(
      expect.arrayContaining([
        'Context and Problem Statement',
        'Decision Drivers',
        'Considered Options',
        'Decision Outcome',
        'Pros and Cons of the Options',
        'More Information',
      ]),
    );
    expect(record).toContain(headline);
    expect(record).toContain('uplink=weeks');
    expect(record).toContain('(rejected)');
    expect(record).toMatch(/: <https?:\/\//);
  });

  test('the matrix opens with the same requirements, and the first three are compared', async ({
    page,
  }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    await expect(
      page.getByRole('link', { name: 'Matrix with these requirements' }),
    ).toHaveAttribute('href', /\/matrix\/\?.*offline-autonomy=/);
    await expect(page.getByRole('link', { name: /Compare the first/ })).toHaveAttribute(
      'href',
      /\/compare\/\?options=[\w-]+,[\w-]+/,
    );
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page offers the scenarios and the questions as a guide, and no dead control', async ({
    page,
  }) => {
    await page.goto(at('/recommend/'));
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Scenarios, answered' })).toBeVisible();
    await page.getByText('All questions, and what each answer requires or weighs').click();
    await expect(page.getByText('How good is the uplink?').last()).toBeVisible();
  });

  test('a scenario has its recommendation in the page', async ({ page }) => {
    await page.goto(at('/scenarios/retail-chain/'));
    await expect(page.locator('.headline > :first-child')).toBeVisible();
    await expect(page.locator('.ranked')).not.toHaveCount(0);
  });
});

test('a scenario and the recommender give the same answer', async ({ page }) => {
  await page.goto(at('/scenarios/retail-chain/'));
  const told = await page.locator('.headline').innerText();
  const ranking = await page.locator('.ranked > :first-child').allInnerTexts();
  await page.getByRole('link', { name: 'Open in the recommender' }).click();
  await headlineOf(page);
  expect(await page.locator('.headline').innerText()).toBe(told);
  expect(await page.locator('.ranked > :first-child').allInnerTexts()).toEqual(ranking);
});
