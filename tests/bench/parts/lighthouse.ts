import { join } from 'node:path';
import { z } from 'zod';
import { browser } from '../browser.ts';
import { builtSite } from '../build-site.ts';
import { table } from '../markdown.ts';
import { installPackages } from '../packages.ts';
import { largestPages } from '../page-weights.ts';
import type { Part } from '../part.ts';
import { run } from '../run.ts';
import { serveCompressed } from '../serve-compressed.ts';
import { median } from '../statistics.ts';

const RUNS = 3;
const TEMPLATES = [
  '/',
  '/options/',
  '/options/*',
  '/criteria/*',
  '/matrix/',
  '/compare/*',
  '/recommend/',
  '/scenarios/*',
  '/practice/',
  '/method/',
  '/guides/*',
  '/sources/',
];

const FLAGS = [
  '--headless=new',
  ...browser.flags,
  // Of a browser that emulates a phone, scroll bars fade away frame by frame. A page that is still being
  // laid out is then taken for one that nobody sees, and painted no sooner than a second later.
  '--hide-scrollbars',
];

const category = z.object({ score: z.number() });
const audit = z.object({ numericValue: z.number() });
const reportSchema = z.object({
  categories: z.object({
    performance: category,
    accessibility: category,
    'best-practices': category,
    seo: category,
  }),
  audits: z.object({
    'first-contentful-paint': audit,
    'largest-contentful-paint': audit,
    'total-blocking-time': audit,
    'cumulative-layout-shift': audit,
  }),
  environment: z.object({ benchmarkIndex: z.number() }),
});
type Report = z.output<typeof reportSchema>;

const COLUMNS: readonly { head: string; digits: number; of: (report: Report) => number }[] = [
  { head: 'performance', digits: 0, of: (r) => 100 * r.categories.performance.score },
  { head: 'accessibility', digits: 0, of: (r) => 100 * r.categories.accessibility.score },
  { head: 'best practices', digits: 0, of: (r) => 100 * r.categories['best-practices'].score },
  { head: 'SEO', digits: 0, of: (r) => 100 * r.categories.seo.score },
  { head: 'FCP, ms', digits: 0, of: (r) => r.audits['first-contentful-paint'].numericValue },
  { head: 'LCP, ms', digits: 0, of: (r) => r.audits['largest-contentful-paint'].numericValue },
  { head: 'TBT, ms', digits: 0, of: (r) => r.audits['total-blocking-time'].numericValue },
  { head: 'CLS', digits: 3, of: (r) => r.audits['cumulative-layout-shift'].numericValue },
  { head: 'index', digits: 0, of: (r) => r.environment.benchmarkIndex },
];

export const lighthouse: Part = {
  name: 'lighthouse',
  title: 'Lighthouse',
  async run() {
    const packages = await installPackages();
    const site = await builtSite();
    const largest = largestPages(site);
    const paths = TEMPLATES.flatMap((template) => largest.get(template) ?? []);
    const measured = paths.map((path) => ({ path, reports: [] as Report[] }));

    const { server, origin } = await serveCompressed(site.directory, paths);
    try {
      // Pages take turns, so that a busy spell of the machine falls on all of them.
      for (let turn = 0; turn < RUNS; turn++) {
        for (const { path, reports } of measured) {
          reports.push(await audited(packages, origin + path));
        }
      }
    } finally {
      server.close();
    }

    const rows = measured.map(({ path, reports }) => [
      path,
      ...COLUMNS.map(({ of, digits }) => median(reports.map(of)).toFixed(digits)),
    ]);
    return [
      `The page of each template with the largest document; medians of ${String(RUNS)} runs. Mobile preset, simulated throttling,`,
      'served with brotli on loopback. The index is Lighthouse’s own measure of how fast the machine runs',
      'scripts: where it is low, something else ran too, and TBT is too high. It says nothing of how fast the',
      'machine lays out pages.',
      '',
      table(['page', ...COLUMNS.map(({ head }) => head)], rows),
    ].join('\n');
  },
};

/** Runs Lighthouse once, in a process and a browser of its own. */
async function audited(packages: string, url: string): Promise<Report> {
  const output = await run(
    process.execPath,
    [
      join(packages, 'lighthouse/cli/index.js'),
      url,
      '--quiet',
      '--output=json',
      '--no-enable-error-reporting',
      `--only-categories=${Object.keys(reportSchema.shape.categories.shape).join(',')}`,
      `--chrome-flags=${FLAGS.join(' ')}`,
    ],
    { env: { CHROME_PATH: browser.path } },
  );
  return reportSchema.parse(JSON.parse(output));
}
