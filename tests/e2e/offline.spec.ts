/** Without a network: the bundle on a plain server, and the site as the browser keeps it. */

import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import sirv from 'sirv';
import { writeServiceWorker } from '../../scripts/lib/service-worker.ts';
import { BUNDLE, htmlFiles, pagePaths, SITES, type Site } from '../sites.ts';
import { expectAnswered } from './answered.ts';

const [real, other] = SITES as [Site, Site];

/** A server that hands out the files of a folder under a path, and knows nothing of the site. */
interface PlainServer {
  readonly origin: string;
  /** Hands out another folder from now on; with none, nobody answers. */
  readonly serve: (directory: string | null) => void;
  readonly close: () => void;
}

async function plainServer(path: string): Promise<PlainServer> {
  let files: ReturnType<typeof sirv> | null = null;
  const server = createServer((request, response) => {
    const missing = (): void => void response.writeHead(404).end();
    if (files === null) request.socket.destroy();
    else if (request.url?.startsWith(path) !== true) missing();
    else {
      request.url = request.url.slice(path.length - 1);
      files(request, response, missing);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    serve(directory) {
      const setHeaders = (response: ServerResponse): void => {
        response.setHeader('cache-control', 'no-cache');
      };
      files = directory === null ? null : sirv(directory, { etag: true, setHeaders });
      if (files === null) server.closeAllConnections();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Notes what fails: errors, broken policy, files that are missing or elsewhere. */
async function watch(page: Page, address: string): Promise<string[]> {
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) wrongs.push(`${String(response.status())} ${response.url()}`);
  });
  await page.route(
    (url) => !url.href.startsWith(address),
    (route) => {
      wrongs.push(`elsewhere: ${route.request().url()}`);
      return route.abort();
    },
  );
  return wrongs;
}

/** Searches from the keyboard and opens the first result. */
async function search(page: Page, query: string, first: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill(query);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(first);
  await page.keyboard.press('Enter');
}

test.describe('the bundle on a plain server, under any path', () => {
  test.describe.configure({ mode: 'default' });
  let folder: string;
  let server: PlainServer;
  let address: string;
  let wrongs: string[];

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    for (const [file, bytes] of Object.entries(unzipSync(readFileSync(BUNDLE)))) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), bytes);
    }
    const path = `/${randomUUID()}/some/where/`;
    server = await plainServer(path);
    server.serve(folder);
    address = server.origin + path;
  });
  test.afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  test.beforeEach(async ({ page }) => {
    wrongs = await watch(page, address);
  });
  test.afterEach(() => {
    expect(wrongs).toEqual([]);
  });

  test('leads from the front page to an option and back', async ({ page }) => {
    await page.goto(address);
    await page.getByRole('navigation', { name: 'Main' }).getByText('Options').click();
    await expect(page).toHaveURL(`${address}options/`);
    await page.getByRole('main').getByRole('link', { name: 'K3s', exact: true }).first().click();
    await expect(page).toHaveURL(`${address}options/k3s/`);
    await page.getByRole('link', { name: 'Edgewise' }).first().click();
    await expect(page).toHaveURL(address);
  });

  test('searches', async ({ page }) => {
    await page.goto(`${address}options/k3s/`);
    await search(page, 'microk8s', 'MicroK8s');
    await expect(page).toHaveURL(`${address}options/microk8s/`);
  });

  test('filters the matrix, and shows sources', async ({ page }) => {
    await page.goto(`${address}matrix/?min-memory=..2048`);
    const rows = page.getByRole('table').getByRole('rowheader');
    await expect(page.getByRole('status').filter({ hasText: / of / }).first()).toBeVisible();
    expect(await rows.count()).toBeGreaterThan(1);
    await page.getByRole('row', { name: /^K3s/ }).getByRole('button').first().click();
    await expect(page.locator('.why:popover-open .source-list a').first()).toBeVisible();
  });

  test('compares', async ({ page }) => {
    await page.goto(`${address}compare/?options=k3s,microk8s`);
    await expect(page.getByRole('columnheader', { name: /^K3s/ })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: /MicroK8s/ })).toBeVisible();
  });

  test('recommends, and leads on to the matrix', async ({ page }) => {
    await page.goto(`${address}recommend/`);
    const uplink = page.getByRole('group', { name: 'How good is the uplink?' });
    await uplink.getByRole('radio', { name: /weeks/ }).check();
    await expectAnswered(page);
    await page.getByRole('link', { name: 'Matrix with these requirements' }).click();
    await expect(page).toHaveURL(new RegExp(`^${address}matrix/\\?`));
  });

  test('has the releases', async ({ page }) => {
    await page.goto(`${address}recommend/`);
    const names = Object.keys(unzipSync(readFileSync(BUNDLE))).filter((f) =>
      f.startsWith('releases/'),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect((await page.request.get(address + name)).status()).toBe(200);
  });
});

