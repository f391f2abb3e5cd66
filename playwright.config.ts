import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.js';
import { SITES } from './tests/sites.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['line'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    browserName: 'chromium',
    // Or every test would keep the whole site; those that are about it say so.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // As root, Chromium has no sandbox to offer; the tests load this project’s own pages alone.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
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
