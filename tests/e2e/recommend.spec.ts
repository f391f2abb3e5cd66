/** The recommender: answering, understanding, sharing, keeping. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';
import { expectAccessible } from './accessible.ts';
import { expectStarted, headlineOf } from './answered.ts';

const [real] = SITES as [Site, ...Site[]];
const at = (path: string): string => urlOf(real, path);
const QUERY =
  'v=1&shape=clusters&platform=plain&memory=2gb&uplink=weeks&availability=survive&sites=hundreds';
const NOTHING_LEFT = 'v=1&shape=clusters&availability=two&licence=mature';

const question = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('radiogroup', { name }).or(page.getByRole('group', { name }));

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      // Of those that share a name, one alone can be open.
      details.removeAttribute('name');
      details.open = true;
    }
  });
}

test.describe('answering', () => {
  test('three answers lead to a shortlist; back undoes one', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    await question(page, 'What is a site?').getByRole('radio').first().check();
    await expect(page).toHaveURL(/shape=clusters/);
    await question(page, 'How good is the link?').getByRole('radio', { name: /hours/ }).check();
    await question(page, 'How many sites?').getByRole('radio', { name: 'Thousands' }).check();
    await expect(page).toHaveURL(/sites=thousands/);
    await expect(page.getByText(/^3 of \d+ answered$/)).toBeVisible();
    expect(await headlineOf(page)).toMatch(/Shortlist: |leads/);
    await page.goBack();
    await expect(page).not.toHaveURL(/sites=/);
    await expect(
      question(page, 'How good is the link?').getByRole('radio', { name: /hours/ }),
    ).toBeChecked();
    await page.goForward();
    await expect(page).toHaveURL(/sites=thousands/);
  });

  test('a place to start from fills answers in, marked, and each can be changed', async ({
    page,
  }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    await page.getByRole('button', { name: 'Shops' }).click();
    await expect(page.getByRole('button', { name: 'Shops' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await headlineOf(page);
    const marks = page.locator('.filled');
    const filled = await marks.count();
    expect(filled).toBeGreaterThan(5);
    const first = marks.first();
    const id = (await first.getAttribute('id')) ?? '';
    await first.locator('input:not(:checked)').first().check();
    await expect(page.locator(`#${id}`)).not.toHaveClass(/filled/);
    await expect(marks).toHaveCount(filled - 1);
    // Another start leaves alone what the reader has answered.
    const own = await page.locator(`#${id} input:checked`).getAttribute('value');
    await page.getByRole('button', { name: 'Ship or mine' }).click();
    await expect(page.locator(`#${id} input:checked`)).toHaveValue(own ?? '');
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(page).toHaveURL(at('/recommend/'));
    await expect(page.locator('.ask form input:checked')).toHaveCount(0);
  });

  test('several answers are kept where a question allows them', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    const platform = question(page, 'What do you install on?');
    await platform.getByRole('checkbox', { name: 'VMware vSphere' }).check();
    await platform.getByRole('checkbox', { name: 'Linux machines, plain or virtual' }).check();
    await expect(page).toHaveURL(/platform=plain,vsphere/);
    await platform.getByRole('checkbox', { name: 'Don’t know' }).check();
    await expect(page).toHaveURL(/platform=dont-know/);
    await platform.getByRole('button', { name: /^Clear/ }).click();
    await expect(page).not.toHaveURL(/platform/);
  });

  /** Opens the page without its script, which comes when what is returned is called. */
  async function openBeforeScript(page: Page): Promise<() => void> {
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route('**/start.*.js', async (route) => {
      await coming;
      await route.continue();
    });
    await page.goto(at('/recommend/'), { waitUntil: 'commit' });
    return come;
  }

  test('what is opened before it can be drawn is drawn then', async ({ page }) => {
    const come = await openBeforeScript(page);
    const advanced = page.locator('details').filter({ hasText: /^Advanced/ });
    await advanced.locator('summary').click();
    come();
    await expect(advanced.getByRole('checkbox', { name: 'Strict' })).toBeVisible();
  });

  test('what is pressed before it can be answered is answered then', async ({ page }) => {
    const come = await openBeforeScript(page);
    const shape = question(page, 'What is a site?').getByRole('radio').first();
    const platform = question(page, 'What do you install on?').getByRole('checkbox');
    await shape.check();
    await platform.first().check();
    // In vain, as a press by mistake.
    await platform.nth(1).check();
    await platform.nth(1).uncheck();
    come();
    await expectStarted(page);
    await expect(page).toHaveURL(/shape=clusters/);
    await expect(shape).toBeChecked();
    await expect(platform.first()).toBeChecked();
    await expect(platform.nth(1)).not.toBeChecked();
    await page.goBack();
    await expect(shape).toBeChecked();
  });

  test('what is most useful next stays in its place when it is answered', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    await page.getByRole('button', { name: 'Shops' }).click();
    await headlineOf(page);
    const next = page.locator('section', {
      has: page.getByRole('heading', { name: 'Most useful next' }),
    });
    const asked = next.locator('[id^=ask-]');
    const before = await asked.evaluateAll((all) => all.map((one) => one.id));
    expect(before.length).toBeGreaterThan(0);
    await expect(asked.first()).toContainText(/Can (put|take|shorten|rule out)/);
    const radio = asked.first().locator('input').first();
    await radio.check();
    await headlineOf(page);
    await expect(asked.first()).toHaveAttribute('id', before[0] ?? '');
    await expect(radio).toBeFocused();
    await expect(page.getByText(/^More questions \(\d+\)$/)).toBeVisible();
  });

  test('an answer that rules nothing out says so', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    const link = question(page, 'How good is the link?');
    await link.getByRole('radio', { name: /hours/ }).check();
    await expect(link).toContainText(/[Rr]ules nothing out/);
  });

  test('“don’t know” is harmless and kept in the link', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    await question(page, 'How many sites?').getByRole('radio', { name: 'Hundreds' }).check();
    const before = await headlineOf(page);
    await question(page, 'Which processors?').getByRole('radio', { name: 'Don’t know' }).check();
    await expect(page).toHaveURL(/cpu=dont-know/);
    expect(await headlineOf(page)).toBe(before);
  });

  test('works by keyboard alone, with a way past the questions', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    await page.locator('input[name=uplink]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(/uplink=weeks/);
    await expect(page.locator('input[name=uplink][value=weeks]')).toBeFocused();
    // One stands before all questions, and one after each group of them.
    const skip = page.getByRole('link', { name: 'Skip to the result' });
    let stops = 0;
    do {
      await page.keyboard.press('Tab');
      stops += 1;
    } while ((await page.locator('a[href="#result"]:focus').count()) === 0 && stops < 6);
    await expect(page.locator('a[href="#result"]:focus')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('#result')).toBeFocused();
    await skip.first().focus();
    await expect(skip.first()).toBeInViewport();
  });

  test('the verdict stays in sight of the last question', async ({ page, viewport }) => {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: viewport?.height ?? 720 });
      await page.goto(at('/recommend/'));
      await expectStarted(page);
      await question(page, 'How many sites?').getByRole('radio', { name: 'Hundreds' }).check();
      const headline = await headlineOf(page);
      await question(page, 'Must it be open source?').scrollIntoViewIfNeeded();
      const said = width > 1000 ? page.locator('.headline > :first-child') : page.locator('.peek');
      await expect(said).toBeInViewport();
      await expect(said).toContainText(headline);
    }
  });

  test('an answer that says that none of this is needed names what else there is', async ({
    page,
  }) => {
    await page.goto(at('/recommend/?v=1&need=one-box'));
    await headlineOf(page);
    const note = page.locator('#result .note');
    await expect(note).toContainText(/Compose|Podman|systemd/);
    await note.getByRole('link', { name: 'What there is instead' }).click();
    await expect(page).toHaveURL(/\/guides\/without-kubernetes\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Without Kubernetes');
  });

  test('the same is told by the form without scripts, on paper, on scenarios and in practice', async ({
    page,
  }) => {
    for (const path of ['/recommend/', '/practice/', '/scenarios/linux-iot-appliance/']) {
      const { pathname } = new URL(at('/guides/without-kubernetes/'));
      const html = await (await page.request.get(at(path))).text();
      expect(html, path).toContain(`href="${pathname}"`);
    }
    for (const path of ['/practice.md', '/scenarios/linux-iot-appliance.md']) {
      const markdown = await (await page.request.get(at(path))).text();
      expect(markdown, path).toMatch(
        /\[What there is instead\]\(http.+\/guides\/without-kubernetes\/\)/,
      );
    }
    await page.goto(at('/recommend/?v=1&need=one-box'));
    await headlineOf(page);
    await expect(page.locator('.paper')).toContainText('Podman');
  });

  test('it is too early for a leader that the likeliest answer rules out', async ({ page }) => {
    await page.goto(at('/recommend/?v=1&shape=clusters&team=few'));
    expect(await headlineOf(page)).toMatch(/^Too early to name a leader\. .+ rules out .+\.$/);
    await page.locator('#result').getByRole('link', { name: 'What do you install on?' }).click();
    await expect(page.locator(':target')).toBeInViewport();
    await page.getByRole('checkbox', { name: /^Linux machines, plain or virtual/ }).check();
    await expect.poll(async () => headlineOf(page)).not.toMatch(/Too early/);
  });
});

