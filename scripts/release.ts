/**
 * `npm run release`: keeps the present content as a release, so that links made from now on can
 * always show what they said. With --check, only tells whether that has been done.
 */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDay } from '../src/comparison/content-day.ts';
import { contentDirectory } from '../src/comparison/environment.ts';
import { ContentError } from '../src/comparison/fault.ts';
import { loadComparison } from '../src/comparison/load.ts';
import { currentRelease } from '../src/outputs/recommender-props.ts';
import { placeOf } from '../src/comparison/collections.ts';

function main(): number {
  const today = contentDay(contentDirectory);
  const comparison = loadComparison({ directory: contentDirectory, today });
  const current = currentRelease(comparison);
  if (comparison.releases.includes(current)) {
    console.log(`The content is that of release ${current.name}.`);
    return 0;
  }
  if (process.argv.includes('--check')) {
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

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
