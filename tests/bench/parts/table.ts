/** The matrix: from what a reader does to the next paint, beside floors and popular libraries. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import sirv from 'sirv';
import { ratingOf } from '../../../src/decision/model.ts';
import { searchedTextsPath } from '../../../src/links/routes.ts';
import { ratingLabel } from '../../../src/words/label.ts';
import { unpackTable, type PackedTable } from '../../../src/words/packed-table.ts';
import type { SearchedTexts } from '../../../src/words/searched-texts.ts';
import { manyRows } from '../../long-matrix.ts';
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
/** Nine of either, of which the medians are told. */
const SEARCHES = ['7', '', 'candle 1', 'candle 12', 'candle', '42', '4', '', '1'];
const SORTS = [0, 3, 1, 5, 2, 4, 0, 2, 1];

interface Action {
  readonly kind: 'filter' | 'sort';
  readonly of: string | number;
}

const ACTIONS: readonly Action[] = SEARCHES.flatMap((of, i) => [
  { kind: 'filter', of },
  { kind: 'sort', of: SORTS[i] ?? 0 },
]);

interface Times {
  readonly handler: number;
  readonly paint: number;
}

/** Does something, and times it until its handler is done and until it is painted. */
async function timed({ kind, of }: Action): Promise<Times> {
  // A page that was in the background is painted anew first, which takes longer the slower the machine.
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        requestIdleCallback(() => {
          setTimeout(resolve, 150);
        });
      });
    });
  });
  const start = performance.now();
  if (kind === 'filter') globalThis.contender.filter(String(of));
  else globalThis.contender.sort(Number(of));
  const handler = performance.now() - start;
  await new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  });
  return { handler, paint: performance.now() - start };
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

/** Writes a page beside the matrix that has its rows many times over; returns its path. */
function beside(site: string, name: string, change: (html: string) => string): string {
  mkdirSync(join(site, name), { recursive: true });
  const html = readFileSync(join(site, 'matrix/index.html'), 'utf8');
  writeFileSync(join(site, name, 'index.html'), change(html));
  return `/${name}/`;
}

/** What the matrix of a page shows, for the others to show. */
function shownData(html: string): TableData {
  const [, json = ''] = /id="matrix-data">(.*?)<\/script>/s.exec(html) ?? [];
  const { criteria, options, defaultView } = unpackTable(JSON.parse(json) as PackedTable);
  const columns = defaultView.flatMap((slug) => criteria.filter((c) => c.slug === slug));
  return {
    head: ['Option', ...columns.map(({ shortName }) => shortName)],
    rows: options.map((option) => [
      option.shortName,
      ...columns.map((c) => ratingLabel(c.scale, ratingOf(option, c))),
    ]),
  };
}

/** Has the file that a search looks at tell as much of further rows. */
function multiplyTexts(site: string, times: number): void {
  const file = join(site, searchedTextsPath());
  const { texts, options } = JSON.parse(readFileSync(file, 'utf8')) as SearchedTexts;
  const many = Array.from({ length: times }, () => options).flat();
  writeFileSync(file, JSON.stringify({ texts, options: many }));
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
    multiplyTexts(large, 20);
    const cases = [
      { rows: 20, site: small, path: '/matrix/', throttle: 1 },
      { rows: 20, site: small, path: '/matrix/', throttle: 4 },
      {
        rows: 1000,
        site: large,
        path: beside(large, 'thousand', (html) => manyRows(html, 2)),
        throttle: 1,
      },
      {
        rows: 10_000,
        site: large,
        path: beside(large, 'ten-thousand', (html) => manyRows(html, 20)),
        throttle: 1,
      },
    ];
    const running = await chromium.launch({ executablePath: browser.path, args: browser.flags });
    const lines: string[][] = [];
    try {
      for (const { rows, site, path, throttle } of cases) {
        console.error(`  ${String(rows)} rows, load ${loadavg()[0]?.toFixed(1) ?? ''} …`);
        const { server, origin } = await serve(site);
        // What a page takes has no policy to heed where the sheet was added to it.
        const context = await running.newContext({
          viewport: { width: 1440, height: 900 },
          bypassCSP: true,
        });
        context.setDefaultTimeout(300_000);
        try {
          const data = shownData(readFileSync(join(site, path, 'index.html'), 'utf8'));
          const plain = async (): Promise<Page> => {
            const page = await context.newPage();
            await page.setContent(`<!doctype html><style>${STYLES}</style><body>`);
            return page;
          };
          const contenders: Readonly<Record<string, () => Promise<Page>>> = {
            'this site': async () => {
              const page = await context.newPage();
              await page.goto(origin + path);
              await page.waitForSelector('matrix-view[data-ready]');
              await page.evaluate(ours);
              return page;
            },
            // Of so many rows it takes minutes, and never was the better floor.
            ...(rows > 1000
              ? {}
              : {
                  'floor: `row.hidden`': async () => {
                    const page = await plain();
                    await page.evaluate(floor, { data, lazy: false });
                    return page;
                  },
                }),
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
          const taken = new Map<string, Record<Action['kind'], Times[]>>();
          const pages = new Map<string, Page>();
          for (const [name, open] of Object.entries(contenders)) {
            pages.set(name, await open());
            taken.set(name, { filter: [], sort: [] });
          }
          // In turn, so that what the machine does besides falls on all alike.
          for (const action of ACTIONS) {
            for (const [name, page] of pages) {
              await page.bringToFront();
              // A browser slows a page down by keeping its core busy: the others are not to.
              const session = await context.newCDPSession(page);
              await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
              const times = await page.evaluate(timed, action);
              taken.get(name)?.[action.kind].push(times);
              await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
              await session.detach();
            }
          }
          const cell = (times: readonly Times[]): string => {
            const paints = times.map(({ paint }) => paint);
            return `${median(times.map(({ handler }) => handler)).toFixed(1)} / ${median(paints).toFixed(0)} (${Math.max(...paints).toFixed(0)})`;
          };
          for (const [name, { filter, sort }] of taken) {
            const count = `${String(rows)}${throttle > 1 ? `, CPU ${String(throttle)} × slower` : ''}`;
            lines.push([name, count, cell(filter), cell(sort)]);
          }
        } finally {
          await context.close();
          // Or a page that has failed would keep the process waiting.
          server.closeAllConnections();
          server.close();
        }
      }
    } finally {
      await running.close();
    }
    return [
      `${String(COLUMNS)} columns; milliseconds until the handler is done / until the next paint (the worst one), medians of nine, each done by all in turn. A paint waits for the next frame: 17 ms or less is the next one.`,
      '',
      markdownTable(['table', 'rows', 'search', 'sort'], lines),
      '',
      'The cells of this site hold their reasons, those of the others their values alone.',
    ].join('\n');
  },
};
