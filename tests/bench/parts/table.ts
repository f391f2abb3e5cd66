/** The matrix: from what a reader does to the next paint, beside floors and popular libraries. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import sirv from 'sirv';
import type { PackedTable } from '../../../src/words/packed-table.ts';
import { browser } from '../browser.ts';
import { buildSite } from '../build-site.ts';
import { agGrid, floor, ours, tabulator, type TableData } from '../contenders.ts';
import { table as markdownTable } from '../markdown.ts';
import { installPackages } from '../packages.ts';
import type { Part } from '../part.ts';
import { SCRATCH } from '../places.ts';
import { median } from '../statistics.ts';
import { writeContent } from '../synthetic-content.ts';

const COLUMNS = 12;
const SEARCHES = ['7', '', 'candle 1', 'candle 12', 'candle', '42', '4', ''];
const SORTS = [0, 3, 1, 5, 2, 4];

interface Times {
  readonly handler: number;
  readonly paint: number;
}

/** Does each thing in turn, with a pause, and times it until its handler is done and until it is painted. */
async function timed(tasks: {
  kind: 'filter' | 'sort';
  of: readonly (string | number)[];
}): Promise<Times[]> {
  const times: Times[] = [];
  for (const what of tasks.of) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const start = performance.now();
    if (tasks.kind === 'filter') globalThis.contender.filter(String(what));
    else globalThis.contender.sort(Number(what));
    const handler = performance.now() - start;
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    });
    times.push({ handler, paint: performance.now() - start });
  }
  return times;
}

/** Builds a site of so many options; returns its folder. */
async function siteOf(options: number): Promise<string> {
  const content = join(SCRATCH, `table-${String(options)}`);
  const site = `${content}-site`;
  writeContent(content, { options, criteria: COLUMNS, repeats: 1 });
  const file = join(content, 'site.yaml');
  const slugs = [
    'light',
    'power',
    ...Array.from({ length: COLUMNS - 2 }, (_, i) => `light-${String(i + 1)}`),
  ];
  const yaml = readFileSync(file, 'utf8');
  writeFileSync(file, yaml.replace(/^defaultView: .*$/m, `defaultView: [${slugs.join(', ')}]`));
  await buildSite({ contentDirectory: content, outDirectory: site });
  return site;
}

