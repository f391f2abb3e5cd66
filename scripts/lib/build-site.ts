/** Builds the site from the content, beside its place, and moves it there when it is whole. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '../../src/comparison/comparison.ts';
import {
  contentDirectory,
  basePath as setBasePath,
  outDirectory,
  MANY_PAGES,
  siteUrl,
} from '../../src/comparison/environment.ts';
import { slugsOf } from '../../src/comparison/slugs-of.ts';
import { allPaths, underBase } from '../../src/links/routes.ts';
import { dataFiles } from '../../src/outputs/data-files.ts';
import { loadContent } from './command.ts';
import { writeHeaders } from './headers.ts';
import { writeLicences } from './licences.ts';
import { MARKER, MARKER_TEXT, outputAt, replaceSite } from './output.ts';
import { finishPages } from './finish-pages.ts';
import { writeServiceWorker } from './service-worker.ts';
import { BEFORE, inWorkshop, runProgram } from './workshop.ts';

const astro = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
const root = resolve(import.meta.dirname, '../..');

/** A site of more pages than these has many. */
const FEW_PAGES = 1000;

export interface BuildOptions {
  /** Whether only what goes wrong is told. */
  readonly silent: boolean;
  /** Whether nothing is used that earlier builds have kept. */
  readonly force?: boolean;
}

/**
 * Builds the site into OUT_DIR. If that fails, or is stopped, the last good one stays as it was.
 *
 * @returns the code of the builder, 0 if the site is there
 * @throws {CommandError} if OUT_DIR may not be replaced, or another build is under way
 * @throws {ContentError} with all faults of the content
 */
export async function buildSite(options: BuildOptions): Promise<number> {
  const place = outputAt(outDirectory);
  const comparison = loadContent();
  return inWorkshop(place, async (workshop) => {
    const site = join(workshop, 'site');
    const code = await buildInto(site, { ...options, comparison, basePath: setBasePath });
    if (code === 0) replaceSite(place, site, join(workshop, BEFORE));
    return code;
  });
}

/** What a site is built from, and for where. */
interface Building extends BuildOptions {
  readonly comparison: Comparison;
  /** The path under which it will live, with a slash at both ends. */
  readonly basePath: string;
}

/**
 * Builds the site into a folder that is not there yet.
 *
 * @returns the code of the builder, 0 if the site is there
 * @throws {CommandError} if another build from this checkout is under way
 */
export async function buildInto(
  site: string,
  { comparison, basePath, silent, force = false }: Building,
): Promise<number> {
  const manyPages = allPaths(slugsOf(comparison)).length > FEW_PAGES;
  const flags = [...(silent ? ['--silent'] : []), ...(force ? ['--force'] : [])];
  // What the builder writes for itself lies in the checkout, wherever the site is built.
  const code = await inWorkshop(
    join(root, '.astro/site'),
    () =>
      runProgram(process.execPath, [astro, 'build', ...flags], {
        cwd: root,
        stdio: 'inherit',
        env: {
          ...process.env,
          CONTENT_DIR: contentDirectory,
          OUT_DIR: site,
          BASE_PATH: basePath,
          [MANY_PAGES]: manyPages ? 'yes' : '',
          ASTRO_TELEMETRY_DISABLED: '1',
          // With any other, scripts would tell the paths of the files that they were made of.
          NODE_ENV: 'production',
        },
      }),
    `A site from ${root}`,
  );
  if (code !== 0) return code;
  finishPages(site);
  writeDataFiles(site, comparison, basePath);
  writeHeaders(site, basePath);
  writeLicences(site);
  writeFileSync(join(site, MARKER), MARKER_TEXT);
  await writeServiceWorker(site, comparison.version);
  return 0;
}

/** @throws {Error} by the file system, where a page or a public file has the path of one of them */
function writeDataFiles(site: string, comparison: Comparison, basePath: string): void {
  const origin = siteUrl ?? comparison.site.origin;
  const absoluteUrl = (path: string): string => new URL(underBase(basePath, path), origin).href;
  for (const [path, make] of dataFiles(comparison, absoluteUrl)) {
    const file = join(site, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make(), { flag: 'wx' });
  }
}
