/**
 * `npm run new:comparison <folder>`: begins the content folder of another comparison, small and complete,
 * with comments on what stands in it.
 */

import { cpSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { contentDirectory, outDirectory } from '../src/comparison/environment.ts';
import { CommandError, MISUSED, runCommand } from './lib/command.ts';
import { followed, makeFolder } from './lib/output.ts';

/** What a new comparison begins as. */
export const TEMPLATE = join(import.meta.dirname, 'templates/comparison');

const ROOT = resolve(import.meta.dirname, '..');

/** What git, the builder and npm keep their own things in, or take all that lies there for. */
const OF_CODE = ['.git', 'node_modules', 'public', 'scripts', 'src'];

/** The day on which the sources of the template were read, which becomes the day of the new folder. */
const CHECKED = /(?<=^ +checked: )\d{4}-\d{2}-\d{2}$/gm;

/**
 * Why no comparison can be begun in a folder.
 *
 * @returns undefined where one can
 */
export function refusal(folder: string): string | undefined {
  const again = 'Name a folder that is empty or not there yet.';
  if (folder.trim() === '') return `A folder needs a name. ${again}`;
  if (/\p{Cc}/u.test(folder)) return `This name holds a character that nobody can see. ${again}`;
  const place = followed(resolve(folder));
  const isWithin = (other: string): boolean =>
    `${place}${sep}`.startsWith(`${followed(other)}${sep}`);
  if (isWithin(contentDirectory)) {
    return `${folder} lies within ${shown(contentDirectory)}, which is the content of a comparison. ${again}`;
  }
  const ofCode = OF_CODE.map((name) => join(ROOT, name)).find(isWithin);
  if (ofCode !== undefined) {
    return `${folder} lies within ${shown(ofCode)}, where all is taken for a part of the code. ${again}`;
  }
  if (isWithin(outDirectory)) {
    return `${folder} lies within ${shown(outDirectory)}, which each build replaces as a whole. ${again}`;
  }
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return undefined;
  if (!statSync(place).isDirectory()) return `${folder} is not a folder. ${again}`;
  if (readdirSync(place).length > 0) return `${folder} holds something already. ${again}`;
  return undefined;
}

/** Writes the folder, with its sources read on a day. */
export function beginComparison(folder: string, today: string): void {
  makeFolder(resolve(folder));
  cpSync(TEMPLATE, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.mdx')) continue;
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(CHECKED, today));
  }
}

/** A path as people write it from where they work. */
const shown = (path: string): string => relative(process.cwd(), path) || '.';

function main(_: object, [folder = '']: readonly string[]): number {
  const refused = refusal(folder);
  if (refused !== undefined) throw new CommandError(refused, MISUSED);
  beginComparison(folder, new Date().toISOString().slice(0, 10));
  const setting = `CONTENT_DIR=${/^[\w./~-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", String.raw`'\''`)}'`}`;
  console.log(
    [
      `Wrote ${folder}: two chairs by three criteria, with comments on what to put in their place. Next:`,
      `  1. ${setting} npm start             shows it.`,
      `  2. ${setting} npm run dev           shows it while you write: site.yaml, criteria/, sources/, options/.`,
      `  3. ${setting} npm run check         tells what is wrong, with file, line and what is expected.`,
      `  4. ${setting} npm run new:option x  begins another option.`,
    ].join('\n'),
  );
  return 0;
}

if (import.meta.main) {
  await runCommand({
    usage: 'npm run new:comparison <folder>',
    options: {},
    positionals: [1, 1],
    main,
  });
}
