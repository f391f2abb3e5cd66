/** Which browsers beside Chromium this machine has, and the display that one of them needs. */

import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a browser is, with what it takes to drive it. */
export interface Installed {
  readonly name: string;
  /** Its path; undefined where something is missing. */
  readonly path: string | undefined;
  /** What to install or to set, for whoever misses it. */
  readonly wanted: string;
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** The first of some programs that the path of the shell leads to. */
function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isFile);
}

/** The path that a variable of the environment names; undefined where it is not set. */
function named(variable: string): string | undefined {
  const path = process.env[variable];
  return path === undefined || path === '' ? undefined : path;
}

/** Firefox, which speaks WebDriver BiDi by itself. */
export const FIREFOX: Installed = {
  name: 'Firefox',
  path:
    named('FIREFOX_PATH') ??
    onPath('firefox-esr', 'firefox') ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isFile),
  wanted: 'firefox-esr, or FIREFOX_PATH',
};

/** The small browser that comes with WebKitGTK, in the folder of the library. */
export const MINI_BROWSER: string | undefined = ['4.1', '6.0', '4.0']
  .flatMap((version) =>
    ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].flatMap((folder) => [
      `/usr/lib/${folder}webkit2gtk-${version}/MiniBrowser`,
      `/usr/lib/${folder}webkitgtk-${version}/MiniBrowser`,
      `/usr/libexec/${folder}webkit2gtk-${version}/MiniBrowser`,
    ]),
  )
  .find(isFile);

/** The display without a screen, which WebKit needs where there is no other. */
export const XVFB: string | undefined = onPath('Xvfb');

const webkitDriver = named('WEBKIT_DRIVER_PATH') ?? onPath('WebKitWebDriver');
const canShow = XVFB !== undefined || named('DISPLAY') !== undefined;

/** WebKit’s driver, if its browser and a display are there too. */
export const WEBKIT: Installed = {
  name: 'WebKit',
  path: MINI_BROWSER !== undefined && canShow ? webkitDriver : undefined,
  wanted: 'webkit2gtk-driver and xvfb, or WEBKIT_DRIVER_PATH',
};

/** One line on the browsers that are not here; undefined where all are. */
export function skippedLine(): string | undefined {
  const missing = [FIREFOX, WEBKIT].filter(({ path }) => path === undefined);
  if (missing.length === 0) return undefined;
  return `Skipped, since not found: ${missing.map(({ name, wanted }) => `${name} (${wanted})`).join(', ')}.`;
}
