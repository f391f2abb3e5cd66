/** The same content makes the same bytes, in whatever folder, zone and language of the machine. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { filesOf } from '../../scripts/lib/output.ts';

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

/** Copies what a build needs to a folder of its own, and builds there, the bundle too. */
async function build(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const script of ['build', 'bundle']) {
    await execute(process.execPath, [`scripts/${script}.ts`, '--silent'], {
      cwd: folder,
      env: {
        ...process.env,
        CONTENT_DIR: 'tests/fixtures/tea',
        OUT_DIR: 'dist',
        BASE_PATH: '/leaf/',
        SOURCE_DATE_EPOCH: '1795900000',
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
  const [one, other] = await Promise.all([
    build(join(places, 'one'), { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    build(join(places, 'another/and deeper'), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    }),
  ]);
  const site = hashes(join(one, 'dist'));
  expect(Object.keys(site).length).toBeGreaterThan(50);
  expect(hashes(join(other, 'dist'))).toEqual(site);
  const zip = readFileSync(join(one, 'dist.zip'));
  expect(readFileSync(join(other, 'dist.zip')).equals(zip)).toBe(true);
});