test.describe('the site as the browser keeps it', () => {
  test.use({ serviceWorkers: 'allow' });
  let server: PlainServer;
  let folder: string;
  let address: string;

  /** Visits the front page, and waits until the browser has the rest. */
  async function visit(page: Page, site: Site): Promise<void> {
    server = await plainServer(site.basePath);
    server.serve(site.directory);
    address = server.origin + site.basePath;
    await page.goto(address);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  }

  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
  });
  test.afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('every page is there after one visit to one of them', async ({ page }) => {
    await visit(page, other);
    server.serve(null);
    for (const path of pagePaths(other)) {
      const response = await page.goto(address + path.slice(1));
      expect(response?.fromServiceWorker(), path).toBe(true);
      await expect(page.locator('h1'), path).toBeVisible();
    }
  });

  test('what pages load is there too', async ({ page }) => {
    test.slow();
    await visit(page, real);
    server.serve(null);
    const wrongs = await watch(page, address);
    await page.goto(`${address}matrix/?min-memory=..2048`);
    await page.getByRole('row', { name: /^K3s/ }).getByRole('button').first().click();
    await expect(page.locator('.why:popover-open .source-list a').first()).toBeVisible();
    await page.goto(`${address}options/k3s/`);
    await search(page, 'microk8s', 'MicroK8s');
    await expect(page).toHaveURL(`${address}options/microk8s/`);
    await page.goto(`${address}compare/?options=k3s,microk8s`);
    await expect(page.getByRole('columnheader', { name: /MicroK8s/ })).toBeVisible();
    await page.goto(`${address}recommend/?v=1&uplink=weeks`);
    await expectAnswered(page);
    expect(wrongs).toEqual([]);
  });

  test('a page that was never there is told as such', async ({ page }) => {
    await visit(page, other);
    server.serve(null);
    await page.goto(`${address}options/nowhere/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is no page at this address',
    );
  });

  test('with a network, pages come from there', async ({ page }) => {
    await visit(page, other);
    const file = join(folder, 'matrix/index.html');
    cpSync(other.directory, folder, { recursive: true });
    writeFileSync(file, readFileSync(file, 'utf8').replace('<h1', '<h1 id="fresh"'));
    server.serve(folder);
    await page.goto(`${address}matrix/`);
    await expect(page.locator('#fresh')).toBeVisible();
  });

  test('a server that is out of order is as good as none', async ({ page }) => {
    await visit(page, other);
    await page.route('**/*', (route) => route.fulfill({ status: 503, body: 'Out of order' }));
    await page.goto(`${address}matrix/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Matrix');
  });

  test('a newer edition says so on the page that shows an older one, once', async ({ page }) => {
    await visit(page, other);
    const notice = page.getByText('A newer edition of the content is there.');
    await expect(notice).toHaveCount(0);
    await newEdition(folder);
    server.serve(folder);
    // The reader comes back to the page.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(notice).toBeVisible();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('#fresh')).toBeVisible();
    await expect(notice).toHaveCount(0);
    // And it is kept as the older one was.
    server.serve(null);
    await page.goto(`${address}matrix/`);
    await expect(page.locator('#fresh')).toBeVisible();
  });
});

/** Copies the other site, with something new on every page and another name for its content. */
async function newEdition(folder: string): Promise<void> {
  cpSync(other.directory, folder, { recursive: true });
  for (const name of htmlFiles({ ...other, directory: folder })) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8')
      .replace('<h1', '<h1 id="fresh"')
      .replace(/data-edition="[^"]*"/, 'data-edition="newer"');
    writeFileSync(file, text);
  }
  await writeServiceWorker(folder, 'newer');
}
