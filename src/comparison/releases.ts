/** The content releases that are kept: one JSON file each, written by a command and never edited. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE_FORMAT, type Release } from '../links/release.ts';
import type { Fault } from './fault.ts';

/** The folder of releases within a content folder. */
export const RELEASES = 'releases';

/** The form of a release’s name: the day it was made, with a letter from the second of a day on. */
const NAME = /^\d{4}-\d{2}-\d{2}[a-z]?$/;

/**
 * Reads all releases, oldest first.
 *
 * @param shown gives the path to show to people
 * @param faults receives what is wrong with the files
 */
export function readReleases(
  directory: string,
  shown: (path: string) => string,
  faults: Fault[],
): readonly Release[] {
  const folder = join(directory, RELEASES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const path = join(folder, file);
      const name = file.replace(/\.json$/, '');
      const fault = (problem: string, fix: string): void => {
        faults.push({
          file: shown(path),
          line: 1,
          column: 1,
          field: '',
          problem,
          found: file,
          fix,
        });
      };
      if (!file.endsWith('.json') || !NAME.test(name)) {
        fault('This is not the name of a release.', 'Releases are written by “npm run release”.');
        return [];
      }
      const release = parse(readFileSync(path, 'utf8'));
      if (release?.format !== RELEASE_FORMAT || release.name !== name) {
        fault(
          'This is not a release of that name.',
          'Restore the file; releases are never edited.',
        );
        return [];
      }
      return [release];
    });
}

function parse(text: string): Release | null {
  try {
    return JSON.parse(text) as Release;
  } catch {
    return null;
  }
}
