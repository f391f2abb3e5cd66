import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../build-site.ts';
import { table } from '../markdown.ts';
import type { Part } from '../part.ts';
import { SCRATCH } from '../places.ts';
import { run } from '../run.ts';
import { median } from '../statistics.ts';
import { writeContent, type ContentSize } from '../synthetic-content.ts';
import { usageOf, type Usage } from '../usage.ts';

const RUNS = 3;
/** The growth is told from the last two: sites with few options may have pages for pairs of them too. */
const OPTIONS = [10, 60, 100, 200];
const DEPTHS: readonly Omit<ContentSize, 'options'>[] = [
  { criteria: 2, repeats: 1 },
  // About what the site’s own options have.
  { criteria: 36, repeats: 10 },
];

/** One content folder, and what its builds and their floor used. */
interface Case {
  readonly size: ContentSize;
  readonly content: string;
  readonly out: string;
  readonly builds: Usage[];
  readonly floors: Usage[];
}

export const build: Part = {
  name: 'build',
  title: 'Cost of the build by page',
  async run() {
    const series = DEPTHS.map((depth) => OPTIONS.map((options) => prepare({ ...depth, options })));
    // Sizes take turns, so that a busy spell of the machine falls on all of them.
    for (let turn = 0; turn < RUNS; turn++) {
      for (const each of series.flat()) await measure(each);
    }
    return [
      `Whole builds of made-up content, from nothing; medians of ${String(RUNS)} runs, in brackets the extremes.`,
      'The floor, in a process of its own, reads every file, parses its data and writes a page.',
      'CPU is processor time of all processes, ratio that of build to floor, peak the memory of the largest process.',
      'Where the machine has other work too, only CPU can be relied on.',
      '',
      table(
        [
          'criteria',
          'options',
          'pages',
          'build, s',
          'CPU, s',
          'floor, s',
          'CPU, s',
          'ratio',
          'peak, MiB',
        ],
        series.flat().map(told),
      ),
      '',
      `For each further page, from ${OPTIONS.slice(-2).join(' to ')} options:`,
      '',
      table(
        ['criteria', 'build, ms', 'CPU, ms', 'floor CPU, ms', 'ratio', 'peak, MiB'],
        series.map(growthTold),
      ),
    ].join('\n');
  },
};

function prepare(size: ContentSize): Case {
  const name = `${String(size.criteria)}-by-${String(size.options)}`;
  const content = join(SCRATCH, 'content', name);
  writeContent(content, size);
  return { size, content, out: join(SCRATCH, 'built', name), builds: [], floors: [] };
}

async function measure({ content, out, builds, floors }: Case): Promise<void> {
  builds.push(
    await usageOf((env) => buildSite({ contentDirectory: content, outDirectory: out, env })),
  );
  const floor = join(import.meta.dirname, '../floor.ts');
  floors.push(
    await usageOf((env) => run(process.execPath, [floor, content, `${out}-floor`], { env })),
  );
}

function told(each: Case): string[] {
  const { size, builds, floors } = each;
  return [
    String(size.criteria),
    String(size.options),
    String(pagesOf(each)),
    withExtremes(builds.map(wall)),
    withExtremes(builds.map(cpu)),
    withExtremes(floors.map(wall)),
    withExtremes(floors.map(cpu)),
    (median(builds.map(cpu)) / median(floors.map(cpu))).toFixed(1),
    median(builds.map(peak)).toFixed(0),
  ];
}

function growthTold(cases: readonly Case[]): string[] {
  const [less, more] = cases.slice(-2);
  if (less === undefined || more === undefined) return [];
  const growth = (figure: (each: Case) => number): number =>
    (figure(more) - figure(less)) / (pagesOf(more) - pagesOf(less));
  const buildCpu = growth((each) => median(each.builds.map(cpu)));
  const floorCpu = growth((each) => median(each.floors.map(cpu)));
  return [
    String(less.size.criteria),
    growth((each) => median(each.builds.map(wall))).toFixed(1),
    buildCpu.toFixed(1),
    floorCpu.toFixed(2),
    (buildCpu / floorCpu).toFixed(1),
    growth((each) => median(each.builds.map(peak))).toFixed(2),
  ];
}

function pagesOf({ out }: Case): number {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.html')).length;
}

const wall = (usage: Usage): number => usage.wall;
const cpu = (usage: Usage): number => usage.cpu;
const peak = (usage: Usage): number => usage.peak;

/** Times in ms, as their median in seconds with the extremes. */
function withExtremes(times: readonly number[]): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  return `${seconds(median(times))} (${seconds(Math.min(...times))}–${seconds(Math.max(...times))})`;
}
