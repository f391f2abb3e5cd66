import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'usage-preload.js')).href;

export interface Usage {
  /** Time on the clock, in ms. */
  readonly wall: number;
  /** Processor time of all Node processes together, in ms: it hardly depends on what else runs. */
  readonly cpu: number;
  /** The most memory that one of the processes held, in MiB. */
  readonly peak: number;
}

const noteSchema = z.object({ cpu: z.number(), peak: z.number() });

/**
 * Measures work that is done in Node processes of its own.
 *
 * @param work is given the variables that its processes need, so that they are measured
 */
export async function usageOf(work: (env: NodeJS.ProcessEnv) => Promise<unknown>): Promise<Usage> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(directory, 'usage.jsonl');
    const start = performance.now();
    await work({ NODE_OPTIONS: `--import=${PRELOAD}`, USAGE_FILE: file });
    const wall = performance.now() - start;
    const notes = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => noteSchema.parse(JSON.parse(line)));
    return {
      wall,
      cpu: notes.reduce((sum, note) => sum + note.cpu, 0),
      peak: Math.max(...notes.map((note) => note.peak)),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
