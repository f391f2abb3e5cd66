/** Without a network: the bundle on a plain server, and the site as the browser keeps it. */

import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type Page, type Route } from '@playwright/test';
import { unzipSync } from 'fflate';
import sirv from 'sirv';
import { writeServiceWorker } from '../../scripts/lib/service-worker.ts';
import type { KeptFile } from '../../src/islands/kept.ts';
import { BUNDLE, htmlFiles, pagePaths, SITES, type Site } from '../sites.ts';
import { expectAnswered, expectStarted } from './answered.ts';

const [real, other] = SITES as [Site, Site];

/** A server that hands out the files of a folder under a path, and knows nothing of the site. */
interface PlainServer {
  readonly origin: string;
  /** Hands out another folder from now on; with none, nobody answers. */
  readonly serve: (directory: string | null) => void;
  /** Answers everything with this status from now on. */
  readonly fail: (status: number) => void;
  /** What was asked for, and the bytes that were sent, since the server began. */
  readonly asked: string[];
  readonly close: () => void;
}

async function plainServer(path: string): Promise<PlainServer> {
  let files: ReturnType<typeof sirv> | null = null;
  let failure: number | null = null;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const missing = (): void => void response.writeHead(404).end();
    asked.push(request.url ?? '');
    if (failure !== null)
      response.writeHead(failure, { 'content-type': 'text/html' }).end('<h1>Out of order</h1>');
    else if (files === null) request.socket.destroy();
    else if (request.url?.startsWith(path) !== true) missing();
    else {
      request.url = request.url.slice(path.length - 1);
      files(request, response, missing);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    fail(status) {
      failure = status;
    },
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
    await expectStarted(page);
    await page.locator('input[name=uplink][value=weeks]').check();
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

  /** Visits a page, and waits until the worker has what it keeps of itself. */
  async function visit(page: Page, site: Site, path = ''): Promise<void> {
    server = await plainServer(site.basePath);
    server.serve(site.directory);
    address = server.origin + site.basePath;
    await page.goto(address + path);
    await kept(page, address + path);
  }

  /** Waits until a page is kept; if it never is, the message tells how far its worker has come. */
  async function kept(page: Page, url: string): Promise<void> {
    await expect
      .poll(async () => [...(await copies(page)), ...(await workers(page))], { intervals: [100] })
      .toContain(url);
  }

  /** The states of the workers that the site has registered. */
  const workers = (page: Page): Promise<string[]> =>
    page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      return registrations.map(({ installing, waiting, active }) =>
        [installing, waiting, active].map((worker) => worker?.state ?? 'none').join(', '),
      );
    });

  /** The addresses of what is kept. */
  const copies = (page: Page): Promise<string[]> =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(
        names.map(async (name) => (await caches.open(name)).keys()),
      );
      return requests.flat().map(({ url }) => url);
    });

  /** Asks for the whole site, and waits until it is there. */
  async function keepWhole(page: Page): Promise<void> {
    await page.goto(`${address}offline/`);
    await page.getByRole('button', { name: /^Keep the whole site/ }).click();
    await expect(page.getByRole('button', { name: 'Remove what is kept' })).toBeVisible({
      timeout: 60_000,
    });
  }

  const heading = (page: Page, name: string): Promise<void> =>
    expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
  });
  test.afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('a first visit fetches what every page needs, and not the site', async ({ page }) => {
    await visit(page, real, 'options/k3s/');
    const files = JSON.parse(
      readFileSync(join(real.directory, 'kept.json'), 'utf8'),
    ) as readonly KeptFile[];
    expect(new Set(server.asked).size).toBeLessThan(60);
    const bytes = files
      .filter(({ url }) => server.asked.includes(`/${url.replace('./', '')}`))
      .reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(1_000_000);
  });

  test('what was visited is there without a network, what was not is told as such', async ({
    page,
  }) => {
    await visit(page, other, 'options/black-tea/');
    await page.goto(`${address}matrix/?q=tea`);
    await kept(page, `${address}matrix/`);
    server.serve(null);
    await page.goto(`${address}options/black-tea/`);
    await heading(page, 'Black tea');
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await page.goto(`${address}options/water/`);
    await heading(page, 'Without a network');
    await expect(page.getByText('You asked for a page that is not kept')).toContainText(
      '/leaf/options/water/',
    );
    await page.goto(`${address}options/nowhere/`);
    await heading(page, 'There is no page at this address');
  });

  test('a kept page is found by its address without a slash, with a query, with its file', async ({
    page,
  }) => {
    await visit(page, other, 'matrix/');
    server.serve(null);
    for (const [path, end] of [
      ['matrix', 'matrix/'],
      ['matrix?q=tea', 'matrix/?q=tea'],
      ['matrix/?q=tea', 'matrix/?q=tea'],
      ['matrix/index.html', 'matrix/'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(address + path);
      await heading(page, 'Matrix');
      await expect(page).toHaveURL(address + end);
    }
  });

  test('a server that is out of order is as good as none', async ({ page }) => {
    await visit(page, other, 'matrix/');
    // As a worker of former days left it: the browser then asks for pages ahead of the worker.
    await page.evaluate(async () => {
      const { navigationPreload } = await navigator.serviceWorker.ready;
      await navigationPreload.enable();
    });
    await newEdition(folder);
    server.serve(folder);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByText('A newer edition of the content is there.')).toBeVisible();
    server.fail(503);
    await page.goto(`${address}matrix/`);
    await heading(page, 'Matrix');
    await page.goto(`${address}options/water/`);
    await heading(page, 'Without a network');
  });

  test('a page that a server sends in place of a file is not kept as that file', async ({
    page,
  }) => {
    await visit(page, other, 'offline/');
    const files = JSON.parse(
      readFileSync(join(other.directory, 'kept.json'), 'utf8'),
    ) as readonly KeptFile[];
    const file = files.find(({ url }) => url.startsWith('data/ratings.'))?.url ?? '';
    await page.route('**/kept.json', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Out of order</h1>' }),
    );
    await page.reload();
    await expect(page.getByText('Kept in this browser')).toBeVisible();
    server.fail(200);
    const text = await page.evaluate(async (url) => (await fetch(url)).text(), address + file);
    expect(text).toContain('Out of order');
    server.fail(503);
    await page.goto(`${address}options/water/`);
    await heading(page, 'Without a network');
    expect(await copies(page)).not.toContain(address + file);
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

  test('the whole site is kept where the reader asks for it, and let go again', async ({
    page,
  }) => {
    test.slow();
    await visit(page, other);
    await page.goto(`${address}offline/`);
    await expect(page.getByRole('status').filter({ hasText: /^Kept in this/ })).toHaveText(
      /^Kept in this browser: \d+ of \d+ files, [\d.]+ MB of [\d.]+ MB\.$/,
    );
    await keepWhole(page);
    server.serve(null);
    const paths = pagePaths(other);
    const unread = await page.evaluate(
      async (urls) => {
        const read = async (url: string): Promise<boolean> => {
          const text = await fetch(url).then(
            (response) => response.text(),
            () => '',
          );
          return text.includes('<h1') && text.includes('</html>');
        };
        const isRead = await Promise.all(urls.map(read));
        return urls.filter((_, i) => isRead[i] !== true);
      },
      paths.map((path) => address + path.slice(1)),
    );
    expect(unread).toEqual([]);
    expect(await copies(page)).toEqual(
      expect.arrayContaining(paths.map((path) => address + path.slice(1))),
    );

    // What pages load is there too.
    const wrongs = await watch(page, address);
    await page.goto(`${address}matrix/?q=tea`);
    await page
      .getByRole('row', { name: /^Black tea/ })
      .getByRole('button')
      .first()
      .click();
    await expect(page.locator('.why:popover-open .source-list a').first()).toBeVisible();
    await page.goto(`${address}options/black-tea/`);
    await search(page, 'rooibos', 'Rooibos');
    await expect(page).toHaveURL(`${address}options/rooibos/`);
    await page.goto(`${address}compare/?options=black-tea,green-tea`);
    await expect(page.getByRole('columnheader', { name: /Green tea/ })).toBeVisible();
    expect(wrongs).toEqual([]);

    await page.goto(`${address}offline/`);
    await page.getByRole('button', { name: 'Remove what is kept' }).click();
    await expect(page.getByRole('button', { name: /^Keep the whole site/ })).toBeVisible();
    expect(await copies(page)).not.toContain(`${address}matrix/`);
    expect(await copies(page)).toContain(address);
  });

  test('keeping the whole site can be tried again where it was refused', async ({ page }) => {
    const refuse = (route: Route): Promise<void> => route.abort();
    await page.route('**/kept.json', refuse);
    server = await plainServer(other.basePath);
    server.serve(other.directory);
    address = server.origin + other.basePath;
    await page.goto(`${address}offline/`);
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(again).toBeVisible();
    await page.unroute('**/kept.json', refuse);
    await again.click();
    await page.evaluate(() => {
      const { serviceWorker } = navigator;
      const register = serviceWorker.register.bind(serviceWorker);
      serviceWorker.register = () => {
        serviceWorker.register = register;
        return Promise.reject(new Error('No more workers.'));
      };
    });
    const keep = page.getByRole('button', { name: /^Keep the whole site/ });
    await keep.click();
    await expect(page.getByRole('status').filter({ hasText: /^This cannot be had/ })).toBeVisible();
    await keep.click();
    await expect(page.getByRole('button', { name: 'Remove what is kept' })).toBeVisible();
  });

  test('the recommender answers, once it was used', async ({ page }) => {
    await visit(page, real, 'recommend/');
    await page.goto(`${address}recommend/?v=1&uplink=weeks`);
    await expectAnswered(page);
    server.serve(null);
    await page.goto(`${address}recommend/?v=1&memory=2gb&disk=card&cpu=arm64&team=new`);
    await expectAnswered(page);
    await expect(page.locator('.headline')).toContainText('%');
  });

  test('a newer edition says so once, and refreshes what is kept', async ({ page }) => {
    await visit(page, other, 'compare/');
    await page.goto(`${address}compare/?options=black-tea`);
    await expect(page.getByRole('columnheader').getByRole('link')).toHaveText(['Black tea']);
    await page.goto(`${address}matrix/`);
    await kept(page, `${address}matrix/`);
    const notice = page.getByText('A newer edition of the content is there.');
    await expect(notice).toHaveCount(0);
    await newEdition(folder);
    server.serve(folder);
    // The reader comes back to the page.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(notice).toBeVisible();
    // What is kept is of the newer edition before any page is asked for again.
    server.serve(null);
    await page.goto(`${address}matrix/`);
    await expect(page.locator('#fresh')).toBeVisible();
    await expect(notice).toHaveCount(0);
    // So is what pages fetched, under the names that it has now.
    await page.goto(`${address}compare/?options=black-tea`);
    await expect(page.getByRole('columnheader').getByRole('link')).toHaveText(['Black tea']);
    // And no more is kept than before.
    expect(await copies(page)).not.toContain(`${address}options/water/`);
  });
});

test.describe('after a newer edition has taken its place, a page that is open still', () => {
  let folder: string;
  let server: PlainServer;
  let address: string;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newer-'));
    server = await plainServer(other.basePath);
    server.serve(other.directory);
    address = server.origin + other.basePath;
    cpSync(other.directory, folder, { recursive: true });
    renameData(folder);
  });
  test.afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('searches', async ({ page }) => {
    await page.goto(address);
    server.serve(folder);
    await search(page, 'rooibos', 'Rooibos');
    await expect(page).toHaveURL(`${address}options/rooibos/`);
  });

  test('compares, with all that it shows from there', async ({ page }) => {
    await page.goto(`${address}compare/?options=black-tea`);
    const heads = page.getByRole('columnheader').getByRole('link');
    await expect(heads).toHaveText(['Black tea']);
    server.serve(folder);
    const add = page.getByRole('combobox', { name: 'Add' });
    await add.selectOption('green-tea');
    await expect(heads).toHaveText(['Black tea', 'Green tea']);
    const renamed = readdirSync(join(folder, 'data')).filter((name) => name.startsWith('ratings.'));
    for (const slug of ['black-tea', 'green-tea']) {
      const name = renamed.find((file) => file.startsWith(`ratings.${slug}-`)) ?? '';
      expect(server.asked).toContain(`${other.basePath}data/${name}`);
    }
  });

  test('says that only a newer page can compare by other criteria', async ({ page }) => {
    await page.goto(`${address}compare/?options=black-tea`);
    await expect(page.getByRole('columnheader').getByRole('link')).toHaveCount(1);
    changeTable(folder, (table) => table.replace('"name":"Strength"', '"name":"Force"'));
    server.serve(folder);
    await page.getByRole('combobox', { name: 'Add' }).selectOption('green-tea');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('rowheader', { name: /^Force/ })).toBeVisible();
    await expect(page.getByRole('columnheader').getByRole('link')).toHaveCount(2);
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
  renameData(folder);
  await writeServiceWorker(folder, 'newer');
}

/** Has all data of a site whose names tell their contents lie elsewhere, as if they had changed. */
function renameData(folder: string): void {
  const data = join(folder, 'data');
  const names = readdirSync(data).filter((name) => /[.-][\da-f]{8}\.json$/.test(name));
  const renamed = names.map((name) => [name, name.replace(/[\da-f]{8}(?=\.json)/, newer)] as const);
  for (const [before, after] of renamed) renameSync(join(data, before), join(data, after));
  const naming = [
    ...htmlFiles({ ...other, directory: folder }).map((file) => join(folder, file)),
    ...renamed.filter(([name]) => name.startsWith('table.')).map(([, name]) => join(data, name)),
  ];
  for (const file of naming) {
    const text = renamed.reduce(
      (before, [from, to]) =>
        before.replaceAll(from.replace(/\.json$/, ''), to.replace(/\.json$/, '')),
      readFileSync(file, 'utf8'),
    );
    writeFileSync(file, text);
  }
}

/** Each digit is the next one. */
const newer = (hash: string): string =>
  hash.replaceAll(/./g, (digit) => ((Number.parseInt(digit, 16) + 1) % 16).toString(16));

/** Changes the list of what can be compared. */
function changeTable(folder: string, change: (text: string) => string): void {
  const name = readdirSync(join(folder, 'data')).find((file) => file.startsWith('table.'));
  const file = join(folder, 'data', name ?? '');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
