/** What leaves the site: frames on other pages, paper, citations, old links. */

import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { FRAME_WIDTH } from '../../src/outputs/frames.ts';
import { SITES, urlOf, type Site } from '../sites.ts';

const [real, tea] = SITES as [Site, Site];
const at = (path: string): string => urlOf(real, path);

/**
 * A page of somebody else’s, of another origin. It is served in earnest, since browsers keep pages
 * that they take to be public from framing what is on the same machine.
 */
async function intranet<T>(
  body: string,
  headers: OutgoingHttpHeaders,
  visit: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><title>Intranet</title>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await visit(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  } finally {
    server.close();
  }
}

/** The snippets that the page offers, with the address under which the site is served here. */
async function snippets(page: Page): Promise<string[]> {
  await page.goto(at('/embed/'));
  const origin = new URL((await page.locator('link[rel=canonical]').getAttribute('href')) ?? '');
  const texts = await page.locator('copy-text code').allTextContents();
  return texts.map((text) => text.replace(origin.origin, new URL(at('/')).origin));
}

test.describe('in a frame on another page', () => {
  test(
    'a view shows all of itself in the stated height, under the stated policy',
    { tag: '@any-fonts' },
    async ({ page }) => {
      const frames = await snippets(page);
      expect(frames.length).toBe(3);
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.setViewportSize({ width: FRAME_WIDTH, height: 900 });
      const { origin } = new URL(at('/'));
      const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-src ${origin}`;
      const style = '<style>body { margin: 0 } iframe { border: 0 }</style>';
      for (const frame of frames) {
        await intranet(style + frame, { 'content-security-policy': policy }, async (url) => {
          await page.goto(url);
          const view = page.frameLocator('iframe');
          await expect(view.getByRole('heading', { level: 1 })).toBeVisible();
          const stated = Number(await page.locator('iframe').getAttribute('height'));
          const needed = await view.locator('html').evaluate((html) => html.scrollHeight);
          const across = await view.locator('html').evaluate((html) => html.scrollWidth);
          expect(needed).toBeLessThanOrEqual(stated);
          expect(across).toBeLessThanOrEqual(FRAME_WIDTH);
        });
      }
      expect(errors).toEqual([]);
    },
  );

  test('a value leads to its reason, in a tab of its own', async ({ page }) => {
    const [frame = ''] = await snippets(page);
    await intranet(frame, {}, async (url) => {
      await page.goto(url);
      const view = page.frameLocator('iframe');
      const opened = page.waitForEvent('popup');
      await view
        .getByRole('row', { name: /^K3s/ })
        .getByRole('cell')
        .first()
        .getByRole('link')
        .click();
      const tab = await opened;
      await expect(tab.locator(':target')).toBeVisible();
      // The new tab is free of the frame’s restrictions.
      await expect(tab.getByRole('button', { name: /^Theme: / })).toBeVisible();
    });
  });
});

test.describe('in a frame that asks for a theme', () => {
  // What the browser is told to pretend would hold for frames too, whatever they ask for.
  test.use({ colorScheme: null });

  test('a view follows it', async ({ page }) => {
    const paper = (style: string): Promise<string> =>
      intranet(
        `<iframe style="${style}" src="${at('/embed/matrix/')}"></iframe>`,
        {},
        async (url) => {
          await page.goto(url);
          const root = page.frameLocator('iframe').locator('html');
          return root.evaluate((html) => getComputedStyle(html).backgroundColor);
        },
      );
    expect(await paper('color-scheme: light')).not.toBe(await paper('color-scheme: dark'));
  });
});

test.describe('to be pasted', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a citation is copied', async ({ page }) => {
    await page.goto(at('/options/k3s/'));
    const record = page.getByRole('region', { name: 'This page' });
    await record.getByText('BibTeX').click();
    await record.getByRole('button', { name: 'Copy' }).click();
    await expect(record.getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^@misc\{[\s\S]*K3s[\s\S]*\}$/);
    expect(copied).not.toContain('Copy');
  });

  test('lines for a frame are copied', async ({ page }) => {
    await page.goto(at('/embed/'));
    await page.getByRole('button', { name: 'Copy' }).first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^<iframe\n[\s\S]*><\/iframe>$/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a citation can be selected, and no dead button stands beside it', async ({ page }) => {
    await page.goto(at('/options/k3s/'));
    const record = page.getByRole('region', { name: 'This page' });
    await expect(record.getByText(/^Cite as: .*K3s/)).toBeVisible();
    await record.getByText('BibTeX').click();
    await expect(record.getByText('@misc{')).toBeVisible();
    await expect(record.getByRole('button')).toHaveCount(0);
  });

  test('an old address leads on', async ({ page }) => {
    await page.goto(urlOf(tea, '/options/bohea/'));
    await expect(page).toHaveURL(urlOf(tea, '/options/black-tea/'));
  });
});

test('an old link keeps its query and fragment', async ({ page }) => {
  await page.goto(urlOf(tea, '/options/bohea/?from=mail#strength'));
  await expect(page).toHaveURL(urlOf(tea, '/options/black-tea/?from=mail#strength'));
  // The old address is no step to go back to.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test.describe('on paper', () => {
  /** The sizes of the pages of a PDF, in points. */
  const sheets = (pdf: Buffer): { width: number; height: number }[] =>
    [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => ({ width: Number(width), height: Number(height) }),
    );

  for (const path of ['/matrix/print/', '/compare/k0s-vs-k3s/']) {
    test(`${path} has a landscape sheet for each group of criteria`, async ({ page }) => {
      await page.goto(at('/criteria/'));
      const groups = await page.getByRole('heading', { level: 2 }).count();
      await page.goto(at(path));
      // Notes and reasons beyond these add sheets, and nothing else.
      await page.evaluate(() => {
        for (const more of document.querySelectorAll('li:nth-child(n + 4)')) more.remove();
      });
      const pages = sheets(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.length).toBeGreaterThanOrEqual(groups);
      for (const { width, height } of pages) expect(width).toBeGreaterThan(height);
    });
  }

  test('the data sheet of an option is upright, and its sources are numbered and spelled out', async ({
    page,
  }) => {
    await page.goto(at('/options/k3s/'));
    const pages = sheets(await page.pdf({ preferCSSPageSize: true }));
    // Five modes: where they differ, each has its reason on paper too.
    expect(pages.length).toBeLessThanOrEqual(32);
    for (const { width, height } of pages) expect(height).toBeGreaterThan(width);
    await page.emulateMedia({ media: 'print' });
    const source = page.locator('.references li').first();
    const after = await source
      .getByRole('link')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(after).toContain('http');
    const number = await source.evaluate((li) => getComputedStyle(li, '::before').content);
    expect(number).toContain('counter');
    await expect(page.getByText(/^Cite as: /)).toBeVisible();
  });

  test('reasons that are folded on the screen are open', async ({ page }) => {
    await page.goto(at('/compare/k0s-vs-k3s/'));
    const why = page.locator('.versus details p').first();
    await expect(why).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(why).toBeVisible();
  });
});
