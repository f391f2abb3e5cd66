/**
 * `npm run release`: keeps the present content as a release, so that links made from now on can
 * always show what they said. With --check, only tells whether that has been done.
 */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDirectory } from '../src/comparison/environment.ts';
import { currentRelease } from '../src/outputs/recommender-props.ts';
import { placeOf } from '../src/comparison/collections.ts';
import { loadContent, runCommand } from './lib/command.ts';

function main({ check }: { check: boolean }): number {
  const comparison = loadContent();
  const { today } = comparison;
  const current = currentRelease(comparison);
  if (comparison.releases.includes(current)) {
    console.log(`The content is that of release ${current.name}.`);
    return 0;
  }
  if (check) {
    console.error(
      'The content is not that of the newest release. Run “npm run release” and commit the file.',
    );
    return 1;
  }
  const folder = join(contentDirectory, placeOf('releases').place);
  mkdirSync(folder, { recursive: true });
  // A second release of a day is told apart by a letter, from b on.
  const letters = ['', ...Array.from({ length: 25 }, (_, i) => String.fromCharCode(98 + i))];
  const name = letters
    .map((letter) => today + letter)
    .find((free) => !existsSync(join(folder, `${free}.json`)));
  if (name === undefined) {
    console.error('There is no name left for another release today.');
    return 1;
  }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...current, name })}\n`);
  console.log(`Wrote release ${name}.`);
  return 0;
}

await runCommand({
  usage: 'npm run release [-- --check]',
  options: { check: { type: 'boolean', default: false } },
  main,
});
