/** The search: bytes, and how long a reader waits, beside a library that keeps an index of its own. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { loadComparison } from '../../../src/comparison/load.ts';
import { findablePages } from '../../../src/outputs/search-index.ts';
import {
  packFindables,
  unpackFindables,
  type Findable,
  type PackedFindables,
} from '../../../src/words/search-entry.ts';
import { finder } from '../../../src/islands/search/find.ts';
import { queries as all } from '../../content/search-queries.ts';
import { browser } from '../browser.ts';
import { builtSite } from '../build-site.ts';
import { table } from '../markdown.ts';
import { installPackages } from '../packages.ts';
import { sizeOf, type Size } from '../page-weights.ts';
import type { Part } from '../part.ts';
import { serveCompressed } from '../serve-compressed.ts';
import { median } from '../statistics.ts';

const OPTIONS = [20, 200, 1000];
const QUERIES = 200;
const ROUNDS = 5;

/** Of all queries on file, so many, evenly chosen: typing errors and whole questions are at its end. */
const queries = all.filter((_, i) => (i * QUERIES) % all.length < QUERIES).slice(0, QUERIES);

/** A way to search: from the text that a browser loads to the address of the best result. */
interface Searcher {
  readonly name: string;
  /** What a browser loads. */
  readonly text: string;
  readonly open: (text: string) => (query: string) => string | undefined;
}

export const search: Part = {
  name: 'search',
  title: 'The search',
  async run() {
    const MiniSearch = await loadMiniSearch(await installPackages());
    const pages = findablePages(
      loadComparison({
        directory: resolve(import.meta.dirname, '../../../content'),
        today: '2100-01-01',
      }),
    );
    const rows = OPTIONS.flatMap((count) => {
      const findables = withOptions(pages, count);
      return [ours(findables), theirs(MiniSearch, findables)].map((searcher) =>
        told(count, findables.length, searcher),
      );
    });
    return [
      `${String(queries.length)} queries that people typed, ${String(ROUNDS)} rounds of all of them; the site’s own content, its options repeated.`,
      'Index: brotli, and what of it falls on one document. First: from the text of the index to the first result,',
      'median over rounds. Query: median and 95th percentile of all. Right: the result that is wanted comes first.',
      '',
      table(
        [
          'options',
          'search',
          'documents',
          'index, kB',
          'B each',
          'first, ms',
          'query, ms',
          'p95, ms',
          'right',
        ],
        rows,
      ),
      '',
      await inBrowser(),
    ].join('\n');
  },
};

/** The findables with so many options; further ones are like the first, under other names. */
function withOptions(findables: readonly Findable[], count: number): Findable[] {
  const isOption = ({ kind }: Findable): boolean => kind === 'option';
  const options = findables.filter(isOption);
  const many = Array.from({ length: count }, (_, i): Findable | undefined => {
    const option = options[i % options.length];
    const turn = Math.floor(i / options.length);
    if (option === undefined || turn === 0) return option;
    return {
      ...option,
      name: `${option.name} ${String(turn)}`,
      path: option.path.replace(/\/$/, `-${String(turn)}/`),
      also: option.also.map((name) => `${name} ${String(turn)}`),
    };
  });
  return [
    ...many.filter((option) => option !== undefined),
    ...findables.filter((findable) => !isOption(findable)),
  ];
}

function ours(findables: readonly Findable[]): Searcher {
  return {
    name: 'this site’s',
    text: JSON.stringify(packFindables(findables)),
    open(text) {
      const find = finder(unpackFindables(JSON.parse(text) as PackedFindables));
      return (query) => find(query).groups[0]?.members[0]?.path;
    },
  };
}

/** What is used here of the library, whose types are there only once it is installed. */
interface MiniSearchType {
  new (options: object): { addAll: (documents: readonly object[]) => void };
  loadJSON: (
    json: string,
    options: object,
  ) => { search: (query: string, options: object) => readonly { readonly id: string }[] };
}

