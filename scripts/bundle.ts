/**
 * `npm run bundle`: packs the whole site into one zip beside the output folder, for places without a
 * network. Its pages lead to one another by relative addresses, so that any static server serves it
 * under any path. The same commit gives the same bytes.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';
import { contentDay } from '../src/comparison/content-day.ts';
import { basePath, contentDirectory, outDirectory } from '../src/comparison/environment.ts';
import { loadComparison } from '../src/comparison/load.ts';
import { makeRelative, PLACEHOLDER } from './lib/relative.ts';
import { writeServiceWorker } from './lib/service-worker.ts';

const build = fileURLToPath(new URL('build.ts', import.meta.url));

async function bundle(): Promise<number> {
  mkdirSync(dirname(outDirectory), { recursive: true });
  const workshop = mkdtempSync(join(dirname(outDirectory), '.bundling-'));
  try {
    const site = join(workshop, 'site');
    const built = spawnSync(process.execPath, [build, ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, OUT_DIR: site, BASE_PATH: PLACEHOLDER },
    });
    if (built.status !== 0) return built.status ?? 1;

    const today = contentDay(contentDirectory);
    const comparison = loadComparison({ directory: contentDirectory, today });
    // Neither can know under which path it will be asked for.
    for (const file of ['404.html', '_headers']) rmSync(join(site, file));
    makeRelative(site, basePath);
    writeFileSync(join(site, 'READ-ME.txt'), readMe(comparison.site.title, today));
    await writeServiceWorker(site, comparison.version);

    const files = packed(site, today);
    const zip = zipSync(files, { level: 9 });
    const place = `${outDirectory}.zip`;
    writeFileSync(place, zip);
    const count = String(Object.keys(files).length);
    console.log(`Wrote ${place}: ${count} files, ${(zip.length / 1e6).toFixed(1)} MB.`);
    return 0;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** All files of a folder, as a zip takes them: in one order and of one day, wherever it is made. */
function packed(directory: string, day: string): Zippable {
  const mtime = new Date(`${day}T00:00`);
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      // Pictures are compressed already.
      const options = extname(path) === '.png' ? { mtime, level: 0 as const } : { mtime };
      return [relative(directory, path).split(sep).join('/'), [readFileSync(path), options]];
    }),
  );
}

function readMe(title: string, day: string): string {
  return `${title}, content of ${day}

This folder is the whole site. It needs a web server, any that serves files, and no network. Put the
folder wherever your server looks for files; or, with Python, run this within it

    python3 -m http.server --bind 127.0.0.1 8000

and open http://127.0.0.1:8000/ in a browser.

Opened straight from a disk, without a server, browsers show folders in place of pages and let no
script load its data.
`;
}

process.exitCode = await bundle();
