import { defineConfig, type Project } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.js';
import { FALLBACKS, onlyFonts, type Fallback } from './tests/fonts/only.ts';
import { SITES } from './tests/sites.ts';

/** How the browser is started, whoever starts it. */
export const BROWSER_FLAGS: readonly string[] = [
  // As root, Chromium has no sandbox to offer; the tests load this project’s own pages alone.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const executablePath = findBrowser();
const launchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    ...BROWSER_FLAGS,
    // Two browsers share two cores: threads beside the one at work take more time than they save.
    '--js-flags=--single-threaded',
    '--num-raster-threads=1',
  ],
};

/** Which tests run with the fonts of some machine, and without those of the site. */
const WITH_FONTS: Readonly<Record<Fallback, RegExp>> = {
  // What stands in makes lines as long as those of the site: of how pages lie, a little suffices.
  wide: /@any-fonts|@stand-ins/,
  // Nothing stands in.
  unknown: /@any-fonts|@layout/,
  narrow: /@any-fonts|@stand-ins|@layout/,
};

function withFonts(fallback: Fallback): Project {
  const { env, args } = onlyFonts(fallback);
  return {
    name: `${fallback} fonts`,
    grep: WITH_FONTS[fallback],
    use: { launchOptions: { ...launchOptions, env, args: [...launchOptions.args, ...args] } },
  };
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  // Five seconds, as by default, pass on a busy machine before a worker has kept what it is to keep.
  expect: { timeout: 15_000 },
  // There a browser may stall for no fault of the site; what passed only then is named at the end.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [['line'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    browserName: 'chromium',
    // Or every test would keep the whole site; those that are about it say so.
    serviceWorkers: 'block',
    launchOptions,
  },
  projects: [
    { name: 'the site’s fonts', grepInvert: /@other-fonts/ },
    // Browsers find fonts in other ways elsewhere.
    ...(process.platform === 'linux' ? (Object.keys(FALLBACKS) as Fallback[]).map(withFonts) : []),
  ],
  webServer: SITES.map((site) => ({
    command: 'node scripts/lib/serve-site.ts',
    url: `http://127.0.0.1:${String(site.port)}${site.basePath}`,
    env: {
      OUT_DIR: site.directory,
      BASE_PATH: site.basePath,
      PORT: String(site.port),
    },
    reuseExistingServer: false,
  })),
});
