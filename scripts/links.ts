/**
 * `npm run links`: lists all external links of the content, with the files that hold them. With
 * --check, asks each for its head and tells which do not answer; this needs a network and is no part
 * of the tests.
 */

import { contentDay } from '../src/comparison/content-day.ts';
import { contentDirectory } from '../src/comparison/environment.ts';
import { loadComparison } from '../src/comparison/load.ts';

const TOGETHER = 8;
const PATIENCE_MS = 20_000;

const comparison = loadComparison({
  directory: contentDirectory,
  today: contentDay(contentDirectory),
});

/** Every external address, with the files in which it stands. */
function externalLinks(): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  const add = (url: string | undefined, file: string): void => {
    if (url === undefined) return;
    links.set(url, (links.get(url) ?? new Set()).add(file));
  };
  for (const source of comparison.sources) add(source.url, source.file);
  for (const { data, file } of comparison.options) {
    for (const url of Object.values(data.links)) add(url, file);
    for (const tool of data.tooling) add(tool.url, file);
  }
  return links;
}

/** What is wrong with an address; null if it answers. */
async function wrongWith(url: string): Promise<string | null> {
  const ask = (method: string): Promise<Response> =>
    fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(PATIENCE_MS) });
  try {
    const head = await ask('HEAD');
    // Some servers know no HEAD.
    const answer = head.ok ? head : await ask('GET');
    return answer.ok ? null : `answers ${String(answer.status)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const links = [...externalLinks()].toSorted(([a], [b]) => (a < b ? -1 : 1));

if (!process.argv.includes('--check')) {
  for (const [url, files] of links) console.log(`${url}\t${[...files].join(', ')}`);
} else {
  const queue = [...links];
  const broken: string[] = [];
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [url, files] = next;
        const wrong = await wrongWith(url);
        if (wrong !== null) broken.push(`- ${url} ${wrong} (${[...files].join(', ')})`);
      }
    }),
  );
  console.log(broken.toSorted().join('\n'));
  console.log(`\n${String(links.length)} links, ${String(broken.length)} do not answer.`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
