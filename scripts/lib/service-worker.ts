/** The service worker of a built site, which keeps all of its files in the browser. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const source = fileURLToPath(
  new URL('../../src/service-worker/service-worker.ts', import.meta.url),
);

/** Where the worker lies in a site, from its top; it serves what lies beside and below it. */
export const SERVICE_WORKER = 'service-worker.js';

// What no reader comes to: it is there for search engines, for hosts, and for links shown elsewhere.
const NOT_KEPT = /^(_headers|robots\.txt|sitemap[^/]*\.xml|pictures\/.*)$/;

// These names hold a hash of the contents.
const NAMED_BY_CONTENTS = /^(_astro\/|data\/search\.)/;

/** A file to keep: its address relative to the worker, and its version, null if the address tells it. */
export interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
}

/** The files of a built site that a reader can come to, sorted by address. */
export function keptFiles(directory: string): KeptFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path,
      file: path
        .slice(directory.length + 1)
        .split(sep)
        .join('/'),
    }))
    .filter(({ file }) => file !== SERVICE_WORKER && !NOT_KEPT.test(file))
    .map(({ path, file }) => ({
      url: file.replace(/(^|\/)index\.html$/, '$1') || './',
      revision: NAMED_BY_CONTENTS.test(file) ? null : revisionOf(path),
    }))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

/**
 * The version of a file. Every page names its edition, which alone is no reason to fetch it again.
 *
 * @returns ten hexadecimal digits: two versions of a file agree in them once in a million million times
 */
function revisionOf(path: string): string {
  const contents = readFileSync(path);
  const own = path.endsWith('.html')
    ? contents.toString('utf8').replace(/ data-edition="[^"]*"/, '')
    : contents;
  return createHash('sha256').update(own).digest('hex').slice(0, 10);
}

/**
 * Writes the service worker into a built site.
 *
 * @param directory the site, complete
 * @param edition which content it shows, as its pages say
 */
export async function writeServiceWorker(directory: string, edition: string): Promise<void> {
  await build({
    input: source,
    tsconfig: false,
    transform: {
      define: {
        FILES: JSON.stringify(keptFiles(directory)),
        EDITION: JSON.stringify(edition),
        'process.env.NODE_ENV': '"production"',
      },
    },
    output: { file: join(directory, SERVICE_WORKER), format: 'iife', minify: true },
  });
}
