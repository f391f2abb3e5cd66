/** Links to answers of the real site, and the figures that Node has for them. */

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { SITES } from './sites.ts';

/** A tie, a leader, one option that is left: with each, all that can be said of an answer is worked out. */
export const QUERIES: readonly string[] = [
  'v=1&shape=clusters&uplink=weeks&windows=none&availability=survive',
  'v=1&memory=2gb&disk=card&cpu=arm64&team=new',
  'v=1&shape=autonomous&nodes=thousands&memory=512mb&devices=field&strict',
];

/** What the command `recommend` has for a link, as data. */
export async function figuresOf(query: string): Promise<unknown> {
  const [real] = SITES;
  const root = resolve(import.meta.dirname, '..');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/recommend.ts', `?${query}`, '--json', '--content', real?.contentDirectory ?? ''],
    { cwd: root, encoding: 'utf8', timeout: 60_000 },
  );
  return JSON.parse(stdout) as unknown;
}
