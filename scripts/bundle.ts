/**
 * `npm run bundle`: packs the whole site into one zip beside the output folder, for places without a
 * network. Its pages lead to one another by relative addresses, so that any static server serves it
 * under any path. The same commit gives the same bytes.
 */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { basePath, outDirectory } from '../src/comparison/environment.ts';
import { buildInto } from './lib/build-site.ts';
import { loadContent, runCommand } from './lib/command.ts';
import { bundleAt, filesOf, outputAt } from './lib/output.ts';
import { makeRelative, PLACEHOLDER } from './lib/relative.ts';
import { writeServiceWorker } from './lib/service-worker.ts';
import { inWorkshop } from './lib/workshop.ts';

/** The days that a zip can tell. */
const ZIP_DAYS = { first: '1980-01-01', last: '2099-12-31' };

async function bundle({ silent }: { silent: boolean }): Promise<number> {
  const place = bundleAt(`${outputAt(outDirectory)}.zip`);
  const comparison = loadContent();
  return inWorkshop(place, async (workshop) => {
    const site = join(workshop, 'site');
    const code = await buildInto(site, { comparison, basePath: PLACEHOLDER, silent });
    if (code !== 0) return code;

    // Neither can know under which path it will be asked for.
    for (const file of ['404.html', '_headers']) rmSync(join(site, file));
    makeRelative(site, basePath);
    writeFileSync(join(site, 'READ-ME.txt'), readMe(comparison.site.title, comparison.today));
    await writeServiceWorker(site, comparison.version);

    const files = packed(site, comparison.today);
    const zip = zipSync(files, { level: 9 });
    const fresh = join(workshop, 'site.zip');
    writeFileSync(fresh, zip);
    renameSync(fresh, place);
    const count = String(Object.keys(files).length);
    console.log(`Wrote ${place}: ${count} files, ${(zip.length / 1e6).toFixed(1)} MB.`);
    return 0;
  });
}

/** All files of a folder, as a zip takes them: in one order and of one day, wherever it is made. */
function packed(directory: string, day: string): Zippable {
  const { first, last } = ZIP_DAYS;
  const told = day < first ? first : day > last ? last : day;
  // A zip tells the time of the clock on the wall, whatever the zone. Not all days have a midnight.
  const mtime = new Date(`${told}T12:00`);
  return Object.fromEntries(
    filesOf(directory).map((file) => {
      // Pictures are compressed already.
      const options = extname(file) === '.png' ? { mtime, level: 0 as const } : { mtime };
      return [file.split(sep).join('/'), [readFileSync(join(directory, file)), options]];
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

await runCommand({
  usage: 'npm run bundle [-- --silent]',
  options: { silent: { type: 'boolean', default: false } },
  main: bundle,
});
