/** The service worker of a built site, and the list of the files that it can keep. */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { isNamedByContents, LIST, type KeptFile } from '../../src/islands/kept.ts';
import { withoutNotice } from './licences.ts';
import { filesOf, MARKER } from './output.ts';

const source = fileURLToPath(
  new URL('../../src/service-worker/service-worker.ts', import.meta.url),
);

/** Where the worker lies in a site, from its top; it serves what lies beside and below it. */
export const SERVICE_WORKER = 'service-worker.js';

// What no reader comes to: it is there for search engines, for hosts, and for links shown elsewhere.
const NOT_KEPT = /^(_headers|robots\.txt|sitemap[^/]*\.xml|pictures\/.*)$/;

/** The files of a built site that a reader can come to, sorted by address. */
export function keptFiles(directory: string): KeptFile[] {
  const own = [SERVICE_WORKER, LIST, MARKER];
  return filesOf(directory)
    .map((file) => ({ path: join(directory, file), file: file.split(sep).join('/') }))
    .filter(({ file }) => !own.includes(file) && !NOT_KEPT.test(file))
    .map(({ path, file }) => {
      const contents = readFileSync(path);
      return {
        url: file.replace(/(^|\/)index\.html$/, '$1') || './',
        revision: isNamedByContents(file) ? null : revisionOf(file, contents),
        bytes: contents.length,
      };
    })
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

const EDITION_ATTRIBUTE = ' data-edition="';

/**
 * The version of a file. Every page names its edition, which alone is no reason to fetch it again.
 *
 * @returns ten hexadecimal digits: two versions of a file agree in them once in a million million times
 */
function revisionOf(file: string, contents: Buffer): string {
  const start = file.endsWith('.html') ? contents.indexOf(EDITION_ATTRIBUTE) : -1;
  const end = start < 0 ? 0 : contents.indexOf('"', start + EDITION_ATTRIBUTE.length) + 1;
  return createHash('sha256')
    .update(contents.subarray(0, Math.max(start, 0)))
    .update(contents.subarray(end))
    .digest('hex')
    .slice(0, 10);
}

/**
 * Writes the service worker and its list into a built site.
 *
 * @param directory the site, complete
 * @param edition which content it shows, as its pages say
 * @throws {Error} if the worker is made with something whose licence notice the site does not serve
 */
export async function writeServiceWorker(directory: string, edition: string): Promise<void> {
  const list = JSON.stringify(keptFiles(directory));
  writeFileSync(join(directory, LIST), list);
  const { output } = await build({
    input: source,
    tsconfig: false,
    transform: {
      define: {
        EDITION: JSON.stringify(edition),
        VERSION: JSON.stringify(createHash('sha256').update(list).digest('hex').slice(0, 16)),
        'process.env.NODE_ENV': '"production"',
      },
    },
    output: { file: join(directory, SERVICE_WORKER), format: 'iife', minify: true },
  });
  const bundled = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  const untold = withoutNotice(bundled);
  if (untold.length > 0) throw new Error(`No notice is served of ${untold.join(', ')}.`);
}
