/**
 * The content that is tested: that of CONTENT_DIR, else the site’s own. Tests that say something of any
 * comparison look at it; those that name what stands in the site’s own are left out for another.
 */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentDirectory } from '../src/comparison/environment.ts';

const OWN = resolve(import.meta.dirname, '../content');

/** The folder of the content. */
export const TESTED = contentDirectory;

/** Whether it is another comparison than the site’s own. */
export const IS_FOREIGN = TESTED !== OWN;

const ABOUT_OWN_CONTENT = ['links', 'originality', 'path', 'profiles', 'ratings', 'search'];
/** Tests of what not every comparison has: each with the folder without which there is nothing to test. */
const ABOUT_SOME = [
  ['claims', 'scenarios'],
  ['practice', 'practice'],
  ['questions', 'questions'],
  ['scenarios', 'scenarios'],
] as const;
const ABOUT_OWN_SITES = ['api', 'bundle', 'foreign', 'hosting', 'styles'];

const files = (folder: string, names: readonly string[]): readonly string[] =>
  names.map((name) => join('tests', folder, `${name}.test.ts`));

/** The files of tests that are left out for another comparison. */
export const LEFT_OUT: Readonly<Record<'content' | 'site', readonly string[]>> = IS_FOREIGN
  ? {
      content: files('content', [
        ...ABOUT_OWN_CONTENT,
        ...ABOUT_SOME.filter(([, folder]) => !existsSync(join(TESTED, folder))).map(
          ([name]) => name,
        ),
      ]),
      site: files('site', ABOUT_OWN_SITES),
    }
  : { content: [], site: [] };
