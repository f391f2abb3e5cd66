/**
 * `npm run links`: lists all external links of the content, with the files that hold them. With
 * --check, asks each for its head and tells which do not answer; this needs a network and is no part
 * of the tests.
 */

import type { Comparison } from '../src/comparison/comparison.ts';
import { loadContent, runCommand } from './lib/command.ts';

const TOGETHER = 8;
const PATIENCE_MS = 20_000;

/** Every external address, with the files in which it stands. */
function externalLinks(comparison: Comparison): Map<string, Set<string>> {
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

async function main({ check }: { check: boolean }): Promise<number> {
  const links = [...externalLinks(loadContent())].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (!check) {
    for (const [url, files] of links) console.log(`${url}\t${[...files].join(', ')}`);
    return 0;
  }
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
  return broken.length > 0 ? 1 : 0;
}

await runCommand({
  usage: 'npm run links [-- --check]',
  options: { check: { type: 'boolean', default: false } },
  main,
});
