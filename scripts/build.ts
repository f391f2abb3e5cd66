/**
 * `npm run build`: builds the site from the content. The site is built beside its place and moved
 * there when it is whole, so that a build that fails leaves the last good one as it was.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentDay } from '../src/comparison/content-day.ts';
import { basePath, contentDirectory, outDirectory } from '../src/comparison/environment.ts';
import { formatFaults } from '../src/comparison/fault.ts';
import { tryLoadComparison } from '../src/comparison/load.ts';
import { writeHeaders } from './lib/headers.ts';
import { pruneStyles } from './lib/prune-styles.ts';
import { writeServiceWorker } from './lib/service-worker.ts';

const astro = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));

async function build(): Promise<number> {
  const today = contentDay(contentDirectory);
  const { comparison, faults } = tryLoadComparison({ directory: contentDirectory, today });
  if (comparison === null) {
    console.error(formatFaults(faults));
    return 1;
  }

  mkdirSync(dirname(outDirectory), { recursive: true });
  const workshop = mkdtempSync(join(dirname(outDirectory), '.building-'));
  try {
    const site = join(workshop, 'site');
    const env = { ...process.env, OUT_DIR: site, ASTRO_TELEMETRY_DISABLED: '1' };
    const result = spawnSync(process.execPath, [astro, 'build', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env,
    });
    if (result.status !== 0) return result.status ?? 1;
    pruneStyles(site);
    writeHeaders(site, basePath);
    await writeServiceWorker(site, comparison.version);
    replace(outDirectory, site, join(workshop, 'before'));
    return 0;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function replace(place: string, fresh: string, aside: string): void {
  if (existsSync(place)) renameSync(place, aside);
  try {
    renameSync(fresh, place);
  } catch {
    // A mount point cannot be replaced, only filled.
    cpSync(fresh, place, { recursive: true });
  }
}

process.exitCode = await build();
