import { chromium } from 'playwright';
import config, { BROWSER_FLAGS } from '../../playwright.config.ts';

const { executablePath = chromium.executablePath() } = config.use?.launchOptions ?? {};

/** The browser of the tests, with all its threads: they do without some, which would be measured here. */
export const browser = { path: executablePath, flags: [...BROWSER_FLAGS] };

/** The version that the browser itself tells. */
export async function browserVersion(): Promise<string> {
  const running = await chromium.launch({ executablePath: browser.path, args: browser.flags });
  try {
    return running.version();
  } finally {
    await running.close();
  }
}
