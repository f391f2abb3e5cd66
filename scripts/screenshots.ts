/**
 * `npm run screenshots`: pictures of the pages of `dist/`, for the README and for whoever reviews a change of how
 * they look. The answers are those of an operator with shops; see tests/content/path.test.ts.
 */

import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, errors, type Browser, type Page } from 'playwright';
import { basePath, outDirectory } from '../src/comparison/environment.ts';
import { findBrowser } from './lib/browser.js';
import { CommandError, runCommand } from './lib/command.ts';
import { MARKER } from './lib/output.ts';
import { serve } from './lib/serve.ts';

const folder = resolve(import.meta.dirname, '../docs/screenshots');

const ANSWERS: readonly (readonly [question: string, answer: string])[] = [
  ['shape', 'clusters'],
  ['platform', 'plain'],
  ['windows', 'none'],
  ['memory', '8gb'],
  ['cpu', 'amd64'],
  ['uplink', 'hours'],
  ['availability', 'pause'],
  ['sites', 'hundreds'],
];

const NOTHING_LEFT = 'platform=appliance&windows=nodes&memory=512mb';

interface Shot {
  readonly name: string;
  readonly path: string;
  /** How many answers are clicked before the picture is taken. */
  readonly clicks?: number;
}

const query = new URLSearchParams(
  ANSWERS.map(([question, answer]): [string, string] => [question, answer]),
);

const SHOTS: readonly Shot[] = [
  { name: 'home', path: '' },
  { name: 'matrix', path: 'matrix/' },
  { name: 'option', path: 'options/k3s/' },
  { name: 'criterion', path: 'criteria/min-memory/' },
  { name: 'compare', path: 'compare/k0s-vs-k3s/' },
  { name: 'method', path: 'method/' },
  { name: 'recommend-empty', path: 'recommend/' },
  ...[1, 4, 8].map((clicks) => ({
    name: `recommend-${String(clicks)}-answered`,
    path: 'recommend/',
    clicks,
  })),
  { name: 'recommend-shared-and-tied', path: `recommend/?v=1&${query.toString()}` },
  {
    name: 'recommend-nothing-weighed',
    path: 'recommend/?v=1&shape=clusters&platform=plain&windows=none&memory=8gb',
  },
  { name: 'recommend-nothing-left', path: `recommend/?v=1&${NOTHING_LEFT}` },
];

const WIDTHS = [360, 1440] as const;
const THEMES = ['light', 'dark'] as const;

async function answer(page: Page, count: number): Promise<void> {
  for (const [question, value] of ANSWERS.slice(0, count)) {
    const choice = page.locator(`input[name="${question}"][value="${value}"]`);
    await choice.check({ force: true });
  }
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
}

async function takeAll(): Promise<number> {
  if (!existsSync(join(outDirectory, MARKER))) {
    throw new CommandError('There is no site to take pictures of: run “npm run build” first.');
  }
  const { server, address } = await serve({ directory: outDirectory, basePath, port: 0 });
  try {
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    await take(browser, address).finally(() => browser.close());
  } catch (error) {
    if (!(error instanceof errors.TimeoutError || isOfBrowser(error))) throw error;
    throw new CommandError(
      `The browser could not take the pictures, which are of the pages of this comparison: ${firstLine(error)}`,
    );
  } finally {
    server.close();
  }
  return 0;
}

/** Whether the driver of the browser tells of it, as it does where there is none that starts. */
const isOfBrowser = (error: unknown): error is Error =>
  error instanceof Error && /^(?:browserType|page|locator|browser)\./.test(error.message);

const firstLine = ({ message }: Error): string => message.split('\n', 1)[0] ?? '';

async function take(browser: Browser, address: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const width of WIDTHS)
    for (const colorScheme of THEMES) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      for (const { name, path, clicks = 0 } of SHOTS) {
        await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
        await answer(page, clicks);
        await page.waitForTimeout(1_500);
        await page.screenshot({
          path: join(folder, `${name}-${String(width)}-${colorScheme}.png`),
        });
      }
      await page.close();
    }
}

await runCommand({
  usage: 'npm run screenshots',
  options: {},
  settings: ['BROWSER_PATH'],
  main: takeAll,
});
