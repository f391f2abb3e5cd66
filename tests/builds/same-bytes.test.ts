/** The same content makes the same bytes, in whatever folder, zone and language of the machine. */

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
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

/** Copies what a build needs to a folder of its own, bundles the site there, and gives the zip. */
async function bundled(folder: string, env: Readonly<Record<string, string>>): Promise<Buffer> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await execute(process.execPath, ['scripts/bundle.ts', '--silent'], {
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
  return readFileSync(join(folder, 'dist.zip'));
}

/** What a zip holds, with each file as text: where zips differ, these tell in what. */
const contents = (zip: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([file, bytes]) => [
      file,
      Buffer.from(bytes).toString('latin1'),
    ]),
  );

it('two builds in different folders, zones and languages agree in every byte, packed too', async () => {
  const [near, far] = await Promise.all([
    bundled(join(places, 'one'), { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    bundled(join(places, 'another/and deeper'), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    }),
  ]);
  expect(Object.keys(contents(near)).length).toBeGreaterThan(50);
  expect(contents(far)).toEqual(contents(near));
  expect(far.equals(near)).toBe(true);
});
