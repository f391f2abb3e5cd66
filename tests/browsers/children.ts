/** Programs that a test starts: each ends with the test, however that ends. */

import { spawn, type ChildProcess } from 'node:child_process';

/** The ids of the groups that still run. */
const running = new Set<number>();

/**
 * Runs the program that its arguments name, and ends the whole group with it, or when its own input
 * is closed: which it is however the tests end.
 */
const KEEPER =
  'exec 9<&0; { read -r _ <&9; kill -s KILL 0; } & "$@" </dev/null 9<&-; kill -s KILL 0';

/**
 * Starts a program in a process group of its own, so that what it starts ends with it.
 *
 * @param outputs where its output goes, from the first on
 */
export function start(
  command: string,
  args: readonly string[],
  outputs: readonly ('ignore' | 'pipe')[],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const child = spawn('/bin/sh', ['-c', KEEPER, 'sh', command, ...args], {
    stdio: ['pipe', ...outputs],
    env,
    detached: true,
  });
  const { pid } = child;
  if (pid !== undefined) {
    running.add(pid);
    child.once('exit', () => {
      endGroup(pid);
    });
  }
  // A program that cannot be started is told by what waits for it.
  child.on('error', () => undefined);
  return child;
}

/** Ends a program, and all that it started; one that has ended is left alone. */
export async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const isOver = child.exitCode !== null || child.signalCode !== null;
  const over = isOver ? undefined : new Promise((resolve) => child.once('exit', resolve));
  endGroup(pid);
  await over;
}

function endGroup(pid: number): void {
  if (!running.delete(pid)) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended by itself.
  }
}

process.once('exit', () => {
  for (const pid of [...running]) endGroup(pid);
});

/**
 * What a promise gives, if it does so in time.
 *
 * @param within milliseconds
 * @throws {Error} that names what was waited for, once they are over
 */
export async function inTime<T>(what: string, within: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: nothing after ${String(within / 1000)} s`));
    }, within);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
