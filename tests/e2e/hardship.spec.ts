/**
 * Pages under what readers really have: a translator, plain HTTP, a worker that is slow or does not
 * come, blocked scripts, storage that is full, a limit on steps of history, links out of all bounds.
 */

import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAnswered, headlineOf } from './answered.ts';

const [real, tea] = SITES as [Site, Site];
const at = (path: string): string => urlOf(real, path);
const QUERY = 'v=1&shape=clusters&uplink=weeks&windows=none&availability=survive';

/** Reads what was copied, on a page that may read the clipboard. */
async function clipboardReader(context: BrowserContext): Promise<() => Promise<string>> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: at('/') });
  const reader = await context.newPage();
  await reader.goto(at('/about/'));
  return async () => {
    await reader.bringToFront();
    return reader.evaluate(() => navigator.clipboard.readText());
  };
}

/** A shared link shows the answer first; the answers that were given are folded below it. */
const openAnswers = (page: Page): Promise<void> =>
  page
    .locator('details', { hasText: 'Answers given' })
    .first()
    .evaluate((details) => {
      details.setAttribute('open', '');
    });

test.describe('the analysis', () => {
  test('is shown of the answer that stands there, however late it comes', async ({ page }) => {
    await page.addInitScript(() => {
      const held: (() => void)[] = [];
      class LateWorker extends Worker {
        override postMessage(message: { readonly kind: string }): void {
          if (message.kind !== 'state') super.postMessage(message);
          else
            held.push(() => {
              super.postMessage(message);
            });
        }
      }
      Object.assign(globalThis, {
        Worker: LateWorker,
        letGo: () => {
          for (const send of held.splice(0)) send();
        },
      });
    });
    const letGo = (): Promise<void> =>
      page.evaluate(() => {
        (globalThis as unknown as { letGo: () => void }).letGo();
      });
    const figures = page.locator('.ranked span').filter({ hasText: /^best in .+/ });
    const markdown = page.getByRole('button', { name: 'Download Markdown' });
    const headline = page.locator('.headline');

    await page.goto(at(`/recommend/?${QUERY}`));
    await expect(headline).toContainText('being worked out');
    await expect(headline).not.toContainText('%');
    await expect(markdown).toBeDisabled();
    await letGo();
    await expectAnswered(page);
    await expect(figures.first()).toContainText('%');
    await expect(markdown).toBeEnabled();

    await openAnswers(page);
    await page.locator('input[name=uplink]').first().check();
    await expect(page).not.toHaveURL(/uplink=weeks/);
    await expect(headline).toContainText('being worked out');
    await expect(headline).not.toContainText('%');
    for (const figure of await figures.allInnerTexts()) expect(figure).not.toContain('%');
    await expect(markdown).toBeDisabled();
    await letGo();
    await expectAnswered(page);
    const fresh = await page.context().newPage();
    await fresh.goto(page.url());
    await expectAnswered(fresh);
    expect(await headline.innerText()).toBe(await fresh.locator('.headline').innerText());
  });

  test('that cannot be had is said to be missing; the scores hold', async ({ page }) => {
    await page.route(/\/worker[^/]*\.js$/, (route) => route.abort());
    await page.goto(at(`/recommend/?${QUERY}`));
    await expect(page.locator('.headline')).toContainText('this rests on scores alone');
    await expect(page.locator('.ranked')).not.toHaveCount(0);
    await expect(page.locator('.ranked').getByText('best in')).toHaveCount(0);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download Markdown' }).click();
    const stream = await (await saved).createReadStream();
    let record = '';
    for await (const part of stream) record += String(part);
    expect(record).toContain(await page.locator('.headline > :first-child').innerText());
    expect(record).not.toContain('nothing is weighed');
    // The next answer is asked for anew.
    await page.unroute(/\/worker[^/]*\.js$/);
    await openAnswers(page);
    await page.locator('input[name=uplink]').first().check();
    await expectAnswered(page);
    await expect(page.locator('.headline')).not.toContainText('could not be');
  });
});

/** How translators treat text nodes: the node itself may lie in the translation, or be gone. */
const MANNERS = ['moved', 'replaced', 'inserted'] as const;

