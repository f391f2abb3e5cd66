import { chromium } from 'playwright';
import config from '../../playwright.config.ts';

const { executablePath = chromium.executablePath(), args = [] } = config.use?.launchOptions ?? {};

/** The browser of the tests in the browser, and the flags with which they start it. */
export const browser = { path: executablePath, flags: args };

/** The version that the browser itself tells. */
export async function browserVersion(): Promise<string> {
  const running = await chromium.launch({ executablePath: browser.path, args: browser.flags });
  try {
    return running.version();
  } finally {
    await running.close();
  }
}
