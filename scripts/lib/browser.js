/** Finds the browser for the tests, on whatever Node runs it. */

import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// The one without windows starts sooner, and needs less.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium or Chrome that BROWSER_PATH names, or one of this machine.
 *
 * @returns {string | undefined} its path; undefined where the test runner must use its own
 */
export function findBrowser() {
  const named = process.env.BROWSER_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...ELSEWHERE].find((path) => existsSync(path) && statSync(path).isFile());
}