/** Wraps each text node of the page in two `<font>` elements, as the translators of browsers do. */
async function translate(page: Page, manner: (typeof MANNERS)[number]): Promise<void> {
  await page.evaluate((how) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement?.closest('script, style, font') !== null) continue;
      const outer = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      const inner = outer.cloneNode() as Element;
      outer.append(inner);
      if (how === 'inserted') {
        text.after(outer);
        text.remove();
      } else text.replaceWith(outer);
      inner.append(how === 'moved' ? text : text.data);
    }
  }, manner);
}

test.describe('a translated page', () => {
  for (const manner of MANNERS) {
    test(`of the recommender tells what an untranslated one does, text ${manner}`, async ({
      page,
      context,
    }) => {
      const fresh = await context.newPage();
      const expectSame = async (): Promise<void> => {
        await expectAnswered(page);
        await fresh.goto(page.url());
        await expectAnswered(fresh);
        await openAnswers(fresh);
        const text = (of: Page): Promise<string> => of.locator('.ask').innerText();
        await expect(async () => {
          expect(await text(page)).toBe(await text(fresh));
        }).toPass({ timeout: 15_000 });
      };
      await page.goto(at(`/recommend/?${QUERY}`));
      await headlineOf(page);
      await openAnswers(page);
      await translate(page, manner);
      await page.locator('input[name=uplink]').first().check();
      await expectAnswered(page);
      // What has not changed is still translated.
      await expect(page.locator('.ask font').first()).toBeAttached();
      await translate(page, manner);
      await page.locator('input[name=windows]').first().check();
      await expectSame();
      await translate(page, manner);
      await page.goBack();
      await expectSame();
    });
  }

  test('of the matrix and of a comparison follows the reader', async ({ page, context }) => {
    const fresh = await context.newPage();
    const expectSame = async (selector: string): Promise<void> => {
      await fresh.goto(page.url());
      await expect(fresh.locator('html')).not.toHaveAttribute('data-pending');
      const text = (of: Page): Promise<string> => of.locator(selector).innerText();
      await expect.poll(() => text(page)).toBe(await text(fresh));
    };
    await page.goto(at('/matrix/?min-memory=..1024&failed=dim'));
    await expect(page.getByRole('searchbox')).toBeVisible();
    await translate(page, 'replaced');
    await page.getByRole('button', { name: 'Flexibility', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Sort: best first' }).click();
    await page.getByRole('searchbox').fill('etcd');
    await expect(page).toHaveURL(/q=etcd&.*sort=flexibility/);
    await expectSame('matrix-view');

    await page.goto(at('/compare/?options=k3s,microk8s'));
    await translate(page, 'replaced');
    await page.getByRole('combobox', { name: 'Add' }).selectOption('k0s');
    await page.getByRole('button', { name: 'Swap MicroK8s with K3s' }).click();
    await expect(page).toHaveURL(/microk8s,k3s,k0s/);
    await expectSame('compare-view .beside');
  });
});

test.describe('over plain HTTP', () => {
  const PLAIN = 'http://edge.example';

  test.beforeEach(async ({ context }) => {
    await context.route(`${PLAIN}/**`, async (route) => {
      const url = route.request().url().replace(`${PLAIN}/`, at('/'));
      await route.fulfill({ response: await route.fetch({ url }) });
    });
  });

  test('everything that can be copied is copied', async ({ page, context }) => {
    const clipboard = await clipboardReader(context);
    const open = async (path: string): Promise<void> => {
      await page.goto(`${PLAIN}${path}`);
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
    };
    const press = async (name: string, said: string): Promise<string> => {
      const target = page.locator('button, a.permalink').and(page.getByText(name, { exact: true }));
      await expect(target.first()).toBeEnabled();
      await target.first().click();
      await expect(page.getByText(said, { exact: true })).toBeVisible();
      await expect(page.locator('textarea')).toHaveCount(0);
      const text = await clipboard();
      await page.bringToFront();
      return text;
    };
    await open(`/recommend/?${QUERY}`);
    expect(await press('Copy link', 'Link copied.')).toContain(`${PLAIN}/recommend/?v=1`);
    expect(await press('Copy Markdown', 'Decision record copied.')).toContain('# Choose');
    await open('/matrix/?min-memory=..1024');
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await press('Copy link', 'Link copied.')).toBe(`${PLAIN}/matrix/?min-memory=..1024`);
    expect(await press('Copy as Markdown', 'Table copied.')).toContain('| Option');
    await open('/compare/?options=k3s,k0s');
    expect(await press('Copy link', 'Link copied.')).toBe(`${PLAIN}/compare/?options=k3s,k0s`);
    await open('/embed/');
    expect(await press('Copy', 'Copied.')).toContain('<iframe');
    await open('/options/k3s/');
    await page.locator('a.permalink').first().click();
    await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
    expect(await clipboard()).toMatch(/^http:\/\/edge\.example\/options\/k3s\/#/);
  });

  test('what a browser copies in no way is selected for the reader to copy', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(document, { execCommand: () => false });
    });
    await page.goto(`${PLAIN}/compare/?options=k3s,k0s`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    const field = page.getByRole('textbox', { name: 'Text to copy' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`${PLAIN}/compare/?options=k3s,k0s`);
    await expect(page.getByText('the text is selected for you to copy')).toBeVisible();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(field).toHaveCount(1);
  });
});

test('keys with others are left to the browser', async ({ page }) => {
  await page.goto(at('/matrix/'));
  await expect(page.getByRole('searchbox')).toBeVisible();
  const cell = page.locator('.matrix tbody td button').first();
  await cell.focus();
  const taken = (selector: string, key: string): Promise<string[]> =>
    page.evaluate(
      ([of, name]) =>
        ['none', 'altKey', 'ctrlKey', 'metaKey', 'shiftKey'].filter((modifier) => {
          const event = new KeyboardEvent('keydown', {
            key: name ?? '',
            bubbles: true,
            cancelable: true,
            [modifier]: true,
          });
          return document.querySelector(of ?? '')?.dispatchEvent(event) === false;
        }),
      [selector, key],
    );
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
    expect(await taken('.matrix tbody td button', key), key).toEqual(['none']);
  }
  await page.getByRole('button', { name: 'Flexibility' }).click();
  await expect(page.getByRole('menu', { name: 'Flexibility' })).toBeVisible();
  for (const key of ['ArrowUp', 'ArrowDown', 'Home', 'End']) {
    expect(await taken('.head-menu [role=menu]', key), key).toEqual(['none']);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('memory');
  await expect(page.locator('dialog.search').getByRole('option').first()).toBeVisible();
  for (const key of ['ArrowUp', 'ArrowDown']) {
    expect(await taken('dialog.search input', key), key).toEqual(['none']);
  }
});

test.describe('in another zone', () => {
  test.use({ timezoneId: 'Pacific/Auckland' });

  test('a record bears the day of the reader', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime('2026-11-29T22:30:00Z');
    await page.goto(at(`/recommend/?${QUERY}`));
    await page.getByRole('button', { name: 'Copy Markdown' }).click();
    await expect(page.getByText('Decision record copied.')).toBeVisible();
    const record = await page.evaluate(() => navigator.clipboard.readText());
    expect(record).toContain('date: 2026-11-30');
  });

  test('paper bears the day on which it is printed', async ({ page }) => {
    await page.clock.setFixedTime('2026-11-29T10:50:00Z');
    await page.goto(at(`/recommend/?${QUERY}`));
    await expectAnswered(page);
    await expect(page.locator('.paper')).toContainText('29 November 2026');
    await page.clock.setFixedTime('2026-11-29T11:10:00Z');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.paper')).toContainText('30 November 2026');
  });
});

