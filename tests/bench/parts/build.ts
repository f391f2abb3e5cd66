import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../build-site.ts';
import { table } from '../markdown.ts';
import type { Part } from '../part.ts';
import { SCRATCH } from '../places.ts';
import { run } from '../run.ts';
import { writeContent } from '../synthetic-content.ts';
import { usageOf, type Usage } from '../usage.ts';

const OPTIONS = [50, 200, 1000, 4000];
const DEPTH = { criteria: 14, repeats: 1 };

/** What the build of one content folder and its floor used, and made. */
interface Built {
  readonly options: number;
  readonly usage: Usage;
  readonly floor: Usage;
  readonly pages: number;
  readonly bytes: number;
}

export const build: Part = {
  name: 'build',
  title: 'Cost of the build by option',
  async run() {
    const built = await measureAll();
    return [
      `Whole builds of made-up content of ${String(DEPTH.criteria)} criteria, from nothing and without pictures of single pages, one run each.`,
      'The floor, in a process of its own, reads every file, parses its data and writes a page.',
      'CPU is processor time of all processes, ratio that of build to floor, peak the memory of the largest process.',
      'Where the machine has other work too, CPU is what can be relied on.',
      '',
      table(
        [
          'options',
          'pages',
          'build, s',
          'CPU, s',
          'CPU for each further option, ms',
          'floor CPU, s',
          'ratio',
          'peak, MiB',
          'MB',
          'kB for each further option',
        ],
        built.map((each, i) => told(each, built[i - 1])),
      ),
    ].join('\n');
  },
};

/**
 * All in a folder that is new, and removed only at the end: some file systems (ext4) make files several times
 * slower for minutes after others were removed, which would be measured with what removes an earlier site.
 */
async function measureAll(): Promise<readonly Built[]> {
  mkdirSync(SCRATCH, { recursive: true });
  const place = mkdtempSync(join(SCRATCH, 'build-'));
  try {
    const built: Built[] = [];
    for (const options of OPTIONS) built.push(await measure(options, place));
    return built;
  } finally {
    rmSync(place, { recursive: true });
  }
}

async function measure(options: number, place: string): Promise<Built> {
  const contentDirectory = join(place, `content-${String(options)}`);
  const outDirectory = join(place, `site-${String(options)}`);
  writeContent(contentDirectory, { ...DEPTH, options });
  const usage = await usageOf((env) =>
    buildSite({ contentDirectory, outDirectory, env: { ...env, PICTURES: 'site' } }),
  );
  const floor = join(import.meta.dirname, '../floor.ts');
  return {
    options,
    usage,
    floor: await usageOf((env) =>
      run(process.execPath, [floor, contentDirectory, `${outDirectory}-floor`], { env }),
    ),
    ...sizeOf(outDirectory),
  };
}

function sizeOf(directory: string): { readonly pages: number; readonly bytes: number } {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: files
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
      .reduce((sum, size) => sum + size, 0),
  };
}

function told(each: Built, before: Built | undefined): string[] {
  const { options, usage, floor, pages, bytes } = each;
  /** By how much a figure grows with an option. */
  const growth = (figure: (of: Built) => number): number | null =>
    before === undefined ? null : (figure(each) - figure(before)) / (options - before.options);
  return [
    String(options),
    String(pages),
    (usage.wall / 1000).toFixed(0),
    (usage.cpu / 1000).toFixed(1),
    growth((of) => of.usage.cpu)?.toFixed(1) ?? '',
    (floor.cpu / 1000).toFixed(1),
    (usage.cpu / floor.cpu).toFixed(1),
    usage.peak.toFixed(0),
    (bytes / 1e6).toFixed(0),
    growth((of) => of.bytes / 1000)?.toFixed(0) ?? '',
  ];
}
