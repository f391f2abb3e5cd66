/** Finds the server that the tests of its configuration run, on whatever Node runs it. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The nginx of this machine.
 *
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findNginx() {
  // Debian keeps it where only the paths of administrators lead.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path));
}