async function loadMiniSearch(packages: string): Promise<MiniSearchType> {
  const url = pathToFileURL(join(packages, 'minisearch/dist/es/index.js')).href;
  const module = (await import(url)) as { default: MiniSearchType };
  return module.default;
}

/** MiniSearch as its own documentation sets it up for search while typing, and forgiving as here. */
function theirs(MiniSearch: MiniSearchType, findables: readonly Findable[]): Searcher {
  const options = { idField: 'path', fields: ['name', 'also', 'about'], storeFields: ['name'] };
  const index = new MiniSearch(options);
  index.addAll(findables.map(({ also, ...rest }) => ({ ...rest, also: also.join(' ') })));
  const asked = { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { name: 3, also: 2 } };
  return {
    name: 'MiniSearch',
    text: JSON.stringify(index),
    open(text) {
      const opened = MiniSearch.loadJSON(text, options);
      return (query) => opened.search(query, asked)[0]?.id;
    },
  };
}

function told(options: number, documents: number, { name, text, open }: Searcher): string[] {
  const first: number[] = [];
  const times: number[] = [];
  let right = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const find = open(text);
    find(queries[round]?.query ?? '');
    first.push(performance.now() - start);
    for (const { query, path } of queries) {
      const asked = performance.now();
      const found = find(query);
      times.push(performance.now() - asked);
      if (round === 0 && found === path) right += 1;
    }
  }
  const { brotli } = sizeOf(Buffer.from(text));
  const slow = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  return [
    String(options),
    name,
    String(documents),
    kB(brotli),
    (brotli / documents).toFixed(0),
    median(first).toFixed(1),
    median(times).toFixed(2),
    slow.toFixed(2),
    `${((100 * right) / queries.length).toFixed(0)} %`,
  ];
}

/** What the first search on the built site loads, and how long a reader waits for its first result. */
async function inBrowser(): Promise<string> {
  const { directory } = await builtSite();
  const files = [
    ...readdirSync(join(directory, '_astro')).flatMap((f) =>
      /^late\..*\.js$/.test(f) ? `_astro/${f}` : [],
    ),
    ...readdirSync(join(directory, 'data')).flatMap((f) =>
      /^search\..*\.json$/.test(f) ? `data/${f}` : [],
    ),
  ];
  const sizes = files.map((file) => [file, sizeOf(readFileSync(join(directory, file)))] as const);
  const { server, origin } = await serveCompressed(directory, ['/options/k3s/']);
  const running = await chromium.launch({ executablePath: browser.path, args: browser.flags });
  const times: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const page = await running.newPage({ serviceWorkers: 'block' });
      await page.goto(`${origin}/options/k3s/`, { waitUntil: 'networkidle' });
      times.push(await page.evaluate(timeOfFirstResult));
      await page.close();
    }
  } finally {
    await running.close();
    server.close();
  }
  return [
    'In a browser, over loopback: what the first search loads, in kB raw / gzip / brotli, and the median time from',
    `pressing the button to the first result, with nothing loaded before: ${median(times).toFixed(0)} ms.`,
    '',
    table(
      ['file', 'kB'],
      sizes.map(([file, size]) => [file, inKb(size)]),
    ),
  ].join('\n');
}

/** Runs in the page: presses the button, types once there is where, and waits for a result. */
async function timeOfFirstResult(): Promise<number> {
  const start = performance.now();
  const until = <T>(get: () => T | null): Promise<T> =>
    new Promise((done) => {
      const look = (): void => {
        const got = get();
        if (got === null) return;
        observer.disconnect();
        done(got);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true });
      look();
    });
  document.querySelector<HTMLElement>('site-search button')?.click();
  const input = await until(() => document.querySelector<HTMLInputElement>('dialog.search input'));
  input.value = 'k3s';
  input.dispatchEvent(new Event('input'));
  await until(() => document.querySelector('dialog.search [role=option]'));
  return performance.now() - start;
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const inKb = ({ raw, gzip, brotli }: Size): string => [raw, gzip, brotli].map(kB).join(' / ');
