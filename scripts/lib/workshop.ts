/**
 * The folder in which something is made before it takes its place. It lies beside that place, is also
 * the lock that keeps a second process from making the same, and goes when the work ends, however it
 * ends; what a process that was killed left behind is swept by the next one.
 */

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './command.ts';
import { codeOf, makeFolder } from './output.ts';

/** With what the names of workshops begin; those that are left over are ignored by git and by lint. */
const PREFIX = '.building-';

/** Holds the number of the process that works there. */
const OWNER = 'process';

/** Holds what a finished work took the place of, while it does so. */
export const BEFORE = 'before';

const NOT_OURS = ['EACCES', 'EPERM', 'EROFS'];

/** The workshops and children of this process. */
const open = new Set<string>();
const children = new Set<ChildProcess>();

/**
 * Works in a folder beside a place, or within it where the folder around it cannot be written.
 *
 * @param what what is made, for whoever wants to make it at the same time
 * @throws {CommandError} in one line, if another process is making the same, or neither can be written
 */
export async function inWorkshop<T>(
  place: string,
  work: (workshop: string) => Promise<T>,
  what = place,
): Promise<T> {
  const workshop = openWorkshop(place, what);
  try {
    return await work(workshop);
  } finally {
    close(workshop);
  }
}

function openWorkshop(place: string, what: string): string {
  listen();
  const name = PREFIX + basename(place);
  try {
    makeFolder(dirname(place));
    return claim(join(dirname(place), name), place, what);
  } catch (error) {
    if (!NOT_OURS.includes(codeOf(error)) || !existsSync(place)) throw error;
    return claim(join(place, name), place, what);
  }
}

/** Takes a workshop for this process. It gets its name when it says whose it is, so it always does. */
function claim(workshop: string, place: string, what: string): string {
  sweep(dirname(workshop));
  const fresh = mkdtempSync(`${workshop}-`);
  writeFileSync(join(fresh, OWNER), String(process.pid));
  try {
    giveBack(workshop, place);
    renameSync(fresh, workshop);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const owner = ownerOf(workshop);
    if (owner === null) throw error;
    throw new CommandError(
      `${what} is being built already, by process ${String(owner)}. Wait for it to end; if there is no such build, remove ${workshop}.`,
    );
  }
  open.add(workshop);
  return workshop;
}

/** Removes the workshops beside this one whose processes have ended. */
function sweep(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith(PREFIX)) continue;
    const workshop = join(folder, entry.name);
    const owner = ownerOf(workshop);
    if (owner === null || isAlive(owner)) continue;
    giveBack(workshop, join(folder, entry.name.slice(PREFIX.length)));
  }
}

/** Removes a workshop whose process was killed, and first puts back what it had moved aside. */
function giveBack(workshop: string, place: string): void {
  const owner = ownerOf(workshop);
  if (owner === null || isAlive(owner)) return;
  const before = join(workshop, BEFORE);
  if (existsSync(before) && !existsSync(place)) renameSync(before, place);
  rmSync(workshop, { recursive: true, force: true });
}

/** The process to which a workshop belongs; null where it names none. */
function ownerOf(workshop: string): number | null {
  try {
    const id = readFileSync(join(workshop, OWNER), 'utf8');
    return /^[1-9]\d*$/.test(id) ? Number(id) : null;
  } catch {
    return null;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function close(workshop: string): void {
  rmSync(workshop, { recursive: true, force: true, maxRetries: 3 });
  open.delete(workshop);
}

/**
 * Runs a program to its end.
 *
 * @returns the code with which it ended; 1 where a signal ended it
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<number> {
  const child = spawn(command, args, options);
  children.add(child);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } finally {
    children.delete(child);
  }
}

let listening = false;

/** From now on, whoever ends this process early finds its folders gone. */
function listen(): void {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void stop(signal);
    });
  }
}

async function stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  // A child that still writes would fill the folder again.
  const ended = [...children].map((child) => once(child, 'exit'));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ended);
  for (const workshop of open) close(workshop);
  process.exit(128 + constants.signals[signal]);
}