test.describe('the answer', () => {
  test('gives reasons for, and what to test first', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    const card = page.locator('#result');
    await expect(card.locator('.case').first().locator('li').first()).toBeVisible();
    await expect(card).toContainText('For: ');
    await expect(card.getByRole('button', { name: 'Copy link' })).toBeVisible();
    await expect(card.getByRole('link', { name: /^Compare/ })).toHaveAttribute(
      'href',
      /\/compare\/\?options=[\w~-]+,[\w~-]+/,
    );
  });

  test('says who is out and why, with a source', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    const out = page.locator('.out > li', { hasText: 'you have 2 GiB' }).first();
    await out.locator('summary').click();
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
    await second.locator('summary', { hasText: 'What makes up its score' }).click();
    await expect(second.getByRole('table')).toContainText('Weight');
    await expect(second).toContainText('Ranks over all simulations');
    await expect(second).toContainText('rests on documentation or measurement');
  });

  test('gives one rank to what is practically equal', async ({ page }) => {
    await page.goto(at('/recommend/?v=1&shape=clusters&uplink=none'));
    expect(await headlineOf(page)).toMatch(/^Your answers do not separate these \d+ options/);
    const ranks = await page.locator('.ranked .rank').allTextContents();
    expect(ranks.slice(0, 2)).toEqual(['Rank =1', 'Rank =1']);
    // Going on is one click away.
    await page.locator('#result').getByRole('link', { name: /\?$/ }).click();
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('ranks nothing where nothing is weighed', async ({ page }) => {
    await page.goto(at('/recommend/?v=1&platform=plain&memory=8gb'));
    expect(await headlineOf(page)).toMatch(/options meet your requirements/);
    await expect(page.locator('.rank')).toHaveCount(0);
    const names = await page.locator('.ranked a').allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    await expect(page.getByText('would lead')).toHaveCount(0);
  });

  test('says what to relax where nothing is left, and what comes back', async ({ page }) => {
    await page.goto(at(`/recommend/?${NOTHING_LEFT}`));
    expect(await headlineOf(page)).toBe('No option meets all requirements.');
    const relax = page.locator('section', {
      has: page.getByRole('heading', { name: 'What to relax' }),
    });
    await expect(relax.getByRole('listitem').first()).toContainText(/comes? back\./);
    await relax.getByRole('link').first().click();
    await expect(page).toHaveURL(/r\.[\w-]+=any/);
    await expect.poll(async () => headlineOf(page)).not.toBe('No option meets all requirements.');
  });

  test('tells what would change it, each a link to the state in which it does', async ({
    page,
  }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    const before = await headlineOf(page);
    const changes = page.locator('section', {
      has: page.getByRole('heading', { name: 'What would change the answer' }),
    });
    const change = changes
      .getByRole('listitem')
      .filter({ hasText: /would lead|would share/ })
      .first();
    const said = await change.innerText();
    await change.getByRole('link').first().click();
    await headlineOf(page);
    const first = await page.locator('.ranked a').first().innerText();
    expect(said).toContain(first);
    await page.goBack();
    await expect.poll(async () => headlineOf(page)).toBe(before);
  });

  test('says why not another, for any two', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    const why = page.locator('.why-not');
    const names = await why.getByRole('combobox').first().locator('option').allInnerTexts();
    const last = names.at(-1) ?? '';
    await why.getByRole('combobox', { name: 'Why not' }).selectOption(last);
    await expect(why.getByRole('status')).toContainText(`${last} is out: `);
    await why.getByRole('combobox', { name: 'rather than' }).selectOption(last);
    await expect(why.getByRole('status')).toContainText('Choose two different options.');
  });

  test('is accessible with everything opened, in both themes', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(at(`/recommend/?${QUERY}`));
      await headlineOf(page);
      await openAll(page);
      await expectAccessible(page, { kinds: true });
    }
  });

  test('fits a width of 320 pixels', { tag: '@any-fonts' }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    await openAll(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test.describe('while it is being worked out', () => {
  test('the verdict keeps its place, ranks and eliminations are there', async ({ page }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve_) => {
      release = resolve_;
    });
    await page.route(/worker[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(at(`/recommend/?${QUERY}`));
    await expect(page.locator('.headline')).toContainText('being worked out');
    await expect(page.locator('.ranked').first()).toBeVisible();
    await expect(page.locator('.out > li').first()).toBeVisible();
    await expect(page.locator('.ranked').first()).toContainText('best in …');
    release();
    await headlineOf(page);
    await expect(page.locator('.ranked').first()).toContainText(/best in (over )?\d+ %/);
  });

  test('where it cannot be, the verdict rests on scores and says so', async ({ page }) => {
    await page.route(/worker[^/]*\.js/, (route) => route.abort());
    await page.goto(at(`/recommend/?${QUERY}`));
    await expect(page.locator('.headline')).toContainText('this rests on scores alone');
    expect(await headlineOf(page)).toMatch(/Shortlist: |leads/);
    await expect(page.locator('.ranked').first()).not.toContainText('best in');
  });
});

test.describe('what it works with', () => {
  const DATA = /\/data\/recommender\.[\da-f]{8}\.json$/;

  test('is told where it cannot be had, and can be had again', async ({ page }) => {
    await page.route(DATA, (route) => route.abort());
    await page.goto(at(`/recommend/?${QUERY}`));
    const note = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
    await expect(note).toBeVisible();
    // The questions can be read.
    await expect(question(page, 'What is a site?')).toBeVisible();
    await page.unroute(DATA);
    await note.getByRole('button', { name: 'Try again' }).click();
    // Until it is there, what the page had at first is.
    await expect(page.locator('.headline > :first-child')).toHaveText(/Shortlist: |leads/);
    await expect(note).toHaveCount(0);
    await expect(page).toHaveURL(at(`/recommend/?${QUERY}`));
  });

  test('comes from a newer edition that has just taken the place of the page', async ({ page }) => {
    const newer = 'recommender.00000000';
    let file = '';
    await page.route(DATA, async (route) => {
      const url = route.request().url();
      if (url.includes(newer)) {
        const response = await route.fetch({ url: at(`/data/${file}.json`) });
        const text = (await response.text()).replaceAll('What is a site?', 'What is a place?');
        await route.fulfill({ response, body: text });
      } else await route.fulfill({ status: 404 });
    });
    await page.route(/\/recommend\/\?/, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      file = /recommender\.[\da-f]{8}/.exec(text)?.[0] ?? '';
      const isFirst = route.request().resourceType() === 'document';
      await route.fulfill({ response, body: isFirst ? text : text.replaceAll(file, newer) });
    });
    await page.goto(at('/recommend/?v=1&uplink=weeks'));
    await headlineOf(page);
    await page.locator('#answers-given > summary').click();
    await expect(question(page, 'What is a place?')).toHaveCount(1);
    await expect(question(page, 'What is a site?')).toHaveCount(0);
  });
});

test.describe('by hand', () => {
  test('importance and requirements can be set and removed', async ({ page }) => {
    await page.goto(at('/recommend/'));
    await expectStarted(page);
    await page.getByText('Advanced: set weights and requirements').click();
    await page
      .getByRole('combobox', { name: 'Importance of Flexibility' })
      .selectOption('critical');
    await expect(page).toHaveURL(/i\.flexibility=critical/);
    await page.getByRole('combobox', { name: 'Criterion' }).selectOption('Minimum memory');
    await page.getByRole('textbox').fill('..lots');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText('“..lots” is not understood.')).toBeVisible();
    await page.getByRole('textbox').fill('1,5 GiB');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveURL(/r\.min-memory=\.\.1536/);
    await page.getByRole('button', { name: 'Remove the requirement on Minimum memory' }).click();
    await page.getByRole('combobox', { name: 'Criterion' }).selectOption('Minimum memory');
    await page.getByRole('textbox').fill('..4GiB');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveURL(/r\.min-memory=\.\.4096/);
    await page.getByRole('button', { name: 'Remove the requirement on Minimum memory' }).click();
    await expect(page).not.toHaveURL(/min-memory/);
  });

  test('a strict reader sees nothing that is not proven', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}&strict`));
    await headlineOf(page);
    await expect(page.getByRole('heading', { name: 'Ask the vendor' })).toHaveCount(0);
  });
});

test.describe('links', () => {
  test('a shared link shows the answer first, on a phone too', async ({ page }) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(at(`/recommend/?${QUERY}`));
      await headlineOf(page);
      await expect(page.locator('.headline')).toBeInViewport();
      await expect(page.locator('.ask form').first()).toBeHidden();
      await page.getByText('Answers given (6)').click();
      await expect(question(page, 'How good is the link?')).toBeVisible();
      await question(page, 'How good is the link?')
        .getByRole('radio', { name: 'Always up' })
        .check();
      await expect(page).toHaveURL(/uplink=always/);
    }
  });

  test('a shared link opens on its answer without flashing the empty form', async ({ page }) => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const ask = document.querySelector('.ask');
        const empty = document.querySelector('.ask > .grid > :first-child form');
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

  test('a release that cannot be loaded is not said to be missing', async ({ page }) => {
    await page.route('**/releases/2026-11-22.json', (route) => route.abort());
    await page.goto(at('/recommend/?v=1&on=2026-11-22&uplink=weeks'));
    const note = page.locator('.ask aside.note').first();
    await expect(note).toContainText('which could not be loaded');
    await page.unroute('**/releases/2026-11-22.json');
    await note.getByRole('button', { name: 'Try again' }).click();
    await expect(note).toContainText('What made the difference');
  });

  test('an old link says what it answered then, and what has changed since', async ({ page }) => {
    await page.goto(at('/recommend/?v=1&on=2026-11-22&shape=clusters&uplink=weeks&sites=hundreds'));
    await headlineOf(page);
    const note = page.locator('.ask aside.note').first();
    await expect(note).toContainText('made with the content of 2026-11-22');
    await note.locator('summary').click();
    for (const head of ['Ratings', 'Options and modes', 'What an answer means', 'Method']) {
      await expect(note.getByText(head, { exact: false }).first()).toBeVisible();
    }
  });

  test('works in a translated page', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    // What browsers do to a page that they translate: each text is wrapped anew.
    await page.evaluate(() => {
      const texts = document.createTreeWalker(
        document.querySelector('.ask') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const found: Text[] = [];
      while (texts.nextNode()) found.push(texts.currentNode as Text);
      for (const text of found) {
        const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
        text.replaceWith(font);
        font.append(`¡${text.data}!`);
      }
    });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.locator('#answers-given > summary').click();
    await page.locator('input[name=uplink][value=always]').check();
    await page.locator('input[name=memory][value="1gb"]').check();
    await expect(page).toHaveURL(/memory=1gb/);
    await expect(page.locator('.headline')).toBeVisible();
    expect(faults).toEqual([]);
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

  test('the decision record has the sections of its form, reasons, sources and the permalink', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(at(`/recommend/?${QUERY}`));
    const headline = await headlineOf(page);
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
    expect(record.replaceAll('\\', '')).toContain(headline);
    expect(record).toContain('uplink=weeks');
    expect(record).toContain('(rejected)');
    expect(record).toMatch(/: <https?:\/\//);
  });

  test('nothing is fetched of reasons until they are asked for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    expect(asked.filter((url) => url.includes('/data/options/'))).toEqual([]);
    await page.locator('.out > li summary').first().click();
    await expect.poll(() => asked.filter((url) => url.includes('/data/options/')).length).toBe(1);
  });

  test('the summary and the paper are one page of answers, requirements, reasons and what is out', async ({
    page,
  }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    const headline = await headlineOf(page);
    const download = page.waitForEvent('download');
    await page.locator('#result').getByRole('button', { name: 'One-page summary' }).click();
    const summary = readFileSync(await (await download).path(), 'utf8');
    for (const part of [
      '## Result',
      '- For: ',
      '## Answers',
      '## Requirements',
      '## Eliminated',
      'uplink=weeks',
    ]) {
      expect(summary).toContain(part);
    }
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.paper');
    await expect(paper).toBeVisible();
    await expect(paper).toContainText(headline);
    for (const part of [
      'Answers',
      'Requirements',
      'Out',
      'How good is the link?',
      'uplink=weeks',
    ]) {
      await expect(paper).toContainText(part);
    }
    await expect(page.locator('.ask form').first()).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Scenarios, answered' })).toBeHidden();
  });

  test('the matrix opens with the same requirements', async ({ page }) => {
    await page.goto(at(`/recommend/?${QUERY}`));
    await headlineOf(page);
    await expect(
      page.getByRole('link', { name: 'Matrix with these requirements' }),
    ).toHaveAttribute('href', /\/matrix\/\?.*min-memory=/);
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
    await expect(page.getByText('How good is the link?').last()).toBeVisible();
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
  const ranking = await page.locator('.ranked a').allInnerTexts();
  await page.getByRole('link', { name: 'Open in the recommender' }).click();
  await headlineOf(page);
  expect(await page.locator('.headline').innerText()).toBe(told);
  expect(await page.locator('.ranked a').allInnerTexts()).toEqual(ranking);
});
