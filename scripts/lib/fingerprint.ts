/**
 * `node scripts/lib/fingerprint.ts FILE …`: writes the hashes of all runs of eight words in some reference
 * texts to tests/content/reference-texts.json, so that a test can tell whether content shares a run
 * with them, without the texts themselves being kept here.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shingles } from '../../tests/content/shingles.ts';
import { runCommand } from './command.ts';

function main(_: object, files: readonly string[]): number {
  const hashes = new Set(
    files.flatMap((file) => shingles(readFileSync(file, 'utf8')).map((s) => s.hash)),
  );
  const target = join(import.meta.dirname, '../../tests/content/reference-texts.json');
  writeFileSync(target, `${JSON.stringify([...hashes].toSorted())}\n`);
  console.log(`${String(hashes.size)} runs of ${String(files.length)} texts.`);
  return 0;
}

await runCommand({
  usage: 'node scripts/lib/fingerprint.ts FILE …',
  options: {},
  positionals: [1, Infinity],
  main,
});
