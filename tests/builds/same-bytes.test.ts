/** The same content makes the same bytes, in whatever folder, zone and language of the machine. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { filesOf } from '../../scripts/lib/output.ts';
import { contentDay } from '../../src/comparison/content-day.ts';
import { SITES, type Site } from '../sites.ts';

const [, site] = SITES as [Site, Site];
const root = resolve(import.meta.dirname, '../..');
// Always the same two, since the builder keeps a cache for each folder of content.
const places = join(root, '.cache/same-bytes');
const execute = promisify(execFile);

const PARTS = [
  'astro.config.mjs',
  'package.json',
  'public',
  'scripts',
  'src',
  'tests/fixtures/tea',
  'tsconfig.json',
];

/** Copies what a build needs to a folder of its own, and runs these scripts there, one after the other. */
async function make(
  scripts: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const script of scripts) {
    await execute(process.execPath, [`scripts/${script}.ts`, '--silent'], {
      cwd: folder,
      env: {
        ...process.env,
        // The test runner says “test”, which would end up in the scripts of the site.
        NODE_ENV: 'production',
        CONTENT_DIR: 'tests/fixtures/tea',
        OUT_DIR: 'dist',
        BASE_PATH: site.basePath,
        // The copy has no history to tell its day.
        SOURCE_DATE_EPOCH: String(Date.parse(contentDay(site.contentDirectory)) / 1000),
        ...env,
      },
    });
  }
  return folder;
}

/** The files of a folder, each with a hash of its bytes. */
const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );

it('two builds in different folders, zones and languages agree in every byte, and so do their bundles', async () => {
  const [near, far] = await Promise.all([
    make(['bundle'], join(places, 'one'), { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    make(['build', 'bundle'], join(places, 'another/and deeper'), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    }),
  ]);
  // The first build is that of “npm test”, a moment ago.
  const built = hashes(site.directory);
  expect(Object.keys(built).length).toBeGreaterThan(50);
  expect(hashes(join(far, 'dist'))).toEqual(built);
  const zip = readFileSync(join(near, 'dist.zip'));
  expect(readFileSync(join(far, 'dist.zip')).equals(zip)).toBe(true);
});
