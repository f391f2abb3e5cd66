import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { browserVersion } from './browser.ts';
import { ROOT } from './places.ts';
import { run } from './run.ts';

/** What figures depend on besides what is measured, as a Markdown list. */
export async function circumstances(): Promise<string> {
  const processors = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const load = `load ${(loadavg()[0] ?? 0).toFixed(2)} at the start`;
  const versions = [
    `Node ${process.versions.node}`,
    ...versionsOf(ROOT, ['astro', '@astrojs/mdx']),
    `Chromium ${await browserVersion()}`,
    ...versionsOf(import.meta.dirname),
  ];
  return [
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Revision: ${await revision()}`,
    `- Machine: ${String(processors.length)} × ${processors[0]?.model ?? 'unknown processor'}, ${memory}, ${type()} ${release()} ${arch()}, ${load}`,
    `- Versions: ${versions.join(', ')}`,
  ].join('\n');
}

async function revision(): Promise<string> {
  try {
    return (await run('git', ['describe', '--always', '--dirty'])).trim();
  } catch {
    return 'not under version control';
  }
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      devDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** The locked versions of a folder’s packages: those named, or all on which the folder itself depends. */
function versionsOf(directory: string, names?: readonly string[]): string[] {
  const lock: unknown = JSON.parse(readFileSync(join(directory, 'package-lock.json'), 'utf8'));
  const { packages } = lockSchema.parse(lock);
  return (names ?? Object.keys(packages['']?.devDependencies ?? {})).map(
    (name) => `${name} ${packages[`node_modules/${name}`]?.version ?? 'of unknown version'}`,
  );
}