test.describe('history', () => {
  test('that may not be written leaves the pages in use', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      const refuse = (): void => {
        throw new DOMException('more than 100 times per 30 seconds', 'SecurityError');
      };
      history.pushState = refuse;
      history.replaceState = refuse;
    });
    await page.goto(at(`/recommend/?${QUERY}`));
    await openAnswers(page);
    await page.locator('input[name=uplink]').first().check();
    await expect(page.locator('input[name=uplink]').first()).toBeChecked();
    await expectAnswered(page);
    await page.goto(at('/matrix/'));
    await page.getByRole('searchbox').fill('dqlite');
    await expect(page.locator('matrix-view .status')).toHaveText(/^\d of 25 options match$/);
    await page.goto(at('/compare/?options=k3s'));
    await page.getByRole('combobox', { name: 'Add' }).selectOption('k0s');
    await expect(page.getByRole('columnheader').getByRole('link')).toHaveText(['K3s', 'k0s']);
    expect(errors).toEqual([]);
  });

  test('has a step as soon as something is chosen, so that going back stays here', async ({
    page,
  }) => {
    await page.goto(at('/about/'));
    await page.goto(at('/matrix/?min-memory=..1024&q=zzzz'));
    const way = page.locator('.dead-end button').first();
    await expect(way).toBeVisible();
    const added = await way.evaluate((button) => {
      const before = history.length;
      (button as HTMLButtonElement).click();
      return history.length - before;
    });
    expect(added).toBe(1);
    await page.goBack();
    await expect(page).toHaveURL(at('/matrix/?min-memory=..1024&q=zzzz'));
    await expect(way).toBeVisible();
  });

  test('has what was typed when the page is left at once', async ({ page }) => {
    await page.goto(at('/matrix/'));
    await page.getByRole('searchbox').pressSequentially('etcd');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Guides' })
      .click();
    await expect(page).toHaveURL(at('/guides/'));
    await page.goBack();
    await expect(page).toHaveURL(at('/matrix/?q=etcd'));
    await expect(page.getByRole('searchbox')).toHaveValue('etcd');
  });
});