/** Serves a folder as it is, since what is measured comes after the page has loaded. */
async function serve(directory: string): Promise<{ server: Server; origin: string }> {
  const server = createServer(sirv(directory));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${String(port)}` };
}

/** Writes a page beside the matrix that has its rows many times over, since so many pages take long to build. */
function multiplied(site: string, times: number): string {
  const html = readFileSync(join(site, 'matrix/index.html'), 'utf8');
  const copies = Array.from({ length: times }, (_, i) => String(i));
  const data = /(<script type="application\/json" id="matrix-data">)(.*?)(<\/script>)/s;
  const multiply = (_: string, start: string, one: string, end: string): string =>
    [start, ...copies.map((i) => one.replace(/"w(\w+)"/g, `"w$1-${i}"`)), end].join('');
  const many = html
    .replace(/(<tbody[^>]*>)(.*)(<\/tbody>)/s, multiply)
    .replace(/(<div class="reasons">)(.*)(<\/div>\s*<script type="application\/json")/s, multiply)
    .replace(data, (_, start: string, json: string, end: string) => {
      const packed = JSON.parse(json) as PackedTable;
      const options = copies.flatMap((i) =>
        packed.options.map((option) => ({ ...option, slug: `${option.slug}-${i}` })),
      );
      return `${start}${JSON.stringify({ ...packed, options })}${end}`;
    });
  const name = `times-${String(times)}`;
  mkdirSync(join(site, name), { recursive: true });
  writeFileSync(join(site, name, 'index.html'), many);
  return `/${name}/`;
}

/** What the matrix of this site shows, for the others to show. */
function shownData(page: Page): Promise<TableData> {
  return page.evaluate(() => {
    const texts = (selector: string, root: ParentNode): string[] =>
      [...root.querySelectorAll(selector)].map((element) => element.textContent.trim());
    return {
      head: texts('.matrix thead .head', document).toSpliced(0, 0, 'Option'),
      rows: [...document.querySelectorAll('.matrix tbody tr')].map((row) =>
        texts('th > a, .cell', row),
      ),
    };
  });
}

const STYLES = `
  .frame { height: 800px; overflow: auto; font: 14px sans-serif }
  td, th { padding: 8px; border: 1px solid #ddd; text-align: left }
  .lazy table, .lazy thead, .lazy tbody { display: block }
  .lazy tr { display: grid; grid-auto-flow: column; grid-auto-columns: 10rem }
  .lazy tbody tr { content-visibility: auto; contain-intrinsic-size: auto 36px }
  tr[hidden] { display: none !important }`;

export const table: Part = {
  name: 'table',
  title: 'The matrix',
  async run() {
    const modules = await installPackages();
    const libraries = {
      tabulator: join(modules, 'tabulator-tables/dist/js/tabulator.min.js'),
      styles: join(modules, 'tabulator-tables/dist/css/tabulator.min.css'),
      agGrid: join(modules, 'ag-grid-community/dist/ag-grid-community.min.js'),
    };
    const small = await siteOf(20);
    const large = await siteOf(500);
    const cases = [
      { rows: 20, site: small, path: '/matrix/', throttle: 1, rounds: 3 },
      { rows: 20, site: small, path: '/matrix/', throttle: 4, rounds: 3 },
      { rows: 1000, site: large, path: multiplied(large, 2), throttle: 1, rounds: 3 },
      { rows: 10_000, site: large, path: multiplied(large, 20), throttle: 1, rounds: 1 },
    ];
    const running = await chromium.launch({ executablePath: browser.path, args: browser.flags });
    const lines: string[][] = [];
    try {
      for (const { rows, site, path, throttle, rounds } of cases) {
        const { server, origin } = await serve(site);
        const openPage = async (): Promise<Page> => {
          const page = await running.newPage({ viewport: { width: 1440, height: 900 } });
          page.setDefaultTimeout(120_000);
          return page;
        };
        const openOurs = async (): Promise<Page> => {
          const page = await openPage();
          await page.goto(origin + path);
          await page.waitForSelector('matrix-view[data-ready]');
          return page;
        };
        const first = await openOurs();
        const data = await shownData(first);
        await first.close();
        const plain = async (): Promise<Page> => {
          const page = await openPage();
          await page.setContent(`<!doctype html><style>${STYLES}</style><body>`);
          return page;
        };
        const contenders: Readonly<Record<string, () => Promise<Page>>> = {
          'this site': async () => {
            const page = await openOurs();
            await page.evaluate(ours);
            return page;
          },
          'floor: `row.hidden`': async () => {
            const page = await plain();
            await page.evaluate(floor, { data, lazy: false });
            return page;
          },
          'floor: content-visibility': async () => {
            const page = await plain();
            await page.evaluate(floor, { data, lazy: true });
            return page;
          },
          'Tabulator, rows in sight alone': async () => {
            const page = await plain();
            await page.addStyleTag({ path: libraries.styles });
            await page.addScriptTag({ path: libraries.tabulator });
            await page.evaluate(tabulator, data);
            return page;
          },
          'AG Grid, rows in sight alone': async () => {
            const page = await plain();
            await page.addScriptTag({ path: libraries.agGrid });
            await page.evaluate(agGrid, data);
            return page;
          },
        };
        const taken = new Map<string, Record<'filter' | 'sort', Times[]>>();
        // In turn, so that what the machine does besides falls on all alike.
        for (let round = 0; round < rounds; round++) {
          for (const [name, open] of Object.entries(contenders)) {
            const page = await open();
            if (throttle > 1) {
              const session = await page.context().newCDPSession(page);
              await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
            }
            const before = taken.get(name) ?? { filter: [], sort: [] };
            taken.set(name, {
              filter: [
                ...before.filter,
                ...(await page.evaluate(timed, { kind: 'filter' as const, of: SEARCHES })),
              ],
              sort: [
                ...before.sort,
                ...(await page.evaluate(timed, { kind: 'sort' as const, of: SORTS })),
              ],
            });
            await page.close();
          }
        }
        server.close();
        const cell = (times: readonly Times[]): string => {
          const paints = times.map(({ paint }) => paint);
          return `${median(times.map(({ handler }) => handler)).toFixed(1)} / ${median(paints).toFixed(0)} (${Math.max(...paints).toFixed(0)})`;
        };
        for (const [name, { filter, sort }] of taken) {
          const count = `${String(rows)}${throttle > 1 ? `, CPU ${String(throttle)} × slower` : ''}`;
          lines.push([name, count, cell(filter), cell(sort)]);
        }
      }
    } finally {
      await running.close();
    }
    return [
      `${String(COLUMNS)} columns; milliseconds until the handler is done / until the next paint (the worst one), medians of three rounds in turn, and of one for the most rows. A paint waits for the next frame: 17 ms or less is the next one.`,
      '',
      markdownTable(['table', 'rows', 'search', 'sort'], lines),
      '',
      'The cells of this site hold their reasons, those of the others their values alone.',
    ].join('\n');
  },
};
