/** The day as of which the content is checked and its ages are told. */

import { execFileSync } from 'node:child_process';
import { setting } from './environment.ts';

/**
 * The day of the last commit, so that the same commit always builds the same site; the present day
 * where the content folder has changes that are not committed, or there is no repository.
 *
 * @returns a day as YYYY-MM-DD, in UTC
 */
export function contentDay(directory: string): string {
  const epoch = setting('SOURCE_DATE_EPOCH');
  if (epoch !== undefined) return dayOf(new Date(Number(epoch) * 1000));
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: directory, encoding: 'utf8', stdio: 'pipe' }).trim();
    // A folder that the repository around it ignores has no changes to tell of, and no commits either.
    const isKept = git('ls-files', '--', '.') !== '';
    if (isKept && git('status', '--porcelain', '--', '.') === '') {
      return dayOf(new Date(git('log', '-1', '--format=%cI')));
    }
  } catch {
    // No repository, or no git: fall through to the clock.
  }
  return dayOf(new Date());
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