test.describe('what is kept in the browser', () => {
  const tray = (page: Page): Locator => page.locator('compare-tray');

  test('holds as long as the page where it cannot be stored', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(at('/options/k3s/'));
    await page.getByRole('button', { name: 'Pick to compare K3s' }).click();
    await expect(page.getByRole('button', { name: 'Picked to compare K3s' })).toBeVisible();
    await expect(tray(page)).toContainText('K3s');
    await page.getByRole('button', { name: 'Do not compare K3s' }).click();
    await expect(tray(page)).toBeHidden();
  });

  test('is of this site alone, and follows its options', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('compare', JSON.stringify([{ slug: 'k3s', name: 'K3s' }]));
      localStorage.setItem('theme', 'dark');
    });
    await page.goto(urlOf(tea, '/options/green-tea/'));
    await expect(page.getByRole('button', { name: 'Theme: system' })).toBeVisible();
    await page.getByRole('button', { name: 'Pick to compare Green tea' }).click();
    await expect(tray(page).getByRole('listitem')).toHaveText(['Green tea']);
    await page.evaluate(() => {
      const picks = ['bohea', 'gone', 'green-tea'].map((slug) => ({ slug, name: slug }));
      localStorage.setItem('compare/leaf', JSON.stringify(picks));
    });
    await page.reload();
    await expect(tray(page).getByRole('listitem')).toHaveText(['Black tea', 'Green tea']);
    await page.goto(at('/about/'));
    await expect(tray(page).getByRole('listitem')).toHaveText(['K3s']);
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  });

  test('is read again when a page comes back', async ({ page }) => {
    await page.goto(at('/matrix/'));
    await expect(page.getByRole('searchbox')).toBeVisible();
    await page.evaluate(() => {
      localStorage.setItem('compare', JSON.stringify([{ slug: 'k3s', name: 'K3s' }]));
      localStorage.setItem('theme', 'dark');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await expect(tray(page)).toContainText('K3s');
    await expect(page.getByRole('checkbox', { name: 'Compare K3s' })).toBeChecked();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test('where scripts are on and do not come, pages say in the end what it takes', async ({
  context,
}) => {
  const waiting = [
    ['/compare/?options=k3s,k0s', 'With scripts, this page compares'],
    ['/matrix/?min-memory=..1024', 'nothing is filtered or sorted'],
    ['/embed/compare/?options=k3s,k0s', 'which takes a script to read'],
  ] as const;
  // Each waits for seconds: all at once.
  await Promise.all(
    waiting.map(async ([path, words]) => {
      const page = await context.newPage();
      await page.goto(at(path));
      await expect(page.getByText(words)).toBeHidden();
      await expect(page.locator('table').first()).toBeVisible();
      await page.route(/\.js$/, (route) => route.abort());
      await page.goto(at(path));
      await expect(page.getByText(words)).toBeVisible();
    }),
  );
});

test('where scripts are blocked, the recommender is not blank for long', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(at(`/recommend/?${QUERY}`));
  await expect(page.locator('.ask')).toBeHidden();
  await expect(page.locator('.ask')).toBeVisible();
  await expect(page.getByText('With scripts, this page ranks the options')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Scenarios, answered' })).toBeVisible();
});

test.describe('what cannot be had once', () => {
  test('is asked for again: a drawing, a reason', async ({ page }) => {
    const busy = { status: 503, json: { rest: {}, modes: {} } };
    await page.route(/drawings\/k3s/, (route) => route.fulfill(busy), { times: 1 });
    await page.route(/data\/options\/k3s/, (route) => route.fulfill(busy), { times: 1 });
    await page.goto(at('/compare/?options=k3s,k0s'));
    await expect(page.getByText('the drawing could not be loaded')).toBeVisible();
    const why = page.getByRole('button', { name: /^Why: / }).first();
    await why.click();
    await expect(page.getByText('The reason could not be loaded')).toBeVisible();
    await why.click();
    await why.click();
    await expect(page.locator('.because').first()).toContainText('of');
    await expect(page.getByText('could not be loaded')).toHaveCount(0);
    await expect(page.getByText('Nobody has looked yet.')).toHaveCount(0);
  });

  test('is not told as nothing: the list of what can be kept', async ({ page }) => {
    await page.route('**/kept.json', (route) => route.abort());
    await page.goto(at('/offline/?page=http://%5B'));
    await expect(page.getByText('This cannot be had now')).toBeVisible();
    await expect(page.getByText('0 of 0 files')).toHaveCount(0);
  });
});

test('the name of a pick is as long as it likes, and the window is not wider', async ({ page }) => {
  await page.route('**/option-names.json', (route) => route.abort());
  await page.addInitScript(() => {
    localStorage.setItem('compare', JSON.stringify([{ slug: 'k3s', name: 'W'.repeat(300) }]));
  });
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(at('/about/'));
  await expect(page.locator('compare-tray')).toContainText('WWW');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test.describe('links out of all bounds', () => {
  const options = `options=${'a,'.repeat(100_000)}k3s`;
  const many = Array.from({ length: 10_000 }, (_, i) => `x${String(i)}=1`).join('&');

  test.beforeEach(async ({ page }) => {
    // Servers refuse such addresses; what reads them are scripts.
    await page.route(
      (url) => url.search.length > 5000,
      async (route) => {
        const [url = ''] = route.request().url().split('?');
        await route.fulfill({ response: await route.fetch({ url }) });
      },
    );
  });

  for (const [path, query] of [
    ['/matrix/', many],
    ['/matrix/', options],
    ['/compare/', options],
    ['/recommend/', many],
    ['/recommend/', options],
  ] as const) {
    test(`${path} tells a dozen things of ${query.slice(0, 9)} …`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(at(`${path}?${query}`));
      const note = page.getByRole('alert').first();
      await expect(note).toBeVisible();
      expect(await note.getByRole('listitem').count()).toBeLessThanOrEqual(13);
      expect((await note.boundingBox())?.height).toBeLessThan(1500);
      await expect(page.locator('html')).not.toHaveAttribute('data-pending');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(errors).toEqual([]);
    });
  }

  test('a word of 300 letters fits a phone, as a filter and as a way out', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(at(`/matrix/?q=${'a'.repeat(300)}&min-memory=..1024`));
    await expect(page.getByRole('list', { name: 'Filters in use' })).toContainText('aaa');
    await expect(page.locator('.dead-end')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('a filter of a hundred parts is told in a few lines', async ({ page }) => {
    const parts = Array.from({ length: 150 }, (_, i) => `..${String(i + 5000)}`);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(at(`/matrix/?min-memory=${parts.join(',')}`));
    const filters = page.getByRole('list', { name: 'Filters in use' });
    await expect(filters).toContainText('5,000 MiB');
    expect((await filters.boundingBox())?.height).toBeLessThan(300);
  });

  test('a page pasted into the search does not stop it', async ({ page }) => {
    await page.goto(at('/about/'));
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    const input = page.getByRole('combobox', { name: 'Search' });
    await input.fill('lorem ipsum kubernetes '.repeat(900));
    await expect(page.locator('.search-status')).not.toHaveText('Loading the index …');
    await input.fill('k3s');
    await expect(page.locator('dialog.search').getByRole('option').first()).toContainText('K3s');
  });
});

test('a page that is not of one build with its script says what is missing of what', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
  await page.route(at('/matrix/'), async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('dead-end', 'no-way');
    await route.fulfill({ response, body });
  });
  await page.goto(at('/matrix/'));
  await expect
    .poll(() => errors)
    .toEqual(['ElementError: matrix-view: “.dead-end” is not here, or is no HTMLElement.']);
});
